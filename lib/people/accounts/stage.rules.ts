/**
 * A right password is the first step. Whoever has a second factor is asked for it next; whoever
 * publishes, moderates or administers must set one up first. That is decided once, at sign-in, so
 * that nothing is asked in the middle of a session.
 *
 * Source: docs/adr/0033-second-factor.md; OWASP ASVS 5.0, 6.3.3.
 */
import type { Locale } from '@/i18n/routing'
import { translatedPath } from '@/i18n/translated-path'
import type { Role } from './policy'
import type { SessionStage } from './types'

const MINUTE_MS = 60_000
/** Time to type a code, or to set a factor up on a phone. */
const PENDING_MS: Readonly<Record<Exclude<SessionStage, 'complete'>, number>> = {
  second_factor: 15 * MINUTE_MS,
  enrol: 60 * MINUTE_MS,
}

export interface FactorFacts {
  hasFactor: boolean
  roles: readonly Role[]
}

/** Whether one of these roles asks for a second factor. */
export function mustHaveFactor(roles: readonly Role[], required: readonly Role[]): boolean {
  return roles.some((role) => required.includes(role))
}

/** What comes after a right password. */
export function stageFor({ hasFactor, roles }: FactorFacts, required: readonly Role[]) {
  if (hasFactor) return 'second_factor'
  return mustHaveFactor(roles, required) ? 'enrol' : 'complete'
}

/** When a sign-in at this stage ends at the latest; `end` is the end of a complete session. */
export function stageEnd(stage: SessionStage, now: Date, end: Date): Date {
  return stage === 'complete' ? end : new Date(now.getTime() + PENDING_MS[stage])
}

const STEPS = { second_factor: '/sign-in/second-step', enrol: '/sign-in/set-up' } as const

/** Where a sign-in at this stage goes on; `returnTo` is a checked path of this site. */
export function pathAfterSignIn(
  stage: SessionStage,
  returnTo: string | null,
  locale: Locale,
): string {
  if (stage === 'complete') return returnTo ?? translatedPath('/workspace', {}, locale)
  const path = translatedPath(STEPS[stage], {}, locale)
  return returnTo === null ? path : `${path}?${new URLSearchParams({ terug: returnTo }).toString()}`
}
