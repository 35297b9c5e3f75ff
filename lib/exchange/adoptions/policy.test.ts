import { describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import { canAdopt, canAnswer, canReadWork } from './policy'

const actor = actorsOf('adopter')
const sides = { organisationId: 'adopter', ownerOrganisationId: 'owner' }

describe('who adopts, answers and reads', () => {
  it.each([
    // who, adopts, answers, reads
    ['editor of the adopter', actor('editor'), true, false, true],
    ['manager of the adopter', actor('manager'), true, false, true],
    ['assessor of the adopter', actor('assessor'), false, false, false],
    ['editor of the owner', actor('editor', 'owner'), false, true, true],
    ['assessor of the owner', actor('assessor', 'owner'), false, false, false],
    ['editor of a third organisation', actor('editor', 'third'), false, false, false],
    ['moderator', actor(null, '', ['moderator']), false, false, false],
    ['administrator', actor(null, '', ['administrator']), false, false, false],
    ['visitor', null, false, false, false],
  ] as const)('%s', (_, who, adopts, answers, reads) => {
    expect([canAdopt(who, sides), canAnswer(who, sides), canReadWork(who, sides)]).toEqual([
      adopts,
      answers,
      reads,
    ])
  })

  it('never lets the owner adopt its own', () => {
    expect(
      canAdopt(actor('editor', 'owner'), { organisationId: 'owner', ownerOrganisationId: 'owner' }),
    ).toBe(false)
  })
})
