import { describe, expect, it } from 'vitest'
import { LONG_SENTENCE, MAX_HINTS, readingHints } from './plain-language.rules'

const kinds = (text: string) => readingHints(text).map(({ kind }) => kind)
const sentence = (words: number) => `${Array.from({ length: words }, () => 'woord').join(' ')}.`

describe('hints for plain language', () => {
  it('has none for short and active sentences', () => {
    expect(kinds('')).toEqual([])
    expect(kinds('Wij lopen drie dagen mee. Daarna kiest u zelf.\nEen coach helpt.')).toEqual([])
  })

  it('names a sentence that is longer than people read at once', () => {
    expect(kinds(sentence(LONG_SENTENCE))).toEqual([])
    expect(readingHints(sentence(LONG_SENTENCE + 1))).toEqual([
      { kind: 'long', start: 'woord woord woord woord woord woord …', words: LONG_SENTENCE + 1 },
    ])
    expect(kinds(`${sentence(15)} ${sentence(15)}`)).toEqual([])
    expect(kinds(sentence(15).replace('.', '\n') + sentence(15))).toEqual([])
  })

  it('knows a plainer word, once for each word and whatever its capitals', () => {
    expect(readingHints('Middels coaching. Wij coachen middels gesprekken.')).toEqual([
      { kind: 'jargon', word: 'middels', plainer: 'met' },
    ])
    expect(kinds('De constructor en toString doen mee.')).toEqual([])
  })

  it('sees that nobody acts, before and after the verb', () => {
    expect(kinds('De deelnemers worden door ons begeleid.')).toEqual(['passive'])
    expect(kinds('Omdat zij begeleid worden, gaat het goed.')).toEqual(['passive'])
    expect(kinds('Het wordt morgen warm.')).toEqual([])
    expect(kinds('Wij begeleiden de deelnemers.')).toEqual([])
  })

  it('says no more than someone can use at once', () => {
    const text = Array.from({ length: 40 }, () => sentence(30)).join(' ')
    expect(readingHints(text)).toHaveLength(MAX_HINTS)
  })
})
