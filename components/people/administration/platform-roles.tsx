import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Row, Section } from '@/components/base/ui/layout'
import { PlatformRoleName } from '@/generated/prisma/enums'
import {
  addPlatformRoleAction,
  removePlatformRoleAction,
} from '@/lib/people/administration/actions'
import type { Person } from '@/lib/people/administration/types'

export function PlatformRoles({ person }: { person: Person }) {
  const t = useTranslations('administration.person')
  const roles = useTranslations('accounts.roles')
  return (
    <Section id="platform" title={t('platform')}>
      <ul>
        {Object.values(PlatformRoleName).map((role) => {
          const has = person.platformRoles.includes(role)
          return (
            <Row key={role} className="flex flex-wrap items-center justify-between gap-4">
              <h3 className="text-lg first-letter:uppercase">{roles(role)}</h3>
              <ActForm
                action={has ? removePlatformRoleAction : addPlatformRoleAction}
                about={{ userId: person.id, role }}
                label={has ? t('remove') : t('platformAdd')}
                name={
                  has
                    ? t('platformRemoveOf', { role: roles(role) })
                    : t('platformAddOf', { role: roles(role) })
                }
                pending={t('busy')}
                variant={has ? 'danger' : 'secondary'}
              />
            </Row>
          )
        })}
      </ul>
    </Section>
  )
}
