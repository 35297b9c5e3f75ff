import { describe, expect, it } from 'vitest'
import { openVersions } from './history.rules'

describe('the versions in the open data', () => {
  it('link to their differences, but the first has nothing to differ from', () => {
    const publishedAt = '2026-11-30T12:00:00.000Z'
    const versions = [
      { number: 2, publishedAt, reason: 'Nieuwe cijfers.' },
      { number: 1, publishedAt, reason: '' },
    ]
    expect(openVersions(versions, 'https://site.nl/initiatieven/a')).toEqual([
      {
        nummer: 2,
        gepubliceerdOp: publishedAt,
        reden: 'Nieuwe cijfers.',
        verschillen: 'https://site.nl/initiatieven/a/versies/2',
      },
      { nummer: 1, gepubliceerdOp: publishedAt, reden: null, verschillen: null },
    ])
  })
})
