import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'
import type { RegionContact } from './types'

const message = requiredText(3_000)

export const contactSchema = z.strictObject({ slug: z.string().min(1).max(120), message })
export const regionMessageSchema = z.strictObject({
  slug: z.string().min(1).max(120),
  contactId: z.uuid('choose'),
  message,
})
export const handledSchema = z.strictObject({ token: z.string().min(1).max(500) })

export const regionContactSchema = z.strictObject({
  regionId: z.uuid(),
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
  role: requiredText(200),
  subjects: optionalText(1_000),
})
export const removeContactSchema = z.strictObject({ regionId: z.uuid(), contactId: z.uuid() })

export function regionContactValues({
  role,
  subjects,
}: Pick<RegionContact, 'role' | 'subjects'>): Record<string, string> {
  return { role, subjects }
}
