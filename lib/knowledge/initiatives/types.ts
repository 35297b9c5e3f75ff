import type {
  Certainty,
  InstrumentState,
  Lifecycle,
  RegionType,
  ResultKind,
  TextItemKind,
  Vocabulary,
} from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { VersionMedia } from '@/lib/knowledge/media/types'

export type { Certainty, Lifecycle, ResultKind, TextItemKind }

export interface TermTag {
  slug: string
  labelNl: string
  labelEn: string
  definitionNl: string
  definitionEn: string
  certainty: Certainty | null
  basis: string | null
}

export interface RegionTag {
  code: string
  slug: string
  name: string
  type: RegionType
  certainty: Certainty
}

export interface ResultView {
  kind: ResultKind
  label: string
  value: number | null
  unit: string | null
  qualifier: string | null
  measured: boolean
  note: string | null
}

export interface SourceView {
  title: string
  url: string | null
  publishedOn: CalendarDate | null
  note: string | null
}

export interface ExternalFactView {
  fact: string
  url: string | null
  publishedOn: CalendarDate | null
  reliability: string
}

/** A version as readers see it. Times are ISO texts, so that it can be cached. */
export interface InitiativeView extends VersionMedia {
  id: string
  slug: string
  revisionId: string
  number: number
  organisationId: string
  organisationName: string
  isExample: boolean
  reportSection: string | null
  publishedAt: string | null
  confirmedAt: string | null
  title: string
  alternativeTitles: string[]
  summary: string
  problem: string
  /** Markdown; docs/adr/0048. */
  story: string
  problemNote: string | null
  lifecycle: Lifecycle
  stopReason: string | null
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  periodNote: string | null
  ownerName: string | null
  ownerNote: string | null
  partners: string[]
  partnersNote: string | null
  /** Only with consent; the e-mail address never leaves the server. */
  contact: { name: string; role: string | null } | null
  regions: RegionTag[]
  regionNote: string | null
  terms: Partial<Record<Vocabulary, TermTag[]>>
  /** Instruments that are planned, or could or might not be used. */
  otherInstruments: { state: InstrumentState; slug: string; labelNl: string; labelEn: string }[]
  targetGroupsNote: string | null
  instrumentsNote: string | null
  styleSupport: Certainty | null
  steps: { name: string; description: string }[]
  items: Partial<Record<TextItemKind, string[]>>
  successFactorsNote: string | null
  expectedImpactNote: string | null
  scalabilityReport: string | null
  results: ResultView[]
  sources: SourceView[]
  externalFacts: ExternalFactView[]
}

export interface ConfirmTarget {
  initiativeId: string
  organisationId: string
  isPublished: boolean
}

export interface Unconfirmed {
  initiativeId: string
  slug: string
  title: string
  /** ISO time of the last confirmation, else of publication. */
  since: string
}
