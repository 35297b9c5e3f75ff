/**
 * Words are compared without case, accents and the usual endings of Dutch plurals, as search does.
 * Source: docs/model.md, "Words"; docs/adr/0007-search-knows-its-words.md.
 */
import { plain } from '@/lib/base/words/rules'
import type { Passage } from './types'

export interface Token {
  /** Without case, accents and ending. */
  stem: string
  from: number
  to: number
}

const WORD = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu
const SHORTEST_STEM = 4

/** "jobcoaches" and "jobcoach", "vrouwen" and "vrouw". */
export function stemOf(word: string): string {
  const bare = plain(word).replace(/['’.]/g, '')
  for (const ending of ['en', 'es', 's', 'e', 'n'])
    if (bare.endsWith(ending) && bare.length - ending.length >= SHORTEST_STEM)
      return bare.slice(0, -ending.length)
  return bare
}

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map((match) => ({
    stem: stemOf(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/** Lower case without accents, numbers in front and signs; for headings and labels. */
export function bareLabel(text: string): string {
  return plain(text)
    .replace(/^(?:\d{1,2}[. ]+){1,3}|^[ivx]{1,4}\.\s|^[a-z]\.\s/, '')
    .replace(/\([^()]{0,60}\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const ABBREVIATION =
  /(?:^|\s)(?:bijv|o\.a|ca|nr|art|mw|dhr|dr|drs|ir|mr|incl|excl|e\.d|jl|max|min|\p{Lu})\.$/iu
const END = /[.!?](?=\s+\p{Lu}|\s+\d|$)/gu

/** Sentences of a paragraph; an abbreviation does not end one. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const { index } of text.matchAll(END)) {
    if (ABBREVIATION.test(text.slice(from, index + 1))) continue
    sentences.push(text.slice(from, index + 1).trim())
    from = index + 1
  }
  sentences.push(text.slice(from).trim())
  return sentences.filter((sentence) => sentence !== '')
}

const MAX_PASSAGE = 280

/** At most MAX_PASSAGE characters around the first mark, cut at spaces. */
export function passageOf(text: string, marks: readonly [number, number][] = []): Passage {
  const line = text.replace(/\s/g, ' ')
  if (line.length <= MAX_PASSAGE) return { text: line, marks: [...marks] }
  const first = marks[0]?.[0] ?? 0
  const wanted = Math.max(0, first - MAX_PASSAGE / 2)
  const start = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1
  const cut = line.slice(start, start + MAX_PASSAGE)
  const end = start + MAX_PASSAGE < line.length ? cut.lastIndexOf(' ') : cut.length
  const shown = cut.slice(0, end > 0 ? end : cut.length)
  const before = start > 0 ? '… ' : ''
  const shift = before.length - start
  return {
    text: `${before}${shown}${start + shown.length < line.length ? ' …' : ''}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= start + shown.length)
      .map(([from, to]) => [from + shift, to + shift]),
  }
}

/** The sentence that a place in a text belongs to, with that place marked. */
export function sentenceAround(text: string, from: number, to: number): Passage {
  let start = 0
  for (const sentence of sentencesOf(text)) {
    const at = text.indexOf(sentence, start)
    const end = at + sentence.length
    if (from >= at && to <= end) return passageOf(sentence, [[from - at, to - at]])
    start = end
  }
  return passageOf(text, [[from, to]])
}
