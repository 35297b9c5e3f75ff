import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'

export const lookedAtSchema = z.strictObject({ revisionId: z.uuid() })

/** One line, as it becomes the reason of change that readers see. */
export const sendBackSchema = z.strictObject({
  revisionId: z.uuid(),
  reason: requiredText(200).transform((text) => text.replace(/\s+/g, ' ')),
})
