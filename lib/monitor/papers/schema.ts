import { z } from 'zod'
import { cleanText, oneLine, optionalText } from '@/lib/base/text/text'
import { isCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { yearSchema } from '@/lib/monitor/chains/schema'
import { MAX_DECISION, MAX_REQUEST } from './rules'

const regionYear = { regionId: z.uuid(), year: yearSchema }

export const requestSchema = z.strictObject({
  ...regionYear,
  version: z.coerce.number().int().min(0),
  request: optionalText(MAX_REQUEST),
})
export type RequestInput = z.infer<typeof requestSchema>

export const freezeSchema = z.strictObject(regionYear)

export const paperSchema = z.object({ paperId: z.uuid() })

/** A decision was taken already: no day to come. */
export const decisionSchema = z.strictObject({
  paperId: z.uuid(),
  decidedOn: z
    .string()
    .refine(isCalendarDate, 'date')
    .refine((day) => day <= todayInNetherlands(new Date()), 'decisionLater'),
  decision: z
    .string()
    .transform((text) => oneLine(cleanText(text)))
    .pipe(z.string().min(1, 'required').max(MAX_DECISION, 'tooLong')),
})
export type DecisionInput = z.infer<typeof decisionSchema>
