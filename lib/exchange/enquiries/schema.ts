import { z } from 'zod'
import { EnquiryKind, EnquiryOutcome } from '@/generated/prisma/enums'
import { requiredText } from '@/lib/base/text/text'
import { emailAddress, nameText, personName } from '@/lib/people/accounts/schema'

/** In the order of the form; a member wrote while signed in and is not asked. */
export const WRITERS = ['councillor', 'employer', 'journalist', 'resident', 'other'] as const

const MAX_TEXT = 3_000
const token = z.string().min(1).max(500)
const text = requiredText(MAX_TEXT)

/** What the form is about; never typed. */
export const aboutSchema = z.object({
  about: z.enum(['initiative', 'region', 'site']),
  slug: z.string().max(120).default(''),
  kind: z.enum(EnquiryKind),
})

const message = { subject: nameText(200), text }

export const visitorSchema = z.object({
  ...message,
  name: personName,
  email: emailAddress,
  writer: z.enum(WRITERS, 'choose'),
  contactId: z.uuid('choose').optional(),
})

/** Whoever is signed in is known, and their mailbox as well. */
export const memberSchema = z.object({ ...message, contactId: z.uuid('choose').optional() })

export const tokenSchema = z.strictObject({ token })
export const replySchema = z.strictObject({ token, text })

export const answerSchema = z.strictObject({ id: z.uuid(), text })
export const outcomeSchema = z.strictObject({
  id: z.uuid(),
  outcome: z.enum(EnquiryOutcome, 'choose'),
  text,
})
export const enquiryIdSchema = z.strictObject({ id: z.uuid() })
