import { describe, expect, it } from 'vitest'
import { isAfterwards, missingToSign, splitVerdicts } from './rules'
import type { VerdictView } from './types'

const verdict = (over: Partial<VerdictView>): VerdictView => ({
  id: 'a',
  year: 2026,
  observed: 'Gezien',
  otherCauses: '',
  confidence: 'low',
  decision: 'undecided',
  reason: 'Reden',
  supersedesId: null,
  signedAt: '2026-11-01T12:00:00Z',
  version: 2,
  reactions: [],
  ...over,
})

describe('isAfterwards', () => {
  it('begins with the new year in the Netherlands, not in Greenwich', () => {
    expect(isAfterwards(2026, new Date('2026-12-31T22:59:59Z'))).toBe(false)
    expect(isAfterwards(2026, new Date('2026-12-31T23:00:00Z'))).toBe(true)
  })
})

describe('splitVerdicts', () => {
  it('counts the signed verdict that no signed one replaced', () => {
    const first = verdict({ id: 'a' })
    const correction = verdict({ id: 'b', supersedesId: 'a', signedAt: '2026-11-02T12:00:00Z' })
    expect(splitVerdicts([first, correction])).toEqual({
      current: correction,
      replaced: [first],
      draft: null,
    })
  })

  it('keeps the first in force while its correction is a draft', () => {
    const first = verdict({ id: 'a' })
    const draft = verdict({ id: 'b', supersedesId: 'a', signedAt: null })
    expect(splitVerdicts([first, draft])).toEqual({ current: first, replaced: [], draft })
  })
})

describe('missingToSign', () => {
  const expectation = {
    id: 'e',
    text: 'Twintig mensen',
    writtenAfterwards: false,
    lateOn: null,
    signedAt: '2026-01-15T12:00:00Z',
    version: 2,
  }

  it('asks for a signed expectation and each answer', () => {
    expect(
      missingToSign({
        expectation: { ...expectation, signedAt: null },
        draft: verdict({ observed: '', confidence: null, decision: null, reason: '' }),
      }),
    ).toEqual(['expectation', 'observed', 'confidence', 'decision', 'reason'])
  })

  it('takes "not yet to be said" as a full answer', () => {
    expect(
      missingToSign({ expectation, draft: verdict({ decision: 'undecided', signedAt: null }) }),
    ).toEqual([])
  })
})
