import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alternatives, expressQuery, halves, plain, readQuery, slips, wordsToKnow } from './rules'

const nothing = () => false
const express = (typed: string) => expressQuery(readQuery(typed), [], nothing).expression

describe('readQuery', () => {
  it('reads a word with a soft hyphen or a sign of no width as that word', () => {
    for (const typed of ['onder\u00ADnemers', 'onder\u200Bnemers', 'onder\u2060nemers'])
      expect(readQuery(typed)).toEqual(readQuery('ondernemers'))
  })

  it.each([
    ['Énergie  transitie', '(energie:* | energie) & (transitie:* | transitie)'],
    ['zorg of techniek', '((zorg:* | zorg) | (techniek:* | techniek))'],
    ['"switch naar techniek"', '(switch <-> naar <-> techniek)'],
    ['zij-instromers', '(zij <-> instromers)'],
    ['techniek -zorg', '(techniek:* | techniek) & !(zorg)'],
    ['of - "" ((( &|!', ''],
    ['ww', '(ww)'],
  ])('reads %s', (typed, expression) => expect(express(typed)).toBe(expression))

  it('makes nothing but letters, digits and own signs of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        expect(express(typed)).toMatch(/^[a-z0-9 :*|&!()<>-]*$/)
      }),
    )
  })
})

describe('slips', () => {
  it.each([
    ['techniek', 'techniek', 0],
    ['tehcniek', 'techniek', 1],
    ['techniekk', 'techniek', 1],
    ['teckniek', 'techniek', 1],
    ['zorg', 'bouw', 3],
    ['', 'ww', 2],
  ])('counts %s → %s', (a, b, count) => expect(slips(a, b)).toBe(count))

  it('is the same both ways and nought only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b)).toBe(slips(b, a))
        expect(slips(a, b) === 0).toBe(a === b)
        expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('alternatives', () => {
  const word = (over: Partial<Parameters<typeof alternatives>[0]>) => ({
    word: 'schakeltraject',
    known: false,
    within: [],
    similar: [],
    ...over,
  })
  it('takes the compounds in which a word stands', () =>
    expect(alternatives(word({ within: ['voorschakeltraject'] }), nothing)).toEqual({
      any: ['voorschakeltraject'],
      both: null,
    }))
  it('cuts an unknown word into two known ones', () =>
    expect(alternatives(word({}), (half) => ['schakel', 'traject'].includes(half))).toEqual({
      any: [],
      both: ['schakel', 'traject'],
    }))
  it('takes the nearest known word for a slip, and none that is too far', () => {
    expect(
      alternatives(
        { word: 'tehcniek', known: false, within: [], similar: ['technisch', 'techniek'] },
        nothing,
      ).any,
    ).toEqual(['techniek'])
    expect(
      alternatives({ word: 'qqxxzz', known: false, within: [], similar: ['techniek'] }, nothing)
        .any,
    ).toEqual([])
  })
  it('knows the glue between Dutch halves', () =>
    expect(halves('arbeidsmarkt')).toContainEqual(['arbeid', 'markt']))
})

describe('expressQuery', () => {
  it('gives back the mended query as it was typed, for a word that nowhere occurs', () => {
    const facts = [{ word: 'tehcniek', known: false, within: [], similar: ['techniek'] }]
    expect(expressQuery(readQuery('tehcniek -"in de zorg"'), facts, nothing)).toEqual({
      expression: '(tehcniek:* | tehcniek | techniek) & !(in <-> de <-> zorg)',
      meant: 'techniek -"in de zorg"',
    })
  })
  it('asks about words only, not about phrases, exclusions and short words', () =>
    expect(wordsToKnow(readQuery('Zorg -bouw "de wijk" ww'))).toEqual(['zorg']))
  it('takes accents and capitals off', () => expect(plain('ÉnergIe')).toBe('energie'))
})
