/**
 * Sessions. A session ends 12 hours after sign-in, after 60 minutes without a request, and at once when it is
 * revoked or its account is disabled. The row in the database decides, never the token.
 *
 * Passwords. 12 to 128 characters of any kind, exactly as typed. Refused are passwords that are easy to guess
 * and passwords that lean on words of this site or of the person.
 *
 * Going back after sign-in happens only to a page of this site.
 *
 * Source: QUALITY.md, "Sign-in and session"; OWASP ASVS 5.0, 6.2, 7.3 and 7.4.
 */
const MINUTE_MS = 60_000

export const SESSION_IDLE_MS = 60 * MINUTE_MS
export const SESSION_ABSOLUTE_MS = 12 * 60 * MINUTE_MS
/** The last request is written down at most this often. */
export const SESSION_TOUCH_MS = MINUTE_MS
/** Ended sessions are kept this long, so that an odd sign-in can still be recognised. */
export const SESSION_KEPT_MS = 30 * 24 * 60 * MINUTE_MS

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
/** Ten thousand million guesses: what remains safe when attempts are slowed down and hashes are argon2id. */
export const PASSWORD_MIN_GUESSES_LOG10 = 10
/** What must remain of a password without words of this site or of the person. */
const PASSWORD_MIN_REMAINDER = 6

const SITE_WORDS = [
  'praktijkbank', 'ongekend', 'talent', 'initiatief', 'beleidsmonitor', 'arbeidsmarkt', 'werkcentrum', 'beraad', 'werkplek',
  'regio', 'noord-nederland', 'noordnederland', 'overijssel', 'brabant', 'groningen', 'friesland', 'drenthe', 'twente', 'zeeland',
  'wachtwoord', 'password', 'welkom', 'welcome',
]

export interface SessionTimes {
  lastSeenAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/** Whether the session still counts at this moment. On the threshold itself it has ended. */
export function isSessionValid(session: SessionTimes, now: Date): boolean {
  if (session.revokedAt) return false
  return now < session.expiresAt && now.getTime() - session.lastSeenAt.getTime() < SESSION_IDLE_MS
}

/** When a session that starts now ends at the latest. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_ABSOLUTE_MS)
}

/** Whether this request is worth writing down. */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SESSION_TOUCH_MS
}

export type PasswordProblem = 'passwordTooShort' | 'passwordTooLong' | 'passwordContext' | 'passwordWeak'

/** Words an attacker tries first on this account: of the site, and of the person's name, address and organisations. */
export function contextWords(personal: readonly string[]): string[] {
  const words = personal.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return [...new Set([...SITE_WORDS, ...words.filter((word) => word.length >= 4)])]
}

/**
 * What is wrong with a new password, or null. `guessesLog10` is the estimate of lib/platform/password-strength.ts,
 * asked for only when length and words are right.
 */
export function passwordProblem(password: string, words: readonly string[], guessesLog10: (password: string, words: readonly string[]) => number): PasswordProblem | null {
  const length = Array.from(password).length
  if (length < PASSWORD_MIN) return 'passwordTooShort'
  if (length > PASSWORD_MAX) return 'passwordTooLong'
  if (remainderWithout(password, words).length < PASSWORD_MIN_REMAINDER) return 'passwordContext'
  return guessesLog10(password, words) < PASSWORD_MIN_GUESSES_LOG10 ? 'passwordWeak' : null
}

/** Letters and other signs that are left without the words; digits and separators add little and do not count. */
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

/** Message that says when to try again: the shortest of the waits we have words for that is long enough. */
export function limitMessage(retryAfterSeconds: number): 'limited1' | 'limited5' | 'limited15' {
  if (retryAfterSeconds <= 60) return 'limited1'
  return retryAfterSeconds <= 5 * 60 ? 'limited5' : 'limited15'
}

const MAX_RETURN_LENGTH = 2_000
const NOT_TO_RETURN_TO = /^\/(api(\/|$)|inloggen(\/|$)|en\/sign-in(\/|$))/

/**
 * The path to go to after sign-in, or null when the address is not a page of this site. `origin` is the address
 * of the installation. Parsed as a browser does, because "/\evil.nl" and "//evil.nl" leave the site too.
 */
export function safeReturnPath(value: string | null | undefined, origin: string): string | null {
  if (!value || value.length > MAX_RETURN_LENGTH) return null
  if (!value.startsWith('/') && !value.startsWith(`${origin}/`)) return null
  if (!URL.canParse(value, origin)) return null
  const url = new URL(value, origin)
  // "/.//evil.nl" is of this origin until its path is used as an address again.
  if (url.origin !== origin || url.pathname.startsWith('//') || NOT_TO_RETURN_TO.test(url.pathname)) return null
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

/** Short words for the list of devices, such as "Firefox, Windows". Empty when the browser does not say. */
export function deviceName(userAgent: string | null): string {
  const find = (list: ReadonlyArray<readonly [RegExp, string]>) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined).join(', ')
}
