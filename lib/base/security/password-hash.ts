import 'server-only'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** OWASP's first choice for argon2id (ASVS 5.0, 11.4.2): 19 MiB, two passes, one thread. The library's default is argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The password as a string that can be stored; the salt is inside it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS)
}

// Verified when there is no account, so that the answer takes as long as for one that exists.
const nobody = hashPassword(randomBytes(16).toString('hex'))

/** Whether the password belongs to the hash. Without a hash the answer is no, after the same amount of work. */
export async function verifyPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password)
  return matches && stored !== null && stored !== undefined
}

/** True when the hash was made with less work than today's parameters. */
export function isWeakHash(stored: string): boolean {
  const used = parseOptions(stored)
  return (
    !stored.startsWith('$argon2id$') ||
    used.memoryCost < PARAMETERS.memoryCost ||
    used.timeCost < PARAMETERS.timeCost ||
    used.parallelism < PARAMETERS.parallelism
  )
}
