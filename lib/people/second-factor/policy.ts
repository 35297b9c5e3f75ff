/**
 * Two administrators take a second factor away, and neither is the person it belongs to.
 * Source: docs/adr/0033-second-factor.md.
 */
import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { ResetRequest } from './types'

export function canRequestReset(actor: Actor, userId: string): boolean {
  return hasRight(actor, 'account.manage', PLATFORM) && actor.userId !== userId
}

export function canConfirmReset(
  actor: Actor,
  request: Pick<ResetRequest, 'userId' | 'requestedById'>,
): boolean {
  return canRequestReset(actor, request.userId) && actor.userId !== request.requestedById
}
