import 'server-only'
import { cookies } from 'next/headers'
import { origin } from '@/lib/base/runtime/env'
import { decryptText, encryptText } from '@/lib/base/security/encryption'

const isSecure = origin.startsWith('https://')
const OPTIONS = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const
/** Browsers refuse the prefix without https. */
const fullName = (name: string) => `${isSecure ? '__Host-' : ''}praktijkbank-${name}`
const PURPOSE = 'cookie'

/**
 * Keeps a text in the browser for a short time; nobody can read or change it there. For actions and
 * route handlers only.
 */
export async function writeSealedCookie(name: string, text: string, seconds: number) {
  const value = encryptText(PURPOSE, name, text)
  ;(await cookies()).set(fullName(name), value, { ...OPTIONS, maxAge: seconds })
}

/** What a browser keeps at most of one cookie, its name and attributes included. */
const MAX_COOKIE_BYTES = 3_900

/** False when it is too long to be kept: a browser would leave it out without a word. */
export const fitsSealedCookie = (name: string, text: string): boolean =>
  fullName(name).length + encryptText(PURPOSE, name, text).length <= MAX_COOKIE_BYTES

/** Reads it and leaves it where it is; for pages, which cannot remove one. */
export async function readSealedCookie(name: string): Promise<string | null> {
  const value = (await cookies()).get(fullName(name))?.value
  return value === undefined ? null : decryptText(PURPOSE, name, value)
}

/** Reads and removes it, so that it counts once in this browser. Null when it is not ours. */
export async function takeSealedCookie(name: string): Promise<string | null> {
  const store = await cookies()
  const value = store.get(fullName(name))?.value
  if (value === undefined) return null
  store.set(fullName(name), '', { ...OPTIONS, maxAge: 0 })
  return decryptText(PURPOSE, name, value)
}
