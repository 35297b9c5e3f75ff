import { z } from 'zod'
import { Constituency, VerdictConfidence, VerdictDecision } from '@/generated/prisma/enums'
import type { FormValues } from '@/lib/base/http/action-result'
import { optionalText, requiredText } from '@/lib/base/text/text'
import { FIRST_YEAR, LAST_YEAR } from './rules'
import type { ExpectationView, VerdictView } from './types'

const MAX_TEXT = 4_000
const version = z.coerce.number().int().min(0)
const orNull = <T extends z.ZodType>(choice: T) =>
  z
    .literal('')
    .transform(() => null)
    .or(choice)

export const aboutSchema = z.object({
  measureId: z.uuid(),
  year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR),
})

const about = { measureId: z.uuid(), year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR) }

export const expectationSchema = z.strictObject({
  ...about,
  version,
  expectationText: requiredText(MAX_TEXT),
})
export type ExpectationInput = z.infer<typeof expectationSchema>

export const signExpectationSchema = z.strictObject({
  ...about,
  version,
  afterwards: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})

export const verdictSchema = z.strictObject({
  ...about,
  version,
  observed: optionalText(MAX_TEXT),
  otherCauses: optionalText(MAX_TEXT),
  confidence: orNull(z.enum(VerdictConfidence, 'choose')),
  decision: orNull(z.enum(VerdictDecision, 'choose')),
  reason: optionalText(MAX_TEXT),
})
export type VerdictInput = z.infer<typeof verdictSchema>

export const signVerdictSchema = z.strictObject({ ...about, version })

export const reactionSchema = z.strictObject({
  ...about,
  reactionId: z.uuid(),
  verdictId: z.uuid(),
  constituency: z.enum(Constituency, 'choose'),
  reactionText: requiredText(2_000),
})
export type ReactionInput = z.infer<typeof reactionSchema>

/** The constituency comes from the account, not from the form. */
export const ownReactionSchema = z.strictObject({
  ...about,
  reactionId: z.uuid(),
  verdictId: z.uuid(),
  reactionText: requiredText(2_000),
})
export type OwnReactionInput = z.infer<typeof ownReactionSchema>

export const expectationValues = (expectation: ExpectationView | null): FormValues => ({
  expectationText: expectation?.text ?? '',
})

export function verdictValues(verdict: VerdictView | null): FormValues {
  return {
    observed: verdict?.observed ?? '',
    otherCauses: verdict?.otherCauses ?? '',
    confidence: verdict?.confidence ?? '',
    decision: verdict?.decision ?? '',
    reason: verdict?.reason ?? '',
  }
}
