import 'server-only'
import { db } from '@/lib/platform/db'
import { buildRegionGraph, type RegionGraph } from './rules'

/** Every region with its primary links, for family questions. About 420 rows; municipalities included. */
export async function getRegionGraph(): Promise<RegionGraph> {
  const rows = await db.region.findMany({
    select: { id: true, type: true, parents: { where: { isPrimary: true, validToYear: null }, select: { parentId: true } } },
    orderBy: { code: 'asc' },
    take: 2_000,
  })
  return buildRegionGraph(rows.map(({ id, type, parents }) => ({ id, type, parentIds: parents.map((link) => link.parentId) })))
}
