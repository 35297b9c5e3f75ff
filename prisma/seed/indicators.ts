import type { ObservationStatus } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { day, known, type LoadResult, planLoad, planned } from './plan'
import { decimalsOf, type Indicators, readIndicators, withheldKeys } from './indicator-file'
import { referenceFigureRows } from './reference-figures'

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
  const linked = await linkCaveats(tx, caveatLinks)
  const counted = planned(plan)
  return { created: counted.created + linked, updated: counted.updated }
}

async function linkCaveats(
  tx: Transaction,
  caveatLinks: Indicators['caveatLinks'],
): Promise<number> {
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
  return toIndicators.count + toObservations.count
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
