import 'server-only'
import { z } from 'zod'
import type { RegionType } from '@/generated/prisma/enums'
import { listContextFigures } from '@/lib/figures/indicators/data'
import { GROUP_SIZE_INDICATORS, pickFigures } from '@/lib/figures/indicators/rules'
import { DIRECTION_SLUGS, NO_GAIN } from '@/lib/knowledge/evidence/direction.rules'
import { db } from '@/lib/base/db/db'
import { getRegionGraph, listRegions, listRegionsById } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { listLatestFigures } from '@/lib/figures/statistics/data'
import { ALL_GROUPS, counterOf } from './rules'
import type { ActingCount, GapBase, GapRegion, GroupCount, OwnCount } from './types'

const PEOPLE = 'personen'
/** Without GGD regions, whose borders differ. */
const COUNTED: readonly RegionType[] = ['labour_market', 'province', 'ser', 'landsdeel']

const groupsOf = new Map<string, string[]>()
for (const [group, indicator] of GROUP_SIZE_INDICATORS)
  groupsOf.set(indicator, [...(groupsOf.get(indicator) ?? []), group])
const INDICATORS = [...groupsOf.keys()]

const actingSchema = z.array(
  z.object({ group: z.string(), region: z.string(), initiatives: z.number() }),
) satisfies z.ZodType<ActingCount[]>

const ownSchema = z.array(
  actingSchema.element.extend({ helps: z.number(), noGain: z.number() }),
) satisfies z.ZodType<OwnCount[]>

async function listActing(regions: readonly string[]): Promise<OwnCount[]> {
  return ownSchema.parse(
    await db.$queryRaw`
    SELECT g.slug AS "group", r.slug AS region, count(*)::int AS initiatives,
      count(*) FILTER (WHERE s.direction = ${DIRECTION_SLUGS.helps})::int AS helps,
      count(*) FILTER (
        WHERE s.direction = ANY (${NO_GAIN.map((direction) => DIRECTION_SLUGS[direction])}::text[])
      )::int AS "noGain"
    FROM initiative_search s
    CROSS JOIN LATERAL unnest(s.target_groups || ${ALL_GROUPS}::text) AS g (slug)
    JOIN LATERAL unnest(s.regions) AS r (slug) ON r.slug = ANY (${[...regions]}::text[])
    GROUP BY g.slug, r.slug ORDER BY g.slug, r.slug`,
  )
}

async function listWider(
  pairs: readonly { slug: string; aboveId: string }[],
): Promise<ActingCount[]> {
  return actingSchema.parse(
    await db.$queryRaw`
      SELECT g.slug AS "group", u.slug AS region,
        count(DISTINCT s.initiative_id)::int AS initiatives
      FROM unnest(
        ${pairs.map(({ slug }) => slug)}::text[], ${pairs.map(({ aboveId }) => aboveId)}::uuid[]
      ) AS u (slug, above_id)
      JOIN revision_region n ON n.region_id = u.above_id
      JOIN initiative_search s ON s.revision_id = n.revision_id AND NOT u.slug = ANY (s.regions)
      CROSS JOIN LATERAL unnest(s.target_groups || ${ALL_GROUPS}::text) AS g (slug)
      GROUP BY g.slug, u.slug
      ORDER BY g.slug, u.slug`,
  )
}

async function listCounts(): Promise<GroupCount[]> {
  const [imported, printed] = await Promise.all([
    listLatestFigures(INDICATORS, COUNTED),
    listContextFigures({ indicatorSlugs: INDICATORS }),
  ])
  return pickFigures([...imported, ...printed])
    .filter(
      ({ unit, breakdown, region }) =>
        unit === PEOPLE && breakdown === null && COUNTED.includes(region.type),
    )
    .flatMap(
      ({
        indicator,
        region: { slug, name, type },
        value,
        unit,
        decimals,
        qualifier,
        periodCode,
        periodLabel,
        periodStart,
        caveats,
        reportRef,
        source,
      }) =>
        (groupsOf.get(indicator.slug) ?? []).map((group) => ({
          group,
          counter: counterOf(indicator.groupSlug),
          region: { slug, name, type },
          value,
          unit,
          decimals,
          qualifier,
          periodCode,
          periodLabel,
          periodStart,
          caveats,
          reportRef,
          source,
        })),
    )
}

/** The regions with those around them, the number of initiatives, and every known group size. */
export async function getGapBase(): Promise<GapBase> {
  const [graph, list] = await Promise.all([
    getRegionGraph(),
    listRegions(['labour_market', 'province']),
  ])
  const lineages = new Map(
    list.map(({ id }) => [id, [...regionLineage(graph, [id])].filter((above) => above !== id)]),
  )
  const above = new Map(
    (await listRegionsById([...new Set([...lineages.values()].flat())])).map((region) => [
      region.id,
      region,
    ]),
  )
  const regions = list.map(({ id, slug, name, type }): GapRegion => ({
    slug,
    name,
    type: type === 'province' ? 'province' : 'labour_market',
    around: (lineages.get(id) ?? [])
      .flatMap((key) => above.get(key) ?? [])
      .toSorted((a, b) => COUNTED.indexOf(a.type) - COUNTED.indexOf(b.type))
      .filter((region) => COUNTED.includes(region.type))
      .map((region) => region.slug),
  }))
  const pairs = list.flatMap(({ id, slug }) =>
    (lineages.get(id) ?? []).map((aboveId) => ({ slug, aboveId })),
  )
  const [acting, wider, counts] = await Promise.all([
    listActing(list.map(({ slug }) => slug)),
    listWider(pairs),
    listCounts(),
  ])
  return { regions, acting, wider, counts }
}
