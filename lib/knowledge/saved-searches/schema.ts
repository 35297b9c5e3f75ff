import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'
import { MAX_NAME } from './rules'

const MAX_TYPED = 8_000

export const saveSchema = z.strictObject({
  name: requiredText(MAX_NAME),
  parameters: z.string().max(MAX_TYPED),
})

export const renameSchema = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  name: requiredText(MAX_NAME),
})

export const followSearchSchema = z.strictObject({ id: z.uuid(), follow: z.enum(['0', '1']) })

export const searchIdSchema = z.strictObject({ id: z.uuid() })
