import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { RegionType } from '@/generated/prisma/enums'
import { db } from '@/lib/base/db/db'
import { toCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { buildRegionGraph, CHOSEN_REGIONS, type RegionGraph } from './rules'
import type { RegionChoice, RegionSummary, RegionView } from './types'

const nodesSchema = z.array(
  z.object({ id: z.string(), type: z.enum(RegionType), parentIds: z.array(z.string()) }),
)

/** Every region with its primary links, about 420 rows. */
export async function getRegionGraph(): Promise<RegionGraph> {
  const rows = await db.$queryRaw`
    SELECT
      r.id, r.type::text AS type,
      coalesce(
        array_agg(
          l.parent_id::text
          ORDER BY l.parent_id
        ) FILTER (
          WHERE l.parent_id IS NOT NULL
        ),
        '{}'
      ) AS "parentIds"
    FROM region r
      LEFT JOIN region_link l ON l.child_id = r.id
      AND l.is_primary
      AND l.valid_to_year IS NULL
    GROUP BY r.id
    ORDER BY r.code
    LIMIT 2000
  `
  return buildRegionGraph(nodesSchema.parse(rows))
}

const summary = { id: true, code: true, type: true, name: true, slug: true } as const
const MAX_CHILDREN = 400
const TYPE_ORDER: readonly RegionType[] = [
  'country',
  'landsdeel',
  'ser',
  'province',
  'labour_market',
  'ggd',
  'municipality',
]

const summaryOf = ({ id, code, type, name, slug }: RegionSummary): RegionSummary => ({
  id,
  code,
  type,
  name,
  slug,
})

const byType = (a: RegionSummary, b: RegionSummary) =>
  TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type) || a.name.localeCompare(b.name, 'nl')

/** The regions people choose from: provinces, labour-market and SER regions, with the province. */
export async function listRegionChoices(
  orderBy: Prisma.RegionOrderByWithRelationInput[],
): Promise<RegionChoice[]> {
  const rows = await db.region.findMany({
    where: { type: { in: [...CHOSEN_REGIONS] } },
    select: {
      slug: true,
      code: true,
      name: true,
      type: true,
      endsOn: true,
      parents: {
        where: { isPrimary: true, validToYear: null, parent: { type: 'province' } },
        select: { parent: { select: { slug: true } } },
        take: 1,
      },
    },
    orderBy,
    take: 200,
  })
  return rows.map(({ parents, endsOn, ...region }) => ({
    ...region,
    province: parents[0]?.parent.slug ?? null,
    retired: endsOn !== null,
  }))
}

/** A region with those above and below it now; null for an unknown slug. */
export async function getRegion(slug: string): Promise<RegionView | null> {
  const row = await db.region.findUnique({
    where: { slug },
    select: {
      ...summary,
      nameVariants: true,
      note: true,
      validFrom: true,
      endsOn: true,
      parents: {
        where: { validToYear: null },
        select: { parent: { select: summary } },
        orderBy: { parentId: 'asc' },
        take: 20,
      },
      children: {
        where: { validToYear: null },
        select: { child: { select: { ...summary, endsOn: true } } },
        orderBy: { childId: 'asc' },
        take: MAX_CHILDREN,
      },
    },
  })
  if (!row) return null
  const above = row.parents.map(({ parent }) => parent).toSorted(byType)
  const below = row.children.map(({ child }) => child).toSorted(byType)
  return {
    ...row,
    validFrom: toCalendarDate(row.validFrom),
    endsOn: toCalendarDate(row.endsOn),
    parents: row.endsOn === null ? above : [],
    children: below.filter(({ endsOn }) => endsOn === null).map(summaryOf),
    successors: row.endsOn === null ? [] : above,
    predecessors: below.filter(({ endsOn }) => endsOn !== null).map(summaryOf),
  }
}

/** Regions of these types by name, as the division is now. */
export async function listRegions(types: readonly RegionType[]): Promise<RegionSummary[]> {
  const rows = await db.region.findMany({
    where: { type: { in: [...types] }, endsOn: null },
    select: summary,
    orderBy: [{ name: 'asc' }, { code: 'asc' }],
    take: 1_000,
  })
  return rows.toSorted(byType)
}

/** The same with regions that ended, and when. */
export async function listRegionsEver(
  types: readonly RegionType[],
): Promise<(RegionSummary & { endsOn: CalendarDate | null })[]> {
  const rows = await db.region.findMany({
    where: { type: { in: [...types] } },
    select: { ...summary, endsOn: true },
    orderBy: [{ name: 'asc' }, { code: 'asc' }],
    take: 1_000,
  })
  return rows.map((row) => ({ ...row, endsOn: toCalendarDate(row.endsOn) })).toSorted(byType)
}

/** Regions with these ids, larger ones first. */
export async function listRegionsById(ids: readonly string[]): Promise<RegionSummary[]> {
  const rows = await db.region.findMany({
    where: { id: { in: [...ids] } },
    select: summary,
    orderBy: [{ name: 'asc' }, { code: 'asc' }],
    take: 1_000,
  })
  return rows.toSorted(byType)
}
