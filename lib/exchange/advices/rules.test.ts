import { describe, expect, it } from 'vitest'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { changesOf, compareAdvice } from './rules'

const entry: ObstacleEntry = {
  id: 'a',
  slug: 'a',
  title: 'A',
  description: 'Dit gebeurt.',
  law: '',
  authority: 'uwv',
  authorityName: '',
  status: 'open',
  raisedOn: null,
  solvedOn: null,
  answer: null,
  since: '2026-01-01',
  groups: [{ slug: 'jongeren', labelNl: 'Jongeren', labelEn: 'Young people' }],
  regions: [],
  initiatives: [],
}

describe('changesOf', () => {
  it('names nothing for the same, in whatever order words and regions stand', () => {
    expect(changesOf(entry, { ...entry, since: '2026-02-01' })).toEqual([])
  })

  it('names each thing that differs', () => {
    expect(
      changesOf(entry, {
        ...entry,
        status: 'solved',
        answer: 'Weg.',
        authorityName: 'UWV Zuid',
        groups: [],
      }),
    ).toEqual(['status', 'answer', 'authority', 'groups'])
    expect(changesOf(entry, null)).toEqual(['gone'])
  })
})

describe('compareAdvice', () => {
  it('keeps the order of the advice', () => {
    const [one, two] = compareAdvice([entry, { ...entry, id: 'b' }], new Map([['b', entry]]))
    expect([one?.now, two?.now?.id]).toEqual([null, 'a'])
  })
})
