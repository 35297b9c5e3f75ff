import 'server-only'
import { getLocale } from 'next-intl/server'
import { notFound, redirect as redirectToPath } from 'next/navigation'
import { getPathname, redirect } from '@/i18n/navigation'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { env, origin } from '@/lib/base/runtime/env'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { getExpertise, hasPassword, listDemoAccounts, listSessions } from './data'
import { canAdminister, managedOrganisations } from './policy'
import { safeReturnPath } from './rules'
import { currentActor, currentSession, hasSessionCookie, pendingSession } from './session'
import { pathAfterSignIn } from './stage.rules'
import {
  DEPARTURES,
  type Actor,
  type CurrentSession,
  type DemoAccount,
  type Departure,
  type DeviceSession,
} from './types'
import { workingFor } from './working-for.rules'

/** Redirects a visitor to sign-in and back to `returnTo`, a path of this site. */
export async function requireSessionPage(returnTo: string): Promise<CurrentSession> {
  const session = await currentSession()
  if (session) return session
  const pending = await pendingSession()
  const back = safeReturnPath(returnTo, origin)
  if (pending) redirectToPath(pathAfterSignIn(pending.stage, back, await getLocale()))
  const query = {
    terug: back ?? '/',
    ...((await hasSessionCookie()) && { melding: 'verlopen' }),
  }
  return redirect({ href: { pathname: '/sign-in', query }, locale: await getLocale() })
}

export async function requireActorPage(returnTo: string): Promise<Actor> {
  return (await requireSessionPage(returnTo)).actor
}

export interface Administering {
  actor: Actor
  /** The organisations whose people they manage; null for all of them. */
  managed: string[] | null
  /** What lists show: of a manager of several, the organisation they work for now. */
  listed: string[] | null
}

/** Administrators and managers; not found for anyone else. */
export async function requireAdministration(returnTo: string): Promise<Administering> {
  const actor = await requireActorPage(returnTo)
  if (!canAdminister(actor)) notFound()
  const managed = managedOrganisations(actor)
  const working = managedOrganisations(workingFor(actor))
  return { actor, managed, listed: working?.length === 0 ? managed : working }
}

/** With the database down everyone is a visitor, so that cached pages still show. */
export async function loadReader(): Promise<Actor | null> {
  try {
    return await currentActor()
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.error({ err: error }, 'database unavailable')
    return null
  }
}

export async function loadSessions({ actor, sessionId }: CurrentSession): Promise<DeviceSession[]> {
  return listSessions(actor.userId, sessionId, new Date())
}

/** Whether this account has a password here; whoever comes from a provider may have none. */
export async function loadHasPassword(userId: string): Promise<boolean> {
  return hasPassword(userId)
}

/** An assessor's expertise; null for anyone else. */
export async function loadExpertise(
  actor: Actor,
): Promise<{ groups: string[]; sectors: string[] } | null> {
  return actor.memberships.some(({ role }) => role === 'assessor')
    ? getExpertise(actor.userId)
    : null
}

export async function loadDemoAccounts(): Promise<DemoAccount[]> {
  return env.DEMO_DATA === '1' ? listDemoAccounts(await getLocale()) : []
}

export interface SignInRequest {
  returnTo: string
  notice: Departure | 'verlopen' | 'needed' | null
  failure: ActionResult
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Reads `terug` (or next-auth's `callbackUrl`), `melding` and `error`. */
export async function loadSignIn(query: Query): Promise<SignInRequest> {
  const text = (key: string) => (typeof query[key] === 'string' ? query[key] : undefined)
  const returnTo = safeReturnPath(text('terug') ?? text('callbackUrl'), origin)
  if (await currentSession())
    redirectToPath(returnTo ?? getPathname({ href: '/workspace', locale: await getLocale() }))
  const melding = text('melding')
  const error = text('error') ?? ''
  const notice = [...DEPARTURES, 'verlopen' as const].find((one) => one === melding) ?? null
  return {
    returnTo: returnTo ?? '',
    notice: notice ?? (text('terug') && returnTo ? 'needed' : null),
    failure: FAILURES.get(error) ?? providerFailure(error) ?? idle,
  }
}

/** Errors that next-auth's own route puts in the address; others are not about signing in. */
const FAILURES = new Map<string, ActionResult>([
  [
    'CredentialsSignin',
    { status: 'invalid', fieldErrors: {}, formErrors: ['signInRefused'], values: {} },
  ],
  ['UNAVAILABLE', { status: 'error', code: 'UNAVAILABLE' }],
])

const PROVIDER_FAILURE = /^provider-([a-zA-Z]{1,20})$/

/** Why an identity provider did not let someone in; a code that is not known shows nothing. */
function providerFailure(error: string): ActionResult | undefined {
  const [, reason] = PROVIDER_FAILURE.exec(error) ?? []
  const known = PROVIDER_FAILURES.find((one) => one === reason)
  if (known === undefined) return undefined
  return { status: 'invalid', fieldErrors: {}, formErrors: [`provider_${known}`], values: {} }
}

const PROVIDER_FAILURES = [
  'away',
  'denied',
  'failed',
  'linkFirst',
  'unknown',
  'noEmail',
  'disabled',
  'taken',
]
