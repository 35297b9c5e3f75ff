import 'server-only'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { listChoices } from '@/lib/monitor/policies/data'
import { getRegionGraph, listRegions } from '@/lib/base/regions/data'
import { regionFamily } from '@/lib/base/regions/rules'
import type { RawParameters } from '@/lib/knowledge/search/rules'
import { listEndingStreams, listEndingSums } from './data'
import {
  byUnfollowed,
  endings,
  quartersFrom,
  quarterStart,
  readExpiryChoice,
  STREAMS_PAGE,
} from './rules'
import { BESIDE, type StreamFilter } from './types'

const readSums = cached('expiringFunding-sums', listEndingSums)
const readStreams = cached('expiringFunding-streams', listEndingStreams)
const readKnown = cached('expiringFunding-known', async () => ({
  regions: await listRegions(['ser', 'province', 'labour_market']),
  types: await listChoices('funding_type'),
}))
const readFamily = cached('expiringFunding-family', async (regionId: string) =>
  [...regionFamily(await getRegionGraph(), [regionId])].toSorted(),
)

async function readFilter(raw: RawParameters) {
  const { regions, types } = await readKnown()
  const today = todayInNetherlands(new Date())
  const quarters = quartersFrom(today)
  const choice = readExpiryChoice(raw, {
    regions: regions.map(({ slug }) => slug),
    types: types.map(({ slug }) => slug),
    quarters,
  })
  const region = regions.find(({ slug }) => slug === choice.region) ?? null
  const filter: StreamFilter = {
    from: quarterStart(today),
    type: choice.type,
    regionIds: region === null ? null : await readFamily(region.id),
  }
  return { regions, types, quarters, choice, region, filter, today }
}

export async function loadExpiringFunding(raw: RawParameters) {
  const { regions, types, quarters, choice, region, filter, today } = await readFilter(raw)
  const sums = await readSums(filter)
  const perQuarter = endings(
    sums,
    'when',
    quarters.map(({ key }) => key),
  )
  const beside = endings(sums, 'when', BESIDE)
  const first =
    perQuarter.find(({ streams }) => streams > 0) ?? beside.find(({ streams }) => streams > 0)
  const when = choice.when ?? first?.key ?? null
  const total = [...perQuarter, ...beside].find(({ key }) => key === when)?.streams ?? 0
  const pages = Math.max(1, Math.ceil(total / STREAMS_PAGE))
  const page = Math.min(choice.page, pages)
  return {
    choice: { ...choice, page },
    regions,
    types,
    quarters,
    region,
    today,
    when,
    perQuarter,
    beside,
    total,
    pages,
    byType: byUnfollowed(
      endings(
        sums,
        'type',
        types.map(({ slug }) => slug),
      ),
    ),
    byRegion: byUnfollowed(
      endings(
        sums,
        'region',
        regions.map(({ slug }) => slug),
      ),
    ),
    streams:
      total === 0
        ? []
        : await readStreams(filter, when, { skip: (page - 1) * STREAMS_PAGE, take: STREAMS_PAGE }),
  }
}
export type ExpiringFunding = Awaited<ReturnType<typeof loadExpiringFunding>>

export async function loadEndingStreams(raw: RawParameters) {
  const { choice, filter } = await readFilter(raw)
  return listEndingStreams(filter, choice.when)
}
