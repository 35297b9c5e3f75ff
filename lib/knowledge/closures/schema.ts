import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'
import { CHOSEN_KINDS } from './rules'

export const closeSchema = z.strictObject({
  initiativeId: z.uuid(),
  kind: z.enum(CHOSEN_KINDS, 'choose'),
  reason: requiredText(1_000),
})

export const reopenSchema = z.strictObject({ initiativeId: z.uuid() })

/** In the open data, of an initiative that is no current supply. */
export const openClosureSchema = z.strictObject({
  op: z.iso.datetime(),
  reden: z.string(),
  door: z.string().nullable(),
})
