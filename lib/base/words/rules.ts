/**
 * Every word must occur, in any form; "of" means either, quotes a phrase, a minus excludes. From
 * three letters a word finds what begins with it, from five also compounds. An unknown word is read
 * as two known ones, else as the most similar one.
 * Source: docs/model.md, "Doors"; docs/adr/0007-search-knows-its-words.md.
 */
import type { Alternatives, KnownWord, QueryGroups, QueryPart, ParsedQuery } from './types'

/** No text typed: matches every initiative. */
export const NO_WORDS: ParsedQuery = { expression: '', meant: null }

export const MIN_PREFIX = 3
export const MIN_WITHIN = 5
const MIN_HALF = 4
const MAX_PARTS = 20

/** Lower case without accents, as in the index. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

const emailsOf = (text: string) =>
  plain(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** Zero-width signs; search_plain in the database drops the same. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

const PIECE = /(-)?"([^"]*)"?|(\S+)/gu
const EITHER = new Set(['of', 'or', '|'])

/** Splits typed text into groups. Never fails: signs without meaning are dropped. */
export function readQuery(typed: string): QueryGroups {
  const groups: QueryPart[][] = []
  let either = false
  let count = 0
  const add = (part: QueryPart) => {
    const last = groups.at(-1)
    if (either && last && !part.exclude && last.every(({ exclude }) => !exclude)) last.push(part)
    else groups.push([part])
    either = false
    count += 1
  }
  for (const [, minus, phrase, word = ''] of typed.replace(UNSEEN, '').matchAll(PIECE)) {
    if (count >= MAX_PARTS) break
    if (phrase !== undefined) {
      const words = emailsOf(phrase)
      if (words.length > 0)
        add({
          kind: 'phrase',
          text: words.join(' '),
          typed: phrase.trim(),
          exclude: minus !== undefined,
        })
    } else if (EITHER.has(word.toLowerCase())) {
      either = groups.length > 0
    } else {
      const exclude = /^-+[\p{L}\p{N}]/u.test(word)
      const bare = exclude ? word.replace(/^-+/, '') : word
      const [first, ...rest] = emailsOf(bare)
      // Hyphenated words ("zij-instromers") are matched as a phrase.
      if (first !== undefined)
        add({
          kind: rest.length > 0 ? 'phrase' : 'word',
          text: [first, ...rest].join(' '),
          typed: bare,
          exclude,
        })
    }
  }
  return groups
}

/** The words whose relatives are looked up. */
export function wordsToKnow(groups: QueryGroups): string[] {
  return [
    ...new Set(
      groups
        .flat()
        .filter(
          ({ kind, exclude, text }) => kind === 'word' && !exclude && text.length >= MIN_PREFIX,
        )
        .map(({ text }) => text),
    ),
  ]
}

/** Every split of a word into two possible words, with an optional s, e or en in between. */
export function halves(word: string): [string, string][] {
  const cuts: [string, string][] = []
  for (let at = MIN_HALF; at <= word.length - MIN_HALF; at += 1) {
    const head = word.slice(0, at)
    const tail = word.slice(at)
    for (const glue of ['', 's', 'en', 'e']) {
      const bare = head.slice(0, head.length - glue.length)
      if (head.endsWith(glue) && bare.length >= MIN_HALF) cuts.push([bare, tail])
    }
  }
  return cuts
}

/** Edit distance between two words, with a transposition as one edit. */
export function slips(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1
      const ways = [
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + other,
      ]
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        ways.push((before[column - 2] ?? Infinity) + 1)
      now.push(Math.min(...ways))
    }
    before = last
    last = now
  }
  return last[b.length] ?? 0
}

function meantWord(word: string, similar: readonly string[]): string[] {
  const near = similar
    .map((other) => ({ other, away: slips(word, other) }))
    .filter(({ away }) => away <= Math.max(1, Math.floor(word.length / 3)))
  return near
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 1)
    .map(({ other }) => other)
}

/** What counts as this word. `knows` says whether a half is a known word. */
export function alternatives(
  { word, known, within, similar }: KnownWord,
  knows: (half: string) => boolean,
): Alternatives {
  if (known || within.length > 0) return { any: within, both: null }
  const cut = halves(word).findLast(([head, tail]) => knows(head) && knows(tail))
  if (cut) return { any: [], both: cut }
  return { any: meantWord(word, similar), both: null }
}

const quoted = (words: string) => words.split(' ').join(' <-> ')

/** The index query of a word in a running text. */
export function expressWord(word: string, { any, both }: Alternatives): string {
  return [...new Set([word, ...any]), ...(both ? [`(${both.join(' & ')})`] : [])].join(' | ')
}

function wordExpression(text: string, other: Alternatives | undefined): string {
  const ways = [text.length >= MIN_PREFIX ? `${text}:*` : text, text, ...(other?.any ?? [])]
  if (other?.both) ways.push(`(${other.both.join(' & ')})`)
  return `(${[...new Set(ways)].join(' | ')})`
}

/** Also the corrected query for unknown words. Only letters, digits and our own operators. */
export function expressQuery(
  groups: QueryGroups,
  facts: readonly KnownWord[],
  knows: (half: string) => boolean,
): ParsedQuery {
  const found = new Map(facts.map((fact) => [fact.word, alternatives(fact, knows)]))
  const mended = new Map(
    facts.flatMap((fact) => {
      const other = found.get(fact.word)
      return !fact.known &&
        fact.within.length === 0 &&
        other?.both === null &&
        other.any[0] !== undefined
        ? [[fact.word, other.any[0]] as const]
        : []
    }),
  )
  const express = ({ kind, text, exclude }: QueryPart) => {
    if (exclude) return `!(${quoted(text)})`
    return kind === 'phrase' ? `(${quoted(text)})` : wordExpression(text, found.get(text))
  }
  const expression = groups
    .map((parts) =>
      parts.length === 1 ? parts.map(express).join('') : `(${parts.map(express).join(' | ')})`,
    )
    .join(' & ')
  if (mended.size === 0) return { expression, meant: null }
  const write = ({ kind, text, typed, exclude }: QueryPart) =>
    `${exclude ? '-' : ''}${kind === 'phrase' && typed.includes(' ') ? `"${typed}"` : (mended.get(text) ?? typed)}`
  return { expression, meant: groups.map((parts) => parts.map(write).join(' of ')).join(' ') }
}
