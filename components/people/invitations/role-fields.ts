import type { FieldSpec } from '@/components/base/forms/fields-form'
import { MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'

interface RoleFieldsInput {
  organisations: readonly { id: string; name: string }[]
  /** Administrators also give roles on the platform. */
  withPlatform: boolean
  words: {
    organisation: string
    organisationHint: string
    organisationNone: string
    role: string
    chooseRole: string
    rolePlatform: string
    roles: Readonly<Record<MembershipRole | PlatformRoleName, string>>
  }
}

/** The organisation and the role of an invitation. */
export function roleFields({ organisations, withPlatform, words }: RoleFieldsInput): FieldSpec[] {
  const platform = Object.values(PlatformRoleName).map((role) => ({
    value: `platform:${role}`,
    label: `${words.roles[role]} (${words.rolePlatform})`,
  }))
  return [
    {
      kind: 'select',
      name: 'organisationId',
      label: words.organisation,
      hint: withPlatform ? words.organisationHint : undefined,
      options: [
        ...(withPlatform ? [{ value: '', label: words.organisationNone }] : []),
        ...organisations.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      kind: 'select',
      name: 'role',
      label: words.role,
      options: [
        { value: '', label: words.chooseRole },
        ...Object.values(MembershipRole).map((role) => ({
          value: role,
          label: words.roles[role],
        })),
        ...(withPlatform ? platform : []),
      ],
    },
  ]
}
