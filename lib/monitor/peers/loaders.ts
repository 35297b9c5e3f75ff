import 'server-only'
import { notFound } from 'next/navigation'
import { loadRegionChain, reviewYear } from '@/lib/monitor/chains/loaders'
import { getGapBase } from '@/lib/monitor/gaps/data'
import { REGISTERED_GROUP, SURVEYED_GROUP } from '@/lib/monitor/gaps/rules'
import { listRegions } from '@/lib/base/regions/data'
import { cached } from '@/lib/base/cache/cached'
import { countEvidence, countFacets } from '@/lib/knowledge/search/data'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import { emptySelection, type RawParameters } from '@/lib/knowledge/search/rules'
import { NO_WORDS } from '@/lib/base/words/rules'
import { listPeerTraits, listRegionSums } from './data'
import { MAX_BESIDE, peersOf, readComparedRegions } from './rules'
import type { PeerColumn, PeerTraits } from './types'

const readSums = cached('peers-sums', listRegionSums)
/** The traits of all regions that can be compared. */
export const loadPeerTraits = cached('peers-traits', async () =>
  listPeerTraits((await getGapBase()).counts),
)
const ofRegion = (slug: string) => ({ ...emptySelection(), region: [slug] })
const readFacets = cached('peers-facets', (slug: string) => countFacets(NO_WORDS, ofRegion(slug)))
const readEvidence = cached('peers-evidence', (slug: string) => countEvidence(ofRegion(slug)))

export async function loadRegionSums(raw: RawParameters) {
  const year = reviewYear(raw.jaar)
  return { year, rows: await readSums(year) }
}
export type RegionList = Awaited<ReturnType<typeof loadRegionSums>>

async function column({ slug, name, counts }: PeerTraits, year: number): Promise<PeerColumn> {
  const [{ chain, state, openEnds }, facets, evidence] = await Promise.all([
    loadRegionChain(slug, year),
    readFacets(slug),
    readEvidence(slug),
  ])
  const of = (group: string, counter: 'cbs' | 'uwv') =>
    counts.find((count) => count.group === group && count.counter === counter) ?? null
  return {
    region: { slug, name },
    cbs: of(SURVEYED_GROUP, 'cbs'),
    uwv: of(REGISTERED_GROUP, 'uwv'),
    ownGoals: chain.goals.filter(({ own }) => own).length,
    goals: state.goals,
    goalsServed: state.goalsServed,
    measures: state.measures,
    streams: state.streams,
    amounts: state.amounts,
    unknownAmounts: state.unknownAmounts,
    ending: state.ending,
    openEnds: openEnds.length,
    verdicts: state.verdicts,
    decisions: state.decisions,
    initiatives: facets.total,
    measured: facets.measured,
    perGroup: facets.values.targetGroup ?? {},
    evidence,
  }
}

/** The regions that are most like this one, at most three; none for an unknown region. */
export async function loadSimilarRegions(slug: string) {
  const traits = await loadPeerTraits()
  const own = traits.find((one) => one.slug === slug)
  if (!own) return []
  const slugs = peersOf(own, traits)
    .slice(0, MAX_BESIDE)
    .map(({ traits: peer }) => peer.slug)
  return (await listRegions([own.type])).filter((region) => slugs.includes(region.slug))
}

export async function loadComparison(slug: string, raw: RawParameters) {
  const [traits, values] = await Promise.all([loadPeerTraits(), loadFacetValues()])
  const own = traits.find((one) => one.slug === slug) ?? notFound()
  const year = reviewYear(raw.jaar)
  const peers = peersOf(own, traits)
  const beside = readComparedRegions(raw, own, traits, peers)
  const chosen = beside.flatMap((name) => traits.find((one) => one.slug === name) ?? [])
  const columns = await Promise.all([own, ...chosen].map((one) => column(one, year)))
  const groups = values.targetGroup.filter(
    (group) =>
      group.parent === null && columns.some(({ perGroup }) => (perGroup[group.slug] ?? 0) > 0),
  )
  return {
    own,
    peers,
    beside,
    columns,
    year,
    groups,
    choices: traits.filter((one) => one.type === own.type && one.slug !== own.slug),
    isChosen: raw.met !== undefined,
    labels: new Map(
      [...values.targetGroup, ...values.sector].map(({ slug: key, labelNl, labelEn }) => [
        key,
        { labelNl, labelEn },
      ]),
    ),
  }
}
export type RegionComparison = Awaited<ReturnType<typeof loadComparison>>
