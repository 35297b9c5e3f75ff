import { z } from 'zod'
import { modesOf } from './kinds.rules'
import { MAIL_GROUPS, type GroupWish, type MailGroup } from './types'

const choice = (group: MailGroup): z.ZodType<GroupWish | undefined> =>
  z.enum([...modesOf(group), 'mixed']).optional()

/** A group that this person does not see is not sent; mixed leaves its kinds as they are. */
export const mailWishesSchema = z.strictObject(
  Object.fromEntries(MAIL_GROUPS.map((group) => [group, choice(group)])) as Record<
    MailGroup,
    ReturnType<typeof choice>
  >,
)

export const unsubscribeSchema = z.strictObject({ token: z.string().min(1).max(500) })

export const mailIdSchema = z.strictObject({ id: z.uuid() })
