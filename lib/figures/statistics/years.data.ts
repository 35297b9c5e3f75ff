import 'server-only'
import { db } from '@/lib/base/db/db'
import { periodCode } from './rules'

const LIMIT = 20_000

/** A published figure of a region in one period; the total, without a breakdown. */
export interface YearFigure {
  indicator: {
    slug: string
    labelNl: string
    labelEn: string
    unit: string
    decimals: number
    position: number
  }
  region: { id: string; slug: string; name: string }
  source: string
  /** As periodCode() writes it: 2026KW03. */
  period: string
  value: number
}

/** The figures of these regions in these years, of sources that were read in; not sums of parts. */
export async function listYearFigures(
  regionIds: readonly string[],
  [from, to]: readonly [number, number],
): Promise<YearFigure[]> {
  const rows = await db.$queryRaw<(Omit<YearFigure, 'period'> & { period: number })[]>`
    SELECT
      jsonb_build_object(
        'slug', i.slug, 'labelNl', i.label_nl, 'labelEn', i.label_en, 'unit', i.unit,
        'decimals', i.decimals, 'position', i.position
      ) AS indicator,
      jsonb_build_object('id', r.id, 'slug', r.slug, 'name', r.name) AS region,
      o.name AS source, c.period, c.value::float8 AS value
    FROM stat_series s
      JOIN stat_dataset d ON d.id = s.dataset_id
      AND d.base_id IS NULL
      JOIN statistical_source o ON o.id = d.source_id
      JOIN indicator i ON i.id = s.indicator_id
      JOIN region r ON r.id = s.region_id
      JOIN stat_cell c ON c.series_id = s.id
      AND c.vintage_to = 'infinity'
      AND c.value IS NOT NULL
      AND c.status <> 'withheld'
    WHERE s.region_id = ANY (${[...regionIds]}::uuid[])
      AND s.breakdown = ''
      AND c.period BETWEEN ${from * 1_000}::int AND ${to * 1_000 + 999}::int
    ORDER BY i.position, i.slug, o.name, r.name, c.period
    LIMIT ${LIMIT}
  `
  return rows.map(({ period, ...row }) => ({ ...row, period: periodCode(period) }))
}
