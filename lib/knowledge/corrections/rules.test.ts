import { describe, expect, it } from 'vitest'
import { draftSchema } from '@/lib/knowledge/revisions/schema'
import type { DraftContent } from '@/lib/knowledge/revisions/types'
import { MAX_WORDS, moreThanSmall } from './rules'

const before: DraftContent = {
  ...draftSchema.parse({ title: 'Naar werk' }),
  summary: 'Wij helpen 12 mensen aan werk, en dat lukt niet altiid.',
  lessons: ['Bel eerst de werkgever.', 'Maak het klein.'],
  steps: [{ name: 'Kennismaken', description: 'Een gesprek op het werk.' }],
  goals: ['Meer mensen aan werk'],
}
const of = (changes: Partial<DraftContent>) => moreThanSmall(before, { ...before, ...changes })

describe('a small correction', () => {
  it.each<[string, Partial<DraftContent>]>([
    ['a spelling mistake', { summary: before.summary.replace('altiid', 'altijd') }],
    ['a line in a list', { lessons: ['Bel eerst de werkgever zelf.', 'Maak het klein.'] }],
    [
      'words of a step',
      { steps: [{ name: 'Kennismaken', description: 'Een goed gesprek op het werk.' }] },
    ],
  ])('is %s', (_, changes) => {
    expect(of(changes)).toBeNull()
  })

  it('has at most 25 words, taken away and put in together', () => {
    const more = (count: number) => ({
      problem: Array.from({ length: count }, () => 'woord').join(' '),
    })
    expect(of(more(MAX_WORDS))).toBeNull()
    expect(of(more(MAX_WORDS + 1))).toBe('words')
  })

  it.each<[string, Partial<DraftContent>]>([
    ['a digit', { summary: before.summary.replace('12', '18') }],
    ['a number in words', { lessons: ['Bel twintig werkgevers.', 'Maak het klein.'] }],
    ['a denial', { summary: before.summary.replace('niet altiid', 'altijd') }],
  ])('does not change %s', (_, changes) => {
    expect(of(changes)).toBe('meaning')
  })

  it.each<[string, Partial<DraftContent>]>([
    ['title', { title: 'Naar werk!' }],
    ['goals', { goals: ['Meer mensen aan het werk'] }],
    ['terms', { targetGroups: ['statushouders'] }],
    ['regions', { regions: ['twente'] }],
    ['stage', { lifecycle: 'stopped', stopReason: 'Op.' }],
    ['period', { endsOn: '2027-01-01' }],
    ['partners', { partners: ['Gemeente'] }],
    ['sources', { sources: [{ title: 'Rapport', url: null }] }],
    ['number of steps', { steps: [] }],
    [
      'contact person',
      { contactName: 'Eva', contactEmail: 'eva@voorbeeld.nl', contactConsent: true },
    ],
    [
      'results',
      { results: [{ kind: 'reach', label: 'Bereik', value: '12', unit: null, note: null }] },
    ],
  ])('does not change the %s', (_, changes) => {
    expect(of(changes)).toBe('field')
  })

  it('changes something', () => {
    expect(of({})).toBe('same')
  })
})
