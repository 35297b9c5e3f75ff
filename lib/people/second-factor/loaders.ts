import 'server-only'
import { getLocale } from 'next-intl/server'
import { redirect as redirectToPath } from 'next/navigation'
import { redirect } from '@/i18n/navigation'
import { origin } from '@/lib/base/runtime/env'
import { requireActorPage, requireSessionPage } from '@/lib/people/accounts/loaders'
import { isAdministrator } from '@/lib/people/accounts/policy'
import { safeReturnPath } from '@/lib/people/accounts/rules'
import {
  currentSession,
  hasSessionCookie,
  pendingSession,
  requestClient,
} from '@/lib/people/accounts/session'
import { pathAfterSignIn } from '@/lib/people/accounts/stage.rules'
import type { Actor, PendingSession } from '@/lib/people/accounts/types'
import { getFactors, getResetRequest, getTotpSetUp, listResetRequests } from './data'
import { canConfirmReset, canRequestReset } from './policy'
import type { Factors, ResetRequest, TotpSetUp } from './types'

type Query = Readonly<Record<string, string | string[] | undefined>>

const returnPath = ({ terug }: Query) =>
  safeReturnPath(typeof terug === 'string' ? terug : null, origin)

/** The sign-in that waits at this stage; anyone else goes to where they are. */
async function requirePendingPage(
  stage: PendingSession['stage'],
  query: Query,
): Promise<{ pending: PendingSession; returnTo: string }> {
  const [back, locale, pending] = [returnPath(query), await getLocale(), await pendingSession()]
  if (pending?.stage === stage) return { pending, returnTo: back ?? '' }
  if (pending) return redirectToPath(pathAfterSignIn(pending.stage, back, locale))
  if (await currentSession()) return redirectToPath(pathAfterSignIn('complete', back, locale))
  const ended = (await hasSessionCookie()) ? { melding: 'verlopen' } : {}
  const wanted = back === null ? {} : { terug: back }
  return redirect({ href: { pathname: '/sign-in', query: { ...wanted, ...ended } }, locale })
}

export interface SecondStep {
  email: string
  returnTo: string
  hasApp: boolean
  hasPasskey: boolean
  hasCodes: boolean
}

/** For whoever gave the right password and has a factor. */
export async function loadSecondStep(query: Query): Promise<SecondStep> {
  const { pending, returnTo } = await requirePendingPage('second_factor', query)
  const { totp, passkeys, codesLeft } = await getFactors(pending.userId)
  return {
    email: pending.email,
    returnTo,
    hasApp: totp !== null,
    hasPasskey: passkeys.length > 0,
    hasCodes: codesLeft > 0,
  }
}

export interface SetUp {
  returnTo: string
  app: TotpSetUp | null
  factors: Factors
  /** A first name for a passkey made here, such as "Firefox, Windows". */
  device: string
}

/** For whoever must set up a first factor before going on. */
export async function loadFirstSetUp(query: Query): Promise<SetUp> {
  const { pending, returnTo } = await requirePendingPage('enrol', query)
  const [app, factors] = await Promise.all([
    getTotpSetUp(pending.userId, pending.email, new Date()),
    getFactors(pending.userId),
  ])
  return { returnTo, app, factors, device: (await requestClient()).device }
}

/** For whoever adds a factor on the account page. */
export async function loadSetUp(path: string): Promise<SetUp & { email: string }> {
  const { actor } = await requireSessionPage(path)
  const [app, factors] = await Promise.all([
    getTotpSetUp(actor.userId, actor.email, new Date()),
    getFactors(actor.userId),
  ])
  const { device } = await requestClient()
  return { returnTo: '', app, factors, device, email: actor.email }
}

export async function loadFactors(actor: Actor): Promise<Factors> {
  return getFactors(actor.userId)
}

export interface ResetState {
  hasFactor: boolean
  request: ResetRequest | null
  canRequest: boolean
  canConfirm: boolean
}

/** What an administrator can do about the second factor of a person; null for anyone else. */
export async function loadResetState(actor: Actor, userId: string): Promise<ResetState | null> {
  if (!isAdministrator(actor)) return null
  const [request, { totp, passkeys }] = await Promise.all([
    getResetRequest(userId, new Date()),
    getFactors(userId),
  ])
  return {
    hasFactor: totp !== null || passkeys.length > 0,
    request,
    canRequest: canRequestReset(actor, userId),
    canConfirm: request !== null && canConfirmReset(actor, request),
  }
}

/** Resets that wait for a second administrator; none for anyone else. */
export async function loadResetRequests(returnTo: string): Promise<ResetRequest[]> {
  const actor = await requireActorPage(returnTo)
  return isAdministrator(actor) ? listResetRequests(new Date()) : []
}
