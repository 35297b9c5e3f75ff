import 'server-only'
import { decode, encode, type JWT } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { z } from 'zod'
import { env, origin } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { clientNetwork } from '@/lib/platform/network'
import { getSession } from './data'
import { saveSessionSeen } from './mutations'
import { deviceName, isTouchDue, SESSION_ABSOLUTE_MS } from './rules'
import type { Actor, Client, CurrentSession } from './types'

/** The only thing the token carries. Everything else is read from the database at each request. */
const tokenSchema = z.object({ userId: z.uuid(), sessionId: z.uuid() })
export type SessionToken = z.infer<typeof tokenSchema>

const isSecure = origin.startsWith('https://')
/** `__Host-` binds a cookie to this host and to https; browsers refuse the prefix without https. */
export const cookiePrefix = isSecure ? '__Host-' : ''
export const SESSION_COOKIE = `${cookiePrefix}praktijkbank-session`
export const cookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const
export const SESSION_MAX_AGE_SECONDS = SESSION_ABSOLUTE_MS / 1_000

/** The key that tokens are encrypted with. */
export function sessionSecret(): string {
  if (!env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is not set; start with "npm start", or set 32 random characters or more')
  return env.NEXTAUTH_SECRET
}

/** The ids in a decoded token, or null when it is not one of ours. */
export function parseToken(token: JWT | null | undefined): SessionToken | null {
  const parsed = tokenSchema.safeParse(token)
  return parsed.success ? parsed.data : null
}

/** True when the browser still holds a session cookie, whether or not it counts. */
export async function hasSessionCookie(): Promise<boolean> {
  return (await cookies()).has(SESSION_COOKIE)
}

async function readToken(): Promise<SessionToken | null> {
  const value = (await cookies()).get(SESSION_COOKIE)?.value
  if (!value) return null
  try {
    return parseToken(await decode({ token: value, secret: sessionSecret() }))
  } catch (error) {
    // A forged, damaged or expired token is the same as no token; a missing secret is not.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_J')) return null
    throw error
  }
}

/** The session of this request, or null. One read per request, however many ask. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const token = await readToken()
  return token ? loadSession(token) : null
})

/** The session a token names, or null when it no longer counts. Notes that it was used. */
export async function loadSession({ sessionId, userId }: SessionToken): Promise<CurrentSession | null> {
  const now = new Date()
  const session = await getSession(sessionId, userId, now)
  if (!session) return null
  if (isTouchDue(session.lastSeenAt, now)) await saveSessionSeen(sessionId, now)
  return { sessionId, actor: session.actor }
}

/** Who is asking, or null for a visitor. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}

/** Who is asking. @throws AppError NOT_SIGNED_IN */
export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor
}

/** The session of this request. @throws AppError NOT_SIGNED_IN */
export async function requireSession(): Promise<CurrentSession> {
  const session = await currentSession()
  if (!session) throw new AppError('NOT_SIGNED_IN')
  return session
}

/** Gives this browser the session; only in an action or route handler. next-auth reads the same cookie. */
export async function writeSessionCookie(token: SessionToken, expiresAt: Date): Promise<void> {
  const value = await encode({ token, secret: sessionSecret(), maxAge: SESSION_MAX_AGE_SECONDS })
  ;(await cookies()).set(SESSION_COOKIE, value, { ...cookieOptions, expires: expiresAt })
}

/** Takes the session away from this browser; only in an action or route handler. */
export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).set(SESSION_COOKIE, '', { ...cookieOptions, maxAge: 0 })
}

/** Where this request comes from. */
export async function requestClient(): Promise<Client> {
  const list = await headers()
  return { network: clientNetwork(list.get('x-forwarded-for'), env.TRUSTED_PROXIES), device: deviceName(list.get('user-agent')) }
}
