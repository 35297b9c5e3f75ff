import type { EvidenceCount } from '@/lib/knowledge/evidence/direction.rules'
import type { VerdictDecision } from '@/generated/prisma/enums'
import type { Counter, GroupCount } from '@/lib/monitor/gaps/types'
import type { Amounts } from '@/lib/base/amounts/types'
import type { RegionSummary } from '@/lib/base/regions/types'

export const COMPARED = ['labour_market', 'province', 'ser'] as const
export type ComparedType = (typeof COMPARED)[number]

export interface PeerTraits {
  slug: string
  name: string
  type: ComparedType
  municipalities: number | null
  counts: readonly GroupCount[]
  sectors: readonly string[]
}

export type PeerReason =
  | { kind: 'counted'; group: string; counter: Counter; own: GroupCount; other: GroupCount }
  | { kind: 'groups'; groups: string[]; compared: number }
  | { kind: 'sectors'; sectors: string[]; all: number }
  | { kind: 'municipalities'; own: number; other: number }

export interface Peer {
  traits: PeerTraits
  reasons: PeerReason[]
}

export interface RegionSums {
  region: Pick<RegionSummary, 'slug' | 'name' | 'type'>
  goals: number
  measures: number
  verdicts: number
  streams: number
  amounts: Amounts
  initiatives: number
  measured: number
  evidence: EvidenceCount[]
}

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
  perGroup: Readonly<Record<string, number>>
  evidence: readonly EvidenceCount[]
}
