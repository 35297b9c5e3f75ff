import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'
import { CHOSEN_KINDS } from '@/lib/knowledge/closures/rules'
import { revisionTargetSchema } from '@/lib/knowledge/revisions/schema'

const moment = { day: optionalText(10), time: optionalText(5) }

export const planPublicationSchema = z.strictObject({ ...revisionTargetSchema.shape, ...moment })

export const planClosingSchema = z.strictObject({
  initiativeId: z.uuid(),
  kind: z.enum(CHOSEN_KINDS, 'choose'),
  reason: requiredText(1_000),
  ...moment,
})

export const cancelPlanSchema = z.strictObject({ id: z.uuid() })
