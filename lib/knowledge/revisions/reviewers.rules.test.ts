import { describe, expect, it } from 'vitest'
import { reviewerNames } from './reviewers.rules'

const reviewer = (...names: string[]) => ({
  memberships: names.map((organisationName) => ({ organisationName })),
})

describe('who looks along', () => {
  it('names each organisation once', () => {
    expect(reviewerNames([reviewer('Zuid', 'Ambt'), reviewer('Zuid')])).toEqual(['Ambt', 'Zuid'])
  })
})
