import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { firstValue, type ParameterValue } from '@/lib/base/http/parameters'
import { getRegionGraph, listRegionsById } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { NO_WORDS } from '@/lib/base/words/rules'
import { loadAdoptionsOf } from '@/lib/exchange/adoptions/loaders'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import { findInitiatives } from '@/lib/knowledge/search/data'
import { narrowest } from '@/lib/knowledge/search/facets.rules'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import { emptySelection } from '@/lib/knowledge/search/rules'
import { loadRegionFit } from '@/lib/monitor/fit/loaders'
import { loadPeerTraits } from '@/lib/monitor/peers/loaders'
import { peersOf, SHOWN_PEERS } from '@/lib/monitor/peers/rules'
import type { PeerTraits } from '@/lib/monitor/peers/types'
import { loadReader } from '@/lib/people/accounts/loaders'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import { getDescribed, listEvidenceOf } from './data'
import { suitabilityLines } from './rules'
import type { Alike, Described, Named, TakenOver } from './types'

const SHOWN_ALIKE = 5

const readDescribed = cached('suitability-described', getDescribed)
const readEvidence = cached('suitability-evidence', async (slugs: string[]) => [
  ...(await listEvidenceOf(slugs)),
])

const readAlike = cached(
  'suitability-alike',
  async (initiative: Described, narrow: string[], regions: string[]) =>
    findInitiatives({
      words: NO_WORDS,
      selection: {
        ...emptySelection(),
        region: regions,
        targetGroup: narrow,
        instrument: [...initiative.instruments],
      },
      page: 1,
      pageSize: SHOWN_ALIKE + 1,
      sort: 'evidence',
      snippets: false,
    }),
)

/** The labour-market regions of the organisation that somebody works for; none for a visitor. */
async function listOwnRegions(): Promise<string[]> {
  const reader = await loadReader()
  if (!reader) return []
  const ids = workingFor(reader).memberships.flatMap(({ regionId }) => regionId ?? [])
  if (ids.length === 0) return []
  const above = [...regionLineage(await getRegionGraph(), ids)]
  return (await listRegionsById(above))
    .filter(({ type }) => type === 'labour_market')
    .map(({ slug }) => slug)
}

/**
 * The region of the reader: the one in the address, else that of their organisation when there is
 * exactly one; and the regions to choose from.
 */
export async function loadReaderRegion(raw: ParameterValue) {
  const traits = (await loadPeerTraits()).filter(({ type }) => type === 'labour_market')
  const asked = traits.find(({ slug }) => slug === firstValue(raw))
  const own = asked ? [] : await listOwnRegions()
  const region =
    asked ?? (own.length === 1 ? traits.find(({ slug }) => slug === own[0]) : undefined) ?? null
  return {
    region,
    isOfOrganisation: region !== null && !asked,
    choices: traits.map(({ slug, name }) => ({ slug, name })),
  }
}
export type ReaderRegion = Awaited<ReturnType<typeof loadReaderRegion>>

async function listTakenOver(
  initiative: Described,
  near: readonly PeerTraits[],
): Promise<TakenOver[]> {
  const regionOf = new Map(near.map(({ slug, name }) => [slug, { slug, name }]))
  const runs = initiative.regions.flatMap((slug) => regionOf.get(slug) ?? [])
  const adoptions = (await loadAdoptionsOf(initiative.initiativeId)).filter(
    ({ region }) => region !== null && regionOf.has(region.slug),
  )
  const evidence = new Map(await readEvidence(adoptions.flatMap(({ own }) => own?.slug ?? [])))
  return [
    ...runs.map((region) => ({
      ...{ region, status: null, organisation: null, own: null, stopReason: null },
    })),
    ...adoptions.map(({ region, status, organisation, own, stopReason }): TakenOver => {
      const found = own && evidence.get(own.slug)
      return {
        region: regionOf.get(region?.slug ?? '') ?? { slug: '', name: '' },
        ...{ status, organisation, stopReason },
        own: own && found ? { slug: own.slug, name: own.title, evidence: found } : null,
      }
    }),
  ]
}

async function listAlike(
  initiative: Described,
  narrow: readonly string[],
  near: readonly PeerTraits[],
): Promise<{ alike: Alike[]; more: boolean } | null> {
  if (narrow.length === 0 || initiative.instruments.length === 0) return null
  const names = new Map(near.map(({ slug, name }) => [slug, name]))
  const hits = await readAlike(initiative, [...narrow], [...names.keys()])
  const others = hits.filter(({ slug }) => slug !== initiative.slug)
  return {
    alike: others.slice(0, SHOWN_ALIKE).map(({ slug, title, regions, rank, direction, size }) => ({
      ...{ slug, name: title, evidence: { rank, direction, size } },
      regions: regions.flatMap((one) => names.get(one) ?? []),
    })),
    more: others.length > SHOWN_ALIKE,
  }
}

/** How an initiative compares with a region, and who did it there or in regions like it. */
export async function loadSuitability(initiative: InitiativeView, own: PeerTraits) {
  const [described, fit, traits, values] = await Promise.all([
    readDescribed(initiative.id),
    loadRegionFit(own.slug),
    loadPeerTraits(),
    loadFacetValues(),
  ])
  if (!described || !fit) return null
  const narrow = (facet: 'targetGroup' | 'sector' | 'challenge', slugs: readonly string[]) =>
    narrowest(values[facet], slugs).map(({ slug }) => slug)
  const groups = narrow('targetGroup', described.groups)
  const peers = peersOf(own, traits)
    .slice(0, SHOWN_PEERS)
    .map((peer) => peer.traits)
  const near = [own, ...peers]
  const [takenOver, alike] = await Promise.all([
    listTakenOver(described, near),
    listAlike(described, groups, near),
  ])
  return {
    own,
    peers: peers.map(({ slug, name }): Named => ({ slug, name })),
    lines: suitabilityLines({
      initiative: described,
      own,
      fit: fit.region,
      places: traits.filter(
        ({ slug, type }) =>
          type === 'labour_market' && slug !== own.slug && described.regions.includes(slug),
      ),
      placeNames: initiative.regions.map(({ name }) => name),
      narrow: {
        groups,
        sectors: narrow('sector', described.sectors),
        challenges: narrow('challenge', described.challenges),
      },
      parents: new Map(
        [...values.sector, ...values.challenge].flatMap(({ slug, parent }) =>
          parent === null ? [] : [[slug, parent] as const],
        ),
      ),
    }),
    evidence: described.evidence,
    takenOver,
    alike,
    labels: new Map(
      [...values.targetGroup, ...values.sector, ...values.challenge].map((value) => [
        value.slug,
        { labelNl: value.labelNl, labelEn: value.labelEn },
      ]),
    ),
  }
}
export type Suitability = NonNullable<Awaited<ReturnType<typeof loadSuitability>>>
