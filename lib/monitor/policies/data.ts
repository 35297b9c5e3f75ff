import 'server-only'
import { z } from 'zod'
import {
  FundingOverlap,
  Lifecycle,
  RegionType,
  TradeOffDomain,
  TradeOffEffect,
} from '@/generated/prisma/enums'
import { listInitiativeIndicators } from '@/lib/judgement/measurements/data'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { chainColumns, monitorColumns, shownRevision } from './fragments.data'
import { chainOf } from './rules'
import type { MonitorTarget, MonitorView } from './types'
import type { Chain, ChainFacts } from './chain.types'

// One statement per question: a monitor touches fifteen tables.

export const LIST_LIMIT = 500

export const text = z.string()
const maybe = z.string().nullable()
const count = z.int().nullable()
const term = z.object({ slug: text, labelNl: text, labelEn: text })
const region = z.object({ id: text, slug: text, name: text, type: z.enum(RegionType) })
const source = z.object({ title: maybe, ref: maybe, url: maybe })
const people = z.object({ group: count, planned: count, reached: count })
const tradeOff = z.object({
  domain: z.enum(TradeOffDomain),
  effect: z.enum(TradeOffEffect),
  hoursPerWeek: z.number().nullable(),
  carriedBy: maybe,
  sourceTitle: maybe,
})
export const goal = z.object({
  id: text,
  slug: text,
  title: text,
  description: text,
  region,
  owner: maybe,
  carriedBy: maybe,
  people,
  source,
  startsOn: maybe,
  endsOn: maybe,
  version: z.int(),
})
export const measure = z.object({
  id: text,
  slug: text,
  goalId: text,
  title: text,
  description: text,
  instrumentType: term.nullable(),
  responsible: maybe,
  people,
  tradeOffs: z.array(tradeOff),
  source,
  startsOn: maybe,
  endsOn: maybe,
  version: z.int(),
})
const funding = z.object({
  id: text,
  measure: z.object({ id: text, title: text }).nullable(),
  ownToInitiative: z.boolean(),
  type: term,
  provider: text,
  amountEuro: count,
  amountQualifier: maybe,
  overlap: z.enum(FundingOverlap),
  startsOn: maybe,
  endsOn: maybe,
  purpose: text,
  alignment: term,
  alignmentNote: text,
  afterFundingPlan: maybe,
  sourceTitle: maybe,
  sourceUrl: maybe,
  version: z.int(),
})
const fundingFacts = z.object({
  typeSlug: text,
  provider: text,
  alignmentSlug: text,
  endsOn: maybe,
  hasPlan: z.boolean(),
})

const monitorRow = z.object({
  initiativeId: text,
  slug: text,
  title: text,
  organisation: z.object({ id: text, name: text }),
  lifecycle: z.enum(Lifecycle),
  approachStyles: z.array(term),
  targetGroupWork: z.array(text),
  goals: z.array(goal.extend({ note: maybe })),
  measures: z.array(measure.extend({ goalTitle: text, note: maybe })),
  fundings: z.array(funding),
  approachRationale: maybe,
  theoryOfChange: maybe,
  theorySteps: z.object({
    input: maybe,
    activity: maybe,
    output: maybe,
    outcome: maybe,
    impact: maybe,
  }),
  evaluationDesign: maybe,
  sideEffects: maybe,
  displacement: term,
  displacementNote: maybe,
  costPerParticipantEuro: count,
  costPerPlacementEuro: count,
  costBasis: maybe,
  costBounds: z.object({
    participant: z.object({ low: count, high: count }),
    placement: z.object({ low: count, high: count }),
  }),
  reach: z.object({ invited: count, started: count, finished: count, outcome: count }),
  nextMeasurementOn: maybe,
  tradeOffs: z.array(tradeOff),
  version: z.int(),
})

export const chainRow = z.object({
  initiativeId: text,
  lifecycle: z.enum(Lifecycle),
  goals: z.int(),
  measures: z.int(),
  fundings: z.array(fundingFacts),
  indicatorCount: z.int(),
  measuredCount: z.int(),
})

/** The policy half of an initiative; null when unknown. The caller checks the right to see it. */
export async function getMonitor(
  initiativeId: string,
  client: Transaction = db,
): Promise<MonitorView | null> {
  if (!z.uuid().safeParse(initiativeId).success) return null
  const [rows, indicators] = await Promise.all([
    client.$queryRaw`SELECT ${monitorColumns} FROM ${shownRevision}
      JOIN policy_monitor p ON p.initiative_id = i.id JOIN term d ON d.id = p.displacement_id
      WHERE i.id = ${initiativeId}::uuid`,
    listInitiativeIndicators(initiativeId, client),
  ])
  const [row] = z.array(monitorRow).max(1).parse(rows)
  return row ? { ...row, indicators } : null
}

/** The chains of these initiatives, unordered; unknown ids are left out. At most 500. */
export async function listChains(
  initiativeIds: readonly string[],
  today: CalendarDate,
): Promise<Chain[]> {
  if (initiativeIds.length === 0) return []
  const rows = await db.$queryRaw`SELECT ${chainColumns} FROM ${shownRevision}
    WHERE i.id = ANY (${[...initiativeIds]}::uuid[]) ORDER BY i.id LIMIT ${LIST_LIMIT}`
  return z
    .array(chainRow)
    .parse(rows)
    .map((facts: ChainFacts) => chainOf(facts, today))
}

/** An initiative with the regions whose goals it may serve, by its id or that of a version. */
export async function getMonitorTarget(id: string): Promise<MonitorTarget | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.initiative.findFirst({
    where: { OR: [{ id }, { revisions: { some: { id } } }] },
    select: {
      id: true,
      slug: true,
      organisationId: true,
      publishedRevisionId: true,
      organisation: { select: { name: true, regionId: true } },
      revisions: {
        select: { title: true, regions: { select: { regionId: true } } },
        orderBy: { number: 'desc' },
        take: 1,
      },
    },
  })
  const [revision] = row?.revisions ?? []
  if (!row || !revision) return null
  const regionIds = [
    row.organisation.regionId,
    ...revision.regions.map((tag) => tag.regionId),
  ].filter((regionId) => regionId !== null)
  return {
    initiativeId: row.id,
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    slug: row.slug,
    title: revision.title,
    isPublished: row.publishedRevisionId !== null,
    ownRegionIds: [...new Set(regionIds)],
    regionIds: [...regionLineage(await getRegionGraph(), regionIds)],
  }
}

/** The terms of a vocabulary with their meaning, in order. */
export async function listChoices(
  vocabulary: 'funding_type' | 'subsidy_alignment' | 'displacement' | 'policy_instrument_type',
) {
  return db.term.findMany({
    where: { vocabulary, replacedById: null },
    select: { slug: true, labelNl: true, labelEn: true, definitionNl: true, definitionEn: true },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: 100,
  })
}

/** The region of a goal; null for an unknown goal. */
export async function getGoalRegionId(goalId: string): Promise<string | null> {
  if (!z.uuid().safeParse(goalId).success) return null
  return (
    (await db.policyGoal.findUnique({ where: { id: goalId }, select: { regionId: true } }))
      ?.regionId ?? null
  )
}
