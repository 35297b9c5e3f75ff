import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { getRegionFit } from './data'

/** The fit with a region for a page. Changes with the figures and with what the region does itself. */
export const loadRegionFit = cached('region-fit', getRegionFit)
