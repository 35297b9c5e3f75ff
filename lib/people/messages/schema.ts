import { z } from 'zod'
import { OPTIONAL_MAIL_KINDS } from './types'

const box = z.literal('on').optional()

/** An unticked box is not sent. */
export const mailWishesSchema = z.strictObject(
  Object.fromEntries(OPTIONAL_MAIL_KINDS.map((kind) => [kind, box])) as Record<
    (typeof OPTIONAL_MAIL_KINDS)[number],
    typeof box
  >,
)

export const unsubscribeSchema = z.strictObject({ token: z.string().min(1).max(500) })

export const mailIdSchema = z.strictObject({ id: z.uuid() })
