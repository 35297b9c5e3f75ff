import { z } from 'zod'
import { REFUSABLE_KINDS } from './types'

const box = z.literal('on').optional()

/** An unticked box is not sent. */
export const mailWishesSchema = z.strictObject(
  Object.fromEntries(REFUSABLE_KINDS.map((kind) => [kind, box])) as Record<
    (typeof REFUSABLE_KINDS)[number],
    typeof box
  >,
)

export const unsubscribeSchema = z.strictObject({ token: z.string().min(1).max(500) })

export const mailIdSchema = z.strictObject({ id: z.uuid() })
