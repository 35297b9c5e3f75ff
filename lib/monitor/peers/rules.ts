/**
 * One reason each for as many registered jobseekers, as many people in the CBS survey, half of the
 * other groups as large, half of the sectors shared, and as many municipalities. "As many" is a
 * difference of at most a quarter. Being alike says nothing about doing well.
 * Source: docs/model.md, "The policy monitor"; docs/adr/0014-regions-that-are-alike.md.
 */
import { REGISTERED_GROUP, SURVEYED_GROUP } from '@/lib/monitor/gaps/rules'
import type { Counter } from '@/lib/monitor/gaps/types'
import type { Peer, PeerReason, PeerTraits, RegionSums } from './types'

export const AS_MANY = 0.75
const HALF = 0.5
export const MAX_BESIDE = 3
export const SHOWN_PEERS = 6

/** True when two numbers are about equal. Symmetric. */
export function asMany(a: number, b: number): boolean {
  const [small, large] = [Math.min(a, b), Math.max(a, b)]
  return small > 0 && small >= large * AS_MANY
}

const find = (traits: PeerTraits, group: string, counter: Counter) =>
  traits.counts.find((count) => count.group === group && count.counter === counter)

function counted(a: PeerTraits, b: PeerTraits, group: string, counter: Counter): PeerReason[] {
  const [own, other] = [find(a, group, counter), find(b, group, counter)]
  return own && other && asMany(own.value, other.value)
    ? [{ kind: 'counted', group, counter, own, other }]
    : []
}

function otherGroups(a: PeerTraits, b: PeerTraits): PeerReason[] {
  const pairs = a.counts
    .filter(({ group }) => group !== REGISTERED_GROUP && group !== SURVEYED_GROUP)
    .flatMap((own) => {
      const other = find(b, own.group, own.counter)
      return other ? [{ group: own.group, alike: asMany(own.value, other.value) }] : []
    })
  const groups = pairs
    .filter(({ alike }) => alike)
    .map(({ group }) => group)
    .toSorted()
  return groups.length > 0 && groups.length >= pairs.length * HALF
    ? [{ kind: 'groups', groups, compared: pairs.length }]
    : []
}

function sharedSectors(a: PeerTraits, b: PeerTraits): PeerReason[] {
  const all = new Set([...a.sectors, ...b.sectors])
  const sectors = a.sectors.filter((sector) => b.sectors.includes(sector)).toSorted()
  return sectors.length > 0 && sectors.length >= all.size * HALF
    ? [{ kind: 'sectors', sectors, all: all.size }]
    : []
}

/** The reasons why two regions are alike; none across region types. */
export function peerReasons(a: PeerTraits, b: PeerTraits): PeerReason[] {
  if (a.type !== b.type || a.slug === b.slug) return []
  const municipalities: PeerReason[] =
    a.municipalities !== null &&
    b.municipalities !== null &&
    asMany(a.municipalities, b.municipalities)
      ? [{ kind: 'municipalities', own: a.municipalities, other: b.municipalities }]
      : []
  return [
    ...counted(a, b, REGISTERED_GROUP, 'uwv'),
    ...counted(a, b, SURVEYED_GROUP, 'cbs'),
    ...otherGroups(a, b),
    ...sharedSectors(a, b),
    ...municipalities,
  ]
}

/** Similar regions, most reasons first, then by name. */
export function peersOf(own: PeerTraits, all: readonly PeerTraits[]): Peer[] {
  return all
    .map((traits) => ({ traits, reasons: peerReasons(own, traits) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        a.traits.name.localeCompare(b.traits.name, 'nl') ||
        a.traits.slug.localeCompare(b.traits.slug),
    )
}

/** True when a region has anything of its own in a year. */
export const hasSums = ({ goals, measures, streams, initiatives }: RegionSums) =>
  goals + measures + streams + initiatives > 0

type Raw = Readonly<Record<string, string | string[] | undefined>>

/** The usable regions in the address, else the most similar ones. */
export function readComparedRegions(
  raw: Raw,
  own: PeerTraits,
  all: readonly PeerTraits[],
  peers: readonly Peer[],
): string[] {
  const asked = [...new Set([raw.met ?? []].flat())].filter(
    (slug) =>
      slug !== own.slug && all.some((traits) => traits.slug === slug && traits.type === own.type),
  )
  return (asked.length > 0 ? asked : peers.map(({ traits }) => traits.slug)).slice(0, MAX_BESIDE)
}
