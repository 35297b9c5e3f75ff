import { describe, expect, it } from 'vitest'
import {
  canonicalText,
  checkEntries,
  contentText,
  ENTRY_KEYS,
  entryFields,
  entryHash,
  KIND_SLUGS,
  kindOfSlug,
  LEDGER_KINDS,
  recordKey,
  sha256,
  START,
} from './rules'
import type { LedgerEntry, Place } from './types'

function chain(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  let before: Place = START
  for (let seq = 1; seq <= length; seq += 1) {
    const rest = {
      seq,
      kind: 'verdict' as const,
      form: 1,
      salt: 's',
      contentHash: sha256(contentText({ text: `record ${seq}` }, 's')),
      previousHash: before.hash,
      afterwards: false,
      sealedAt: new Date('2026-11-30T10:00:00.123Z'),
    }
    const entry = { ...rest, recordId: `r${seq}`, hash: entryHash(rest) }
    entries.push(entry)
    before = entry
  }
  return entries
}

const contents = (entries: readonly LedgerEntry[]) =>
  new Map(entries.map((entry) => [recordKey(entry), { text: `record ${entry.seq}` }]))

const faults = (before: Place, entries: LedgerEntry[], known = contents(entries)) =>
  checkEntries(before, entries, known).faults.map(({ fault, seq }) => `${fault} ${seq}`)

describe('canonicalText', () => {
  it('is the JSON of RFC 8785: keys in order, no spaces, signs escaped as little as may be', () => {
    expect(canonicalText({ b: 'é "x"\n\u0001', a: '', C: '€\u2028' })).toBe(
      '{"C":"€\u2028","a":"","b":"é \\"x\\"\\n\\u0001"}',
    )
  })

  it('leaves out what is absent, so that a later field changes nothing', () => {
    expect(canonicalText({ a: '1', later: null, other: undefined })).toBe('{"a":"1"}')
  })
})

it('tells readers the keys of an entry in the order of its text', () => {
  const [entry] = chain(1)
  const text = canonicalText(entryFields(entry!))
  expect([...text.matchAll(/"(\w+)":/g)].map(([, key]) => key)).toEqual([...ENTRY_KEYS])
})

describe('checkEntries', () => {
  it('goes on where it was, in parts of any size', () => {
    const all = chain(5)
    const first = checkEntries(START, all.slice(0, 2), contents(all))
    expect(first).toEqual({ faults: [], end: { seq: 2, hash: all[1]?.hash } })
    expect(faults(first.end, all.slice(2))).toEqual([])
    expect(checkEntries(START, [], new Map())).toEqual({ faults: [], end: START })
  })

  it('names what is changed, gone, altered, missing and out of its place', () => {
    const all = chain(4)
    const [a, b, c, d] = all as [LedgerEntry, LedgerEntry, LedgerEntry, LedgerEntry]
    const known = contents(all)
    expect(faults(START, all, new Map([...known, [recordKey(b), { text: 'other' }]]))).toEqual([
      'changed 2',
    ])
    known.delete(recordKey(c))
    expect(faults(START, all, known)).toEqual(['gone 3'])
    expect(faults(START, [a, { ...b, afterwards: true }, c, d])).toEqual(['entry 2'])
    const redone = { ...b, afterwards: true, hash: entryHash({ ...b, afterwards: true }) }
    expect(faults(START, [a, redone, c, d])).toEqual(['link 3'])
    expect(faults(START, [a, c, d])).toEqual(['gap 2'])
    expect(faults(START, [b, c, d])).toEqual(['gap 1'])
  })
})

it('finds a kind by the word in its address', () => {
  for (const kind of LEDGER_KINDS) expect(kindOfSlug(KIND_SLUGS[kind])).toBe(kind)
  expect(kindOfSlug('iets')).toBeNull()
})
