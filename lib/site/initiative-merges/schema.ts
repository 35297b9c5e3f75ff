import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'

export const mergeSchema = z.strictObject({
  fromId: z.uuid(),
  intoId: z.uuid(),
  reason: requiredText(1_000),
  sure: z.literal('on', 'required'),
})
