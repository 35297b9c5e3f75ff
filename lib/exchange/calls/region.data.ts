import 'server-only'
import { HELPS_MOST } from '@/lib/knowledge/search/data'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { getRegionGraph, listRegions } from '@/lib/base/regions/data'
import { regionFamily } from '@/lib/base/regions/rules'
import type { RegionCalls } from './types'
import { listCalls, MAX_LISTED } from './data'

/** Regions for which these organisations may post, larger ones first. */
export async function listPostRegions(
  organisationIds: readonly string[],
): Promise<{ organisationId: string; id: string; slug: string; name: string }[]> {
  const organisations = await db.organisation.findMany({
    where: { id: { in: [...organisationIds] }, regionId: { not: null } },
    select: { id: true, regionId: true },
    orderBy: { id: 'asc' },
    take: MAX_LISTED,
  })
  const [graph, regions] = await Promise.all([
    getRegionGraph(),
    listRegions(['ser', 'province', 'labour_market']),
  ])
  const families = organisations.map(({ id, regionId }) => ({
    id,
    family: regionFamily(graph, regionId === null ? [] : [regionId]),
  }))
  return regions.flatMap(({ id, slug, name }) => {
    const poster = families.find(({ family }) => family.has(id))
    return poster ? [{ organisationId: poster.id, id, slug, name }] : []
  })
}

const NAMED = 3

/** The open calls of a region, and those of others that its initiatives fit. */
export async function listRegionCalls(region: { id: string; slug: string }): Promise<RegionCalls> {
  const family = [...regionFamily(await getRegionGraph(), [region.id])]
  const open = await listCalls({ statuses: ['open'] })
  const rows = z
    .array(
      z.object({
        id: z.string(),
        own: z.boolean(),
        initiatives: z.array(z.object({ slug: z.string(), title: z.string() })),
        count: z.number(),
      }),
    )
    .parse(
      await db.$queryRaw`
        SELECT c.id::text AS id, c.region_id = ANY (${family}::uuid[]) AS own,
          coalesce(f.initiatives, '[]') AS initiatives, coalesce(f.count, 0)::int AS count
        FROM open_call c
        CROSS JOIN LATERAL (
          SELECT array_agg(t.slug) FILTER (WHERE t.vocabulary = 'target_group') AS groups,
            array_agg(t.slug) FILTER (WHERE t.vocabulary = 'sector') AS sectors,
            array_agg(t.slug) FILTER (WHERE t.vocabulary = 'instrument') AS instruments
          FROM call_term ct
          JOIN term t ON t.id = ct.term_id
          WHERE ct.call_id = c.id
        ) a
        LEFT JOIN LATERAL (
          SELECT jsonb_agg(
            jsonb_build_object('slug', s.slug, 'title', s.title)
          ) FILTER (WHERE s.at <= ${NAMED}) AS initiatives,
            count(*) AS count
          FROM (
            SELECT s.slug, s.title, row_number() OVER (ORDER BY ${HELPS_MOST}, s.slug) AS at
            FROM initiative_search s
            WHERE ${region.slug} = ANY (s.regions)
              AND (
                s.target_groups && a.groups
                OR (
                  a.groups IS NULL
                  AND s.sectors && a.sectors
                  AND (a.instruments IS NULL OR s.instruments && a.instruments)
                )
              )
          ) s
        ) f ON true
        WHERE c.status = 'open' AND c.hidden_at IS NULL
        ORDER BY c.created_at DESC, c.id`,
    )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    own: open.filter(({ id }) => byId.get(id)?.own),
    fitting: open.flatMap((call) => {
      const row = byId.get(call.id)
      return row && !row.own && row.count > 0
        ? [{ call, initiatives: row.initiatives, count: row.count }]
        : []
    }),
  }
}
