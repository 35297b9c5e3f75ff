import 'server-only'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** OWASP's first choice for argon2id (ASVS 5.0, 11.4.2); the library defaults to argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS)
}

// Verified for unknown accounts, so that the answer takes equally long.
const nobody = hashPassword(randomBytes(16).toString('hex'))

/** Without a hash: false, after the same amount of work. */
export async function verifyPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password)
  return matches && stored !== null && stored !== undefined
}

export function isWeakHash(stored: string): boolean {
  const used = parseOptions(stored)
  return (
    !stored.startsWith('$argon2id$') ||
    used.memoryCost < PARAMETERS.memoryCost ||
    used.timeCost < PARAMETERS.timeCost ||
    used.parallelism < PARAMETERS.parallelism
  )
}
