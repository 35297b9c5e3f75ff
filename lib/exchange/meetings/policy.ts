import { actsForOrganisation, hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { isOver, isPlanned } from './rules'
import type { MeetingTarget } from './types'

/** May plan: editors and managers of this organisation. */
export function canPlan(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

/** May change or cancel: whoever plans for its organisation, until it begins. */
export function canChange(actor: Actor | null, meeting: MeetingTarget, now: Date): boolean {
  return isPlanned(meeting, now) && canPlan(actor, meeting.organisationId)
}

/** May add material: whoever plans for its organisation, unless it is cancelled. */
export function canAddMaterial(actor: Actor | null, meeting: MeetingTarget): boolean {
  return meeting.cancelReason === null && canPlan(actor, meeting.organisationId)
}

/** May report the outcome: whoever plans for its organisation, once it is over. */
export function canReportOutcome(actor: Actor | null, meeting: MeetingTarget, now: Date): boolean {
  return isOver(meeting, now) && canPlan(actor, meeting.organisationId)
}

/** May sign up or withdraw: everyone signed in, until it begins. */
export function canSignUp(actor: Actor | null, meeting: MeetingTarget, now: Date): boolean {
  return actor !== null && isPlanned(meeting, now)
}

/** May see names and the link: whoever comes, and members of the organiser. */
export function canSeePeople(actor: Actor | null, meeting: MeetingTarget): boolean {
  return (
    actor !== null &&
    (meeting.people.some(({ userId }) => userId === actor.userId) ||
      actsForOrganisation(actor, meeting.organisationId))
  )
}
