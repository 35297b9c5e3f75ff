import { z } from 'zod'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { optionalText } from '@/lib/base/text/text'
import { MAX_ASKED } from './rules'

const chosen = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.uuid('unknownChoice')).max(MAX_ASKED, 'tooMany'),
)

/** The form that asks for a round. Who is asked counts only when a moderator sends it. */
export const requestRoundSchema = z.strictObject({
  initiativeId: z.uuid(),
  kind: z.enum(['fresh', 'second_look'], 'choose').default('fresh'),
  deadline: z.string().refine(isCalendarDate, 'date'),
  assessors: chosen,
})

/** The form that asks more people for a round that is open. */
export const inviteSchema = z.strictObject({
  roundId: z.uuid(),
  assessors: chosen.refine((list) => list.length > 0, 'chooseOne'),
})

/** Ending a round early. */
export const endRoundSchema = z.strictObject({ roundId: z.uuid() })

/** An answer to a request. A conflict of interest says what it is. */
export const answerSchema = z
  .strictObject({
    slug: z.string().min(1).max(120),
    answer: z.enum(['accepted', 'declined', 'conflict'], 'choose'),
    reason: optionalText(500),
  })
  .refine(({ answer, reason }) => answer !== 'conflict' || reason !== '', {
    path: ['reason'],
    message: 'conflictReason',
  })
