import type {
  EnquiryKind,
  EnquiryOutcome,
  EnquiryState,
  EnquiryWriter,
} from '@/generated/prisma/enums'

export type { EnquiryKind, EnquiryOutcome, EnquiryState, EnquiryWriter }

/** What someone writes about: this site when it is neither an initiative nor a region. */
export type EnquiryAbout =
  | { kind: 'initiative' | 'region'; id: string; slug: string; title: string }
  | { kind: 'site'; id: null; slug: string; title: string }

/** Who would answer now, nearest first. */
export interface AnswerLine {
  person: { id: string; name: string } | null
  organisation: { id: string; name: string } | null
  /** Editors and managers of the organisation that can sign in. */
  writerIds: string[]
}

/** What a page says about who answers: no ids, no addresses. */
export interface Answerer {
  person: string | null
  /** Null when the administrators answer. */
  organisation: string | null
}

export type DeliveredTo = 'person' | 'organisation' | 'administrators'

export interface NewEnquiry {
  about: EnquiryAbout
  /** The contact person of a region that was chosen. */
  receiverId: string | null
  kind: EnquiryKind
  writer: EnquiryWriter
  name: string
  /** In lower case. */
  email: string
  subject: string
  text: string
  submission: string | null
}

/** What decides who may answer. */
export interface EnquiryTarget {
  id: string
  state: EnquiryState
  receiverId: string | null
  organisationId: string | null
  /** Whether anyone of the organisation can still answer. */
  hasWriters: boolean
}

export interface EnquiryRow extends EnquiryTarget {
  about: EnquiryAbout
  kind: EnquiryKind
  writer: EnquiryWriter
  name: string
  subject: string
  outcome: EnquiryOutcome | null
  organisation: string | null
  createdAt: Date
  expiresAt: Date
  confirmedAt: Date | null
}

export interface EntryView {
  id: string
  fromOutside: boolean
  /** Empty for an account that is gone. */
  author: string
  /** Empty for the administrators. */
  onBehalfOf: string
  text: string
  createdAt: Date
}

export interface EnquiryThread extends EnquiryRow {
  entries: EntryView[]
}

/** `done` when it was delivered already. */
export type ConfirmOutcome = 'delivered' | 'done' | 'blocked' | 'gone'
