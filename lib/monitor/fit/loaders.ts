import 'server-only'
import { remember } from '@/lib/base/cache/cached'
import { getRegionFit } from './data'

/** The fit with a region for a page. Changes with the figures and with what the region does itself. */
export const loadRegionFit = remember('region-fit', getRegionFit)
