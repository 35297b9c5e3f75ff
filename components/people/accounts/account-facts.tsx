import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/base/ui/layout'
import type { Actor } from '@/lib/people/accounts/types'

export async function AccountFacts({ actor }: { actor: Actor }) {
  const [t, roles, constituencies] = await Promise.all([
    getTranslations('accounts.account'),
    getTranslations('accounts.roles'),
    getTranslations('accounts.constituencies'),
  ])
  const held = [
    ...actor.platformRoles.map((role) => roles(role)),
    ...actor.memberships.map(({ role, organisationName }) =>
      t('roleAt', { role: roles(role), organisation: organisationName }),
    ),
  ]
  return (
    <Facts
      className="max-w-measure"
      items={[
        { label: t('name'), value: actor.name },
        { label: t('email'), value: <span className="break-words">{actor.email}</span> },
        {
          label: t('roles'),
          value:
            held.length === 0 ? (
              t('noRoles')
            ) : (
              <ul>
                {held.map((role) => (
                  <li key={role}>{role}</li>
                ))}
              </ul>
            ),
        },
        ...(actor.constituency
          ? [{ label: t('constituency'), value: constituencies(actor.constituency) }]
          : []),
      ]}
    />
  )
}
