import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { getRegionFit } from './data'

export const loadRegionFit = cached('region-fit', getRegionFit)
