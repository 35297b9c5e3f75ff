/**
 * A name in a cell is a term, region or organisation when it is its name, another name of it or its
 * code, without case and accents. A name of two of them is an error with both; what is not known
 * gets the most similar name when few letters differ.
 * Source: docs/adr/0047-many-initiatives-at-once.md; docs/model.md, "Names of regions are no keys".
 */
import { plain, slips } from '@/lib/base/words/rules'
import type { Read } from './cells.rules'
import type { Known, KnownName, KnownOrganisation } from './types'

interface Named {
  label: string
  slug: string
  /** Without case, accents and signs. */
  names: readonly string[]
  retired: boolean
}

export interface Lookup {
  find: (typed: string) => Read<string>
}

const keyOf = (name: string) =>
  plain(name)
    .replace(/[\s\-–’'.]+/g, ' ')
    .trim()

/** More letters than this apart, and a suggestion would be a guess. */
const allowedSlips = (length: number) => Math.max(1, Math.floor(length / 4))
const MIN_START = 5
/** A file full of unknown names gets no suggestion for each: comparing them takes time. */
const MAX_SUGGESTIONS = 300

/** How often each letter occurs. */
function lettersOf(text: string): Uint8Array {
  const counts = new Uint8Array(128)
  for (const sign of text) {
    const at = sign.charCodeAt(0) & 127
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** Edits that two words need at least, by their letters alone: much cheaper than counting them. */
function leastSlips(a: Uint8Array, b: Uint8Array): number {
  let more = 0
  let less = 0
  for (const [at, count] of a.entries()) {
    const gap = count - (b[at] ?? 0)
    if (gap > 0) more += gap
    else less -= gap
  }
  return Math.max(more, less)
}

interface Candidate {
  label: string
  name: string
  letters: Uint8Array
}

const candidatesOf = (list: readonly Named[]): Candidate[] =>
  list.flatMap(({ label, names }) =>
    names.map((name) => ({ label, name, letters: lettersOf(name) })),
  )

function nearest(key: string, list: readonly Candidate[]): string | null {
  const own = lettersOf(key)
  let best: string | null = null
  let away = allowedSlips(key.length) + 1
  for (const { label, name, letters } of list) {
    if (Math.abs(name.length - key.length) >= away || leastSlips(own, letters) >= away) continue
    const distance = slips(key, name)
    if (distance < away) [best, away] = [label, distance]
  }
  if (best !== null || key.length < MIN_START) return best
  return list.find(({ name }) => name.startsWith(key))?.label ?? null
}

/** Looks each name up once, however often a file has it. */
function lookupIn(list: readonly Named[]): Lookup {
  const byName = new Map<string, Named[]>()
  for (const one of list)
    for (const name of new Set(one.names)) byName.set(name, [...(byName.get(name) ?? []), one])
  const open = candidatesOf(list.filter(({ retired }) => !retired))
  const answers = new Map<string, Read<string>>()
  let suggested = 0
  const suggest = (key: string): string | null => {
    suggested += 1
    return suggested > MAX_SUGGESTIONS ? null : nearest(key, open)
  }
  const answer = (typed: string): Read<string> => {
    const all = byName.get(keyOf(typed)) ?? []
    const found = all.filter(({ retired }) => !retired)
    const [first, second] = found
    if (first && !second) return { value: first.slug }
    // Its own name wins over another name of something else.
    const own = found.filter(({ label }) => keyOf(label) === keyOf(typed))
    if (own.length === 1 && own[0]) return { value: own[0].slug }
    if (first && second)
      return {
        wrong: {
          code: 'ambiguous',
          detail: { name: typed, first: first.label, second: second.label },
        },
      }
    if (all.length > 0) return { wrong: { code: 'retired', detail: { name: typed } } }
    const near = suggest(keyOf(typed))
    return {
      wrong:
        near === null
          ? { code: 'unknown', detail: { name: typed } }
          : { code: 'unknownNear', detail: { name: typed, near } },
    }
  }
  return {
    find: (typed) => {
      const known = answers.get(typed) ?? answer(typed)
      answers.set(typed, known)
      return known
    },
  }
}

const named = ({ label, others, code, slug, retired }: KnownName): Named => ({
  label,
  slug,
  names: [label, slug, code, ...others].filter((name) => name !== '').map(keyOf),
  retired,
})

export const termLookup = (terms: readonly KnownName[]): Lookup => lookupIn(terms.map(named))

/** A municipality is no choice: the error names its region. */
export function regionLookup({ regions, municipalities }: Known): Lookup {
  const lookup = lookupIn(regions.map(named))
  const regionOf = new Map(municipalities.map(({ name, region }) => [keyOf(name), region]))
  return {
    find: (typed) => {
      const found = lookup.find(typed)
      if ('value' in found || found.wrong.code === 'ambiguous') return found
      const near = regionOf.get(keyOf(typed))
      return near === undefined
        ? found
        : { wrong: { code: 'municipality', detail: { name: typed, near } } }
    },
  }
}

export function organisationLookup(organisations: readonly KnownOrganisation[]): Lookup {
  const lookup = lookupIn(
    organisations.map(({ id, name, slug, ended }) => ({
      label: name,
      slug: id,
      names: [name, slug].map(keyOf),
      retired: ended,
    })),
  )
  const codes = {
    unknown: 'organisationUnknown',
    unknownNear: 'organisationNear',
    retired: 'organisationEnded',
  } as const
  return {
    find: (typed) => {
      const found = lookup.find(typed)
      if ('value' in found) return found
      const { code, detail } = found.wrong
      const own = code === 'unknown' || code === 'unknownNear' || code === 'retired'
      return own ? { wrong: { code: codes[code], ...(detail && { detail }) } } : found
    },
  }
}
