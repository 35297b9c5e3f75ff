import 'server-only'
import { getLocale } from 'next-intl/server'
import { notFound, redirect as redirectToPath } from 'next/navigation'
import { redirect } from '@/i18n/navigation'
import { origin } from '@/lib/base/runtime/env'
import { requireActorPage, requireSessionPage } from '@/lib/people/accounts/loaders'
import { isAdministrator } from '@/lib/people/accounts/policy'
import { safeReturnPath } from '@/lib/people/accounts/rules'
import { emailKey } from '@/lib/people/accounts/schema'
import {
  currentSession,
  hasSessionCookie,
  pendingSession,
  requestClient,
} from '@/lib/people/accounts/session'
import { pathAfterSignIn } from '@/lib/people/accounts/stage.rules'
import type { Actor, PendingSession } from '@/lib/people/accounts/types'
import { findPerson, getFactors, getResetRequest, getTotpSetUp, listResetRequests } from './data'
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
    getTotpSetUp(pending, pending.email, new Date()),
    getFactors(pending.userId),
  ])
  return { returnTo, app, factors, device: (await requestClient()).device }
}

/** For whoever adds a factor on the account page. */
export async function loadSetUp(path: string): Promise<SetUp & { email: string }> {
  const { actor, sessionId } = await requireSessionPage(path)
  const [app, factors] = await Promise.all([
    getTotpSetUp({ userId: actor.userId, sessionId }, actor.email, new Date()),
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

export interface ResetDesk {
  actor: Actor
  requests: ResetRequest[]
  /** The person that was looked for; undefined before, null when there is none. */
  found: { userId: string; name: string } | null | undefined
}

/** Resets that wait, and a person by address. For administrators; not found for anyone else. */
export async function loadResetDesk(path: string, address: string): Promise<ResetDesk> {
  const actor = await requireActorPage(path)
  if (!isAdministrator(actor)) notFound()
  const typed = emailKey.safeParse(address)
  const [requests, found] = await Promise.all([
    listResetRequests(new Date()),
    typed.success ? findPerson(typed.data) : undefined,
  ])
  return { actor, requests, found }
}
