import 'server-only'
import { randomUUID } from 'node:crypto'
import { decode, encode, type JWT } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { z } from 'zod'
import { env, origin } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { clientNetwork } from '@/lib/base/http/network'
import { readToken as readSigned, signToken } from '@/lib/base/security/signed-token'
import { getSession } from './data'
import { getPendingSession } from './stage.data'
import { type NewSession, saveSessionSeen } from './sessions.mutations'
import {
  DEVICE_KNOWN_SECONDS,
  deviceName,
  deviceText,
  isTouchDue,
  MAX_KNOWN_ACCOUNTS,
  parseDevice,
  rememberDevice,
  SESSION_ABSOLUTE_MS,
  type KnownDevice,
} from './rules'
import type { Actor, Client, CurrentSession, FactorOwner, PendingSession } from './types'

/** Everything else is read from the database at each request. */
const tokenSchema = z.object({ userId: z.uuid(), sessionId: z.uuid() })
export type SessionToken = z.infer<typeof tokenSchema>

const isSecure = origin.startsWith('https://')
/** `__Host-` binds a cookie to this host; browsers refuse the prefix without https. */
export const cookiePrefix = isSecure ? '__Host-' : ''
export const SESSION_COOKIE = `${cookiePrefix}praktijkbank-session`
/** Set only after a right password. */
export const DEVICE_COOKIE = `${cookiePrefix}praktijkbank-device`
const DEVICE_PURPOSE = 'accounts.device'
const BETWEEN_DEVICES = '~'
export const cookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isSecure,
} as const
export const SESSION_MAX_AGE_SECONDS = SESSION_ABSOLUTE_MS / 1_000

export function sessionSecret(): string {
  if (!env.NEXTAUTH_SECRET)
    throw new Error(
      'NEXTAUTH_SECRET is not set; start with "npm start", or set 32 random characters or more',
    )
  return env.NEXTAUTH_SECRET
}

export function parseToken(token: JWT | null | undefined): SessionToken | null {
  const parsed = tokenSchema.safeParse(token)
  return parsed.success ? parsed.data : null
}

/** True when the browser has a session cookie, valid or not. */
export async function hasSessionCookie(): Promise<boolean> {
  return (await cookies()).has(SESSION_COOKIE)
}

async function readToken(): Promise<SessionToken | null> {
  const value = (await cookies()).get(SESSION_COOKIE)?.value
  if (!value) return null
  try {
    return parseToken(await decode({ token: value, secret: sessionSecret() }))
  } catch (error) {
    // A forged, damaged or expired token counts as none; a missing secret does not.
    if (
      error instanceof Error &&
      'code' in error &&
      typeof error.code === 'string' &&
      error.code.startsWith('ERR_J')
    )
      return null
    throw error
  }
}

export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const token = await readToken()
  return token ? loadSession(token) : null
})

/** The session of a token, or null when it has ended. Records its use. */
export async function loadSession({
  sessionId,
  userId,
}: SessionToken): Promise<CurrentSession | null> {
  const now = new Date()
  const session = await getSession(sessionId, userId, now)
  if (!session) return null
  if (isTouchDue(session.lastSeenAt, now)) await saveSessionSeen(sessionId, now)
  return { sessionId, actor: session.actor }
}

/** A sign-in of this browser that waits for its second step; null without one. */
export const pendingSession = cache(async (): Promise<PendingSession | null> => {
  const token = await readToken()
  return token ? getPendingSession(token.sessionId, token.userId, new Date()) : null
})

export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}

/** @throws AppError NOT_SIGNED_IN */
export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor
}

/** @throws AppError NOT_SIGNED_IN */
export async function requireSession(): Promise<CurrentSession> {
  const session = await currentSession()
  if (!session) throw new AppError('NOT_SIGNED_IN')
  return session
}

/**
 * Whoever is signed in, or gave the right password and must set up a first factor now.
 * @throws AppError NOT_SIGNED_IN
 */
export async function requireFactorOwner(): Promise<FactorOwner> {
  const session = await currentSession()
  if (session) {
    const { userId, email } = session.actor
    return { userId, sessionId: session.sessionId, stage: 'complete', email }
  }
  const pending = await pendingSession()
  if (pending?.stage !== 'enrol') throw new AppError('NOT_SIGNED_IN')
  return { ...pending, stage: pending.stage }
}

/** For actions and route handlers only. next-auth reads the same cookie. */
export async function writeSessionCookie(token: SessionToken, expiresAt: Date): Promise<void> {
  const value = await encode({ token, secret: sessionSecret(), maxAge: SESSION_MAX_AGE_SECONDS })
  ;(await cookies()).set(SESSION_COOKIE, value, { ...cookieOptions, expires: expiresAt })
}

export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).set(SESSION_COOKIE, '', { ...cookieOptions, maxAge: 0 })
}

/** What a browser gets at sign-in: the session, and being known. For actions and route handlers. */
export async function welcome(session: NewSession): Promise<void> {
  const { userId, sessionId, expiresAt, sessionVersion } = session
  await writeSessionCookie({ userId, sessionId }, expiresAt)
  await writeDeviceCookie({ userId, sessionVersion })
}

export async function knownDevices(): Promise<KnownDevice[]> {
  const value = (await cookies()).get(DEVICE_COOKIE)?.value ?? ''
  const tokens = value.split(BETWEEN_DEVICES, MAX_KNOWN_ACCOUNTS)
  return tokens
    .map((token) => parseDevice(readSigned(DEVICE_PURPOSE, token)))
    .filter((one) => one !== null)
}

export async function writeDeviceCookie({
  userId,
  sessionVersion,
}: {
  userId: string
  sessionVersion: number
}): Promise<void> {
  const known = await knownDevices()
  const deviceId = known.find((one) => one.userId === userId)?.deviceId ?? randomUUID()
  const devices = rememberDevice(known, { userId, version: sessionVersion, deviceId })
  const value = devices
    .map((one) => signToken(DEVICE_PURPOSE, deviceText(one)))
    .join(BETWEEN_DEVICES)
  ;(await cookies()).set(DEVICE_COOKIE, value, { ...cookieOptions, maxAge: DEVICE_KNOWN_SECONDS })
}

export async function requestClient(): Promise<Client> {
  const list = await headers()
  return {
    network: clientNetwork(list.get('x-forwarded-for'), env.TRUSTED_PROXIES),
    device: deviceName(list.get('user-agent')),
  }
}

/** Who asks, for limits per person: an account, else a network. */
export async function readerKey(): Promise<string> {
  const [session, { network }] = await Promise.all([currentSession(), requestClient()])
  return session ? `account ${session.actor.userId}` : `network ${network}`
}
