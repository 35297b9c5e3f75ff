import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { RegionType } from '@/generated/prisma/enums'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import { db } from '@/lib/base/db/db'
import { periodCode, periodStart } from './rules'
import type { DatasetView, RegionNames } from './types'

export interface DatasetOf extends DatasetView {
  baseId: number | null
  regionTypes: RegionType[]
}

/** The datasets with figures of an indicator, each with its types of region. */
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
    SELECT DISTINCT s.dataset_id AS "datasetId", r.type::text AS type
    FROM stat_series s
    JOIN indicator i ON i.id = s.indicator_id
    JOIN region r ON r.id = s.region_id
    WHERE i.slug = ${slug}`
  return rows.map((row) => ({
    ...row,
    regionTypes: types.filter(({ datasetId }) => datasetId === row.id).map(({ type }) => type),
  }))
}

/** The latest imported total per indicator and region; a dataset precedes sums made from it. */
export async function listLatestFigures(
  indicatorSlugs: readonly string[],
  regionTypes: readonly RegionType[],
): Promise<ContextFigure[]> {
  const rows = await db.$queryRaw<
    (Omit<ContextFigure, 'periodCode' | 'periodLabel' | 'periodStart' | 'breakdown' | 'caveats'> & {
      period: number
    })[]
  >(Prisma.sql`
    SELECT DISTINCT ON (i.slug, r.id) 'serie ' || s.id AS "sourceKey", c.period,
      c.value::float8 AS value, i.unit, i.decimals::int AS decimals, 'exact' AS qualifier,
      c.status::text AS status, NULL AS "reportRef", NULL AS note,
      coalesce(o.id = i.source_id, false) AS "isMainSource",
      jsonb_build_object('slug', o.slug, 'name', o.name, 'url', o.url) AS source,
      jsonb_build_object(
        'id', r.id, 'code', r.code, 'type', r.type, 'name', r.name, 'slug', r.slug
      ) AS region,
      jsonb_build_object(
        'slug', i.slug, 'labelNl', i.label_nl, 'labelEn', i.label_en,
        'definitionNl', i.definition_nl, 'definitionEn', i.definition_en, 'groupSlug', i.group_slug,
        'unpaidWork', i.unpaid_work, 'position', i.position
      ) AS indicator
    FROM indicator i
    JOIN stat_series s ON s.indicator_id = i.id AND s.breakdown = ''
    JOIN stat_dataset d ON d.id = s.dataset_id
    JOIN statistical_source o ON o.id = d.source_id
    JOIN region r ON r.id = s.region_id AND r.type = ANY (${[...regionTypes]}::region_type[])
    JOIN stat_cell c ON c.series_id = s.id
      AND c.vintage_to = 'infinity'
      AND c.value IS NOT NULL
      AND c.status <> 'withheld'
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

/** Current figures per indicator over all sources. */
export async function countFiguresByIndicator(): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ slug: string; count: number }[]>`
    SELECT
      i.slug,
      (
        SELECT count(*)
        FROM observation o
        WHERE o.indicator_id = i.id
      )::int + (
        SELECT count(*)
        FROM stat_series s
        WHERE s.indicator_id = i.id
      )::int AS count
    FROM indicator i
  `
  return new Map(rows.map(({ slug, count }) => [slug, count]))
}

/** The sums and shares of the report, calculated again. */
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

/** The caveats of the report, in its own order. */
export async function listCaveats() {
  return db.caveat.findMany({
    select: { slug: true, severity: true, reportRef: true, finding: true, advice: true },
    orderBy: { position: 'asc' },
    take: 200,
  })
}

/** The indicators of one table of the report, in its order. */
export async function listTableIndicators(reportRef: string): Promise<string[]> {
  const rows = await db.statIndicator.findMany({
    where: { observations: { some: { reportRef } } },
    select: { slug: true },
    orderBy: { position: 'asc' },
    take: 50,
  })
  return rows.map(({ slug }) => slug)
}

/** Every region by code and by type and name, with its other names. */
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
