import type { PaperFileKind } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { Amounts } from '@/lib/base/amounts/types'
import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { ChainState, MoneyByEvidence, OpenEnd } from '@/lib/monitor/chains/types'
import type { PolicySource, TradeOffView } from '@/lib/monitor/policies/types'
import type { PolicyIndicatorView, PolicyPeople } from '@/lib/monitor/policy-indicators/types'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'

export type { PaperFileKind }

/** Money as the one rule of amounts shows it. */
export interface PaperMoney {
  streams: number
  /** Who pays, each once. */
  providers: string[]
  amounts: Amounts
  unknownAmounts: number
  /** The first day on which money without a follow-up ends within a year. */
  endsOn: CalendarDate | null
}

export interface PaperInitiative {
  id: string
  slug: string
  title: string
  /** Null when the initiative is not in the search rows, so that nothing can be said. */
  evidence: EvidenceSummary | null
}

export interface PaperIndicator extends Pick<
  InitiativeIndicatorView,
  'id' | 'label' | 'unit' | 'baseline' | 'target' | 'lowerIsBetter'
> {
  latest: InitiativeIndicatorView['measurements'][number] | null
  initiative: string
}

export interface PaperMeasure {
  id: string
  title: string
  responsible: string | null
  people: PolicyPeople
  targets: PolicyIndicatorView[]
  tradeOffs: TradeOffView[]
  money: PaperMoney
  initiatives: PaperInitiative[]
  now: MeasureYear | null
  before: MeasureYear | null
}

export interface PaperGoal {
  id: string
  title: string
  under: string | null
  /** The larger area whose goal it is; null for an own goal. */
  area: string | null
  source: PolicySource
  measures: PaperMeasure[]
  /** What serves the goal without a measure. */
  direct: { initiatives: PaperInitiative[]; money: PaperMoney }
  money: PaperMoney
  carriedBy: string | null
  people: PolicyPeople
  /** What the goal itself is judged by. */
  targets: PolicyIndicatorView[]
  /** What its initiatives measure. */
  indicators: PaperIndicator[]
}

/** All that a paper says, before it is put into words. */
export interface PaperModel {
  region: { id: string; slug: string; name: string }
  year: number
  /** The day of the data. */
  today: CalendarDate
  /** What was written; null for the proposal. */
  request: string | null
  state: ChainState
  goals: PaperGoal[]
  /** Goals that were made up; nothing of them counts in the state. */
  examples: PaperGoal[]
  /** Money that serves several goals or none; it stands with no goal. */
  elsewhere: PaperMoney
  /** Money by what is known of the initiatives it pays for. */
  byEvidence: MoneyByEvidence[]
  openEnds: OpenEnd[]
}

export interface FrozenPaper {
  id: string
  regionId: string
  regionSlug: string
  regionName: string
  year: number
  organisationName: string
  request: string
  isProposal: boolean
  hasExamples: boolean
  dataOn: CalendarDate
  /** ISO moment. */
  createdAt: string
  decision: string | null
  decidedOn: CalendarDate | null
  files: { kind: PaperFileKind; sha256: string; sizeBytes: number }[]
}

export interface PaperFile {
  kind: PaperFileKind
  content: Uint8Array
}

export interface PaperRequestView {
  text: string
  version: number
}
