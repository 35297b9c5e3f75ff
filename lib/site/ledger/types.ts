import type { LedgerKind } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { LedgerKind }

/** What is hashed: one flat object of texts. What is absent or null is left out. */
export type Fields = Readonly<Record<string, string | null | undefined>>

export interface LedgerEntry {
  seq: number
  kind: LedgerKind
  recordId: string
  form: number
  /** Hashed with the record; public only where its text is. */
  salt: string
  contentHash: string
  previousHash: string
  hash: string
  /** Entered more than a day after its own date. */
  afterwards: boolean
  sealedAt: Date
}

export interface LedgerHead {
  day: CalendarDate
  seq: number
  hash: string
}

/** A place in the chain: what comes next must link to it. */
export type Place = Pick<LedgerEntry, 'seq' | 'hash'>

/**
 * changed: the record is not what was entered. gone: it is not there. entry: the entry itself was
 * altered. link: it does not follow the one before. gap: numbers are missing. unsealed: a signed
 * record without an entry. file: the file of a measurement is not what its hash says. head: what
 * was published for a day is not in the chain.
 */
export type FaultKind = 'changed' | 'gone' | 'entry' | 'link' | 'gap' | 'unsealed' | 'file' | 'head'

export interface Fault {
  fault: FaultKind
  /** The number in the chain; null for what has none. */
  seq: number | null
  kind: LedgerKind | null
  recordId: string | null
  /** When it was entered, as an ISO moment, or for a head the day. */
  at: string | null
}

export interface CheckResult {
  entries: number
  heads: number
  faultCount: number
  /** The first of them. */
  faults: Fault[]
  /** Where the chain ends now. */
  head: Place
}

export interface StoredCheck {
  finishedAt: Date
  entries: number
  heads: number
  faultCount: number
  faults: Fault[]
}

/** How many records of a kind are in the chain. */
export interface KindCount {
  kind: LedgerKind
  count: number
  /** Of these, entered more than a day after their own date. */
  afterwards: number
  /** When the first of these was entered, ISO. */
  since: string | null
}

/** What a record is about, for people. */
export interface Subject {
  kind: LedgerKind
  recordId: string
  /** The measure or initiative; null when it is not public or not there. */
  title: string | null
  /** Of the initiative, or of the region of the measure; null as above. */
  slug: string | null
  /** The year that a verdict or expectation is about. */
  year: number | null
  /** The moment of the record itself, ISO. */
  at: string | null
}

export interface DescribedFault extends Fault {
  /** Null when it is not public, not there, or no record. */
  subject: Subject | null
}
