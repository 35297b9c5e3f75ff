import { z } from 'zod'
import type { FormValues } from '@/lib/base/http/action-result'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { yearSchema } from '@/lib/monitor/chains/schema'
import type { RoundDays } from './types'

const day = z.string().trim().min(1, 'required').pipe(z.string().refine(isCalendarDate, 'date'))
const MAX_MEASURES = 300

export const roundSchema = z
  .strictObject({
    regionId: z.uuid(),
    year: yearSchema,
    version: z.coerce.number().int().min(0),
    expectationsOn: day,
    valuesOn: day,
    verdictsOn: day,
    councilOn: day,
    /** By measure; the empty choice is all editors. */
    writers: z
      .array(z.strictObject({ measure: z.uuid(), writer: z.union([z.literal(''), z.uuid()]) }))
      .max(MAX_MEASURES)
      .default([]),
  })
  .superRefine((round, context) => {
    const order = ['expectationsOn', 'valuesOn', 'verdictsOn', 'councilOn'] as const
    order.slice(1).forEach((name, index) => {
      const before = order[index]
      const isFilledIn = before !== undefined && round[name] !== '' && round[before] !== ''
      if (isFilledIn && round[name] < round[before])
        context.addIssue({ code: 'custom', path: [name], message: 'dayOrder' })
    })
  })
export type RoundInput = z.infer<typeof roundSchema>

export const roundValues = (days: RoundDays): FormValues => ({
  expectationsOn: days.expectations,
  valuesOn: days.values,
  verdictsOn: days.verdicts,
  councilOn: days.council,
})
