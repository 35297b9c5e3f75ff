import { describe, expect, it } from 'vitest'
import { wordDifference, type WordPart } from './words.rules'

const without = (parts: readonly WordPart[], kind: WordPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('')
const marked = (before: string, after: string) =>
  wordDifference(before, after)
    .map(
      ({ kind, text }) => ({ kept: text, deleted: `[-${text}-]`, inserted: `{+${text}+}` })[kind],
    )
    .join('')

/** Numbers that look random and are the same each time. */
function numbersFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const WORDS = ['de', 'mensen', 'werk', 'é', 'naïef', '12', 'coach', '👩‍🏫', 'x.', '(een)', 'de', 'de']
const SPACES = [' ', ' ', ' ', '\n', '\n\n', '  ', ' ']

function someText(random: (below: number) => number, most: number): string {
  return Array.from(
    { length: random(most) },
    () => `${WORDS[random(WORDS.length)] ?? ''}${SPACES[random(SPACES.length)] ?? ''}`,
  ).join('')
}

/** The length of the longest common row, the slow way. */
function keptAtBest(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const token of a) {
    const next = [0]
    b.forEach((other, j) =>
      next.push(token === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0)),
    )
    row = next
  }
  return row.at(-1) ?? 0
}

describe('the difference of two texts by word', () => {
  it.each([
    ['Wij helpen 12 mensen.', 'Wij helpen 20 mensen.', 'Wij helpen [-12-]{+20+} mensen.'],
    ['Kort.', 'Kort. En meer.', 'Kort.{+ En meer.+}'],
    ['mee', 'mee.', 'mee{+.+}'],
    [
      'Een jobcoach helpt hen.',
      'Hun baas ziet hen.',
      '[-Een jobcoach helpt-]{+Hun baas ziet+} hen.',
    ],
    ['weg', '', '[-weg-]'],
    ['', 'nieuw', '{+nieuw+}'],
    ['gelijk', 'gelijk', 'gelijk'],
    ['', '', ''],
  ])('%j to %j marks %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('gives both texts back to the letter, whatever they are', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = numbersFrom(seed)
      const before = someText(random, 40)
      const after = random(3) === 0 ? someText(random, 40) : before.replace('de', 'het')
      const parts = wordDifference(before, after)
      expect(without(parts, 'inserted')).toBe(before)
      expect(without(parts, 'deleted')).toBe(after)
      expect(parts.every(({ text }) => text !== '')).toBe(true)
    }
  })

  it('keeps as much as any list of changes can', () => {
    const letters = (random: (below: number) => number) =>
      Array.from({ length: random(30) }, () => 'abcd'[random(4)] ?? '')
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = numbersFrom(seed)
      const [a, b] = [letters(random), letters(random)]
      // Signs are tokens of their own, so nothing between them is joined.
      const sign = (rows: readonly string[]) =>
        rows.map((one) => '!?+='['abcd'.indexOf(one)]).join('')
      const kept = wordDifference(sign(a), sign(b))
        .filter(({ kind }) => kind === 'kept')
        .reduce((sum, { text }) => sum + text.length, 0)
      expect(kept).toBe(keptAtBest(a, b))
    }
  })

  const long = (words: number, word: string) =>
    Array.from({ length: words }, (_, index) => `${word}${String(index)}`).join(' ')

  it('still finds one changed word in the longest texts', () => {
    const before = long(2_750, 'w')
    const parts = wordDifference(before, before.replace('w1500 ', 'anders '))
    expect(parts.filter(({ kind }) => kind !== 'kept')).toEqual([
      { kind: 'deleted', text: 'w1500' },
      { kind: 'inserted', text: 'anders' },
    ])
  })

  it.each([
    ['too long', long(3_000, 'w'), `${long(3_000, 'w')} meer`],
    ['too different', long(1_500, 'a'), long(4_000, 'b')],
  ])('counts what is %s as rewritten', (_, before, after) => {
    expect(wordDifference(before, after)).toEqual([
      { kind: 'deleted', text: before },
      { kind: 'inserted', text: after },
    ])
  })
})
