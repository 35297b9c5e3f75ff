import type { Prisma } from '@/generated/prisma/client'
import type { Certainty, ResultKind, TextItemKind, TradeOffDomain } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { monitorData, readMonitors } from './monitors'
import { day, known, type LoadResult } from './plan'
import { secretariatSlug } from './organisations'
import { REPORT_TITLE } from './reference'
import { type InitiativeEntry, readInitiatives } from './initiative-file'

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

/** The report names target groups and themes; the style is our reading, hence how sure each is. */
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

function revisionTexts(entry: InitiativeEntry) {
  return {
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
    periodNote: entry.periodNote,
  }
}

function revisionData(entry: InitiativeEntry, context: Context, publishedAt: Date) {
  return {
    number: 1,
    status: 'published',
    submittedAt: publishedAt,
    decidedAt: publishedAt,
    publishedAt,
    lifecycle: 'unknown',
    ...revisionTexts(entry),
    regions: {
      create: entry.regions.map((region, index) => ({
        regionId: known(context.regions, region.code, 'region'),
        position: index + 1,
        certainty: region.certainty,
      })),
    },
    otherInstruments: {
      create: entry.blockedInstruments.map((slug, position) => ({
        termId: known(context.terms, `instrument ${slug}`, 'term'),
        state: 'not_possible' as const,
        position,
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
