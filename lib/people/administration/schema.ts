import { z } from 'zod'
import { MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'

export const membershipSchema = z.strictObject({
  userId: z.uuid(),
  organisationId: z.uuid('choose'),
  role: z.enum(MembershipRole, 'choose'),
})

export const changeRoleSchema = membershipSchema.extend({
  newRole: z.enum(MembershipRole, 'choose'),
})

export const platformRoleSchema = z.strictObject({
  userId: z.uuid(),
  role: z.enum(PlatformRoleName, 'choose'),
})

export const personIdSchema = z.strictObject({ userId: z.uuid() })

export const handOverSchema = z.strictObject({
  userId: z.uuid(),
  organisationId: z.uuid('choose'),
  toId: z.uuid('choose'),
})
