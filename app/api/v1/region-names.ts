import { isRegionName } from '@/lib/monitor/chains/schema'
import { listRegionsEver } from '@/lib/base/regions/data'

const TYPES = [
  'country',
  'landsdeel',
  'ser',
  'province',
  'labour_market',
  'ggd',
  'municipality',
] as const

/** Ids of regions by code or slug; null for no filter. Unknown names match nothing. */
export async function regionIdsOf(names: readonly string[] | null): Promise<string[] | null> {
  if (names === null) return null
  const wanted = new Set(names.filter(isRegionName))
  return (await listRegionsEver(TYPES))
    .filter(({ code, slug }) => wanted.has(code) || wanted.has(slug))
    .map(({ id }) => id)
}
