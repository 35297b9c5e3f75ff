import type { AdoptionStatus } from '@/generated/prisma/enums'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { GroupCount } from '@/lib/monitor/gaps/types'
import type { CountedGroup } from '@/lib/monitor/fit/types'

export const LINE_STATES = ['same', 'differs', 'unknown'] as const
export type LineState = (typeof LINE_STATES)[number]

export interface Named {
  slug: string
  name: string
}

/** One thing in which the region of the reader and the initiative are the same, differ, or unknown. */
export type Line = { state: LineState } & (
  | { kind: 'place'; places: readonly string[] }
  | { kind: 'size'; own: GroupCount | null; other: GroupCount | null }
  | {
      kind: 'group'
      group: string
      own: GroupCount | null
      other: GroupCount | null
      /** Of a larger area, when the region itself was not counted. */
      around: CountedGroup | null
    }
  | { kind: 'sectors' | 'challenges'; shared: readonly string[]; missing: readonly string[] }
)

/** What an initiative says of itself, with all that lies above its terms and places. */
export interface Described {
  initiativeId: string
  slug: string
  groups: readonly string[]
  instruments: readonly string[]
  sectors: readonly string[]
  challenges: readonly string[]
  regions: readonly string[]
  evidence: EvidenceSummary
}

/** The initiative itself, in a region like that of the reader or in it. */
export interface TakenOver {
  region: Named
  /** Null where it runs by itself. */
  status: AdoptionStatus | null
  organisation: string | null
  /** What came of it, with what was found; null when it has no page. */
  own: (Named & { evidence: EvidenceSummary }) | null
  stopReason: string | null
}

/** Another initiative for the same group and of the same kind, in or like the own region. */
export interface Alike extends Named {
  regions: readonly string[]
  evidence: EvidenceSummary
}
