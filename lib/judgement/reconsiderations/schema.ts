import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'
import { ANSWERS } from './types'

export const reconsiderSchema = z.strictObject({
  id: z.uuid(),
  answer: z.enum(ANSWERS, 'choose'),
  reason: requiredText(1_500),
})
