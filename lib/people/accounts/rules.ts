/**
 * The database row decides whether a session is valid, never the token.
 * Guessing costs ever more time, but nobody is locked out: accounts and networks get growing waits,
 * and a known device waits only for its own attempts, so that strangers cannot keep the owner out.
 * A right password gives its attempt back. Unknown accounts are counted the same.
 * Source: docs/quality.md, "Sign-in and session"; OWASP ASVS 5.0, 6.2, 6.3.1, 7.3 and 7.4.
 */
import { limitMessage } from '@/lib/base/http/limit'

const MINUTE_MS = 60_000

export const SESSION_IDLE_MS = 60 * MINUTE_MS
export const SESSION_ABSOLUTE_MS = 12 * 60 * MINUTE_MS
/** The last request is recorded at most this often. */
export const SESSION_TOUCH_MS = MINUTE_MS

/** Without a password, a sign-in this recent counts as being asked again. */
export const FRESH_SIGN_IN_MS = 15 * MINUTE_MS

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
/** Ten thousand million guesses: safe with slowed attempts and argon2id. */
export const PASSWORD_MIN_GUESSES_LOG10 = 10
/** Minimum length without words of this site or the person. */
const PASSWORD_MIN_REMAINDER = 6

const SITE_WORDS = [
  'praktijkbank',
  'ongekend',
  'talent',
  'initiatief',
  'beleidsmonitor',
  'arbeidsmarkt',
  'werkcentrum',
  'beraad',
  'werkplek',
  'regio',
  'noord-nederland',
  'noordnederland',
  'overijssel',
  'brabant',
  'groningen',
  'friesland',
  'drenthe',
  'twente',
  'zeeland',
  'wachtwoord',
  'password',
  'welkom',
  'welcome',
]

export interface SessionTimes {
  lastSeenAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/** Whether the session is valid now; at the limit it has ended. */
export function isSessionValid(session: SessionTimes, now: Date): boolean {
  if (session.revokedAt) return false
  return now < session.expiresAt && now.getTime() - session.lastSeenAt.getTime() < SESSION_IDLE_MS
}

/** When a session that starts now ends at the latest. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_ABSOLUTE_MS)
}

/** Whether to record this request. */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SESSION_TOUCH_MS
}

export type PasswordProblem =
  'passwordTooShort' | 'passwordTooLong' | 'passwordContext' | 'passwordWeak'

/** Words an attacker tries first: of the site and of the person. */
export function contextText(personal: readonly string[]): string[] {
  const words = personal.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return [...new Set([...SITE_WORDS, ...words.filter((word) => word.length >= 4)])]
}

/** Null when fine. `guessesLog10` is only called when length and words are fine. */
export function passwordProblem(
  password: string,
  words: readonly string[],
  guessesLog10: (password: string, words: readonly string[]) => number,
): PasswordProblem | null {
  const length = Array.from(password).length
  if (length < PASSWORD_MIN) return 'passwordTooShort'
  if (length > PASSWORD_MAX) return 'passwordTooLong'
  if (remainderWithout(password, words).length < PASSWORD_MIN_REMAINDER) return 'passwordContext'
  return guessesLog10(password, words) < PASSWORD_MIN_GUESSES_LOG10 ? 'passwordWeak' : null
}

function remainderWithout(password: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  let rest = password.toLowerCase()
  let found = false
  for (const word of longestFirst) {
    found ||= rest.includes(word)
    rest = rest.replaceAll(word, '')
  }
  return found ? rest.replace(/[\p{N}\s._\-!?]/gu, '') : rest
}

/** Seconds to wait after each attempt: none for the free ones, then doubling to `longest`. */
export function growingWaits(free: number, longest: number): number[] {
  const steps = Math.ceil(Math.log2(longest))
  const growing = Array.from({ length: steps + 1 }, (_, step) => Math.min(2 ** step, longest))
  return [...Array.from({ length: free - 1 }, () => 0), ...growing]
}

export const SIGN_IN_DELAYS = {
  device: { name: 'sign-in-device', waits: growingWaits(5, 300), windowSeconds: 60 * 60 },
  pair: { name: 'sign-in-pair', waits: growingWaits(5, 300), windowSeconds: 60 * 60 },
  account: { name: 'sign-in-account', waits: growingWaits(20, 60), windowSeconds: 60 * 60 },
  network: { name: 'sign-in-network', waits: growingWaits(60, 300), windowSeconds: 15 * 60 },
} as const

export interface KnownDevice {
  userId: string
  version: number
  deviceId: string
}

/** From the latest sign-in. */
export const DEVICE_KNOWN_SECONDS = 180 * 24 * 60 * 60
/** For shared devices. */
export const MAX_KNOWN_ACCOUNTS = 5

/** Serializes a known device for signing, and back; null for anything else. */
export const deviceText = ({ userId, version, deviceId }: KnownDevice) =>
  `${userId} ${String(version)} ${deviceId}`

export function parseDevice(text: string | null): KnownDevice | null {
  const [, userId, version, deviceId] =
    /^([0-9a-f-]{36}) (\d{1,9}) ([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return userId && version && deviceId ? { userId, version: Number(version), deviceId } : null
}

/** The devices to remember after a sign-in, latest first, without the account's earlier entry. */
export function rememberDevice(
  known: readonly KnownDevice[],
  signedIn: KnownDevice,
): KnownDevice[] {
  const others = known.filter(({ userId }) => userId !== signedIn.userId)
  return [signedIn, ...others].slice(0, MAX_KNOWN_ACCOUNTS)
}

/** The message when the owner did not prove who they are. */
export function proofMessage(refusal: {
  status: 'wrongPassword' | 'limited' | 'signInAgain'
  retryAfterSeconds?: number
}): string {
  if (refusal.status === 'wrongPassword') return 'passwordWrong'
  if (refusal.status === 'signInAgain') return 'signInAgain'
  return limitMessage(refusal.retryAfterSeconds ?? 0)
}

const MAX_RETURN_LENGTH = 2_000
const NOT_TO_RETURN_TO = /^\/(api(\/|$)|inloggen(\/|$)|en\/sign-in(\/|$))/

/** Null unless a page of this site. Parsed as browsers do: "/\evil.nl" and "//evil.nl" leave it. */
export function safeReturnPath(value: string | null | undefined, origin: string): string | null {
  if (!value || value.length > MAX_RETURN_LENGTH) return null
  if (!value.startsWith('/') && !value.startsWith(`${origin}/`)) return null
  if (!URL.canParse(value, origin)) return null
  const url = new URL(value, origin)
  // "/.//evil.nl" has this origin until its path is used as an address.
  if (url.origin !== origin || url.pathname.startsWith('//') || NOT_TO_RETURN_TO.test(url.pathname))
    return null
  return `${url.pathname}${url.search}${url.hash}`
}

const BROWSERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Such as "Firefox, Windows"; empty when unknown. */
export function deviceName(userAgent: string | null): string {
  const find = (list: ReadonlyArray<readonly [RegExp, string]>) =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined).join(', ')
}
