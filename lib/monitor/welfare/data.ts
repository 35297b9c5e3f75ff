import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import {
  getFigureRegion,
  listContextFigures,
  listFigureRegions,
} from '@/lib/figures/indicators/data'
import { pickFigures } from '@/lib/figures/indicators/rules'
import { figureScope } from '@/lib/figures/indicators/scope.rules'
import { db } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { listLatestFigures } from '@/lib/figures/statistics/data'
import { WELFARE_INDICATORS } from './rules'
import type { Balance } from './types'

const LIMIT = 1_000

/** The figures about care, volunteering and work for a region; null for an unknown one. */
export async function getWelfareFigures(slug: string) {
  const [region, graph] = await Promise.all([getFigureRegion(slug), getRegionGraph()])
  if (!region) return null
  const scope = figureScope(graph, region.id)
  const country = [...graph.nodes.values()]
    .filter(({ type }) => type === 'country')
    .map(({ id }) => id)
  const ids = new Set([...scope.health, ...scope.survey, ...country])
  const [printed, imported, through] = await Promise.all([
    listContextFigures({ indicatorSlugs: WELFARE_INDICATORS, regionIds: [...ids] }),
    listLatestFigures(WELFARE_INDICATORS, ['ggd', 'province', 'landsdeel', 'country']),
    listFigureRegions(scope.healthThrough === null ? [] : [scope.healthThrough]),
  ])
  return {
    figures: pickFigures([...printed, ...imported.filter((figure) => ids.has(figure.region.id))]),
    scope,
    through: through[0]?.name ?? null,
  }
}

const balanceSchema = z.object({
  total: z.number(),
  displacement: z.array(
    z.object({
      slug: z.string(),
      labelNl: z.string(),
      labelEn: z.string(),
      initiatives: z.number(),
    }),
  ),
  rows: z.array(
    z.object({
      initiative: z.object({ slug: z.string(), title: z.string() }),
      domain: z.enum(TradeOffDomain),
      effect: z.enum(TradeOffEffect),
      hours: z.number().nullable(),
      carriedBy: z.string().nullable(),
      source: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<Balance>

const DISPLACEMENT = Prisma.sql`
      (
        SELECT
          coalesce(
            jsonb_agg(
              jsonb_build_object(
                'slug', d.slug, 'labelNl', d.label_nl, 'labelEn', d.label_en,
                'initiatives', d.initiatives
              )
              ORDER BY d.position
            ),
            '[]'
          )
        FROM (
            SELECT t.slug, t.label_nl, t.label_en, t.position, count(*)::int AS initiatives
            FROM published p
              JOIN policy_monitor m USING (initiative_id)
              JOIN term t ON t.id = m.displacement_id
            GROUP BY t.slug, t.label_nl, t.label_en, t.position
          ) d
      )
`

/** What the published initiatives of a region say about unpaid work, learning and health. */
export async function getBalance(regionSlug: string): Promise<Balance> {
  const [row] = await db.$queryRaw<unknown[]>`
    WITH
      published AS (
        SELECT s.initiative_id, s.slug, s.title
        FROM initiative_search s
          JOIN search_tag g ON g.facet = 'regio'
          AND g.slug = ${regionSlug}
          AND s.tags && ARRAY[g.id]
      )
    SELECT
      (
        SELECT count(*)::int
        FROM published
      ) AS total,
      ${DISPLACEMENT} AS displacement,
      (
        SELECT
          coalesce(
            jsonb_agg(
              jsonb_build_object(
                'initiative', jsonb_build_object('slug', o.slug, 'title', o.title),
                'domain', o.domain, 'effect', o.effect, 'hours', o.hours_per_week,
                'carriedBy', o.carried_by, 'source', o.source_title
              )
              ORDER BY o.title, o.domain
            ),
            '[]'
          )
        FROM (
            SELECT
              p.slug, p.title, x.domain, x.effect,
              x.hours_per_week::float8 AS hours_per_week, x.carried_by, x.source_title
            FROM published p
              JOIN trade_off x USING (initiative_id)
            WHERE x.effect <> 'not_examined'
            ORDER BY p.title, x.domain
            LIMIT ${LIMIT}
          ) o
      ) AS rows
  `
  return balanceSchema.parse(row)
}
