import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { ObservationStatus, RegionType } from '@/generated/prisma/enums'
import { listContextFigures } from '@/lib/figures/indicators/data'
import { type CalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { periodCode, periodsOf, periodsWithin, roundingOf, sumDiffers } from './rules'
import type { DatasetFigures, IndicatorAsSeen, SeenFigure } from './types'
import { FIGURE_LIMIT, type SeenFilter } from './cells.data'
import { listDatasetsOf } from './data'

const VINTAGE_LIMIT = 60

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

const LINE = Prisma.sql`
          json_build_object(
            'region',
            json_build_object('id', id, 'code', code, 'type', type, 'name', name, 'slug', slug),
            'breakdown', breakdown,
            'cells', json_agg(
              json_build_array(
                period, value, status, attribute, vintage_from,
                CASE
                  WHEN vintage_to < 'infinity' THEN vintage_to
                END
              )
              ORDER BY period
            )
          )
`

const seenCells = (
  { slug, at, regionType }: SeenFilter,
  datasetId: number,
  shown: number,
) => Prisma.sql`
      seen AS MATERIALIZED (
        SELECT s.breakdown, r.id, r.code, r.type, r.name, r.slug, c.*
        FROM stat_series s
          JOIN region r ON r.id = s.region_id
          CROSS JOIN LATERAL (
            SELECT c.period, c.value, c.status, c.attribute, c.vintage_from, c.vintage_to
            FROM stat_cell c
            WHERE c.series_id = s.id
              AND c.vintage_from <= ${at}::timestamptz
              AND c.vintage_to > ${at}::timestamptz
            ORDER BY c.period DESC
            LIMIT ${shown + 1}
          ) c
        WHERE s.dataset_id = ${datasetId}
          AND s.indicator_id = (
            SELECT id
            FROM indicator
            WHERE slug = ${slug}
          ) ${regionType === undefined ? Prisma.empty : Prisma.sql`AND r.type = ${regionType}::region_type`}
      )
`

/** From the end of each index, to skip older cells. One JSON text costs a tenth of as many rows. */
async function listLatestLines(
  filter: SeenFilter,
  datasetId: number,
): Promise<{ lines: Line[]; hasOlder: boolean }> {
  const shown = periodsOf(filter.span)
  const [row] = await db.$queryRaw<{ periods: number; lines: string }[]>(Prisma.sql`
    WITH
      ${seenCells(filter, datasetId, shown)},
      latest AS (
        SELECT DISTINCT period
        FROM seen
        ORDER BY period DESC
        LIMIT ${shown + 1}
      ),
      line AS (
        SELECT
          code, breakdown,
          ${LINE} AS line
        FROM seen
        WHERE period IN (
            SELECT period
            FROM latest
            ORDER BY period DESC
            LIMIT ${shown}
          )
        GROUP BY id, code, type, name, slug, breakdown
        ORDER BY code, breakdown
        LIMIT ${FIGURE_LIMIT}
      )
    SELECT
      (
        SELECT count(*)::int
        FROM latest
      ) AS periods,
      (
        SELECT
          coalesce(
            json_agg(
              line
              ORDER BY code, breakdown
            ),
            '[]'
          )::text
        FROM line
      ) AS lines
  `)
  const lines = lineSchema.parse(JSON.parse(row?.lines ?? '[]'))
  const periods = periodsWithin(
    lines.flatMap(({ cells }) => cells.map(([period]) => period)),
    FIGURE_LIMIT,
  )
  const fitting = lines
    .map((line) => ({ ...line, cells: line.cells.filter(([period]) => periods.has(period)) }))
    .filter(({ cells }) => cells.length > 0)
  return { lines: fitting, hasOlder: (row?.periods ?? 0) > periods.size }
}

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

/** One indicator at a moment: the printed figures and each dataset apart; null when unknown. */
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
