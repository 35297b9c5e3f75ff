import { describe, expect, it } from 'vitest'
import { isLookalike, joinLetter, orderLookalikes, sharesTitle, titleWords } from './rules'
import type { Lookalike } from './types'

describe('titleWords', () => {
  it('keeps words that tell, once, without accents', () => {
    expect(titleWords('De Één-dag: werken, WERKEN voor de zorg!')).toEqual(['werken', 'zorg'])
    expect(titleWords('')).toEqual([])
  })
})

describe('sharesTitle', () => {
  it.each([[1, 1, false], [1, 4, false], [2, 4, true], [2, 5, false], [0, 0, false]])('%s of %s words: %s', (shared, words, expected) => {
    expect(sharesTitle(shared, words)).toBe(expected)
  })
})

describe('isLookalike', () => {
  it('names what is fairly alike by tags or shares its title', () => {
    expect(isLookalike({ similarity: 0.25, shared: 0, words: 5 })).toBe(true)
    expect(isLookalike({ similarity: 0.24, shared: 1, words: 5 })).toBe(false)
    expect(isLookalike({ similarity: 0, shared: 3, words: 5 })).toBe(true)
  })
})

describe('orderLookalikes', () => {
  const one = (slug: string, rest: Partial<Lookalike>): Lookalike => ({
    slug, initiativeId: slug, title: slug, summary: '', organisation: '', near: false, similarity: 0, likeness: { shared: [], apart: [] }, titleWords: [], decided: null, ...rest,
  })

  it('puts what still waits first, then nearby, then the most alike', () => {
    const decided = { answer: 'variant', words: '', by: null, on: new Date(0) } as const
    const found = [one('done', { near: true, similarity: 1, decided }), one('far', { similarity: 0.9 }), one('close', { near: true, similarity: 0.3 }), one('farther', { similarity: 0.4 })]
    expect(orderLookalikes(found).map(({ slug }) => slug)).toEqual(['close', 'far', 'farther', 'done'])
  })
})

describe('joinLetter', () => {
  it('says who, what and how to answer', () => {
    const { subject, text } = joinLetter({ title: 'A', organisation: 'SER', own: 'B', name: 'Tom', email: 'tom@voorbeeld.nl', words: 'Mogen wij meedoen?' })
    expect(subject).toBe('SER wil aansluiten bij "A"')
    expect(text).toContain('Mogen wij meedoen?')
    expect(text).toContain('tom@voorbeeld.nl')
  })
})
