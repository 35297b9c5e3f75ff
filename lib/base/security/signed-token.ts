import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/base/runtime/env'

const MAX_TOKEN = 500

function signature(purpose: string, payload: string): Buffer {
  if (!env.NEXTAUTH_SECRET)
    throw new Error(
      'NEXTAUTH_SECRET is not set; start with "npm start", or set 32 random characters or more',
    )
  return createHmac('sha256', env.NEXTAUTH_SECRET).update(`${purpose}\0${payload}`).digest()
}

/** A payload signed for one purpose. Signed, not encrypted: put no secret in it. */
export function signToken(purpose: string, payload: string): string {
  return `${Buffer.from(payload).toString('base64url')}.${signature(purpose, payload).toString('base64url')}`
}

export function readToken(purpose: string, token: string): string | null {
  if (token.length > MAX_TOKEN) return null
  const [encoded = '', signed = '', ...rest] = token.split('.')
  if (rest.length > 0) return null
  const payload = Buffer.from(encoded, 'base64url').toString()
  const given = Buffer.from(signed, 'base64url')
  const expected = signature(purpose, payload)
  return given.length === expected.length && timingSafeEqual(given, expected) ? payload : null
}
