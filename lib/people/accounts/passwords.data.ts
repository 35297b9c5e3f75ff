import 'server-only'
import { contextText, passwordProblem, type PasswordProblem } from './rules'

/**
 * What is wrong with a new password, given names of the person and their organisations. The word
 * lists are large, so they are loaded only when someone chooses a password.
 */
export async function findPasswordProblem(
  password: string,
  personal: readonly string[],
): Promise<PasswordProblem | null> {
  const { guessesLog10 } = await import('@/lib/base/security/password-strength')
  return passwordProblem(password, contextText(personal), guessesLog10)
}
