import { describe, expect, it } from 'vitest'
import {
  commonFrom,
  isLookalike,
  joinEmail,
  joinState,
  MAX_TEXT_WORDS,
  orderLookalikes,
  orderShared,
  replyEmail,
  sharesTitle,
  distinctiveTerms,
  textShare,
  textTerms,
  titleTerms,
} from './rules'
import type { Lookalike } from './types'

describe('titleTerms', () => {
  it('keeps words that tell, once, without accents', () => {
    expect(titleTerms('De Één-dag: werken, WERKEN voor de zorg!')).toEqual(['werken', 'zorg'])
    expect(titleTerms('')).toEqual([])
  })
})

describe('sharesTitle', () => {
  it.each([
    [1, 1, false],
    [1, 4, false],
    [2, 4, true],
    [2, 5, false],
    [0, 0, false],
  ])('%s of %s words: %s', (shared, words, expected) => {
    expect(sharesTitle(shared, words)).toBe(expected)
  })
})

describe('isLookalike', () => {
  it('names what is fairly alike by tags or shares its title', () => {
    expect(isLookalike({ similarity: 0.25, shared: 0, words: 5, text: 0, textTerms: 0 })).toBe(true)
    expect(isLookalike({ similarity: 0.24, shared: 1, words: 5, text: 0, textTerms: 0 })).toBe(
      false,
    )
    expect(isLookalike({ similarity: 0, shared: 3, words: 5, text: 0, textTerms: 0 })).toBe(true)
  })
})

describe('the words of a text', () => {
  it('are those that return most, then those that come first, and never more than can be looked up', () => {
    expect(textTerms('Zij-instromers leren lassen. Lassen kan overal, in 2024 ook.')).toEqual([
      'lassen',
      'instromers',
      'leren',
      'overal',
    ])
    expect(textTerms(Array.from({ length: 99 }, (_, at) => `woord${at}`).join(' '))).toHaveLength(
      MAX_TEXT_WORDS,
    )
  })

  it('tell nothing when more than a twentieth of the texts have them', () => {
    expect([commonFrom(6), commonFrom(60), commonFrom(10_000)]).toEqual([3, 3, 500])
    const at = (count: number) => ({ word: `w${count}`, expression: '', count })
    expect(distinctiveTerms([at(500), at(501), at(0)], 10_000).map(({ word }) => word)).toEqual([
      'w500',
      'w0',
    ])
  })

  it('weigh more the fewer texts have them', () => {
    const distinctive = distinctiveTerms(
      [
        { word: 'zeldzaam', expression: '', count: 1 },
        { word: 'gewoon', expression: '', count: 400 },
      ],
      10_000,
    )
    expect(textShare(['zeldzaam'], distinctive)).toBeGreaterThan(0.5)
    expect(textShare(['gewoon', 'onbekend'], distinctive)).toBeLessThan(0.5)
    expect(textShare([], [])).toBe(0)
    expect(orderShared(['gewoon', 'zeldzaam'], distinctive)).toEqual(['zeldzaam', 'gewoon'])
  })

  it('name a lookalike from a fifth and five words on', () => {
    const by = (text: number, inText: number) =>
      isLookalike({ similarity: 0, shared: 0, words: 4, text, textTerms: inText })
    expect([by(0.2, 5), by(0.19, 5), by(0.2, 4)]).toEqual([true, false, false])
  })
})

describe('joinState', () => {
  const reply = { welcome: true, words: 'Graag.', by: null, on: new Date(0) }
  it.each([
    [null, true, 'pending'],
    [null, false, 'withdrawn'],
    [reply, false, 'welcome'],
    [{ ...reply, welcome: false }, true, 'declined'],
  ] as const)('%# is %3$s', (given, isLast, expected) => {
    expect(joinState({ reply: given, isLast })).toBe(expected)
  })
})

describe('replyEmail', () => {
  it('says the answer first', () => {
    expect(
      replyEmail({ title: 'A', organisation: 'SER', welcome: true, words: 'Bel ons.' }),
    ).toEqual({
      subject: 'U kunt aansluiten bij "A"',
      text: 'U kunt aansluiten bij "A". SER schrijft:\n\nBel ons.',
    })
    expect(
      replyEmail({ title: 'A', organisation: 'SER', welcome: false, words: 'Vol.' }).subject,
    ).toBe('Aansluiten bij "A" kan nu niet')
  })
})

describe('orderLookalikes', () => {
  const one = (slug: string, rest: Partial<Lookalike>): Lookalike => ({
    slug,
    initiativeId: slug,
    title: slug,
    summary: '',
    organisation: '',
    near: false,
    similarity: 0,
    likeness: { shared: [], apart: [] },
    titleTerms: [],
    text: 0,
    textTerms: [],
    draft: null,
    decided: null,
    ...rest,
  })

  it('puts what still waits first, then nearby, then the most alike', () => {
    const decided = {
      answer: 'variant',
      words: '',
      by: null,
      on: new Date(0),
      joining: null,
    } as const
    const found = [
      one('done', { near: true, similarity: 1, decided }),
      one('far', { similarity: 0.9 }),
      one('close', { near: true, similarity: 0.3 }),
      one('farther', { similarity: 0.4 }),
    ]
    expect(orderLookalikes(found).map(({ slug }) => slug)).toEqual([
      'close',
      'far',
      'farther',
      'done',
    ])
  })
})

describe('joinEmail', () => {
  it('says who, what and how to answer', () => {
    const { subject, text } = joinEmail({
      title: 'A',
      organisation: 'SER',
      own: 'B',
      name: 'Tom',
      words: 'Mogen wij meedoen?',
    })
    expect(subject).toBe('SER wil aansluiten bij "A"')
    expect(text).toContain('Mogen wij meedoen?')
    expect(text).toContain('U antwoordt Tom op de pagina hieronder.')
  })
})
