import { z } from 'zod'
import { MembershipRole } from '@/generated/prisma/enums'
import { cleanText } from '@/lib/base/text/text'
import { emailAddress, nameText, personName } from '@/lib/people/accounts/schema'

/** The value of "not in the list" in the select. */
export const OTHER_ORGANISATION = 'other'

/** In the order of the form. */
export const ASKED_ROLES = ['editor', 'assessor', 'member', 'manager'] as const

const reason = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(10, 'reason').max(2_000, 'tooLong'))

export const accessRequestSchema = z
  .strictObject({
    email: emailAddress,
    name: personName,
    organisationId: z.union([z.uuid(), z.literal(OTHER_ORGANISATION)], 'choose'),
    organisationName: nameText(200, 0).default(''),
    role: z.enum(ASKED_ROLES, 'choose'),
    reason,
  })
  .refine(
    ({ organisationId, organisationName }) =>
      organisationId !== OTHER_ORGANISATION || organisationName !== '',
    { path: ['organisationName'], message: 'required' },
  )

export const acceptRequestSchema = z.strictObject({
  id: z.uuid(),
  organisationId: z.uuid('choose'),
  role: z.enum(MembershipRole, 'choose'),
})

export const refuseRequestSchema = z.strictObject({ id: z.uuid(), reason })
