import 'server-only'
import { getLocale } from 'next-intl/server'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname, redirect } from '@/i18n/navigation'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { env, origin } from '@/lib/base/runtime/env'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { getExpertise, listDemoAccounts, listSessions } from './data'
import { safeReturnPath } from './rules'
import { currentActor, currentSession, hasSessionCookie } from './session'
import {
  DEPARTURES,
  type Actor,
  type CurrentSession,
  type DemoAccount,
  type Departure,
  type DeviceSession,
} from './types'

/** The session of this page. A visitor goes to sign-in and comes back to `returnTo`, a path of this site. */
export async function requireSessionPage(returnTo: string): Promise<CurrentSession> {
  const session = await currentSession()
  if (session) return session
  const query = {
    terug: safeReturnPath(returnTo, origin) ?? '/',
    ...((await hasSessionCookie()) && { melding: 'verlopen' }),
  }
  return redirect({ href: { pathname: '/sign-in', query }, locale: await getLocale() })
}

/** Who reads this page. A visitor goes to sign-in and comes back to `returnTo`, a path of this site. */
export async function requireActorPage(returnTo: string): Promise<Actor> {
  return (await requireSessionPage(returnTo)).actor
}

/** Who reads, for the header of any page. With the database away everyone reads as a visitor, so that cached pages still show. */
export async function loadReader(): Promise<Actor | null> {
  try {
    return await currentActor()
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.error({ err: error }, 'database unavailable')
    return null
  }
}

/** The devices this person is signed in on, this one included. */
export async function loadSessions({ actor, sessionId }: CurrentSession): Promise<DeviceSession[]> {
  return listSessions(actor.userId, sessionId, new Date())
}

/** What this assessor knows about; null for someone who is no assessor and is never asked. */
export async function loadExpertise(
  actor: Actor,
): Promise<{ groups: string[]; sectors: string[] } | null> {
  return actor.memberships.some(({ role }) => role === 'assessor')
    ? getExpertise(actor.userId)
    : null
}

/** Accounts anyone may try; only where the demonstration data is. */
export async function loadDemoAccounts(): Promise<DemoAccount[]> {
  return env.DEMO_DATA === '1' ? listDemoAccounts(await getLocale()) : []
}

export interface SignInRequest {
  /** Path of this site, or empty for the workspace. */
  returnTo: string
  notice: Departure | 'verlopen' | 'needed' | null
  failure: ActionResult
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/**
 * What the sign-in page needs from its address: `terug` (or next-auth's `callbackUrl`), `melding`, and `error` from
 * next-auth's own route. Someone who is signed in already goes on at once.
 */
export async function loadSignIn(query: Query): Promise<SignInRequest> {
  const text = (key: string) => (typeof query[key] === 'string' ? query[key] : undefined)
  const returnTo = safeReturnPath(text('terug') ?? text('callbackUrl'), origin)
  if (await currentSession())
    redirectToPath(returnTo ?? getPathname({ href: '/workspace', locale: await getLocale() }))
  const melding = text('melding')
  const notice = [...DEPARTURES, 'verlopen' as const].find((one) => one === melding) ?? null
  return {
    returnTo: returnTo ?? '',
    notice: notice ?? (text('terug') && returnTo ? 'needed' : null),
    failure: FAILURES.get(text('error') ?? '') ?? idle,
  }
}

/** What next-auth puts in the address after its own route refused; anything else there says nothing about signing in. */
const FAILURES = new Map<string, ActionResult>([
  [
    'CredentialsSignin',
    { status: 'invalid', fieldErrors: {}, formErrors: ['signInRefused'], values: {} },
  ],
  ['UNAVAILABLE', { status: 'error', code: 'UNAVAILABLE' }],
])
