import 'server-only'
import { z } from 'zod'
import { RegionType } from '@/generated/prisma/enums'
import { listContextFigures } from '@/lib/indicators/data'
import { GROUP_SIZE_INDICATORS, pickFigures } from '@/lib/indicators/rules'
import { db } from '@/lib/platform/db'
import { getRegionGraph, listRegions, listRegionsById } from '@/lib/regions/data'
import { regionLineage } from '@/lib/regions/rules'
import { periodCode, periodStart } from '@/lib/statistics/rules'
import { ALL_GROUPS, counterOf, latestCounts } from './rules'
import type { ActingCount, GapBase, GapRegion, GroupCount } from './types'

const PEOPLE = 'personen'
/** Kinds of region that are counted or lie around one; a GGD region has other borders. */
const COUNTED: readonly RegionType[] = ['labour_market', 'province', 'ser', 'landsdeel']

const groupsOf = new Map<string, string[]>()
for (const [group, indicator] of GROUP_SIZE_INDICATORS) groupsOf.set(indicator, [...(groupsOf.get(indicator) ?? []), group])
const INDICATORS = [...groupsOf.keys()]

const actingSchema = z.array(z.object({ group: z.string(), region: z.string(), initiatives: z.number() })) satisfies z.ZodType<ActingCount[]>

/** Published initiatives per target group and region that they name themselves, or that one of their regions lies in. */
async function listActing(regions: readonly string[]): Promise<ActingCount[]> {
  return actingSchema.parse(await db.$queryRaw`
    SELECT g.slug AS "group", r.slug AS region, count(*)::int AS initiatives
    FROM initiative_search s
    CROSS JOIN LATERAL unnest(s.target_groups || ${ALL_GROUPS}::text) AS g (slug)
    JOIN LATERAL unnest(s.regions) AS r (slug) ON r.slug = ANY (${[...regions]}::text[])
    GROUP BY g.slug, r.slug ORDER BY g.slug, r.slug`)
}

/** Published initiatives that name a region around this one and nothing in it. */
async function listWider(pairs: readonly { slug: string; aboveId: string }[]): Promise<ActingCount[]> {
  return actingSchema.parse(await db.$queryRaw`
    SELECT g.slug AS "group", u.slug AS region, count(DISTINCT s.initiative_id)::int AS initiatives
    FROM unnest(${pairs.map(({ slug }) => slug)}::text[], ${pairs.map(({ aboveId }) => aboveId)}::uuid[]) AS u (slug, above_id)
    JOIN revision_region n ON n.region_id = u.above_id
    JOIN initiative_search s ON s.revision_id = n.revision_id AND NOT u.slug = ANY (s.regions)
    CROSS JOIN LATERAL unnest(s.target_groups || ${ALL_GROUPS}::text) AS g (slug)
    GROUP BY g.slug, u.slug ORDER BY g.slug, u.slug`)
}

const importedSchema = z.array(z.object({
  indicator: z.string(), groupSlug: z.string(), unit: z.string(), decimals: z.number(), value: z.number(), period: z.number(),
  regionSlug: z.string(), regionName: z.string(), regionType: z.enum(RegionType), sourceSlug: z.string(), sourceName: z.string(), sourceUrl: z.string().nullable(),
}))

/** The latest figure of each imported series. A dataset itself goes before the sums that were made from it. */
async function listImported(): Promise<GroupCount[]> {
  const rows = importedSchema.parse(await db.$queryRaw`
    SELECT DISTINCT ON (i.slug, r.slug) i.slug AS indicator, i.group_slug AS "groupSlug", i.unit, i.decimals::int AS decimals, c.value::float8 AS value, c.period,
      r.slug AS "regionSlug", r.name AS "regionName", r.type::text AS "regionType", o.slug AS "sourceSlug", o.name AS "sourceName", o.url AS "sourceUrl"
    FROM indicator i JOIN stat_series s ON s.indicator_id = i.id AND s.breakdown = '' JOIN stat_dataset d ON d.id = s.dataset_id JOIN statistical_source o ON o.id = d.source_id
    JOIN region r ON r.id = s.region_id AND r.type = ANY (${[...COUNTED]}::region_type[])
    JOIN stat_cell c ON c.series_id = s.id AND c.vintage_to = 'infinity' AND c.value IS NOT NULL AND c.status <> 'withheld'
    WHERE i.slug = ANY (${INDICATORS}::text[]) AND i.unit = ${PEOPLE}
    ORDER BY i.slug, r.slug, d.base_id IS NOT NULL, c.period DESC`)
  return rows.flatMap(({ indicator, groupSlug, period, regionSlug, regionName, regionType, sourceSlug, sourceName, sourceUrl, ...row }) =>
    (groupsOf.get(indicator) ?? []).map((group) => ({
      ...row, group, counter: counterOf(groupSlug), qualifier: 'exact', periodCode: periodCode(period), periodLabel: periodCode(period), periodStart: periodStart(periodCode(period)),
      caveats: [], reportRef: null, region: { slug: regionSlug, name: regionName, type: regionType }, source: { slug: sourceSlug, name: sourceName, url: sourceUrl },
    })))
}

/** What the report printed about the size of a group in a region, one reading of each. */
async function listPrinted(): Promise<GroupCount[]> {
  const figures = pickFigures(await listContextFigures({ indicatorSlugs: INDICATORS }))
  return figures
    .filter(({ unit, breakdown, region }) => unit === PEOPLE && breakdown === null && COUNTED.includes(region.type))
    .flatMap(({ indicator, region: { slug, name, type }, value, unit, decimals, qualifier, periodCode: code, periodLabel, periodStart: start, caveats, reportRef, source }) =>
      (groupsOf.get(indicator.slug) ?? []).map((group) => ({
        group, counter: counterOf(indicator.groupSlug), region: { slug, name, type }, value, unit, decimals, qualifier, periodCode: code, periodLabel, periodStart: start, caveats, reportRef, source,
      })))
}

/** Labour-market regions and provinces with the larger regions around them, the number of initiatives, and every known size of a group. */
export async function getGapBase(): Promise<GapBase> {
  const [graph, list] = await Promise.all([getRegionGraph(), listRegions(['labour_market', 'province'])])
  const lineages = new Map(list.map(({ id }) => [id, [...regionLineage(graph, [id])].filter((above) => above !== id)]))
  const above = new Map((await listRegionsById([...new Set([...lineages.values()].flat())])).map((region) => [region.id, region]))
  const regions = list.map(({ id, slug, name, type }): GapRegion => ({
    slug, name, type: type === 'province' ? 'province' : 'labour_market',
    around: (lineages.get(id) ?? []).flatMap((key) => above.get(key) ?? []).toSorted((a, b) => COUNTED.indexOf(a.type) - COUNTED.indexOf(b.type)).filter((region) => COUNTED.includes(region.type)).map((region) => region.slug),
  }))
  const pairs = list.flatMap(({ id, slug }) => (lineages.get(id) ?? []).map((aboveId) => ({ slug, aboveId })))
  const [acting, wider, imported, printed] = await Promise.all([listActing(list.map(({ slug }) => slug)), listWider(pairs), listImported(), listPrinted()])
  return { regions, acting, wider, counts: latestCounts([...imported, ...printed]) }
}
