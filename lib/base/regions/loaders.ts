import 'server-only'
import { notFound } from 'next/navigation'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import { getRegion } from './data'
import type { RegionView } from './types'

const readRegion = cached('region-by-slug', getRegion)

export async function loadRegion(slug: string): Promise<RegionView> {
  return (isSlug(slug) ? await readRegion(slug) : null) ?? notFound()
}
