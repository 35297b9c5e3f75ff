import 'server-only'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { type CalendarDate, fromCalendarDate, toCalendarDate } from '@/lib/base/text/calendar'
import { isSlug } from '@/lib/base/text/text'
import type { InvitationView, PanelTarget, Round, RoundStanding, RoundView } from './types'

const MAX_ROUNDS = 500
export const MAX_PEOPLE = 2_000
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const roundSelect = {
  id: true,
  initiativeId: true,
  number: true,
  kind: true,
  deadline: true,
  status: true,
} as const

/** The open round of each of these initiatives, or of all, by initiative. */
export async function listOpenRounds(
  today: CalendarDate,
  initiativeIds?: readonly string[],
): Promise<Map<string, Round>> {
  const rows = await db.assessmentRound.findMany({
    where: {
      status: 'open',
      deadline: { gte: fromCalendarDate(today) },
      ...(initiativeIds && { initiativeId: { in: [...initiativeIds] } }),
    },
    select: roundSelect,
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
    take: MAX_ROUNDS,
  })
  return new Map(
    rows.map((row) => [row.initiativeId, { ...row, deadline: toCalendarDate(row.deadline) }]),
  )
}

export interface Invited {
  conflict: boolean
  state: 'invited' | 'accepted' | 'declined' | 'conflict' | null
}

/** This person's answers by initiative; absent when never asked. A conflict in any round counts. */
export async function listInvited(
  assessorId: string,
  initiativeIds: readonly string[],
): Promise<Map<string, Invited>> {
  const rows = await db.assessmentInvitation.findMany({
    where: { assessorId, round: { initiativeId: { in: [...initiativeIds] } } },
    select: { state: true, round: { select: { initiativeId: true, status: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_PEOPLE,
  })
  const found = new Map<string, Invited>()
  for (const { state, round } of rows) {
    const before = found.get(round.initiativeId)
    found.set(round.initiativeId, {
      conflict: (before?.conflict ?? false) || state === 'conflict',
      state: round.status === 'open' ? state : (before?.state ?? null),
    })
  }
  return found
}

/** Initiatives whose previous round this person judged. */
export async function listJudgedBefore(
  assessorId: string,
  rounds: readonly Pick<Round, 'initiativeId' | 'number'>[],
): Promise<Set<string>> {
  if (rounds.length === 0) return new Set()
  const rows = await db.assessment.findMany({
    where: {
      assessorId,
      kind: 'panel',
      status: 'submitted',
      OR: rounds.map(({ initiativeId, number }) => ({ initiativeId, round: number - 1 })),
    },
    select: { initiativeId: true },
    orderBy: { id: 'asc' },
    take: MAX_ROUNDS,
  })
  return new Set(rows.map(({ initiativeId }) => initiativeId))
}

/** The published initiative by id or slug; null otherwise. */
export async function getPanelTarget(
  idOrSlug: string,
  client: Transaction | typeof db = db,
): Promise<PanelTarget | null> {
  const where = UUID.test(idOrSlug)
    ? { id: idOrSlug }
    : isSlug(idOrSlug)
      ? { slug: idOrSlug }
      : null
  if (!where) return null
  const row = await client.initiative.findUnique({
    where,
    select: {
      id: true,
      slug: true,
      organisationId: true,
      organisation: { select: actingRegionFields },
      publishedRevision: {
        select: {
          id: true,
          number: true,
          title: true,
          regions: { select: { regionId: true } },
          terms: {
            where: { term: { vocabulary: { in: ['target_group', 'sector'] } } },
            select: { term: { select: { slug: true } } },
          },
        },
      },
    },
  })
  if (!row?.publishedRevision) return null
  const { regions, terms, ...revision } = row.publishedRevision
  const tagged = regions.map(({ regionId }) => regionId)
  return {
    initiativeId: row.id,
    slug: row.slug,
    title: revision.title,
    organisationId: row.organisationId,
    revisionId: revision.id,
    revisionNumber: revision.number,
    regionIds: [...tagged, ...actingRegionsOf(row.organisation)],
    termSlugs: terms.map(({ term }) => term.slug),
  }
}

/** A round with its initiative; null when unknown. */
export async function getRound(roundId: string): Promise<Round | null> {
  const row = await db.assessmentRound.findUnique({ where: { id: roundId }, select: roundSelect })
  return row && { ...row, deadline: toCalendarDate(row.deadline) }
}

/** How a round stands; the caller decides on locking. */
export async function getStanding(
  roundId: string,
  client: Transaction | typeof db = db,
): Promise<RoundStanding & { submitted: number }> {
  const round = await client.assessmentRound.findUniqueOrThrow({
    where: { id: roundId },
    select: { deadline: true },
  })
  const judged = await client.assessment.findMany({
    where: { roundId, status: 'submitted' },
    select: { assessorId: true, regionId: true },
    orderBy: { id: 'asc' },
    take: MAX_PEOPLE,
  })
  const asked = await client.assessmentInvitation.findMany({
    where: { roundId },
    select: { assessorId: true, state: true },
    orderBy: { id: 'asc' },
    take: MAX_PEOPLE,
  })
  const who = new Set(judged.map(({ assessorId }) => assessorId))
  return {
    deadline: toCalendarDate(round.deadline),
    submitted: judged.length,
    regionIds: judged.map(({ regionId }) => regionId),
    invitations: asked.map(({ state, assessorId }) => ({ state, submitted: who.has(assessorId) })),
  }
}

/** For whom someone judges. */
export const SEAT = {
  constituency: true,
  memberships: {
    where: { role: 'assessor' },
    select: {
      organisation: {
        select: { name: true, regionId: true, region: { select: { name: true } } },
      },
    },
    orderBy: { createdAt: 'asc' },
    take: 1,
  },
} satisfies Prisma.UserSelect

/** Overdue rounds, oldest first. */
export async function listOverdueRounds(today: CalendarDate): Promise<string[]> {
  const rows = await db.assessmentRound.findMany({
    where: { status: 'open', deadline: { lt: fromCalendarDate(today) } },
    select: { id: true },
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
    take: MAX_ROUNDS,
  })
  return rows.map(({ id }) => id)
}

const ROUND_VIEW = {
  ...roundSelect,
  closedAt: true,
  closingReason: true,
  revision: { select: { number: true } },
  assessments: {
    where: { status: 'submitted' },
    select: { assessorId: true, regionId: true },
    take: MAX_PEOPLE,
  },
  invitations: {
    select: {
      id: true,
      state: true,
      remindedAt: true,
      assessorId: true,
      assessor: { select: SEAT },
      replacedBy: { select: { assessor: { select: SEAT } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_PEOPLE,
  },
} satisfies Prisma.AssessmentRoundSelect

type RoundRow = Prisma.AssessmentRoundGetPayload<{ select: typeof ROUND_VIEW }>

function toInvitation(
  { id, state, remindedAt, assessor, replacedBy }: RoundRow['invitations'][number],
  submitted: boolean,
): InvitationView {
  const organisation = assessor.memberships[0]?.organisation
  return {
    id,
    state,
    submitted,
    remindedAt: remindedAt?.toISOString() ?? null,
    constituency: assessor.constituency,
    organisationName: organisation?.name ?? '',
    regionName: organisation?.region?.name ?? null,
    replacedBy: replacedBy ? (replacedBy.assessor.memberships[0]?.organisation.name ?? '') : null,
  }
}

/** The rounds of an initiative with their requests, newest first, without names of persons. */
export async function listRounds(initiativeId: string): Promise<RoundView[]> {
  const rows = await db.assessmentRound.findMany({
    where: { initiativeId },
    select: ROUND_VIEW,
    orderBy: { number: 'desc' },
    take: 50,
  })
  return rows.map(({ revision, assessments, invitations, deadline, closedAt, ...row }) => {
    const submitters = new Set(assessments.map(({ assessorId }) => assessorId))
    return {
      ...row,
      deadline: toCalendarDate(deadline),
      closedAt: closedAt?.toISOString() ?? null,
      revisionNumber: revision.number,
      submitted: assessments.length,
      regions: new Set(assessments.map(({ regionId }) => regionId)).size,
      invitations: invitations.map((invitation) =>
        toInvitation(invitation, submitters.has(invitation.assessorId)),
      ),
    }
  })
}
