import { useFormatter, useTranslations } from 'next-intl'
import { Facts } from '@/components/base/ui/layout'
import { ExampleMark } from '@/components/base/ui/notice'
import type { Person } from '@/lib/people/administration/types'

export function PersonFacts({ person }: { person: Person }) {
  const t = useTranslations('administration.person')
  const people = useTranslations('administration.people')
  const constituencies = useTranslations('accounts.constituencies')
  const format = useFormatter()
  const day = (date: Date) =>
    format.dateTime(date, { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <>
      {person.isExample ? (
        <p className="mb-4">
          <ExampleMark>{t('exampleWhy')}</ExampleMark>
        </p>
      ) : null}
      <Facts
        className="max-w-measure"
        items={[
          { label: t('email'), value: <span className="break-words">{person.email}</span> },
          {
            label: t('lastSeen'),
            value: person.lastSeenAt === null ? people('never') : day(person.lastSeenAt),
          },
          { label: t('since'), value: day(person.createdAt) },
          { label: t('sessions'), value: t('sessionsCount', { count: person.sessions }) },
          ...(person.constituency
            ? [{ label: t('constituency'), value: constituencies(person.constituency) }]
            : []),
        ]}
      />
    </>
  )
}
