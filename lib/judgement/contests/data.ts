import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { listModerators } from '@/lib/people/accounts/recipients.data'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import { canDecideContest } from './policy'
import { showsWords, subjectKey } from './rules'
import type { ContestCase, ContestRow, ContestTarget, ContestView } from './types'

const MAX_LISTED = 100
const MAX_JUDGES = 100
const MAX_OPEN = 200

const criterion = { select: { slug: true, labelNl: true, labelEn: true } } as const

const VIEW = {
  id: true,
  about: true,
  criterion,
  fromOwner: true,
  reason: true,
  source: true,
  state: true,
  decision: true,
  createdAt: true,
  endedAt: true,
  organisation: { select: { name: true } },
  deciderOrganisation: { select: { name: true } },
  revision: { select: { number: true } },
} as const satisfies Prisma.ContestSelect

type ViewRow = Prisma.ContestGetPayload<{ select: typeof VIEW }>

const toView = (row: ViewRow): Omit<ContestView, 'words'> => ({
  id: row.id,
  about: row.about,
  criterion: row.criterion,
  version: row.revision.number,
  fromOwner: row.fromOwner,
  organisation: row.organisation?.name ?? null,
  state: row.state,
  deciderOrganisation: row.deciderOrganisation?.name ?? null,
  on: row.createdAt.toISOString(),
  endedOn: row.endedAt?.toISOString() ?? null,
})

const countOpenRounds = (initiativeId: string) =>
  db.assessmentRound.count({ where: { initiativeId, status: 'open' } })

/** The contests of a published initiative, newest first; the words of scores hide in a round. */
export async function listContests(initiativeId: string): Promise<ContestView[]> {
  const [rows, openRounds] = await Promise.all([
    db.contest.findMany({
      where: { initiativeId, initiative: { publishedRevisionId: { not: null } } },
      select: VIEW,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MAX_LISTED,
    }),
    countOpenRounds(initiativeId),
  ])
  return rows.map((row) => ({
    ...toView(row),
    words: showsWords(row.about, openRounds > 0)
      ? { reason: row.reason, source: row.source, decision: row.decision }
      : null,
  }))
}

/** What can be contested of a published initiative; null when it is not published. */
export async function getContestTarget(initiativeId: string): Promise<ContestTarget | null> {
  if (!z.uuid().safeParse(initiativeId).success) return null
  const [row, openRounds, round] = await Promise.all([
    db.initiative.findUnique({
      where: { id: initiativeId },
      select: {
        slug: true,
        organisationId: true,
        organisation: { select: { name: true, ...actingRegionFields } },
        publishedRevision: {
          select: {
            id: true,
            title: true,
            regions: { select: { regionId: true }, orderBy: { regionId: 'asc' }, take: 50 },
            _count: { select: { results: true } },
          },
        },
      },
    }),
    countOpenRounds(initiativeId),
    db.assessmentRound.findFirst({
      where: { initiativeId, status: 'closed' },
      select: { id: true },
      orderBy: { number: 'desc' },
    }),
  ])
  if (!row?.publishedRevision) return null
  const { publishedRevision: revision, organisation } = row
  const criteria = round
    ? await db.criterion.findMany({
        where: {
          scores: {
            some: { score: { not: null }, assessment: { roundId: round.id, status: 'submitted' } },
          },
        },
        select: { id: true, ...criterion.select },
        orderBy: { number: 'asc' },
        take: MAX_LISTED,
      })
    : []
  return {
    initiativeId,
    slug: row.slug,
    title: revision.title,
    organisationId: row.organisationId,
    organisationName: organisation.name,
    regionIds: [
      ...revision.regions.map(({ regionId }) => regionId),
      ...actingRegionsOf(organisation),
    ],
    revisionId: revision.id,
    hasResults: revision._count.results > 0,
    hasOpenRound: openRounds > 0,
    judged: round && criteria.length > 0 ? { roundId: round.id, criteria } : null,
  }
}

/** The choices this person used up: once per score of a round and per fact of a version. */
export async function listOwnSubjects(
  { initiativeId, revisionId, judged }: ContestTarget,
  contesterId: string,
): Promise<{ id: string; key: string }[]> {
  const rows = await db.contest.findMany({
    where: {
      initiativeId,
      contesterId,
      OR: [
        { about: { not: 'score' }, revisionId },
        { about: 'score', roundId: judged?.roundId ?? null },
      ],
    },
    select: { id: true, about: true, criterion },
    orderBy: { id: 'asc' },
    take: MAX_LISTED,
  })
  return rows.map((one) => ({
    id: one.id,
    key: subjectKey(one.about, one.criterion?.slug ?? null),
  }))
}

const CASE = {
  ...VIEW,
  initiativeId: true,
  revisionId: true,
  contesterId: true,
  organisationId: true,
  organisation: { select: { name: true, ...actingRegionFields } },
  revision: { select: { number: true, decidedById: true } },
  round: {
    select: {
      assessments: {
        where: { kind: 'panel' },
        select: { assessorId: true, organisationId: true },
        orderBy: { id: 'asc' },
        take: MAX_JUDGES,
      },
    },
  },
  initiative: {
    select: {
      slug: true,
      organisationId: true,
      organisation: { select: actingRegionFields },
      publishedRevision: {
        select: {
          id: true,
          title: true,
          regions: { select: { regionId: true }, orderBy: { regionId: 'asc' }, take: 50 },
        },
      },
    },
  },
} as const satisfies Prisma.ContestSelect

function toCase(row: Prisma.ContestGetPayload<{ select: typeof CASE }>): ContestCase {
  const { initiative, organisation, round, revision } = row
  const judges = round?.assessments ?? []
  return {
    ...toView(row),
    initiativeId: row.initiativeId,
    slug: initiative.slug,
    title: initiative.publishedRevision?.title ?? initiative.slug,
    reason: row.reason,
    source: row.source,
    decision: row.decision,
    revisionId: row.revisionId,
    isCurrent: initiative.publishedRevision?.id === row.revisionId,
    contesterId: row.contesterId,
    ownerOrganisationId: initiative.organisationId,
    ownerRegionIds: [
      ...(initiative.publishedRevision?.regions ?? []).map(({ regionId }) => regionId),
      ...actingRegionsOf(initiative.organisation),
    ],
    contesterOrganisationId: row.organisationId,
    contesterRegionIds: organisation ? actingRegionsOf(organisation) : [],
    judgeIds:
      row.about === 'score'
        ? judges.map(({ assessorId }) => assessorId)
        : revision.decidedById === null
          ? []
          : [revision.decidedById],
    judgeOrganisationIds: judges.map(({ organisationId }) => organisationId),
  }
}

/** A contest with its sides, or null. The policy says who may read it. */
export async function getContest(
  id: string,
  client: Transaction | typeof db = db,
): Promise<ContestCase | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await client.contest.findUnique({ where: { id }, select: CASE })
  return row && toCase(row)
}

/** The moderators who may decide on a contest. */
export async function listDeciderIds(
  contest: ContestCase,
  client: Transaction | typeof db,
): Promise<string[]> {
  const graph = await getRegionGraph()
  return (await listModerators(client))
    .filter(({ id: userId, memberships }) =>
      canDecideContest({ userId, memberships, platformRoles: ['moderator'] }, contest, graph),
    )
    .map(({ id }) => id)
}

/** Contests that can be decided now, oldest first: of a score only when no round is open. */
export async function listOpenContests(): Promise<ContestCase[]> {
  const rows = await db.contest.findMany({
    where: {
      state: 'open',
      OR: [{ about: { not: 'score' } }, { initiative: { rounds: { none: { status: 'open' } } } }],
    },
    select: CASE,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_OPEN,
  })
  return rows.map(toCase)
}

/** Upheld contests of facts that still stand in the public version of these organisations. */
export async function listToMend(organisationIds: readonly string[]): Promise<ContestRow[]> {
  if (organisationIds.length === 0) return []
  const rows = await db.contest.findMany({
    where: {
      state: 'upheld',
      about: { not: 'score' },
      initiative: { organisationId: { in: [...organisationIds] } },
    },
    select: {
      id: true,
      revisionId: true,
      endedAt: true,
      createdAt: true,
      initiative: {
        select: { slug: true, publishedRevision: { select: { id: true, title: true } } },
      },
    },
    orderBy: [{ endedAt: 'asc' }, { id: 'asc' }],
    take: MAX_OPEN,
  })
  return rows.flatMap(({ id, revisionId, endedAt, createdAt, initiative }) =>
    initiative.publishedRevision?.id === revisionId
      ? [
          {
            id,
            title: initiative.publishedRevision.title,
            slug: initiative.slug,
            on: endedAt ?? createdAt,
          },
        ]
      : [],
  )
}
