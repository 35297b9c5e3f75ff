import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { TextLink } from '@/components/base/ui/text'
import type { PersonRow } from '@/lib/people/administration/types'

export function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  const t = useTranslations('administration.people')
  const format = useFormatter()
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('name'), cell: (person) => <Name person={person} /> },
        { key: 'roles', header: t('roles'), cell: (person) => <Roles person={person} /> },
        {
          key: 'factor',
          header: t('factor'),
          cell: ({ hasFactor }) => t(hasFactor ? 'factorOn' : 'factorOff'),
        },
        {
          key: 'lastSeen',
          header: t('lastSeen'),
          cell: ({ lastSeenAt }) =>
            lastSeenAt === null
              ? t('never')
              : format.dateTime(lastSeenAt, { day: 'numeric', month: 'long', year: 'numeric' }),
        },
      ]}
    />
  )
}

function Name({ person }: { person: PersonRow }) {
  const t = useTranslations('administration.people')
  return (
    <>
      <TextLink
        href={{ pathname: '/workspace/admin/people/[id]', params: { id: person.id } }}
        className="inline-flex min-h-11 items-center font-semibold"
      >
        {person.name}
      </TextLink>
      <span className="block break-words text-muted">{person.email}</span>
      {person.disabledAt === null ? null : (
        <strong className="block text-clay">{t('disabled')}</strong>
      )}
      {person.isExample ? <span className="block text-muted">{t('example')}</span> : null}
    </>
  )
}

function Roles({ person }: { person: PersonRow }) {
  const t = useTranslations('administration.people')
  const roles = useTranslations('accounts.roles')
  if (person.roles.length === 0 && person.platformRoles.length === 0) return t('noRoles')
  return (
    <ul>
      {person.platformRoles.map((role) => (
        <li key={role}>{roles(role)}</li>
      ))}
      {person.roles.map(({ organisationId, organisationName, role }) => (
        <li key={`${organisationId} ${role}`}>
          {t('roleAt', { role: roles(role), organisation: organisationName })}
        </li>
      ))}
    </ul>
  )
}
