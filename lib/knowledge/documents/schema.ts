import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'

/** About a hundred pages; the proxy lets twice as much through. */
const MAX_PASTED = 200_000

export const pastedSchema = z.strictObject({ text: requiredText(MAX_PASTED) })

export const readingTargetSchema = z.object({
  readingId: z.uuid(),
  organisationId: z.uuid(),
})

/** Names come from the computer of the sender. */
export const sourceName = (name: string) => name.slice(-200)
