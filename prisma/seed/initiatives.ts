import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import type { Certainty, ResultKind, TextItemKind, TradeOffDomain } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { monitorData, readMonitors } from './monitors'
import { day, known, type LoadResult } from './plan'
import { secretariatSlug } from './organisations'
import { readReference, REPORT_TITLE } from './reference'

const maybe = z.string().nullable()
const texts = z.array(z.string()).nullable()
const support = z.enum(['expliciet', 'afgeleid'])
const certainty = z.enum(['stated', 'derived'])

const initiativeEntry = z.object({
  slug: z.string(),
  title: z.string(),
  alternativeTitles: z.array(z.string()),
  reportSection: z.string(),
  region: z.object({ serRegion: z.string(), note: maybe }),
  regions: z.array(z.object({ code: z.string(), certainty })).min(1),
  owner: maybe,
  ownerNote: maybe,
  partners: texts,
  partnersNote: maybe,
  period: z.null(),
  periodNote: maybe,
  status: z.null(),
  summary: z.string(),
  problem: z.string(),
  problemNote: maybe.optional(),
  approach: z.object({
    style: z.string(),
    styleSupport: support,
    steps: z
      .array(z.object({ order: z.int(), name: z.string(), description: z.string() }))
      .nullable(),
    workingElements: z.array(z.string()),
  }),
  targetGroups: z.array(z.string()),
  targetGroupsNote: maybe,
  sectors: texts,
  instruments: z.array(z.string()),
  instrumentsNote: maybe.optional(),
  societalChallenges: z.array(z.string()),
  drivers: z.array(z.object({ slug: z.string(), support, basis: z.string() })),
  results: z
    .array(
      z.object({
        kind: z.enum(['bereik', 'output', 'outcome', 'doel', 'inrichting', 'kwalitatief']),
        label: z.string(),
        value: z.number().nullable(),
        unit: maybe,
        qualifier: maybe,
        measuredByInitiative: z.boolean(),
        note: maybe,
        resultType: maybe,
      }),
    )
    .nullable(),
  impact: maybe,
  expectedImpact: texts,
  expectedImpactNote: maybe.optional(),
  goals: texts.optional(),
  successFactors: texts,
  successFactorsNote: maybe.optional(),
  lessons: texts,
  recommendations: texts,
  obstacles: texts,
  sources: z
    .array(z.object({ url: z.url(), label: z.string(), note: maybe, kind: z.string() }))
    .nullable(),
  scalability: z.object({
    reportSays: maybe,
    supports: z.array(z.string()),
    limits: z.array(z.string()),
  }),
  evidence: z.object({ level: z.string(), rationale: z.string() }),
  gaps: z.array(z.string()),
  externalFacts: z.array(
    z.object({ fact: z.string(), url: z.url().nullable(), date: maybe, confidence: z.string() }),
  ),
})

export type InitiativeEntry = z.infer<typeof initiativeEntry>

export const readInitiatives = () =>
  readReference('reference/initiatives.json', z.object({ initiatives: z.array(initiativeEntry) }))
    .initiatives

const RESULT_KINDS = {
  bereik: 'reach',
  output: 'output',
  outcome: 'outcome',
  doel: 'intention',
  inrichting: 'arrangement',
  kwalitatief: 'qualitative',
} as const satisfies Record<string, ResultKind>

const CERTAINTY = { expliciet: 'stated', afgeleid: 'derived' } as const satisfies Record<
  string,
  Certainty
>
const DOMAINS = [
  'informal_care',
  'volunteering',
  'learning',
  'health',
] as const satisfies TradeOffDomain[]

export interface Context {
  regions: ReadonlyMap<string, string>
  terms: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, string>
}

/** Keys of all terms an entry carries, with how sure each is; the report names groups and themes, the style is our reading. */
export function entryTerms(
  entry: InitiativeEntry,
): Array<{ key: string; certainty: Certainty | null; basis: string | null }> {
  const plainTerms = (vocabulary: string, slugs: readonly string[] | null) =>
    (slugs ?? []).map((slug) => ({ key: `${vocabulary} ${slug}`, certainty: null, basis: null }))
  return [
    ...plainTerms('target_group', entry.targetGroups),
    ...plainTerms('sector', entry.sectors),
    ...plainTerms('instrument', entry.instruments),
    ...plainTerms('societal_challenge', entry.societalChallenges),
    {
      key: `approach_style ${entry.approach.style}`,
      certainty: CERTAINTY[entry.approach.styleSupport],
      basis: null,
    },
    ...entry.drivers.map(({ slug, support, basis }) => ({
      key: `driver ${slug}`,
      certainty: CERTAINTY[support],
      basis,
    })),
  ]
}

function textItems(entry: InitiativeEntry) {
  const items = (kind: TextItemKind, list: readonly string[] | null | undefined) =>
    (list ?? []).map((text, index) => ({ kind, position: index + 1, text }))
  return [
    ...items('working_element', entry.approach.workingElements),
    ...items('impact', entry.impact ? [entry.impact] : null),
    ...items('expected_impact', entry.expectedImpact),
    ...items('goal', entry.goals),
    ...items('success_factor', entry.successFactors),
    ...items('lesson', entry.lessons),
    ...items('recommendation', entry.recommendations),
    ...items('obstacle', entry.obstacles),
    ...items('scalability_support', entry.scalability.supports),
    ...items('scalability_limit', entry.scalability.limits),
    ...items('knowledge_gap', entry.gaps),
  ]
}

function sources(entry: InitiativeEntry) {
  const report = {
    title: REPORT_TITLE,
    url: null,
    kind: 'rapport',
    note: `Paragraaf ${entry.reportSection}. Het rapport noemt geen jaar; de jongste bron erin is van april 2025.`,
  }
  const own = (entry.sources ?? []).map(({ label, url, kind, note }) => ({
    title: label,
    url,
    kind,
    note,
  }))
  return [report, ...own].map((source, index) => ({ ...source, position: index + 1 }))
}

function revisionData(entry: InitiativeEntry, context: Context, publishedAt: Date) {
  return {
    number: 1,
    status: 'published',
    submittedAt: publishedAt,
    decidedAt: publishedAt,
    publishedAt,
    title: entry.title,
    alternativeTitles: entry.alternativeTitles,
    summary: entry.summary,
    problem: entry.problem,
    problemNote: entry.problemNote,
    ownerName: entry.owner,
    ownerNote: entry.ownerNote,
    partnersNote: entry.partnersNote,
    regionNote: entry.region.note,
    targetGroupsNote: entry.targetGroupsNote,
    instrumentsNote: entry.instrumentsNote,
    successFactorsNote: entry.successFactorsNote,
    expectedImpactNote: entry.expectedImpactNote,
    styleSupport: CERTAINTY[entry.approach.styleSupport],
    scalabilityReport: entry.scalability.reportSays,
    evidenceRationale: entry.evidence.rationale,
    lifecycle: 'unknown',
    periodNote: entry.periodNote,
    regions: {
      create: entry.regions.map((region, index) => ({
        regionId: known(context.regions, region.code, 'region'),
        position: index + 1,
        certainty: region.certainty,
      })),
    },
    terms: {
      create: entryTerms(entry).map(({ key, ...rest }, index) => ({
        termId: known(context.terms, key, 'term'),
        position: index + 1,
        ...rest,
      })),
    },
    steps: {
      create: (entry.approach.steps ?? []).map(({ order, ...step }) => ({
        position: order,
        ...step,
      })),
    },
    items: { create: textItems(entry) },
    results: {
      create: (entry.results ?? []).map((result, index) => ({
        position: index + 1,
        kind: RESULT_KINDS[result.kind],
        label: result.label,
        value: result.value,
        unit: result.unit,
        resultTypeId: result.resultType
          ? known(context.terms, `result_type ${result.resultType}`, 'term')
          : null,
        qualifier: result.qualifier,
        measured: result.measuredByInitiative,
        note: result.note,
      })),
    },
    partners: {
      create: (entry.partners ?? []).map((name, index) => ({ position: index + 1, name })),
    },
    sources: { create: sources(entry) },
  } satisfies
    | Prisma.InitiativeRevisionCreateWithoutInitiativeInput
    | Prisma.InitiativeRevisionUncheckedCreateWithoutInitiativeInput
}

/** The four kinds of unpaid use of time, each not looked at: the state every initiative begins in. */
export const untouchedTradeOffs = () =>
  DOMAINS.map((domain) => ({ domain, effect: 'not_examined' as const }))

async function createInitiative(
  tx: Transaction,
  entry: InitiativeEntry,
  context: Context,
  publishedAt: Date,
): Promise<string> {
  const monitor = readMonitors()[entry.slug]
  const { id, revisions } = await tx.initiative.create({
    data: {
      slug: entry.slug,
      organisationId: known(
        context.organisations,
        secretariatSlug(entry.region.serRegion),
        'organisation',
      ),
      reportSection: entry.reportSection,
      firstPublishedAt: publishedAt,
      revisions: { create: revisionData(entry, context, publishedAt) },
      externalFacts: {
        create: entry.externalFacts.map((fact, index) => ({
          position: index + 1,
          fact: fact.fact,
          url: fact.url,
          publishedOn: day(fact.date),
          reliability: fact.confidence,
        })),
      },
      tradeOffs: { create: untouchedTradeOffs() },
      ...monitorData(monitor, context.terms),
    },
    select: { id: true, revisions: { select: { id: true } } },
  })
  await tx.initiative.update({
    where: { id },
    data: { publishedRevisionId: revisions[0]?.id },
    select: { id: true },
  })
  return id
}

/** Loads the six examples of the report that are not there yet, and gives the ids of the new ones by slug. */
export async function loadInitiatives(
  tx: Transaction,
  context: Context,
): Promise<LoadResult & { ids: Map<string, string> }> {
  const stored = new Set(
    (await tx.initiative.findMany({ select: { slug: true } })).map((row) => row.slug),
  )
  const ids = new Map<string, string>()
  const now = Date.now()
  for (const [index, entry] of readInitiatives().entries()) {
    // A minute apart, so that "newest first" keeps the order of the report.
    if (!stored.has(entry.slug))
      ids.set(
        entry.slug,
        await createInitiative(tx, entry, context, new Date(now - index * 60_000)),
      )
  }
  return { created: ids.size, updated: 0, ids }
}
