import 'server-only'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { env, origin } from '@/lib/platform/env'
import { listDemoAccounts, listSessions } from './data'
import { safeReturnPath } from './rules'
import { currentSession, hasSessionCookie } from './session'
import type { Actor, CurrentSession, DemoAccount, DeviceSession } from './types'

/** The session of this page. A visitor goes to sign-in and comes back to `returnTo`, a path of this site. */
export async function requireSessionPage(returnTo: string): Promise<CurrentSession> {
  const session = await currentSession()
  if (session) return session
  const query = { terug: safeReturnPath(returnTo, origin) ?? '/', ...((await hasSessionCookie()) && { melding: 'verlopen' }) }
  return redirect({ href: { pathname: '/sign-in', query }, locale: await getLocale() })
}

/** Who reads this page. A visitor goes to sign-in and comes back to `returnTo`, a path of this site. */
export async function requireActorPage(returnTo: string): Promise<Actor> {
  return (await requireSessionPage(returnTo)).actor
}

/** The devices this person is signed in on, this one included. */
export async function loadSessions({ actor, sessionId }: CurrentSession): Promise<DeviceSession[]> {
  return listSessions(actor.userId, sessionId, new Date())
}

/** Accounts anyone may try; only where the demonstration data is. */
export async function loadDemoAccounts(): Promise<DemoAccount[]> {
  return env.DEMO_DATA === '1' ? listDemoAccounts(await getLocale()) : []
}

/** Where sign-in leads to: the page someone came from, when it is one of this site. */
export function loadReturnPath(asked: string | undefined): string {
  return safeReturnPath(asked, origin) ?? ''
}
