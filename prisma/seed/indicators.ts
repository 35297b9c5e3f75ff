import { z } from 'zod'
import type { ObservationStatus } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { day, known, planLoad, planned, type LoadResult } from './plan'
import { readReference } from './reference'

const text = z.string()
const maybe = z.string().nullable()
const perRegion = z.record(z.string(), z.number())

const indicatorsFile = z.object({
  meta: z.object({ counts: z.record(z.string(), z.number()), readOn: z.iso.date() }),
  sources: z.array(z.object({ id: text, name: text, url: maybe, licence: maybe })),
  indicators: z.array(
    z.object({
      slug: text,
      labelNl: text,
      unit: text,
      definition: text,
      mainSource: maybe,
      direction: maybe,
      unpaidWork: z.boolean(),
      group: text,
    }),
  ),
  observations: z.array(
    z.object({
      id: text,
      indicator: text,
      label: text,
      unit: text,
      regionCode: text,
      period: z.object({ label: text, cbs: maybe, start: maybe, end: maybe }),
      value: z.number(),
      qualifier: text,
      breakdown: z.record(z.string(), z.string()).nullable(),
      source: text,
      reportRef: maybe,
      note: maybe,
    }),
  ),
  checks: z.array(
    z.object({
      id: text,
      what: text,
      stated: z.number(),
      computed: z.union([z.number(), z.tuple([z.number(), z.number()])]),
      tolerance: z.number(),
      ok: z.boolean(),
      note: maybe,
    }),
  ),
  inconsistencies: z.array(
    z.object({ id: text, reportRef: text, finding: text, severity: text, advice: maybe }),
  ),
  definitionThresholds: z.array(
    z.object({
      slug: text,
      label: text,
      value: z.number(),
      unit: text,
      reportRef: text,
      indicator: maybe,
    }),
  ),
  derived: z.object({
    note: text,
    items: z.array(
      z.object({
        id: text,
        label: text,
        unit: text,
        period: text,
        values: perRegion,
        formula: text,
        indicator: text,
      }),
    ),
  }),
  externalReference: z.object({
    note: text,
    items: z.array(
      z.object({
        indicator: text,
        label: text,
        unit: text,
        period: text,
        source: text,
        url: text,
        values: perRegion,
      }),
    ),
  }),
})

const englishFile = z.record(z.string(), z.object({ label: text, definition: text }))
const caveatLinksFile = z.record(
  z.string(),
  z.object({
    indicators: z.array(text).default([]),
    observations: z.array(text).default([]),
    withholds: z.boolean().default(false),
  }),
)

export const readIndicators = () => ({
  dutch: readReference('reference/indicators.json', indicatorsFile),
  english: readReference('reference/indicators.en.json', englishFile),
  caveatLinks: readReference('reference/caveat-links.json', caveatLinksFile),
})

export type Indicators = ReturnType<typeof readIndicators>

const decimalsOf = (value: number) => String(value).split('.')[1]?.length ?? 0

/** Keys of the observations that must not be shown before someone checked them. */
export function withheldKeys({ caveatLinks }: Indicators): Set<string> {
  return new Set(
    Object.values(caveatLinks).flatMap((link) => (link.withholds ? link.observations : [])),
  )
}

async function loadSources(tx: Transaction, { dutch }: Indicators): Promise<LoadResult> {
  const wanted = dutch.sources.map(({ id, ...rest }) => ({ slug: id, ...rest }))
  const stored = await tx.statisticalSource.findMany({
    select: { slug: true, name: true, url: true, licence: true },
  })
  const plan = planLoad(wanted, stored, ['slug'])
  await tx.statisticalSource.createMany({ data: plan.create })
  for (const row of plan.update)
    await tx.statisticalSource.update({
      where: { slug: row.slug },
      data: row,
      select: { id: true },
    })
  return planned(plan)
}

async function sourceIds(tx: Transaction) {
  const rows = await tx.statisticalSource.findMany({ select: { id: true, slug: true } })
  return new Map(rows.map((row) => [row.slug, row.id]))
}

async function indicatorIds(tx: Transaction) {
  const rows = await tx.statIndicator.findMany({ select: { id: true, slug: true } })
  return new Map(rows.map((row) => [row.slug, row.id]))
}

async function loadIndicatorRows(
  tx: Transaction,
  { dutch, english }: Indicators,
): Promise<LoadResult> {
  const sources = await sourceIds(tx)
  const wanted = dutch.indicators.map((item, index) => {
    const words = english[item.slug]
    if (!words) throw new Error(`Seed: no English words for indicator "${item.slug}"`)
    const values = dutch.observations
      .filter((row) => row.indicator === item.slug)
      .map((row) => decimalsOf(row.value))
    return {
      slug: item.slug,
      labelNl: item.labelNl,
      labelEn: words.label,
      definitionNl: item.definition,
      definitionEn: words.definition,
      unit: item.unit,
      decimals: Math.max(0, ...values),
      groupSlug: item.group,
      direction: item.direction,
      unpaidWork: item.unpaidWork,
      position: index + 1,
      // Counts of people add up over regions; shares, hours and the like do not.
      additive: item.unit === 'personen',
      sourceId: item.mainSource ? known(sources, item.mainSource, 'source') : null,
    }
  })
  const stored = await tx.statIndicator.findMany()
  const plan = planLoad(wanted, stored, ['slug'])
  await tx.statIndicator.createMany({ data: plan.create })
  for (const row of plan.update)
    await tx.statIndicator.update({ where: { slug: row.slug }, data: row, select: { id: true } })
  return planned(plan)
}

async function loadObservations(
  tx: Transaction,
  files: Indicators,
  regions: ReadonlyMap<string, string>,
): Promise<LoadResult> {
  const indicators = await indicatorIds(tx)
  const sources = await sourceIds(tx)
  const withheld = withheldKeys(files)
  const retrievedAt = day(files.dutch.meta.readOn) ?? new Date()
  const wanted = files.dutch.observations.map((item) => ({
    sourceKey: item.id,
    indicatorId: known(indicators, item.indicator, 'indicator'),
    regionId: known(regions, item.regionCode, 'region'),
    periodCode: item.period.cbs,
    periodLabel: item.period.label,
    periodStart: day(item.period.start),
    periodEnd: day(item.period.end),
    label: item.label,
    value: item.value,
    unit: item.unit,
    qualifier: item.qualifier,
    breakdown: item.breakdown ?? undefined,
    sourceId: known(sources, item.source, 'source'),
    reportRef: item.reportRef,
    note: item.note,
    retrievedAt,
  }))
  const stored = await tx.observation.findMany({
    where: { sourceKey: { in: wanted.map((row) => row.sourceKey) } },
  })
  const plan = planLoad(wanted, stored, ['sourceKey'])
  // Only at first: later an editor may have released or withheld the figure.
  const status = (key: string): ObservationStatus => (withheld.has(key) ? 'withheld' : 'final')
  await tx.observation.createMany({
    data: plan.create.map((row) => ({ ...row, status: status(row.sourceKey) })),
  })
  for (const {
    sourceKey,
    label,
    periodLabel,
    qualifier,
    reportRef,
    note,
    ...cell
  } of plan.update) {
    const old = stored.find((row) => row.sourceKey === sourceKey)
    if (!old || Number(old.value) !== cell.value) {
      throw new Error(
        `Seed: observation ${sourceKey} has another value than in the database. A new figure needs a new key.`,
      )
    }
    const data = { label, periodLabel, qualifier, reportRef, note }
    await tx.observation.update({ where: { sourceKey }, data, select: { id: true } })
  }
  return planned(plan)
}

async function loadCaveats(
  tx: Transaction,
  { dutch, caveatLinks }: Indicators,
): Promise<LoadResult> {
  const wanted = dutch.inconsistencies.map(
    ({ id, reportRef, finding, severity, advice }, index) => ({
      slug: id,
      reportRef,
      finding,
      severity,
      advice,
      position: index + 1,
      withholds: known(new Map(Object.entries(caveatLinks)), id, 'caveat link').withholds,
    }),
  )
  const stored = await tx.caveat.findMany()
  const plan = planLoad(wanted, stored, ['slug'])
  await tx.caveat.createMany({ data: plan.create })
  for (const row of plan.update)
    await tx.caveat.update({ where: { slug: row.slug }, data: row, select: { id: true } })

  const caveats = new Map(
    (await tx.caveat.findMany({ select: { id: true, slug: true } })).map((row) => [
      row.slug,
      row.id,
    ]),
  )
  const indicators = await indicatorIds(tx)
  const observations = new Map(
    (await tx.observation.findMany({ select: { id: true, sourceKey: true } })).map((row) => [
      row.sourceKey,
      row.id,
    ]),
  )
  const links = Object.entries(caveatLinks).map(([slug, link]) => ({
    caveatId: known(caveats, slug, 'caveat'),
    ...link,
  }))
  const toIndicators = await tx.caveatIndicator.createMany({
    data: links.flatMap(({ caveatId, ...link }) =>
      link.indicators.map((slug) => ({
        caveatId,
        indicatorId: known(indicators, slug, 'indicator'),
      })),
    ),
    skipDuplicates: true,
  })
  const toObservations = await tx.caveatObservation.createMany({
    data: links.flatMap(({ caveatId, ...link }) =>
      link.observations.map((key) => ({
        caveatId,
        observationId: known(observations, key, 'observation'),
      })),
    ),
    skipDuplicates: true,
  })
  const counted = planned(plan)
  return {
    created: counted.created + toIndicators.count + toObservations.count,
    updated: counted.updated,
  }
}

/** Thresholds, own calculations and figures from outside the report, as rows. */
export function referenceFigureRows({ dutch }: Indicators) {
  const blank = {
    periodLabel: null,
    regionCode: null,
    indicator: null,
    formula: null,
    sourceName: null,
    sourceUrl: null,
    reportRef: null,
    note: null,
  }
  return [
    ...dutch.definitionThresholds.map(({ slug, label, unit, value, reportRef, indicator }) => ({
      ...blank,
      slug: `grens-${slug}`,
      kind: 'threshold',
      label,
      unit,
      value,
      reportRef,
      indicator,
    })),
    ...dutch.derived.items.flatMap((item) =>
      Object.entries(item.values).map(([regionCode, value]) => ({
        ...blank,
        slug: `${item.id}-${regionCode.toLowerCase()}`,
        kind: 'derived',
        label: item.label,
        unit: item.unit,
        periodLabel: item.period,
        regionCode,
        indicator: item.indicator,
        value,
        formula: item.formula,
        note: dutch.derived.note,
      })),
    ),
    ...dutch.externalReference.items.flatMap((item) =>
      Object.entries(item.values).map(([regionCode, value]) => ({
        ...blank,
        slug: `extern-${item.indicator}-${regionCode.toLowerCase()}`,
        kind: 'external',
        label: item.label,
        unit: item.unit,
        periodLabel: item.period,
        regionCode,
        value,
        sourceName: item.source,
        sourceUrl: item.url,
        note: dutch.externalReference.note,
      })),
    ),
  ]
}

async function loadReferenceFigures(
  tx: Transaction,
  files: Indicators,
  regions: ReadonlyMap<string, string>,
): Promise<LoadResult> {
  const indicators = await indicatorIds(tx)
  const wanted = referenceFigureRows(files).map(({ regionCode, indicator, ...row }) => ({
    ...row,
    regionId: regionCode ? known(regions, regionCode, 'region') : null,
    indicatorId: indicator ? known(indicators, indicator, 'indicator') : null,
  }))
  const plan = planLoad(wanted, await tx.referenceFigure.findMany(), ['slug'])
  await tx.referenceFigure.createMany({ data: plan.create })
  for (const row of plan.update)
    await tx.referenceFigure.update({ where: { slug: row.slug }, data: row, select: { id: true } })
  return planned(plan)
}

/** The sums and shares of the report, worked out again. */
async function loadChecks(tx: Transaction, { dutch }: Indicators): Promise<LoadResult> {
  const wanted = dutch.checks.map(({ id, what, stated, computed, tolerance, ok, note }, index) => {
    const [lowest, highest] = typeof computed === 'number' ? [computed, computed] : computed
    return {
      slug: id,
      what,
      stated,
      computed: lowest,
      computedTo: highest,
      tolerance,
      holds: ok,
      note,
      position: index + 1,
    }
  })
  const plan = planLoad(wanted, await tx.figureCheck.findMany(), ['slug'])
  await tx.figureCheck.createMany({ data: plan.create })
  for (const row of plan.update)
    await tx.figureCheck.update({ where: { slug: row.slug }, data: row, select: { id: true } })
  return planned(plan)
}

/** Loads sources, indicators, all observations with their caveats, and the figures that are kept apart. */
export async function loadIndicators(
  tx: Transaction,
  regions: ReadonlyMap<string, string>,
): Promise<LoadResult> {
  const files = readIndicators()
  const results = [
    await loadSources(tx, files),
    await loadIndicatorRows(tx, files),
    await loadObservations(tx, files, regions),
    await loadCaveats(tx, files),
    await loadReferenceFigures(tx, files, regions),
    await loadChecks(tx, files),
  ]
  return {
    created: results.reduce((sum, result) => sum + result.created, 0),
    updated: results.reduce((sum, result) => sum + result.updated, 0),
  }
}
