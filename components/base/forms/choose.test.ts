import { describe, expect, it } from 'vitest'
import { findChoices, type ChoiceGroup } from './choose'

const groups: ChoiceGroup[] = [
  {
    label: 'Nieuwkomers',
    options: [
      { value: 'statushouders', label: 'Statushouders', also: ['Vluchtelingen met een status'] },
      { value: 'oekraine', label: 'Oekraïense vluchtelingen' },
    ],
  },
  {
    label: 'Werk',
    options: [
      { value: 'mantelzorgers', label: 'Werkende mantelzorgers' },
      { value: 'statushouders', label: 'Statushouders', also: ['Vluchtelingen met een status'] },
    ],
  },
]
const values = (words: string) => findChoices(groups, words).map(({ value }) => value)

describe('options that fit what is typed', () => {
  it('are none until something is typed', () => {
    expect(values('')).toEqual([])
    expect(values('   ')).toEqual([])
  })

  it('come once, names that start so before words and parts of words', () => {
    expect(values('status')).toEqual(['statushouders'])
    expect(values('mantel')).toEqual(['mantelzorgers'])
    expect(values('zorg')).toEqual(['mantelzorgers'])
  })

  it('are found under another name, which is said', () => {
    const found = findChoices(groups, 'vluchtelingen').map(({ value, foundAs }) => [value, foundAs])
    expect(found).toEqual([
      ['statushouders', 'Vluchtelingen met een status'],
      ['oekraine', null],
    ])
  })

  it('do not depend on capitals and accents', () => {
    expect(values('OEKRAIENSE')).toEqual(['oekraine'])
    expect(values('oekraïense')).toEqual(['oekraine'])
  })
})
