/**
 * A code of an app has six digits and holds for thirty seconds; the one before and the one after
 * are taken too, for clocks that differ. A code counts once: one of an earlier step, or of the same
 * step again, is refused.
 *
 * Ten recovery codes of 80 random bits each work once. They are kept as a hash that does not depend
 * on the secret of the installation, so that they still work when that is replaced.
 *
 * Wrong codes cost ever more time, per account, and nobody is locked out.
 *
 * Two administrators take the second factor of someone away: one asks, another does it within seven
 * days, and neither is the person.
 *
 * Source: RFC 6238, 4.2 and 5.2; RFC 4226; OWASP ASVS 5.0, 6.5 and 6.6; docs/adr/0033-second-factor.md.
 */
import { Secret, TOTP } from 'otpauth'
import { growingWaits } from '@/lib/people/accounts/rules'
import type { QrCode } from './types'

const PERIOD_SECONDS = 30
const DIGITS = 6
/** Steps before and after the present one. */
const WINDOW = 1
const ISSUER = 'Praktijkbank'

/** Waits for wrong codes and recovery codes of one account together. */
export const SECOND_STEP_DELAY = {
  name: 'second-step',
  waits: growingWaits(5, 300),
  windowSeconds: 60 * 60,
} as const

const MINUTE_MS = 60_000
export const CHALLENGE_MS = 5 * MINUTE_MS
/** Setting an app up starts anew after this. */
export const SET_UP_MS = 60 * MINUTE_MS
export const RESET_MS = 7 * 24 * 60 * MINUTE_MS
export const MAX_PASSKEYS = 10
export const RECOVERY_CODES = 10
/** 80 bits: sixteen signs. */
export const RECOVERY_BYTES = 10

const totp = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_SECONDS,
  })

/** A fresh secret in base32, of 160 random bits (RFC 4226, R6). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an app reads from the QR code. */
export const setUpAddress = (secret: string, email: string): string =>
  totp(secret, email).toString()

/** The code of a moment, for tests and tools. */
export const codeAt = (secret: string, now: Date): string =>
  totp(secret).generate({ timestamp: now.getTime() })

/** The step that a typed code belongs to; null for a wrong code or one that counted already. */
export function stepOf(
  secret: string,
  typed: string,
  now: Date,
  lastStep: number | null,
): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: WINDOW })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta
  return lastStep === null || step > lastStep ? step : null
}

/** Crockford's base32: no letters that look like digits. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten bytes as sixteen signs. */
export function recoveryText(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => SIGNS[Number.parseInt(five, 2)]).join('')
}

/** What someone typed, without spaces and dashes; O, I and L are read as digits. */
export function recoveryKey(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** Whether a factor may go: the last one stays while a role asks for it. */
export const isRemovable = (factors: number, isRequired: boolean): boolean =>
  factors > 1 || !isRequired

/** Dark squares as one SVG path, a run of a row at a time. */
export function qrPath(rows: readonly (readonly boolean[])[]): QrCode {
  const runs = rows.flatMap((row, y) => {
    const line = row.map((dark) => (dark ? '1' : '0')).join('')
    return [...line.matchAll(/1+/g)].map(
      ({ index, 0: run }) =>
        `M${String(index)} ${String(y)}h${String(run.length)}v1h-${String(run.length)}z`,
    )
  })
  return { size: rows.length, path: runs.join('') }
}

/** What the browser sent as JSON; null when it is not. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
