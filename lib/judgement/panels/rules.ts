/**
 * - A panel needs 3 assessors from 2 or more regions.
 * - A round ends when everyone asked has answered and the panel is complete, or after its deadline.
 *   On the deadline itself people can still submit.
 * - Proposed first: knowledge of a target group (3 points each, two count) or a sector (2 points,
 *   one counts), a region (2) or constituency (1) the panel lacks, minus a point per request in the
 *   past twelve months. People with a tie or a conflict are excluded.
 * - Reminders go out a week and a day before the end.
 * - Who declines or has a tie makes place for the next proposal, until the panel is complete or three
 *   days before the end. Who does not answer keeps the place: five are asked where three suffice,
 *   they are reminded, and may judge until the last day.
 * Source: docs/model.md, "Rating model", rule 3.
 */
import { daysBetween, type CalendarDate } from '@/lib/base/text/calendar'
import type {
  Candidate,
  InvitationState,
  KnownTerm,
  Proposal,
  ProposalReason,
  Round,
  RoundEnd,
  RoundStanding,
} from './types'

export const MIN_ASSESSORS = 3
export const MIN_REGIONS = 2
/** Two may drop out. */
export const ASKED_BY_DEFAULT = 5
export const MAX_ASKED = 20
export const DEFAULT_DAYS = 21
export const MIN_DAYS = 7
export const MAX_DAYS = 90
export const ASKED_MONTHS = 12
export const FIRST_REMINDER_DAYS = 7
export const LAST_REMINDER_DAYS = 1
/** Fewer days is no fair question to someone new. */
export const REPLACE_MIN_DAYS = 3
const LITTLE_ASKED = 1

/** Whether judgements from these regions make a panel. */
export function isPanel(regionIds: readonly (string | null)[]): boolean {
  return (
    regionIds.length >= MIN_ASSESSORS &&
    new Set(regionIds.filter((id) => id !== null)).size >= MIN_REGIONS
  )
}

const isWaiting = ({ state, submitted }: { state: InvitationState; submitted: boolean }) =>
  !submitted && (state === 'invited' || state === 'accepted')

/** Why a round ends today, or null. */
export function roundEnd(
  { deadline, invitations, regionIds }: RoundStanding,
  today: CalendarDate,
): RoundEnd | null {
  if (today > deadline) return 'deadline'
  return isPanel(regionIds) && !invitations.some(isWaiting) ? 'complete' : null
}

/** Whether this person may judge in the open round, if any. */
export function isAdmitted(
  round: Pick<Round, 'kind'> | null,
  { conflict, judgedBefore }: { conflict: boolean; judgedBefore: boolean },
): boolean {
  return round !== null && !conflict && (round.kind === 'fresh' || judgedBefore)
}

/** Whether someone who has yet to judge is reminded today. */
export function isReminderDue(
  { deadline, remindedOn }: { deadline: CalendarDate; remindedOn: CalendarDate | null },
  today: CalendarDate,
): boolean {
  const left = daysBetween(today, deadline)
  if (left < 0) return false
  if (remindedOn === null) return left <= FIRST_REMINDER_DAYS
  return left <= LAST_REMINDER_DAYS && daysBetween(remindedOn, deadline) > LAST_REMINDER_DAYS
}

/** Whether a deadline leaves time to judge and is not too far. */
export function deadlineProblem(
  deadline: CalendarDate,
  today: CalendarDate,
): 'deadlineTooSoon' | 'deadlineTooFar' | null {
  const days = daysBetween(today, deadline)
  return days < MIN_DAYS ? 'deadlineTooSoon' : days > MAX_DAYS ? 'deadlineTooFar' : null
}

const among = (terms: readonly KnownTerm[], slugs: ReadonlySet<string>) =>
  terms.filter(({ slug }) => slugs.has(slug))

interface Weighed {
  candidate: Candidate
  groups: KnownTerm[]
  sectors: KnownTerm[]
  points: number
}

function weigh(candidate: Candidate, slugs: ReadonlySet<string>): Weighed {
  const groups = among(candidate.groups, slugs)
  const sectors = among(candidate.sectors, slugs)
  return {
    candidate,
    groups,
    sectors,
    points: 3 * Math.min(2, groups.length) + 2 * Math.min(1, sectors.length) - candidate.asked,
  }
}

function toProposal({ candidate, groups, sectors }: Weighed, newConstituency: boolean): Proposal {
  const { userId, organisationName, regionName, constituency, asked } = candidate
  const reasons: ProposalReason[] = [
    ...(groups.length > 0 ? [{ kind: 'groups' as const, terms: groups }] : []),
    ...(sectors.length > 0 ? [{ kind: 'sectors' as const, terms: sectors }] : []),
    { kind: 'region', name: regionName },
    ...(newConstituency ? [{ kind: 'constituency' as const }] : []),
    ...(asked <= LITTLE_ASKED ? [{ kind: 'asked' as const, count: asked }] : []),
  ]
  return { userId, organisationName, regionName, constituency, reasons }
}

/** Who already takes part. */
export type Present = Pick<Candidate, 'constituency'> & { regionId: string | null }

/** The best order to ask, with reasons; each is chosen for what the panel so far lacks. */
export function proposeAssessors(
  candidates: readonly Candidate[],
  termSlugs: readonly string[],
  present: readonly Present[] = [],
): Proposal[] {
  const slugs = new Set(termSlugs)
  const left = candidates
    .map((candidate) => weigh(candidate, slugs))
    .sort((a, b) => a.candidate.userId.localeCompare(b.candidate.userId))
  const regions = new Set<string | null>(present.map(({ regionId }) => regionId))
  const constituencies = new Set<string | null>(present.map((one) => one.constituency))
  const chosen: Proposal[] = []
  while (left.length > 0) {
    const isNew = ({ constituency }: Candidate) =>
      constituency !== null && !constituencies.has(constituency)
    const total = ({ candidate, points }: Weighed) =>
      points + (regions.has(candidate.regionId) ? 0 : 2) + (isNew(candidate) ? 1 : 0)
    const best = left.reduce((first, next) => (total(next) > total(first) ? next : first))
    left.splice(left.indexOf(best), 1)
    chosen.push(toProposal(best, isNew(best.candidate)))
    regions.add(best.candidate.regionId)
    if (best.candidate.constituency !== null) constituencies.add(best.candidate.constituency)
  }
  return chosen
}

/** Whom to ask in the place of who dropped out, for what the panel then lacks; null without anyone. */
export function nextAssessor(
  candidates: readonly Candidate[],
  termSlugs: readonly string[],
  present: readonly Present[],
): Proposal | null {
  return proposeAssessors(candidates, termSlugs, present)[0] ?? null
}

/** Whether someone who drops out is replaced, is not missed, or leaves too late. */
export function replacementNeed(
  { deadline, regionIds }: Pick<RoundStanding, 'deadline' | 'regionIds'>,
  today: CalendarDate,
): 'replace' | 'complete' | 'late' {
  if (isPanel(regionIds)) return 'complete'
  return daysBetween(today, deadline) < REPLACE_MIN_DAYS ? 'late' : 'replace'
}

const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
const dayText = (date: CalendarDate) => day.format(new Date(`${date}T12:00:00Z`))

interface Letter {
  subject: string
  text: string
}

export function invitationEmail(
  title: string,
  { deadline, kind }: Pick<Round, 'deadline' | 'kind'>,
): Letter {
  const why =
    kind === 'fresh'
      ? 'U komt uit een andere regio. Daarom vragen wij wat u van dit initiatief vindt.\n\nU geeft zeven scores, elk met een reden. Uw naam staat nergens, uw organisatie wel.'
      : 'U hebt dit initiatief eerder beoordeeld. U kunt nu lezen wat anderen vonden en uw oordeel nog eens geven. Uw eerste oordeel blijft staan.'
  return {
    subject: `Wilt u "${title}" beoordelen?`,
    text: `${why}\n\nDat kan tot en met ${dayText(deadline)}. Lukt het niet, of bent u betrokken bij dit initiatief? Geef dat dan aan op dezelfde pagina.`,
  }
}

export function reminderEmail(title: string, deadline: CalendarDate): Letter {
  return {
    subject: `Nog te beoordelen: "${title}"`,
    text: `U bent gevraagd om dit initiatief te beoordelen. Dat kan tot en met ${dayText(deadline)}.\n\nLukt het niet? Geef dat dan aan. Dan weten wij dat wij niet op u hoeven te wachten.`,
  }
}

/** In the inbox of whoever requested the round. */
export const replacedNote = (left: string, next: string): string =>
  `${left} meldde zich af, ${next} is gevraagd.`

const WHY_SHORT = {
  nobody: 'Er is niemand meer die gevraagd kan worden.',
  late: 'Het is te kort voor de laatste dag om nog iemand te vragen.',
} as const

export const shortNote = (left: string, why: keyof typeof WHY_SHORT): string =>
  `${left} meldde zich af. ${WHY_SHORT[why]}`

/** To whoever requested the round and to the moderators, with what they can do. */
export function shortEmail(title: string, left: string, why: keyof typeof WHY_SHORT): Letter {
  return {
    subject: `Een beoordelaar minder voor "${title}"`,
    text: `${shortNote(left, why)}\n\nEen oordeel telt vanaf ${MIN_ASSESSORS} beoordelaars uit ${MIN_REGIONS} regio's. Kent u iemand uit een andere regio die kan beoordelen? Vraag een beheerder om die persoon uit te nodigen. Een moderator kan de ronde ook sluiten; u kunt daarna een nieuwe ronde vragen.`,
  }
}

/** To an assessor, who judged or did not get to it. */
export function closedForAssessorEmail(title: string, submitted: number, judged: boolean): Letter {
  const own = judged
    ? 'Uw oordeel staat nu op de pagina van het initiatief, naast dat van de anderen.'
    : 'U hoeft niets meer te doen. U leest het resultaat op de pagina van het initiatief.'
  const few =
    submitted < MIN_ASSESSORS
      ? `\n\nEr kwamen minder dan ${MIN_ASSESSORS} oordelen binnen. Daarom is het resultaat voorlopig.`
      : ''
  return {
    subject: `De beoordeling van "${title}" is gesloten`,
    text: `${own}${few}`,
  }
}

/** To whoever requested the round and to the owner. */
export function closedEmail(title: string, submitted: number): Letter {
  const came =
    submitted === 0
      ? 'Er kwam geen oordeel binnen.'
      : submitted === 1
        ? 'Er kwam 1 oordeel binnen.'
        : `Er kwamen ${submitted} oordelen binnen.`
  return {
    subject: `De beoordeling van "${title}" is klaar`,
    text: `${came} Iedereen kan het resultaat nu lezen op de pagina van het initiatief.\n\nBij elke score kunt u in het openbaar antwoorden.`,
  }
}
