import { describe, expect, it } from 'vitest'
import type { Knowledge } from '@/lib/knowledge/documents/types'
import { inTurns, looksLikeIdea, orderLikely, profileOf, readIdea, reasonFor } from './rules'

const named = (slug: string, label: string) => ({ slug, labelNl: label, labelEn: label })
const knowledge: Knowledge = {
  terms: [
    {
      field: 'targetGroups',
      slug: 'migranten',
      label: 'Migranten',
      alternatives: [],
      parent: null,
    },
    {
      field: 'targetGroups',
      slug: 'statushouders',
      label: 'Statushouders',
      alternatives: ['vergunninghouders'],
      parent: 'migranten',
    },
    { field: 'instruments', slug: 'jobcoach', label: 'Jobcoach', alternatives: [], parent: null },
  ],
  places: [
    { name: 'Kampen', variants: [], type: 'municipality', slug: 'regio-zwolle' },
    { name: 'Regio Zwolle', variants: [], type: 'labour_market', slug: 'regio-zwolle' },
  ],
}
const labels = {
  targetGroup: [named('statushouders', 'Statushouders'), named('migranten', 'Migranten')],
  instrument: [named('jobcoach', 'Jobcoach')],
  challenge: [],
  sector: [],
  region: [named('regio-zwolle', 'Regio Zwolle')],
}
const IDEA =
  'Wij willen vergunninghouders leren timmeren in een werkplaats. Een jobcoach helpt hen. Het begint in Kampen.'

describe('an idea of three sentences', () => {
  const { proposals, found } = readIdea(IDEA, knowledge, labels)

  it('names terms by other words too, and a municipality as its region, with the word', () => {
    expect(found.map(({ facet, slug, because }) => [facet, slug, because])).toEqual([
      ['targetGroup', 'statushouders', 'vergunninghouders'],
      ['instrument', 'jobcoach', 'jobcoach'],
      ['region', 'regio-zwolle', 'Kampen'],
    ])
  })

  it('becomes proposals: its first sentence as title, all of it as summary, and the terms', () => {
    expect(proposals.map(({ field, value, rule }) => [field, value, rule])).toEqual([
      ['title', 'Wij willen vergunninghouders leren timmeren in een werkplaats', 'typed'],
      ['summary', IDEA, 'typed'],
      ['targetGroups', 'statushouders', 'alternative'],
      ['instruments', 'jobcoach', 'term'],
      ['regions', 'regio-zwolle', 'municipality'],
    ])
  })

  it('has a title that fits, also when it is one endless sentence', () => {
    const long = `Een plan ${'met veel woorden '.repeat(40)}`
    const [title] = readIdea(long, knowledge, labels).proposals
    expect(title?.value.length).toBeLessThanOrEqual(122)
    expect(title?.value.endsWith(' …')).toBe(true)
  })

  it('is compared with the terms above its own as well', () => {
    expect(profileOf(found, knowledge.terms)).toMatchObject({
      targetGroup: ['statushouders', 'migranten'],
      instrument: ['jobcoach'],
      sector: [],
    })
  })
})

describe('what looks like an idea', () => {
  const one = (initiativeId: string, covered: number, text = 0, words: string[] = []) => ({
    initiativeId,
    covered,
    text,
    words,
    near: false,
  })

  it('has half of its terms, or two of its rare words', () => {
    expect(looksLikeIdea(one('a', 0.5))).toBe(true)
    expect(looksLikeIdea(one('a', 0.4))).toBe(false)
    expect(looksLikeIdea(one('a', 0, 0.3, ['timmeren', 'werkplaats']))).toBe(true)
    expect(looksLikeIdea(one('a', 0, 0.9, ['timmeren']))).toBe(false)
    expect(looksLikeIdea({ ...one('a', 0, 0.9, ['timmeren']), near: true })).toBe(true)
    expect(looksLikeIdea(one('a', 0, 0.1, ['timmeren', 'werkplaats']))).toBe(false)
  })

  it('stands in the order of likeness alone', () => {
    const all = [one('c', 0.5), one('b', 0.9), one('a', 0.5), one('d', 0.1)]
    expect(orderLikely(all).map(({ initiativeId }) => initiativeId)).toEqual(['b', 'a', 'c'])
  })
})

describe('the reason why something is shown', () => {
  const { found } = readIdea(IDEA, knowledge, labels)
  const other = { terms: [] as string[], region: null, title: '' }

  it('is a shared term, else shared words, else the region, else it is not shown', () => {
    const region = 'regio-zwolle'
    expect(reasonFor(found, { ...other, terms: ['jobcoach'], region }, [])).toMatchObject({
      kind: 'term',
      labelNl: 'Jobcoach',
    })
    const words = ['timmeren', 'werkplaats']
    const title = 'Wie kent een werkplaats om te leren timmeren?'
    expect(reasonFor(found, { ...other, region, title }, words)).toEqual({
      kind: 'words',
      words: ['werkplaats', 'timmeren'],
    })
    expect(reasonFor(found, { ...other, region }, words)).toEqual({
      kind: 'region',
      name: 'Regio Zwolle',
    })
    expect(reasonFor(found, { ...other, region: 'drenthe' }, words)).toBeNull()
  })
})

describe('a block', () => {
  it('takes turns, so that the first lookalike does not push the others out', () => {
    const all = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b1', 'b2', 'a1', 'c1']
    const chosen = inTurns(
      all,
      (one) => one,
      (one) => one.charAt(0),
    )
    expect(chosen).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
  })
})
