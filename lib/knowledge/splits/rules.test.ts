import { describe, expect, it } from 'vitest'
import { draftSchema } from '@/lib/knowledge/revisions/schema'
import { PART_NAMES, splitContent } from './rules'

const empty = draftSchema.parse({ title: 'Alleen de bouw' })
const whole = {
  ...draftSchema.parse({ title: 'Bouw en zorg' }),
  summary: 'Voor bouw en zorg.',
  lessons: ['Bel eerst.'],
  goals: ['Meer werk'],
  regions: ['twente'],
  targetGroups: ['statushouders'],
  results: [{ kind: 'reach' as const, label: 'Bereik', value: '12', unit: null, note: null }],
  contactName: 'Eva',
  contactEmail: 'eva@voorbeeld.nl',
  contactConsent: true,
}

describe('a part of an initiative', () => {
  it('has its own title, the terms and regions, and the parts that were chosen', () => {
    expect(splitContent(empty, whole, ['learned'])).toMatchObject({
      title: 'Alleen de bouw',
      summary: '',
      lessons: ['Bel eerst.'],
      regions: ['twente'],
      targetGroups: ['statushouders'],
    })
  })

  it('never takes along what would count twice, or a person who gave consent for the other', () => {
    expect(splitContent(empty, whole, PART_NAMES)).toMatchObject({
      summary: 'Voor bouw en zorg.',
      goals: [],
      results: [],
      contactName: null,
      contactEmail: null,
      contactConsent: false,
    })
  })
})
