import { describe, expect, it } from 'vitest'
import { hasWords, remarkName, typedRemarks } from './review.rules'
import { decisionSchema } from './schema'

const target = { revisionId: '01a22dc1-bf07-7171-bf0f-f12e7328843b', version: '3' }

describe('remarks about fields', () => {
  it('are those that were filled in, by the field they are about', () => {
    expect(
      typedRemarks({
        [remarkName('summary')]: 'Korter.',
        [remarkName('title')]: '  ',
        reason: 'Nog niet.',
      }),
    ).toEqual({ summary: 'Korter.' })
  })

  it('are about fields of the form alone', () => {
    const decide = (remarks: object) =>
      decisionSchema.safeParse({ ...target, intent: 'return', reason: 'Nee.', remarks }).success
    expect(decide({ summary: 'Korter.', steps: 'Noem er meer.' })).toBe(true)
    expect(decide({ constructor: 'x' })).toBe(false)
    expect(decide({ contact: 'x' })).toBe(false)
  })

  it('say at which field a text is too long', () => {
    const long = { summary: 'x'.repeat(1_001) }
    const answer = decisionSchema.safeParse({
      ...target,
      intent: 'return',
      reason: 'Nee.',
      remarks: long,
    })
    expect(answer.error?.issues.map(({ path }) => path.join('.'))).toEqual([remarkName('summary')])
  })
})

describe('a decision', () => {
  it('needs a reason to give back, and none to publish', () => {
    const decide = (intent: string) =>
      decisionSchema.safeParse({ ...target, intent, reason: '', remarks: {} }).success
    expect(decide('publish')).toBe(true)
    expect(decide('return')).toBe(false)
    expect(decide('delete')).toBe(false)
  })

  it('knows that something was typed for the editor', () => {
    expect(hasWords({ reason: '', remarks: {} })).toBe(false)
    expect(hasWords({ reason: 'Nee', remarks: {} })).toBe(true)
    expect(hasWords({ reason: '', remarks: { title: 'Korter' } })).toBe(true)
  })
})
