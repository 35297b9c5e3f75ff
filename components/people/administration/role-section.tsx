import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Row, Section } from '@/components/base/ui/layout'
import { MembershipRole } from '@/generated/prisma/enums'
import { changeRoleAction, removeRoleAction } from '@/lib/people/administration/actions'
import type { Person, PersonRole } from '@/lib/people/administration/types'

export function RoleSection({ person }: { person: Person }) {
  const t = useTranslations('administration.person')
  return (
    <Section id="rollen" title={t('roles')}>
      {person.roles.length === 0 ? (
        <p className="text-muted">{t('rolesNone')}</p>
      ) : (
        <ul>
          {person.roles.map((role) => (
            <RoleRow key={`${role.organisationId} ${role.role}`} userId={person.id} role={role} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function RoleRow({
  userId,
  role: { organisationId, organisationName, role },
}: {
  userId: string
  role: PersonRole
}) {
  const t = useTranslations('administration.person')
  const people = useTranslations('administration.people')
  const roles = useTranslations('accounts.roles')
  const about = { userId, organisationId, role }
  return (
    <Row>
      <h3 className="text-lg first-letter:uppercase">
        {people('roleAt', { role: roles(role), organisation: organisationName })}
      </h3>
      <div className="mt-3 flex flex-wrap items-start gap-x-12 gap-y-4">
        <FieldsForm
          action={changeRoleAction}
          about={about}
          scope={`${organisationId}-${role}`}
          stored={{}}
          summary={t('changeOf', { organisation: organisationName })}
          variant="secondary"
          fields={[
            {
              kind: 'select',
              name: 'newRole',
              label: t('newRole'),
              options: Object.values(MembershipRole)
                .filter((one) => one !== role)
                .map((one) => ({ value: one, label: roles(one) })),
            },
          ]}
          labels={{ submit: t('change'), busy: t('busy') }}
        />
        <ActForm
          action={removeRoleAction}
          about={about}
          label={t('remove')}
          name={t('removeOf', { role: roles(role), organisation: organisationName })}
          pending={t('busy')}
          variant="danger"
        />
      </div>
    </Row>
  )
}
