import NextAuth, { type AuthOptions, type User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { NextRequest } from 'next/server'
import { revokeSession } from '@/lib/people/accounts/sessions.mutations'
import { authenticate, type SignInOutcome } from '@/lib/people/accounts/sign-in.mutations'
import { safeReturnPath } from '@/lib/people/accounts/rules'
import { credentialsSchema } from '@/lib/people/accounts/schema'
import {
  cookieOptions,
  cookiePrefix,
  knownDevices,
  loadSession,
  parseToken,
  requestClient,
  SESSION_COOKIE,
  SESSION_MAX_AGE_SECONDS,
  sessionSecret,
  writeDeviceCookie,
} from '@/lib/people/accounts/session'
import { origin } from '@/lib/base/runtime/env'
import { problemResponse } from '@/lib/base/http/headers'
import { log } from '@/lib/base/runtime/log'
import { isSameOrigin } from '@/lib/base/http/network'

declare module 'next-auth' {
  interface User {
    sessionId: string
  }
}

/** The parts of next-auth in use; the form is a server action (docs/adr/0004-sessions.md). */
const PATHS = new Set(['csrf', 'providers', 'session', 'signin', 'signout', 'callback', 'error'])

interface Limit {
  retryAfterSeconds: number | null
}

/** next-auth puts error texts in the address, so only codes may be thrown. */
async function signIn(
  typed: Record<string, string> | undefined,
  limit: Limit,
): Promise<User | null> {
  const credentials = credentialsSchema.safeParse(typed)
  if (!credentials.success) return null
  const outcome = await attempt(credentials.data)
  if (outcome.status === 'limited') limit.retryAfterSeconds = outcome.retryAfterSeconds
  if (outcome.status !== 'ok') return null
  await writeDeviceCookie(outcome)
  return { id: outcome.userId, sessionId: outcome.sessionId }
}

async function attempt(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    return await authenticate({
      ...credentials,
      ...(await requestClient()),
      knownDevices: await knownDevices(),
    })
  } catch (error) {
    log.error({ err: error }, 'sign-in failed')
    throw new Error('UNAVAILABLE', { cause: error })
  }
}

function options(limit: Limit): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_SECONDS },
    useSecureCookies: cookiePrefix !== '',
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: cookieOptions },
      callbackUrl: { name: `${cookiePrefix}praktijkbank-callback-url`, options: cookieOptions },
      csrfToken: { name: `${cookiePrefix}praktijkbank-csrf-token`, options: cookieOptions },
    },
    pages: { signIn: '/inloggen', signOut: '/werkplek/account', error: '/inloggen' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (typed) => signIn(typed, limit),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => parseToken(token) ?? { userId: user.id, sessionId: user.sessionId },
      async session({ session, token }) {
        const ids = parseToken(token)
        const current = ids && (await loadSession(ids))
        // next-auth answers an error with an empty session and clears the cookie.
        if (!current) throw new Error('session has ended')
        return {
          expires: session.expires,
          user: { name: current.actor.name, email: current.actor.email },
        }
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${safeReturnPath(url, origin) ?? '/'}`,
    },
    events: {
      async signOut({ token }) {
        const ids = parseToken(token)
        if (ids) await revokeSession(ids.userId, ids.sessionId)
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}

interface Context {
  params: Promise<{ nextauth: string[] }>
}

function limitedResponse(retryAfterSeconds: number): Response {
  const seconds = String(retryAfterSeconds)
  const answer = problemResponse(
    429,
    'Te veel pogingen',
    `Probeer het over ${seconds} seconden opnieuw.`,
    { retryAfterSeconds },
  )
  answer.headers.set('retry-after', seconds)
  return answer
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const [path = ''] = (await context.params).nextauth
  if (!PATHS.has(path)) return problemResponse(404, 'Niet gevonden', 'Dit adres bestaat niet.')
  const limit: Limit = { retryAfterSeconds: null }
  const answer: unknown = await NextAuth(request, context, options(limit))
  if (limit.retryAfterSeconds !== null) return limitedResponse(limit.retryAfterSeconds)
  if (!(answer instanceof Response)) throw new Error('next-auth gave no response')
  return answer
}

export const GET = handle

/** Cross-site forms are refused before next-auth checks its token. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isSameOrigin(request.headers))
    return problemResponse(403, 'Geweigerd', 'Dit formulier is niet vanaf deze website verstuurd.')
  return handle(request, context)
}
