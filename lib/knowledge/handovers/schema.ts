import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'

export const offerSchema = z.strictObject({
  initiativeId: z.uuid(),
  toId: z.uuid('choose'),
  message: requiredText(1_000),
})

export const handoverSchema = z.strictObject({ initiativeId: z.uuid() })

export const declineSchema = z.strictObject({
  initiativeId: z.uuid(),
  reason: requiredText(1_000),
})
