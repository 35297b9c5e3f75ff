import 'server-only'
import { actingRegionFields } from '@/lib/people/accounts/regions.rules'
import { z } from 'zod'
import { listInitiativeIndicators } from '@/lib/judgement/measurements/data'
import { db, type Transaction } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { lateSigning, periodBegin, splitVerdicts } from './rules'
import { regionLineage, type RegionGraph } from '@/lib/base/regions/rules'
import { readableRegions } from './policy'
import type {
  ExpectationView,
  MeasureTarget,
  MeasureYear,
  ServingInitiative,
  VerdictView,
  AwaitedReaction,
} from './types'

const LIMIT = 2_000

const verdictSelect = {
  id: true,
  measureId: true,
  year: true,
  observed: true,
  otherCauses: true,
  confidence: true,
  decision: true,
  reason: true,
  supersedesId: true,
  signedAt: true,
  version: true,
  reactions: {
    select: { id: true, constituency: true, text: true, byMember: true, createdAt: true },
    orderBy: { id: 'asc' as const },
    take: 50,
  },
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null

interface StoredExpectation {
  id: string
  year: number
  text: string
  writtenAfterwards: boolean
  signedAt: Date | null
  periodBeginsOn: Date | null
  version: number
}

function toExpectation(row: StoredExpectation): ExpectationView {
  const { id, year, text, writtenAfterwards, signedAt, periodBeginsOn, version } = row
  const begin = toCalendarDate(periodBeginsOn) ?? periodBegin(year, null)
  return {
    id,
    text,
    writtenAfterwards,
    version,
    signedAt: iso(signedAt),
    lateOn: signedAt && lateSigning(signedAt, begin),
  }
}

/** Expectations and verdicts of these measures and years, without empty ones. */
export async function listMeasureYears(
  measureIds: readonly string[],
  years: readonly number[],
  client: Transaction = db,
): Promise<MeasureYear[]> {
  if (measureIds.length === 0) return []
  const where = { measureId: { in: [...measureIds] }, year: { in: [...years] } }
  // Sequential: a transaction has one connection.
  const expectations = await client.policyExpectation.findMany({
    where,
    select: {
      id: true,
      measureId: true,
      year: true,
      text: true,
      writtenAfterwards: true,
      periodBeginsOn: true,
      signedAt: true,
      version: true,
    },
    orderBy: { id: 'asc' },
    take: LIMIT,
  })
  const verdicts = await client.policyVerdict.findMany({
    where,
    select: verdictSelect,
    orderBy: { id: 'asc' },
    take: LIMIT,
  })
  const perYear = new Map<string, MeasureYear & { all: VerdictView[] }>()
  const at = ({ measureId, year }: { measureId: string; year: number }) => {
    const key = `${measureId} ${year}`
    const found = perYear.get(key) ?? {
      measureId,
      year,
      expectation: null,
      current: null,
      replaced: [],
      draft: null,
      all: [],
    }
    perYear.set(key, found)
    return found
  }
  for (const row of expectations) at(row).expectation = toExpectation(row)
  for (const { measureId, signedAt, reactions, ...row } of verdicts) {
    at({ measureId, year: row.year }).all.push({
      ...row,
      signedAt: iso(signedAt),
      reactions: reactions.map((reaction) => ({
        ...reaction,
        createdAt: reaction.createdAt.toISOString(),
      })),
    })
  }
  return [...perYear.values()].map(({ all, ...rest }) => ({ ...rest, ...splitVerdicts(all) }))
}

/** One measure in one year; empty when nothing was written. */
export async function getMeasureYear(measureId: string, year: number): Promise<MeasureYear> {
  const [found] = await listMeasureYears([measureId], [year])
  return found ?? { measureId, year, expectation: null, current: null, replaced: [], draft: null }
}

/** A measure with its region; null for an unknown one. */
export async function getMeasureTarget(
  measureId: string,
  client: Transaction = db,
): Promise<MeasureTarget | null> {
  if (!z.uuid().safeParse(measureId).success) return null
  const row = await client.policyMeasure.findUnique({
    where: { id: measureId },
    select: {
      id: true,
      title: true,
      startsOn: true,
      goal: {
        select: {
          id: true,
          title: true,
          regionId: true,
          region: { select: { slug: true, name: true } },
        },
      },
    },
  })
  return (
    row && {
      measureId: row.id,
      title: row.title,
      startsOn: toCalendarDate(row.startsOn),
      goalId: row.goal.id,
      goalTitle: row.goal.title,
      regionId: row.goal.regionId,
      regionSlug: row.goal.region.slug,
      regionName: row.goal.region.name,
    }
  )
}

const MOST_READERS = 500

/** Readers of a region's verdicts for a constituency, by id. */
export async function listReaders(
  regionId: string,
  graph: RegionGraph,
  client: Transaction = db,
): Promise<string[]> {
  const near = [...regionLineage(graph, [regionId]), ...(graph.children.get(regionId) ?? [])]
  const people = await client.user.findMany({
    where: {
      constituency: { not: null },
      disabledAt: null,
      memberships: {
        some: {
          organisation: {
            OR: [{ regionId: { in: near } }, { alsoRegions: { some: { regionId: { in: near } } } }],
          },
        },
      },
    },
    select: {
      id: true,
      constituency: true,
      memberships: {
        select: { role: true, organisation: { select: actingRegionFields } },
        take: 50,
      },
    },
    orderBy: { id: 'asc' },
    take: MOST_READERS,
  })
  return people
    .filter(({ constituency, memberships }) =>
      readableRegions(
        {
          constituency,
          memberships: memberships.map(({ role, organisation }) => ({
            role,
            regionId: organisation.regionId,
            alsoRegionIds: organisation.alsoRegions.map((one) => one.regionId),
          })),
        },
        graph,
      ).has(regionId),
    )
    .map(({ id }) => id)
}

/** Current verdicts signed since a moment in these regions, without a reaction of this person. */
export async function listAwaitedReactions(
  userId: string,
  regionIds: readonly string[],
  since: Date,
): Promise<AwaitedReaction[]> {
  const rows = await db.policyVerdict.findMany({
    where: {
      signedAt: { gte: since },
      supersededBy: null,
      measure: { goal: { regionId: { in: [...regionIds] } } },
      reactions: { none: { createdById: userId, byMember: true } },
    },
    select: {
      measureId: true,
      year: true,
      signedAt: true,
      measure: {
        select: { title: true, goal: { select: { region: { select: { name: true } } } } },
      },
    },
    orderBy: [{ signedAt: 'desc' }, { id: 'asc' }],
    take: 20,
  })
  return rows.flatMap(({ measureId, year, signedAt, measure }) =>
    signedAt === null
      ? []
      : [{ measureId, year, signedAt, title: measure.title, regionName: measure.goal.region.name }],
  )
}

/** More are too many to weigh on one page. */
const MAX_SERVING = 12

/** Published initiatives under a measure, by title, with their measurements. */
export async function listServing(measureId: string): Promise<ServingInitiative[]> {
  const rows = await db.initiativeSearch.findMany({
    where: { initiative: { measures: { some: { measureId } } } },
    select: { initiativeId: true, slug: true, title: true },
    orderBy: [{ title: 'asc' }, { initiativeId: 'asc' }],
    take: MAX_SERVING,
  })
  return Promise.all(
    rows.map(async ({ initiativeId, ...row }) => ({
      ...row,
      indicators: await listInitiativeIndicators(initiativeId),
    })),
  )
}
