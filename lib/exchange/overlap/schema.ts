import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'

/** Several forms share a page, so each field name carries an id. */
export const answerField = (otherId: string) => `answer_${otherId}`
export const wordsField = (otherId: string) => `words_${otherId}`

export const overlapSchema = z
  .strictObject({
    revisionId: z.uuid(),
    otherId: z.uuid(),
    answer: z.enum(['join', 'variant', 'separate'], 'choose'),
    words: optionalText(1_000),
  })
  .refine(({ answer, words }) => answer === 'variant' || words !== '', {
    path: ['words'],
    error: 'required',
  })

export const replySchema = z.strictObject({
  joinId: z.uuid(),
  welcome: z.enum(['yes', 'no'], 'choose'),
  words: requiredText(1_000),
})
