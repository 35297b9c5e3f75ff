import { z } from 'zod'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { optionalText } from '@/lib/base/text/text'
import { MAX_ASKED } from './rules'

const chosen = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.uuid('unknownChoice')).max(MAX_ASKED, 'tooMany'),
)

/** The chosen people count only from a moderator. */
export const requestRoundSchema = z.strictObject({
  initiativeId: z.uuid(),
  kind: z.enum(['fresh', 'second_look'], 'choose').default('fresh'),
  deadline: z.string().refine(isCalendarDate, 'date'),
  assessors: chosen,
})

export const inviteSchema = z.strictObject({
  roundId: z.uuid(),
  assessors: chosen.refine((list) => list.length > 0, 'chooseOne'),
})

export const endRoundSchema = z.strictObject({ roundId: z.uuid() })

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
