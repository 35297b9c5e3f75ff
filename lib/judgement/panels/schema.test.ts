import { describe, expect, it } from 'vitest'
import { answerSchema, inviteSchema, requestRoundSchema } from './schema'

const id = '0190f0a0-0000-7000-8000-000000000001'

describe('the forms of a panel', () => {
  it('takes one, several or no assessors', () => {
    const base = { initiativeId: id, deadline: '2026-12-15' }
    expect(requestRoundSchema.parse(base)).toEqual({ ...base, kind: 'fresh', assessors: [] })
    expect(requestRoundSchema.parse({ ...base, assessors: id }).assessors).toEqual([id])
    expect(inviteSchema.safeParse({ roundId: id }).success).toBe(false)
  })

  it('refuses a day that does not exist, an unknown kind and a field too many', () => {
    for (const broken of [
      { deadline: '2026-02-30' },
      { deadline: 'morgen' },
      { deadline: '2026-12-15', kind: 'third' },
      { deadline: '2026-12-15', status: 'closed' },
    ]) {
      expect(requestRoundSchema.safeParse({ initiativeId: id, ...broken }).success).toBe(false)
    }
  })

  it('asks what a conflict is, and not why someone has no time', () => {
    expect(
      answerSchema.safeParse({ slug: 'x', answer: 'conflict', reason: ' \u200b ' }).error
        ?.issues[0],
    ).toMatchObject({ path: ['reason'], message: 'conflictReason' })
    expect(answerSchema.safeParse({ slug: 'x', answer: 'declined' }).success).toBe(true)
    expect(answerSchema.safeParse({ slug: 'x', answer: 'invited' }).success).toBe(false)
  })
})
