import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { directionAndSize, measurementEffect } from './direction.rules'
import { computeLevel } from './rules'
import { revisionChanges } from './reopening.rules'
import type {
  ComparedRevision,
  CountedFinding,
  Evidence,
  EvidenceFacts,
  MeasuredFact,
  PanelDrift,
} from './types'

const EXPERIENCE = [
  'lesson',
  'would_do_differently',
  'success_factor',
  'obstacle',
  'scalability_limit',
] as const

const measuredSelect = {
  label: true,
  unit: true,
  lowerIsBetter: true,
  baselineValue: true,
  resultType: { select: { slug: true } },
  measurements: {
    where: { supersededBy: null },
    select: {
      id: true,
      value: true,
      numerator: true,
      n: true,
      measuredOn: true,
      periodEnd: true,
      design: true,
      comparisonN: true,
      comparisonNumerator: true,
      file: { select: { measurementId: true } },
      independent: true,
      sourceTitle: true,
      sourceUrl: true,
    },
  },
} satisfies Prisma.InitiativeIndicatorSelect

const MAX_CHILDREN = 200

const textSelect = {
  problem: true,
  terms: { where: { term: { vocabulary: 'target_group' } }, select: { termId: true }, take: 1 },
  steps: { select: { id: true }, take: 1 },
  items: {
    where: { kind: { in: [...EXPERIENCE, 'working_element'] } },
    select: { kind: true },
  },
  sources: { where: { url: { not: null } }, select: { id: true }, take: 1 },
} satisfies Prisma.InitiativeRevisionSelect

const factsSelect = {
  id: true,
  organisation: { select: { region: { select: { slug: true } } } },
  publishedRevision: { select: textSelect },
  // What is archived keeps the level that it had.
  closure: { select: { revision: { select: textSelect } } },
  monitor: { select: { theoryOfChange: true } },
  indicators: { select: measuredSelect },
  adoptions: {
    where: { ownInitiative: { publishedRevisionId: { not: null } } },
    select: {
      organisation: { select: { region: { select: { slug: true, name: true } } } },
      ownInitiative: {
        select: {
          slug: true,
          publishedRevision: { select: { title: true } },
          indicators: { select: measuredSelect },
        },
      },
    },
    orderBy: { id: 'asc' },
    take: MAX_CHILDREN,
  },
} satisfies Prisma.InitiativeSelect

type FactsRow = Prisma.InitiativeGetPayload<{ select: typeof factsSelect }>

const toMeasured = (indicators: FactsRow['indicators']): MeasuredFact[] =>
  indicators.flatMap(({ resultType, measurements }) =>
    measurements.map((row) => ({
      resultType: resultType.slug,
      n: row.n,
      dated: row.measuredOn !== null || row.periodEnd !== null,
      design: row.design,
      comparisonN: row.comparisonNumerator === null ? null : row.comparisonN,
      independent: row.independent,
      hasSource: row.sourceTitle !== '',
      hasPublication: row.sourceUrl !== null || row.file !== null,
    })),
  )

const textOf = ({ publishedRevision, closure }: FactsRow) =>
  publishedRevision ?? closure?.revision ?? null

const isOutcome = ({ resultType: { slug } }: FactsRow['indicators'][number]) =>
  slug === 'outcome' || slug === 'impact'

const toFindings = (indicators: FactsRow['indicators']): CountedFinding[] =>
  indicators.filter(isOutcome).flatMap(({ label, unit, lowerIsBetter, measurements }) =>
    measurements.map((row) => {
      const measurement = { ...row, value: row.value && row.value.toNumber() }
      return {
        id: row.id,
        design: row.design,
        independent: row.independent,
        n: row.n,
        on: toCalendarDate(row.measuredOn ?? row.periodEnd),
        effect: measurementEffect(measurement, unit, lowerIsBetter),
        label,
        unit,
        lowerIsBetter,
        measurement,
      }
    }),
  )

function toFacts(row: FactsRow): EvidenceFacts {
  const { monitor, indicators, organisation, adoptions } = row
  const revision = textOf(row)
  const kinds = new Set(revision?.items.map((item) => item.kind))
  const days = indicators.flatMap(({ measurements }) =>
    measurements.flatMap((row) => toCalendarDate(row.measuredOn ?? row.periodEnd) ?? []),
  )
  return {
    hasProblem: revision !== null && revision.problem !== '',
    hasTargetGroup: (revision?.terms.length ?? 0) > 0,
    hasApproach: (revision?.steps.length ?? 0) > 0 || kinds.has('working_element'),
    hasExperience: EXPERIENCE.some((kind) => kinds.has(kind)),
    hasTheoryOfChange: (monitor?.theoryOfChange ?? '') !== '',
    hasSources: (revision?.sources.length ?? 0) > 0,
    hasBaseline: indicators.some(({ baselineValue }) => baselineValue !== null),
    measurements: toMeasured(indicators),
    region: organisation.region?.slug ?? null,
    children: adoptions.flatMap(({ organisation: adopter, ownInitiative }) =>
      ownInitiative?.publishedRevision
        ? [
            {
              slug: ownInitiative.slug,
              title: ownInitiative.publishedRevision.title,
              region: adopter.region,
              measurements: toMeasured(ownInitiative.indicators),
            },
          ]
        : [],
    ),
    lastMeasuredOn: days.toSorted().at(-1) ?? null,
  }
}

/** The evidence of at most 200 initiatives, from published versions and valid measurements. */
export async function listEvidence(
  initiativeIds: readonly string[],
  client: Transaction = db,
): Promise<Map<string, Evidence>> {
  const rows = await client.initiative.findMany({
    where: { id: { in: [...initiativeIds] } },
    select: factsSelect,
    orderBy: { id: 'asc' },
    take: 200,
  })
  return new Map(
    rows.map((row) => [
      row.id,
      { ...computeLevel(toFacts(row)), ...directionAndSize(toFindings(row.indicators)) },
    ]),
  )
}

/** The evidence of one initiative; null when unknown. */
export async function getEvidence(
  initiativeId: string,
  client: Transaction = db,
): Promise<Evidence | null> {
  return (await listEvidence([initiativeId], client)).get(initiativeId) ?? null
}

const comparedSelect = {
  lifecycle: true,
  steps: { select: { name: true, description: true } },
  terms: {
    where: { term: { vocabulary: { in: ['target_group', 'instrument', 'societal_challenge'] } } },
    select: { term: { select: { vocabulary: true, slug: true } } },
  },
  regions: { select: { region: { select: { code: true, type: true } } } },
} satisfies Prisma.InitiativeRevisionSelect

type ComparedRow = Prisma.InitiativeRevisionGetPayload<{ select: typeof comparedSelect }>

function toCompared({ lifecycle, steps, terms, regions }: ComparedRow): ComparedRevision {
  const slugs = (vocabulary: string) =>
    terms.filter(({ term }) => term.vocabulary === vocabulary).map(({ term }) => term.slug)
  return {
    lifecycle,
    targetGroups: slugs('target_group'),
    challenges: slugs('societal_challenge'),
    regions: regions.map(({ region }) => region.code),
    approach: [
      ...steps.map(({ name, description }) => `${name}: ${description}`),
      ...slugs('instrument'),
    ],
  }
}

interface Running {
  startsOn: Date | null
  organisation: { region: { code: string } | null }
}

const runsIn = ({ regions }: ComparedRow, adopted: readonly Running[]) =>
  new Set([
    ...regions.flatMap(({ region }) => (region.type === 'labour_market' ? [region.code] : [])),
    ...adopted.flatMap(({ organisation }) => organisation.region?.code ?? []),
  ]).size

/** What changed since the last panel score; null when no panel judged it or it is not public. */
export async function getPanelDrift(initiativeId: string): Promise<PanelDrift | null> {
  const row = await db.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      publishedRevision: { select: comparedSelect },
      assessments: {
        where: { kind: 'panel', status: 'submitted' },
        select: { submittedAt: true, revision: { select: comparedSelect } },
        orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
        take: 1,
      },
      adoptions: {
        where: { status: 'running', organisation: { region: { type: 'labour_market' } } },
        select: {
          startsOn: true,
          organisation: { select: { region: { select: { code: true } } } },
        },
        orderBy: { id: 'asc' },
        take: 200,
      },
    },
  })
  const [last] = row?.assessments ?? []
  if (!row?.publishedRevision || !last?.submittedAt) return null
  const measured = await db.measurement.count({
    where: {
      createdAt: { gt: last.submittedAt },
      indicator: { initiativeId, resultType: { slug: { in: ['outcome', 'impact'] } } },
    },
  })
  const { submittedAt } = last
  const before = row.adoptions.filter(
    ({ startsOn }) => startsOn !== null && startsOn <= submittedAt,
  )
  const changes = revisionChanges(toCompared(last.revision), toCompared(row.publishedRevision))
  return {
    changes: measured > 0 ? [...changes, 'outcome'] : changes,
    regions: runsIn(row.publishedRevision, row.adoptions),
    regionsWhenJudged: runsIn(last.revision, before),
  }
}
