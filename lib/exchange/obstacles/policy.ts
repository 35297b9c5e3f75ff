import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { ObstacleTarget } from './types'

export function canAdd(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

export function canLink(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

export function canCurate(
  actor: Actor | null,
  { councilIds }: Pick<ObstacleTarget, 'councilIds'>,
): boolean {
  return (
    hasRight(actor, 'obstacle.curate', PLATFORM) ||
    councilIds.some((organisationId) => hasRight(actor, 'obstacle.curate', { organisationId }))
  )
}

export function canEdit(actor: Actor | null, target: ObstacleTarget): boolean {
  return (
    canCurate(actor, target) ||
    (target.organisationId !== null && canAdd(actor, target.organisationId))
  )
}
