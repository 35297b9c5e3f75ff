import { messages } from '@/messages'
import type { MembershipRole, PlatformRoleName } from './types'

/** A role for the Dutch text of a mail, such as "redacteur van SER Overijssel". */
export function roleWords(
  role: MembershipRole | PlatformRoleName,
  organisationName: string | null,
): string {
  const words = messages.nl.accounts.roles[role]
  return organisationName === null ? words : `${words} van ${organisationName}`
}
