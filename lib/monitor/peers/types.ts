import type { VerdictDecision } from '@/generated/prisma/enums'
import type { Counter, GroupCount } from '@/lib/monitor/gaps/types'
import type { Amounts } from '@/lib/base/amounts/types'
import type { RegionSummary } from '@/lib/base/regions/types'

/** Kinds of region that have a chain of their own and others to compare with. */
export const COMPARED = ['labour_market', 'province', 'ser'] as const
export type ComparedType = (typeof COMPARED)[number]

/** What a region is like, as far as it is known. */
export interface PeerTraits {
  slug: string
  name: string
  type: ComparedType
  /** Null when it has no municipalities of its own in the data. */
  municipalities: number | null
  counts: readonly GroupCount[]
  /** Broad sectors that its published initiatives name. */
  sectors: readonly string[]
}

/** One reason why two regions are alike, with the figures behind it. */
export type PeerReason =
  | { kind: 'counted'; group: string; counter: Counter; own: GroupCount; other: GroupCount }
  | { kind: 'groups'; groups: string[]; compared: number }
  | { kind: 'sectors'; sectors: string[]; all: number }
  | { kind: 'municipalities'; own: number; other: number }

export interface Peer {
  traits: PeerTraits
  reasons: PeerReason[]
}

/** What one region has of its own in a year. */
export interface RegionSums {
  region: Pick<RegionSummary, 'slug' | 'name' | 'type'>
  goals: number
  measures: number
  /** Measures with a signed verdict about the year. */
  verdicts: number
  streams: number
  amounts: Amounts
  initiatives: number
  measured: number
  /** Null without an initiative. */
  bestRank: number | null
}

/** One region in the comparison. */
export interface PeerColumn {
  region: { slug: string; name: string }
  cbs: GroupCount | null
  uwv: GroupCount | null
  ownGoals: number
  goals: number
  goalsServed: number
  measures: number
  streams: number
  amounts: Amounts
  unknownAmounts: number
  ending: number
  openEnds: number
  verdicts: number
  decisions: Record<VerdictDecision, number>
  initiatives: number
  measured: number
  /** Published initiatives per target group, by its slug. */
  perGroup: Readonly<Record<string, number>>
  /** Published initiatives per evidence level, by its slug. */
  perLevel: Readonly<Record<string, number>>
}
