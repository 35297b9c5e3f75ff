import { actsForOrganisation, hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { isOver, isPlanned } from './rules'
import type { MeetingTarget } from './types'

export function canPlan(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

export function canChange(actor: Actor | null, meeting: MeetingTarget, now: Date): boolean {
  return isPlanned(meeting, now) && canPlan(actor, meeting.organisationId)
}

export function canAddMaterial(actor: Actor | null, meeting: MeetingTarget): boolean {
  return meeting.cancelReason === null && canPlan(actor, meeting.organisationId)
}

export function canReportOutcome(actor: Actor | null, meeting: MeetingTarget, now: Date): boolean {
  return isOver(meeting, now) && canPlan(actor, meeting.organisationId)
}

export function canSignUp(actor: Actor | null, meeting: MeetingTarget, now: Date): boolean {
  return actor !== null && isPlanned(meeting, now)
}

export function canSeePeople(actor: Actor | null, meeting: MeetingTarget): boolean {
  return (
    actor !== null &&
    (meeting.people.some(({ userId }) => userId === actor.userId) ||
      actsForOrganisation(actor, meeting.organisationId))
  )
}
