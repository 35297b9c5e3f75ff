import { z } from 'zod'
import { requiredText } from '@/lib/platform/text'

export const contactSchema = z.strictObject({ slug: z.string().min(1).max(120), message: requiredText(3_000) })
export const handledSchema = z.strictObject({ token: z.string().min(1).max(500) })
