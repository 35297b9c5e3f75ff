import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { ObservationStatus, RegionType } from '@/generated/prisma/enums'
import { listContextFigures } from '@/lib/figures/indicators/data'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import { todayInNetherlands, type CalendarDate } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import {
  periodCode,
  periodStart,
  periodsOf,
  periodsWithin,
  roundingOf,
  sumDiffers,
  type Span,
} from './rules'
import type { DatasetFigures, DatasetView, IndicatorAsSeen, RegionNames, SeenFigure } from './types'

/** Enough for every municipality in a dozen periods; a page with more leaves out the oldest periods. */
const FIGURE_LIMIT = 5_000
const VINTAGE_LIMIT = 60

/** One figure with the region and dataset it belongs to. */
export interface CellRow {
  datasetId: number
  baseId: number | null
  regionId: string
  code: string
  type: RegionType
  name: string
  slug: string
  breakdown: string
  period: number
  value: number | null
  status: ObservationStatus
  attribute: string | null
  since: Date
  until: Date | null
}

export interface SeenFilter {
  slug: string
  /** Moment at which one looks. */
  at: Date
  regionType?: RegionType | undefined
  span?: Span | undefined
  /** By code or slug. */
  regions?: readonly string[] | undefined
  periods?: readonly number[] | undefined
  datasetId?: number | undefined
  skip?: number
  take?: number
}

/**
 * The figures of the datasets for one indicator as they stood at a moment: the vintage that began before it and had not
 * ended. Everything that shows such figures reads them here.
 */
export async function listSeenCells({
  slug,
  at,
  regionType,
  regions,
  periods,
  datasetId,
  skip = 0,
  take = FIGURE_LIMIT,
}: SeenFilter): Promise<CellRow[]> {
  // The series stand in order before their cells are looked up, so that reading stops at the last one of the page.
  return db.$queryRaw<CellRow[]>(Prisma.sql`
    SELECT s."datasetId", s."baseId", s."regionId", s.code, s.type, s.name, s.slug, s.breakdown, c.period, c.value::float8 AS value, c.status::text AS status,
      c.attribute, c.vintage_from AS since, CASE WHEN c.vintage_to < 'infinity' THEN c.vintage_to END AS until
    FROM (
      SELECT s.id, s.dataset_id AS "datasetId", d.base_id AS "baseId", r.id AS "regionId", r.code, r.type::text AS type, r.name, r.slug, s.breakdown
      FROM indicator i JOIN stat_series s ON s.indicator_id = i.id JOIN stat_dataset d ON d.id = s.dataset_id JOIN region r ON r.id = s.region_id
      WHERE i.slug = ${slug} ${regionType === undefined ? Prisma.empty : Prisma.sql`AND r.type = ${regionType}::region_type`} ${inRegions(regions)}
        ${datasetId === undefined ? Prisma.empty : Prisma.sql`AND s.dataset_id = ${datasetId}`}
      ORDER BY s.dataset_id, r.code, s.breakdown) s
    CROSS JOIN LATERAL ${cellsOf(at, periods)} c
    ORDER BY s."datasetId", s.code, s.breakdown, c.period LIMIT ${take} OFFSET ${skip}`)
}

const inRegions = (regions: readonly string[] | undefined) =>
  regions === undefined
    ? Prisma.empty
    : Prisma.sql`AND s.region_id IN (SELECT id FROM region WHERE code = ANY(${[...regions]}::text[]) OR slug = ANY(${[...regions]}::text[]))`
/** The cells of series `s`. OFFSET 0 keeps them looked up per series, by index: the planner would rather read the whole table, which grows without end. */
const cellsOf = (at: Date, periods: readonly number[] | undefined) => Prisma.sql`(
  SELECT c.* FROM stat_cell c WHERE c.series_id = s.id AND c.vintage_from <= ${at}::timestamptz AND c.vintage_to > ${at}::timestamptz
    ${periods === undefined ? Prisma.empty : Prisma.sql`AND c.period = ANY(${[...periods]}::int[])`} OFFSET 0)`

/** How many figures stood there, counted no further than `limit`: of millions nobody needs to know the last one. */
export async function countSeenCells(
  { slug, at, regions, periods }: SeenFilter,
  limit: number,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM indicator i JOIN stat_series s ON s.indicator_id = i.id CROSS JOIN LATERAL ${cellsOf(at, periods)} c
      WHERE i.slug = ${slug} ${inRegions(regions)} LIMIT ${limit}) f`)
  return row?.count ?? 0
}

/** A dataset with figures of an indicator. */
export interface DatasetOf extends DatasetView {
  baseId: number | null
  regionTypes: RegionType[]
}

/** The datasets that have figures of an indicator, each with its kinds of region. */
export async function listDatasetsOf(slug: string): Promise<DatasetOf[]> {
  const rows = await db.statDataset.findMany({
    where: { series: { some: { indicator: { slug } } } },
    select: {
      id: true,
      baseId: true,
      slug: true,
      title: true,
      kind: true,
      source: { select: { slug: true, name: true, url: true, licence: true } },
    },
    orderBy: { id: 'asc' },
    take: 20,
  })
  const types = await db.$queryRaw<{ datasetId: number; type: RegionType }[]>`
    SELECT DISTINCT s.dataset_id AS "datasetId", r.type::text AS type FROM stat_series s JOIN indicator i ON i.id = s.indicator_id JOIN region r ON r.id = s.region_id WHERE i.slug = ${slug}`
  return rows.map((row) => ({
    ...row,
    regionTypes: types.filter(({ datasetId }) => datasetId === row.id).map(({ type }) => type),
  }))
}

async function listVintages(datasetIds: readonly number[]): Promise<Map<number, CalendarDate[]>> {
  const rows = await db.statImport.findMany({
    where: {
      datasetId: { in: [...datasetIds] },
      status: 'done',
      finishedAt: { not: null },
      OR: [{ added: { gt: 0 } }, { revised: { gt: 0 } }, { withdrawn: { gt: 0 } }],
    },
    select: { datasetId: true, finishedAt: true },
    orderBy: { finishedAt: 'desc' },
    take: VINTAGE_LIMIT,
  })
  const days = new Map<number, CalendarDate[]>()
  for (const { datasetId, finishedAt } of rows) {
    if (finishedAt === null) continue
    const day = todayInNetherlands(finishedAt)
    const known = days.get(datasetId) ?? []
    if (!known.includes(day)) days.set(datasetId, [...known, day])
  }
  return days
}

const lineSchema = z.array(
  z.object({
    region: z.object({
      id: z.string(),
      code: z.string(),
      type: z.enum(RegionType),
      name: z.string(),
      slug: z.string(),
    }),
    breakdown: z.string(),
    cells: z.array(
      z.tuple([
        z.number(),
        z.number().nullable(),
        z.enum(ObservationStatus),
        z.string().nullable(),
        z.string(),
        z.string().nullable(),
      ]),
    ),
  }),
)
type Line = z.infer<typeof lineSchema>[number]

/**
 * The latest periods of a dataset, a line for each region and group. Of each series the last few cells are taken from
 * the end of its index: a period that is among the latest of all is among the latest of each series that has it, so that
 * older cells are never read. Hundreds of cells come as one text, which costs a tenth of as many rows.
 */
async function listLatestLines(
  { slug, at, regionType, span }: SeenFilter,
  datasetId: number,
): Promise<{ lines: Line[]; hasOlder: boolean }> {
  const shown = periodsOf(span)
  const [row] = await db.$queryRaw<{ periods: number; lines: string }[]>(Prisma.sql`
    WITH seen AS MATERIALIZED (
      SELECT s.breakdown, r.id, r.code, r.type, r.name, r.slug, c.*
      FROM stat_series s JOIN region r ON r.id = s.region_id CROSS JOIN LATERAL (
        SELECT c.period, c.value, c.status, c.attribute, c.vintage_from, c.vintage_to FROM stat_cell c
        WHERE c.series_id = s.id AND c.vintage_from <= ${at}::timestamptz AND c.vintage_to > ${at}::timestamptz ORDER BY c.period DESC LIMIT ${shown + 1}) c
      WHERE s.dataset_id = ${datasetId} AND s.indicator_id = (SELECT id FROM indicator WHERE slug = ${slug}) ${regionType === undefined ? Prisma.empty : Prisma.sql`AND r.type = ${regionType}::region_type`}),
    latest AS (SELECT DISTINCT period FROM seen ORDER BY period DESC LIMIT ${shown + 1}),
    line AS (
      SELECT code, breakdown, json_build_object('region', json_build_object('id', id, 'code', code, 'type', type, 'name', name, 'slug', slug), 'breakdown', breakdown,
        'cells', json_agg(json_build_array(period, value, status, attribute, vintage_from, CASE WHEN vintage_to < 'infinity' THEN vintage_to END) ORDER BY period)) AS line
      FROM seen WHERE period IN (SELECT period FROM latest ORDER BY period DESC LIMIT ${shown})
      GROUP BY id, code, type, name, slug, breakdown ORDER BY code, breakdown LIMIT ${FIGURE_LIMIT})
    SELECT (SELECT count(*)::int FROM latest) AS periods, (SELECT coalesce(json_agg(line ORDER BY code, breakdown), '[]')::text FROM line) AS lines`)
  const lines = lineSchema.parse(JSON.parse(row?.lines ?? '[]'))
  const kept = periodsWithin(
    lines.flatMap(({ cells }) => cells.map(([period]) => period)),
    FIGURE_LIMIT,
  )
  const fitting = lines
    .map((line) => ({ ...line, cells: line.cells.filter(([period]) => kept.has(period)) }))
    .filter(({ cells }) => cells.length > 0)
  return { lines: fitting, hasOlder: (row?.periods ?? 0) > kept.size }
}

/** The figures of these lines; what the municipalities add up to stands at the figure it differs from. */
function figuresOf(lines: readonly Line[], sums: ReadonlyMap<string, number>): SeenFigure[] {
  const moments = new Map<string, string>()
  const iso = (moment: string) => {
    const known = moments.get(moment) ?? new Date(moment).toISOString()
    moments.set(moment, known)
    return known
  }
  return lines.flatMap(({ region, breakdown, cells }) =>
    cells.map(([period, value, status, attribute, since, until]): SeenFigure => {
      const sum = sums.get(`${region.id}|${breakdown}|${period}`)
      const differs =
        value !== null && sum !== undefined && sumDiffers(value, sum, 1, roundingOf([value]))
      return {
        region,
        breakdown,
        period: periodCode(period),
        value,
        status,
        attribute,
        since: iso(since),
        until: until === null ? null : iso(until),
        sumOfParts: differs ? sum : null,
      }
    }),
  )
}

function getConcept({ slug, at }: SeenFilter) {
  return db.statIndicator.findUnique({
    where: { slug },
    select: {
      slug: true,
      labelNl: true,
      labelEn: true,
      definitionNl: true,
      definitionEn: true,
      groupSlug: true,
      unpaidWork: true,
      position: true,
      unit: true,
      decimals: true,
      additive: true,
      source: { select: { name: true, url: true, licence: true } },
      _count: { select: { observations: { where: { retrievedAt: { lte: at } } } } },
    },
  })
}

/** One indicator as it stood at a moment: what the report printed, and each dataset apart. Null for an unknown one. */
export async function getIndicatorAsSeen(filter: SeenFilter): Promise<IndicatorAsSeen | null> {
  const [indicator, report, sets] = await Promise.all([
    getConcept(filter),
    listContextFigures({ indicatorSlugs: [filter.slug], asOf: filter.at }),
    listDatasetsOf(filter.slug),
  ])
  if (!indicator) return null
  const [vintages, ...seen] = await Promise.all([
    listVintages(sets.map(({ id, baseId }) => baseId ?? id)),
    ...sets.map(({ id }) => listLatestLines(filter, id)),
  ])
  const { _count, ...rest } = indicator
  const datasets = sets.map(({ baseId, ...set }, index): DatasetFigures => {
    const rollup = sets.findIndex((other) => other.baseId === set.id)
    const sums = new Map(
      (seen[rollup]?.lines ?? []).flatMap(({ region, breakdown: group, cells }) =>
        cells.flatMap(([period, value]) =>
          value === null ? [] : [[`${region.id}|${group}|${period}`, value] as const],
        ),
      ),
    )
    const figures = figuresOf(seen[index]?.lines ?? [], sums)
    return {
      ...set,
      figures: figures.slice(0, FIGURE_LIMIT),
      vintages: vintages.get(baseId ?? set.id) ?? [],
      hasOlder: seen[index]?.hasOlder ?? false,
      isCut: Math.max(figures.length, (seen[index]?.lines.length ?? 0) + 1) > FIGURE_LIMIT,
    }
  })
  return {
    indicator: rest,
    report,
    withheld: _count.observations - report.length,
    datasets,
    asOf: todayInNetherlands(filter.at),
  }
}

/**
 * The latest figure of each indicator and region that was read in, as it stands now and as pages show those of the report.
 * A dataset goes before the sums that were made from it. Only totals: a figure about a part has a breakdown.
 */
export async function listLatestFigures(
  indicatorSlugs: readonly string[],
  regionTypes: readonly RegionType[],
): Promise<ContextFigure[]> {
  const rows = await db.$queryRaw<
    (Omit<ContextFigure, 'periodCode' | 'periodLabel' | 'periodStart' | 'breakdown' | 'caveats'> & {
      period: number
    })[]
  >(Prisma.sql`
    SELECT DISTINCT ON (i.slug, r.id) 'serie ' || s.id AS "sourceKey", c.period, c.value::float8 AS value, i.unit, i.decimals::int AS decimals, 'exact' AS qualifier, c.status::text AS status,
      NULL AS "reportRef", NULL AS note, coalesce(o.id = i.source_id, false) AS "isMainSource", jsonb_build_object('slug', o.slug, 'name', o.name, 'url', o.url) AS source,
      jsonb_build_object('id', r.id, 'code', r.code, 'type', r.type, 'name', r.name, 'slug', r.slug) AS region,
      jsonb_build_object('slug', i.slug, 'labelNl', i.label_nl, 'labelEn', i.label_en, 'definitionNl', i.definition_nl, 'definitionEn', i.definition_en, 'groupSlug', i.group_slug,
        'unpaidWork', i.unpaid_work, 'position', i.position) AS indicator
    FROM indicator i JOIN stat_series s ON s.indicator_id = i.id AND s.breakdown = '' JOIN stat_dataset d ON d.id = s.dataset_id JOIN statistical_source o ON o.id = d.source_id
    JOIN region r ON r.id = s.region_id AND r.type = ANY (${[...regionTypes]}::region_type[])
    JOIN stat_cell c ON c.series_id = s.id AND c.vintage_to = 'infinity' AND c.value IS NOT NULL AND c.status <> 'withheld'
    WHERE i.slug = ANY (${[...indicatorSlugs]}::text[])
    ORDER BY i.slug, r.id, d.base_id IS NOT NULL, c.period DESC`)
  return rows.map(({ period, ...row }) => ({
    ...row,
    periodCode: periodCode(period),
    periodLabel: periodCode(period),
    periodStart: periodStart(periodCode(period)),
    breakdown: null,
    caveats: [],
  }))
}

/** Figures per indicator over all sources, as they stand now. */
export async function countFiguresByIndicator(): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ slug: string; count: number }[]>`
    SELECT i.slug, (SELECT count(*) FROM observation o WHERE o.indicator_id = i.id)::int + (SELECT count(*) FROM stat_series s WHERE s.indicator_id = i.id)::int AS count FROM indicator i`
  return new Map(rows.map(({ slug, count }) => [slug, count]))
}

/** The sums and shares of the report, worked out again. */
export async function listFigureChecks() {
  const rows = await db.figureCheck.findMany({ orderBy: { position: 'asc' }, take: 200 })
  return rows.map(({ slug, what, stated, computed, computedTo, tolerance, holds, note }) => ({
    slug,
    what,
    stated: stated.toNumber(),
    computed: computed.toNumber(),
    computedTo: computedTo.toNumber(),
    tolerance: tolerance.toNumber(),
    holds,
    note,
  }))
}

/** Everything that is doubtful in the report, in its own order. */
export async function listCaveats() {
  return db.caveat.findMany({
    select: { slug: true, severity: true, reportRef: true, finding: true, advice: true },
    orderBy: { position: 'asc' },
    take: 200,
  })
}

/** Slugs of the indicators of one table of the report, in their order there. */
export async function listTableIndicators(reportRef: string): Promise<string[]> {
  const rows = await db.statIndicator.findMany({
    where: { observations: { some: { reportRef } } },
    select: { slug: true },
    orderBy: { position: 'asc' },
    take: 50,
  })
  return rows.map(({ slug }) => slug)
}

/** Every region by code and by kind and name, its other names too. */
export async function getRegionNames(): Promise<RegionNames> {
  const rows = await db.region.findMany({
    select: { id: true, code: true, type: true, name: true, nameVariants: true },
    orderBy: { code: 'asc' },
    take: 5_000,
  })
  return {
    byCode: new Map(rows.map((row) => [row.code, row.id])),
    byName: new Map(
      rows.flatMap((row) =>
        [row.name, ...row.nameVariants].map(
          (name) => [`${row.type}|${name.toLowerCase()}`, row.id] as const,
        ),
      ),
    ),
  }
}

/** Ids of these indicators by slug. */
export async function getIndicatorIds(slugs: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.statIndicator.findMany({
    where: { slug: { in: [...slugs] } },
    select: { id: true, slug: true },
    orderBy: { slug: 'asc' },
    take: 500,
  })
  return new Map(rows.map((row) => [row.slug, row.id]))
}
