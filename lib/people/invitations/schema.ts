import { z } from 'zod'
import { Constituency, MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'
import { emailAddress, personName, typedPassword } from '@/lib/people/accounts/schema'
import type { FormValues } from '@/lib/base/http/action-result'
import { cleanText } from '@/lib/base/text/text'
import type { OfferedRole } from './types'

/** A role as the select sends it: "editor" in the organisation or "platform:moderator". */
const PLATFORM = 'platform:'
export const roleChoice = z
  .string()
  .refine(
    (text) =>
      Object.keys(MembershipRole).includes(text) ||
      (text.startsWith(PLATFORM) &&
        Object.keys(PlatformRoleName).includes(text.slice(PLATFORM.length))),
    'choose',
  )

/** The role that a form offers; null when it names none that exists. */
export function readRoleChoice({ role, organisationId }: FormValues): OfferedRole | null {
  const choice = roleChoice.safeParse(role)
  if (!choice.success) return null
  if (choice.data.startsWith(PLATFORM)) {
    const platformRole = z.enum(PlatformRoleName).safeParse(choice.data.slice(PLATFORM.length))
    return platformRole.success
      ? { organisationId: null, role: null, platformRole: platformRole.data }
      : null
  }
  const offered = z
    .object({ organisationId: z.uuid(), role: z.enum(MembershipRole) })
    .safeParse({ organisationId, role: choice.data })
  return offered.success ? { ...offered.data, platformRole: null } : null
}

/** The organisation is empty for a role on the platform. */
const organisationChoice = z.union([z.literal(''), z.uuid()]).catch('')

export const inviteSchema = z.strictObject({
  email: emailAddress,
  role: roleChoice,
  organisationId: organisationChoice,
})

export const inviteManySchema = z.strictObject({
  /** Empty when a file has them. */
  addresses: z.string().transform(cleanText).pipe(z.string().max(30_000, 'tooLong')).default(''),
  role: roleChoice,
  organisationId: organisationChoice,
  /** The list that was shown before; only the same list is sent. */
  checked: z.string().transform(cleanText).pipe(z.string().max(30_000)).default(''),
})

export const invitationIdSchema = z.strictObject({ id: z.uuid() })

const token = z.string().min(1).max(500)

export const acceptSchema = z.strictObject({
  token,
  name: personName,
  password: typedPassword,
  constituency: z.union([z.literal(''), z.enum(Constituency)]).default(''),
})

export const acceptRoleSchema = z.strictObject({
  token,
  constituency: z.union([z.literal(''), z.enum(Constituency)]).default(''),
})
