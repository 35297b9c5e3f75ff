/**
 * Sessions. A session ends 12 hours after sign-in, after 60 minutes without a request, and at once when it is
 * revoked or its account is disabled. The row in the database decides, never the token.
 *
 * Passwords. 12 to 128 characters of any kind, exactly as typed. Refused are passwords that are easy to guess
 * and passwords that lean on words of this site or of the person.
 *
 * Guessing. Nobody is locked out; attempts cost more time the more there are. A stranger, who is anyone on a device where this account did
 * not sign in before, has five attempts at one account from one network, then waits 1, 2, 4 seconds and so on up to five minutes. All
 * strangers together have twenty attempts at one account, then wait up to a minute. One network has sixty attempts at whatever accounts. A known device
 * waits for its own wrong attempts alone, so that no stranger can keep the owner out. A right password gives its attempt back. An account that does not
 * exist is counted the same.
 *
 * A device is known by a cookie that only this installation can have written, after a right password. It ends with a new password, signing out
 * everywhere, and disabling.
 *
 * Going back after sign-in happens only to a page of this site.
 *
 * Source: QUALITY.md, "Sign-in and session"; OWASP ASVS 5.0, 6.2, 6.3.1, 7.3 and 7.4.
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

export type PasswordProblem =
  'passwordTooShort' | 'passwordTooLong' | 'passwordContext' | 'passwordWeak'

/** Words an attacker tries first on this account: of the site, and of the person's name, address and organisations. */
export function contextText(personal: readonly string[]): string[] {
  const words = personal.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return [...new Set([...SITE_WORDS, ...words.filter((word) => word.length >= 4)])]
}

/**
 * What is wrong with a new password, or null. `guessesLog10` is the estimate of lib/base/security/password-strength.ts,
 * asked for only when length and words are right.
 */
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

/** Seconds to wait after each attempt: none for the free ones, then 1, 2, 4 and so on, up to the longest. */
export function growingWaits(free: number, longest: number): number[] {
  const steps = Math.ceil(Math.log2(longest))
  const growing = Array.from({ length: steps + 1 }, (_, step) => Math.min(2 ** step, longest))
  return [...Array.from({ length: free - 1 }, () => 0), ...growing]
}

/** How attempts to sign in are slowed down; see the top of this file. */
export const SIGN_IN_DELAYS = {
  device: { name: 'sign-in-device', waits: growingWaits(5, 300), windowSeconds: 60 * 60 },
  pair: { name: 'sign-in-pair', waits: growingWaits(5, 300), windowSeconds: 60 * 60 },
  account: { name: 'sign-in-account', waits: growingWaits(20, 60), windowSeconds: 60 * 60 },
  network: { name: 'sign-in-network', waits: growingWaits(60, 300), windowSeconds: 15 * 60 },
} as const

/** A device on which this account signed in before. */
export interface KnownDevice {
  userId: string
  /** `sessionVersion` of the account when it signed in. */
  version: number
  deviceId: string
}

/** How long a device stays known after the latest sign-in on it. */
export const DEVICE_KNOWN_SECONDS = 180 * 24 * 60 * 60
/** A device that people share knows this many of them. */
export const MAX_KNOWN_ACCOUNTS = 5

/** A known device as text to sign, and back; null for anything else. */
export const deviceText = ({ userId, version, deviceId }: KnownDevice) =>
  `${userId} ${String(version)} ${deviceId}`

export function parseDevice(text: string | null): KnownDevice | null {
  const [, userId, version, deviceId] =
    /^([0-9a-f-]{36}) (\d{1,9}) ([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return userId && version && deviceId ? { userId, version: Number(version), deviceId } : null
}

/** The devices to remember in this browser after a sign-in: the account that signed in first, without what was known of it before. */
export function rememberDevice(
  known: readonly KnownDevice[],
  signedIn: KnownDevice,
): KnownDevice[] {
  const others = known.filter(({ userId }) => userId !== signedIn.userId)
  return [signedIn, ...others].slice(0, MAX_KNOWN_ACCOUNTS)
}

/** Message that says when to try again: the shortest of the waits we have words for that is long enough. */
export function limitMessage(
  retryAfterSeconds: number,
): 'limitedMoment' | 'limited1' | 'limited5' | 'limited15' {
  if (retryAfterSeconds <= 10) return 'limitedMoment'
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

/** Short words for the list of devices, such as "Firefox, Windows". Empty when the browser does not say. */
export function deviceName(userAgent: string | null): string {
  const find = (list: ReadonlyArray<readonly [RegExp, string]>) =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined).join(', ')
}
