import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import { TextLink } from '@/components/base/ui/text'
import type { Family, FamilyMember } from '@/lib/exchange/adoptions/types'
import { AdoptionStatusWord } from './adoption-status'

function Own({ own }: { own: { slug: string; title: string } }) {
  return (
    <TextLink
      href={{ pathname: '/initiatives/[slug]', params: { slug: own.slug }, hash: 'overnames' }}
      prefetch={false}
    >
      {own.title}
    </TextLink>
  )
}

function Branches({
  members,
  parentId,
}: {
  members: readonly FamilyMember[]
  parentId: string | null
}) {
  const t = useTranslations('adoptions.family')
  const own = members.filter((member) => member.parentId === parentId)
  if (own.length === 0) return null
  return (
    <ul className="mt-3 ml-1.5 border-l-2 border-hairline">
      {own.map((member) => (
        <li
          key={member.id}
          className="relative pt-1 pb-2 pl-6 before:absolute before:top-4 before:left-0 before:w-4 before:border-t-2 before:border-hairline"
        >
          <p>
            <span className="font-semibold">{member.organisation}</span>{' '}
            <AdoptionStatusWord status={member.status} />
          </p>
          {member.own === null ? null : (
            <p className="text-sm">
              {member.isHere ? (
                <strong>{`${member.own.title} (${t('here')})`}</strong>
              ) : (
                <Own own={member.own} />
              )}
            </p>
          )}
          <Branches members={members} parentId={member.id} />
        </li>
      ))}
    </ul>
  )
}

export function AdoptionFamily({ family: { root, members } }: { family: Family }) {
  const t = useTranslations('adoptions.family')
  const from = (member: FamilyMember) =>
    members.find(({ id }) => id === member.parentId)?.organisation ?? root.organisation
  const table = (
    <DataTable
      caption={t('tree')}
      captionHidden
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', header: t('who'), cell: ({ organisation }) => organisation },
        { key: 'region', header: t('region'), cell: ({ region }) => region?.name ?? t('noRegion') },
        { key: 'from', header: t('from'), cell: from },
        {
          key: 'status',
          header: t('status'),
          cell: ({ status }) => <AdoptionStatusWord status={status} />,
        },
        {
          key: 'own',
          header: t('own'),
          cell: ({ own }) => (own === null ? t('noOwn') : <Own own={own} />),
        },
      ]}
    />
  )
  return (
    <Figure caption={t('lead')} table={{ label: t('table'), content: table }}>
      <div aria-label={t('tree')} role="group" className="max-w-measure">
        <p className="text-sm text-muted">{t('origin')}</p>
        <p>
          <span className="font-semibold">{root.organisation}</span>
        </p>
        <p className="text-sm">
          {root.isHere ? <strong>{`${root.title} (${t('here')})`}</strong> : <Own own={root} />}
        </p>
        <Branches members={members} parentId={null} />
      </div>
    </Figure>
  )
}
