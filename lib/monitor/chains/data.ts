import 'server-only'
import { z } from 'zod'
import { directionOf } from '@/lib/knowledge/evidence/direction.rules'
import { DIRECTION } from '@/lib/knowledge/search/data'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { getRegionPolicy } from '@/lib/monitor/policies/region.data'
import type { RegionPolicy } from '@/lib/monitor/policies/types'
import { listMeasureYears } from '@/lib/monitor/verdicts/data'
import { listPolicyIndicators } from '@/lib/monitor/policy-indicators/data'
import { evidenceOf } from './money.rules'
import { countsInYear, inTreeOrder } from './rules'
import type { ChainFunding, ChainGoal, ChainInitiative, ChainMeasure, RegionChain } from './types'

const LIMIT = 2_000

const term = { select: { slug: true, labelNl: true, labelEn: true } }

async function listCarriers(
  measureIds: readonly string[],
): Promise<Map<string, ChainInitiative[]>> {
  const rows = await db.$queryRaw`
      SELECT im.measure_id AS "measureId", s.initiative_id AS id, s.slug, s.title,
        EXISTS (
          SELECT 1
          FROM initiative_indicator n
          JOIN measurement q ON q.indicator_id = n.id
          WHERE n.initiative_id = s.initiative_id
        ) AS measured,
        s.evidence_rank AS rank, ${DIRECTION} AS direction
      FROM initiative_measure im
      JOIN initiative_search s ON s.initiative_id = im.initiative_id
      WHERE im.measure_id = ANY (${[...measureIds]}::uuid[])
      ORDER BY s.title, s.initiative_id
      LIMIT ${LIMIT}`
  const parsed = z
    .array(
      z.object({
        measureId: z.string(),
        id: z.string(),
        slug: z.string(),
        title: z.string(),
        measured: z.boolean(),
        rank: z.int(),
        direction: z.string().transform(directionOf),
      }),
    )
    .parse(rows)
  const carriers = new Map<string, ChainInitiative[]>()
  for (const { measureId, ...initiative } of parsed)
    carriers.set(measureId, [...(carriers.get(measureId) ?? []), initiative])
  return carriers
}

async function listFundings(
  measureIds: readonly string[],
  policy: RegionPolicy,
  carriers: ReadonlyMap<string, ChainInitiative[]>,
): Promise<ChainFunding[]> {
  const initiatives = new Map(policy.initiatives.map((initiative) => [initiative.id, initiative]))
  const rows = await db.funding.findMany({
    where: {
      OR: [
        { measureId: { in: [...measureIds] } },
        { initiativeId: { in: [...initiatives.keys()] } },
      ],
    },
    select: {
      id: true,
      measureId: true,
      initiativeId: true,
      provider: true,
      amountEuro: true,
      amountQualifier: true,
      overlap: true,
      startsOn: true,
      endsOn: true,
      afterFundingPlan: true,
      version: true,
      type: term,
      alignment: term,
      measure: { select: { goal: { select: { isExample: true } } } },
    },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    take: LIMIT,
  })
  return rows.map(({ afterFundingPlan, startsOn, endsOn, measure, ...row }) => {
    const own = row.initiativeId === null ? undefined : initiatives.get(row.initiativeId)
    const carried = row.measureId === null ? [] : (carriers.get(row.measureId) ?? [])
    return {
      ...row,
      startsOn: toCalendarDate(startsOn),
      endsOn: toCalendarDate(endsOn),
      hasPlan: afterFundingPlan !== null,
      initiative: own ? { slug: own.slug, title: own.title } : null,
      isExample: measure?.goal.isExample ?? own?.isExample ?? false,
      evidence: evidenceOf(own ? [own] : carried),
      measured: own
        ? own.chain.measuredCount > 0
        : carried.some((initiative) => initiative.measured),
    }
  })
}

async function listGoalFacts(goalIds: readonly string[]) {
  const rows = await db.policyGoal.findMany({
    where: { id: { in: [...goalIds] } },
    orderBy: { id: 'asc' },
    take: LIMIT,
    select: {
      id: true,
      parentId: true,
      isExample: true,
      originId: true,
      measures: { select: { id: true, originId: true }, orderBy: { id: 'asc' }, take: LIMIT },
    },
  })
  return {
    goals: new Map(rows.map((row) => [row.id, row])),
    origins: new Map(
      rows.flatMap((row) => row.measures.map((measure) => [measure.id, measure.originId])),
    ),
  }
}

/** The chain of a region in one year, with the goals above it; null for an unknown region. */
export async function getRegionChain(regionId: string, year: number): Promise<RegionChain | null> {
  const policy = await getRegionPolicy(regionId, year)
  if (!policy) return null
  const region = await db.region.findUniqueOrThrow({
    where: { id: regionId },
    select: { code: true },
  })
  const counting = policy.goals.filter((goal) => countsInYear(goal, year))
  const measureIds = counting.flatMap((goal) =>
    goal.measures.filter((measure) => countsInYear(measure, year)).map((measure) => measure.id),
  )
  const [facts, carriers, years, indicators] = await Promise.all([
    listGoalFacts(counting.map((goal) => goal.id)),
    listCarriers(measureIds),
    listMeasureYears(measureIds, [year - 1, year]),
    listPolicyIndicators({ goalIds: counting.map((goal) => goal.id), measureIds }),
  ])
  const fundings = (await listFundings(measureIds, policy, carriers)).filter((funding) =>
    countsInYear(funding, year),
  )
  const goals = counting.map((goal): Omit<ChainGoal, 'depth'> => {
    const { parentId = null, isExample = false, originId = null } = facts.goals.get(goal.id) ?? {}
    const measures = goal.measures
      .filter((measure) => measureIds.includes(measure.id))
      .map((measure): ChainMeasure => ({
        ...measure,
        originId: facts.origins.get(measure.id) ?? null,
        initiatives: carriers.get(measure.id) ?? [],
        fundings: fundings.filter((funding) => funding.measureId === measure.id),
        indicators: indicators.filter((one) => one.measureId === measure.id),
        now: years.find((row) => row.measureId === measure.id && row.year === year) ?? null,
        before: years.find((row) => row.measureId === measure.id && row.year === year - 1) ?? null,
      }))
    return {
      ...goal,
      parentId,
      isExample,
      originId,
      own: goal.region.id === regionId,
      measures,
      indicators: indicators.filter((one) => one.goalId === goal.id),
    }
  })
  const sorted = goals.toSorted((a, b) => Number(b.own) - Number(a.own))
  return {
    region: { ...policy.region, ...region },
    year,
    goals: inTreeOrder(sorted),
    initiatives: policy.initiatives,
    fundings,
  }
}

/** The funding of a measure as its form needs it; null when it belongs to no measure. */
export async function getMeasureFunding(fundingId: string) {
  if (!z.uuid().safeParse(fundingId).success) return null
  const row = await db.funding.findFirst({
    where: { id: fundingId, initiativeId: null },
    select: {
      id: true,
      provider: true,
      amountEuro: true,
      amountQualifier: true,
      overlap: true,
      startsOn: true,
      endsOn: true,
      purpose: true,
      alignmentNote: true,
      afterFundingPlan: true,
      sourceTitle: true,
      sourceUrl: true,
      version: true,
      type: term,
      alignment: term,
      measure: { select: { id: true, title: true } },
    },
  })
  return (
    row && {
      ...row,
      ownToInitiative: false,
      startsOn: toCalendarDate(row.startsOn),
      endsOn: toCalendarDate(row.endsOn),
    }
  )
}

/** Goals that ended with or in a year and have no copy in the next one. */
export async function countCopyable(regionId: string, year: number): Promise<number> {
  return db.policyGoal.count({ where: copyable(regionId, year) })
}

/** Own goals that end before `year` and have no copy yet. */
export const copyable = (regionId: string, year: number) => ({
  regionId,
  endsOn: { gte: new Date(Date.UTC(year - 1, 0, 1)), lt: new Date(Date.UTC(year, 0, 1)) },
  copies: { none: {} },
})
