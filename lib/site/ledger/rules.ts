/**
 * A ledger of hashes: each entry holds the hash of its record and of the entry before it, so that
 * nothing in it changes, goes or moves without showing. Source: docs/adr/0054; the text that is
 * hashed is JSON by RFC 8785 and the hash SHA-256 (FIPS 180-4).
 */
import { createHash } from 'node:crypto'
import type {
  CheckResult,
  Fault,
  Fields,
  LedgerEntry,
  LedgerHead,
  LedgerKind,
  Place,
  Subject,
} from './types'

export const LEDGER_KINDS = [
  'expectation',
  'verdict',
  'reaction',
  'assessment',
  'measurement',
] as const satisfies readonly LedgerKind[]

/** In addresses and the open data; these never change. */
export const KIND_SLUGS = {
  expectation: 'verwachting',
  verdict: 'oordeel',
  reaction: 'reactie',
  assessment: 'beoordeling',
  measurement: 'meting',
} as const satisfies Record<LedgerKind, string>

export const kindOfSlug = (slug: string): LedgerKind | null =>
  LEDGER_KINDS.find((kind) => KIND_SLUGS[kind] === slug) ?? null

/** What the first entry links to. */
export const START: Place = { seq: 0, hash: '0'.repeat(64) }

export const MAX_FAULTS = 100

/** One text for the same fields, whoever writes it: keys in order, no spaces (RFC 8785). */
export function canonicalText(fields: Fields): string {
  const keys = Object.keys(fields)
    .filter((key) => fields[key] != null)
    .toSorted((a, b) => (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(fields[key])}`).join(',')}}`
}

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')

/** What the hash of an entry is made of, in the order of its text. */
export const ENTRY_KEYS = [
  'afterwards',
  'content',
  'form',
  'kind',
  'previous',
  'sealedAt',
  'seq',
] as const

export const entryFields = (
  entry: Omit<LedgerEntry, 'hash' | 'recordId' | 'salt'>,
): Record<(typeof ENTRY_KEYS)[number], string> => ({
  form: String(entry.form),
  seq: String(entry.seq),
  kind: entry.kind,
  content: entry.contentHash,
  previous: entry.previousHash,
  afterwards: String(entry.afterwards),
  sealedAt: entry.sealedAt.toISOString(),
})

export const entryHash = (entry: Omit<LedgerEntry, 'hash' | 'recordId' | 'salt'>): string =>
  sha256(canonicalText(entryFields(entry)))

/** The text of a record as its entry hashed it. */
export const contentText = (fields: Fields, salt: string): string =>
  canonicalText({ ...fields, salt })

export const recordKey = ({ kind, recordId }: { kind: LedgerKind; recordId: string }): string =>
  `${kind} ${recordId}`

const about = (fault: Fault['fault'], entry: LedgerEntry): Fault => ({
  fault,
  seq: entry.seq,
  kind: entry.kind,
  recordId: entry.recordId,
  at: entry.sealedAt.toISOString(),
})

function faultsOf(before: Place, entry: LedgerEntry, content: Fields | undefined): Fault[] {
  const faults: Fault[] = []
  const isNext = entry.seq === before.seq + 1
  if (!isNext)
    faults.push({ fault: 'gap', seq: before.seq + 1, kind: null, recordId: null, at: null })
  if (entryHash(entry) !== entry.hash) faults.push(about('entry', entry))
  else if (isNext && entry.previousHash !== before.hash) faults.push(about('link', entry))
  if (content === undefined) faults.push(about('gone', entry))
  else if (sha256(contentText(content, entry.salt)) !== entry.contentHash)
    faults.push(about('changed', entry))
  return faults
}

/** The faults of one record and its entry, apart from its place in the chain. */
export const checkEntry = (entry: LedgerEntry, content: Fields | undefined): Fault[] =>
  faultsOf({ seq: entry.seq - 1, hash: entry.previousHash }, entry, content)

/** A hash as people copy it: in capitals, with spaces or in groups; null when it is none. */
export function readHash(typed: string): string | null {
  const hash = typed.toLowerCase().replace(/[^0-9a-z]/g, '')
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null
}

/**
 * The faults of entries that follow `before`, in order, and where they end. `contents` has the
 * fields of each record as it stands now, by recordKey.
 */
export function checkEntries(
  before: Place,
  entries: readonly LedgerEntry[],
  contents: ReadonlyMap<string, Fields>,
): { faults: Fault[]; end: Place } {
  let place = before
  const faults: Fault[] = []
  for (const entry of entries) {
    faults.push(...faultsOf(place, entry, contents.get(recordKey(entry))))
    place = { seq: entry.seq, hash: entry.hash }
  }
  return { faults, end: place }
}

export const headFault = ({ day, seq }: LedgerHead): Fault => ({
  fault: 'head',
  seq,
  kind: null,
  recordId: null,
  at: day,
})

/** Counts all faults and keeps the first, so that a ruined chain cannot fill the memory. */
export function collectFaults(): {
  add: (faults: readonly Fault[]) => void
  result: (rest: Pick<CheckResult, 'entries' | 'heads' | 'head'>) => CheckResult
} {
  const kept: Fault[] = []
  let count = 0
  return {
    add(faults) {
      count += faults.length
      kept.push(...faults.slice(0, MAX_FAULTS - kept.length))
    },
    result: (rest) => ({ ...rest, faultCount: count, faults: kept }),
  }
}

const KIND_WORDS: Readonly<Record<LedgerKind, string>> = {
  expectation: 'de verwachting',
  verdict: 'het oordeel',
  reaction: 'de reactie op het oordeel',
  assessment: 'de beoordeling',
  measurement: 'de meting',
}

function recordWords({ kind, recordId, at }: Fault, subject: Subject | undefined): string {
  if (kind === null) return ''
  const title = subject?.title == null ? '(niet openbaar of weg)' : `bij "${subject.title}"`
  const year = subject?.year == null ? '' : ` over ${subject.year}`
  const day = at === null ? '' : `, vastgelegd op ${at.slice(0, 10)}`
  return `${KIND_WORDS[kind]}${year} ${title}${day} (${recordId ?? '?'})`
}

const FAULT_WORDS: Readonly<Record<Fault['fault'], (what: string, fault: Fault) => string>> = {
  changed: (what, { seq }) => `Nummer ${seq}: ${what} is veranderd.`,
  gone: (what, { seq }) => `Nummer ${seq}: ${what} is weg.`,
  entry: (what, { seq }) => `Nummer ${seq}: de regel van ${what} is veranderd.`,
  link: (what, { seq }) =>
    `Nummer ${seq}: de regel van ${what} sluit niet aan op nummer ${Number(seq) - 1}. Een van de twee is vervangen.`,
  gap: (_, { seq }) => `Nummer ${seq} ontbreekt in de reeks.`,
  unsealed: (what) => `Niet in de reeks: ${what}. Buiten de toepassing om toegevoegd.`,
  file: (what) => `Het bestand bij ${what} is veranderd.`,
  head: (_, { seq, at }) =>
    `De vingerafdruk die op ${at} is gepubliceerd (nummer ${seq}), staat niet in de reeks. Iets tot en met dat nummer is herschreven of weggehaald.`,
}

/** One fault in Dutch, for the command line. */
export const faultText = (fault: Fault, subject: Subject | undefined): string =>
  FAULT_WORDS[fault.fault](recordWords(fault, subject), fault)
