import { isRegionName } from '@/lib/monitor/chains/schema'
import { listRegions } from '@/lib/base/regions/data'

const TYPES = [
  'country',
  'landsdeel',
  'ser',
  'province',
  'labour_market',
  'ggd',
  'municipality',
] as const

/** Ids of the regions that are named by code or slug; null when none was asked for. A name that nothing bears finds nothing. */
export async function regionIdsOf(names: readonly string[] | null): Promise<string[] | null> {
  if (names === null) return null
  const wanted = new Set(names.filter(isRegionName))
  return (await listRegions(TYPES))
    .filter(({ code, slug }) => wanted.has(code) || wanted.has(slug))
    .map(({ id }) => id)
}
