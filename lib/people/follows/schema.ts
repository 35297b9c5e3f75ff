import { z } from 'zod'
import { SUBJECT_TYPES } from './types'

export const followSchema = z.strictObject({
  type: z.enum(SUBJECT_TYPES),
  slug: z.string().min(1).max(200),
  follow: z.enum(['0', '1']),
})

export const readSchema = z.strictObject({ id: z.uuid().optional() })
