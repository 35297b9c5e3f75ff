import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/base/ui/notice'
import { ExternalLink, TextLink } from '@/components/base/ui/text'
import type {
  MeetingCreditView,
  MeetingInitiativeView,
  MeetingView,
} from '@/lib/exchange/meetings/types'

const initiativePage = (slug: string) =>
  ({ pathname: '/initiatives/[slug]', params: { slug } }) as const

export function MeetingAgenda({ agenda }: { agenda: readonly MeetingInitiativeView[] }) {
  return (
    <ol className="max-w-measure list-decimal space-y-2 pl-6">
      {agenda.map(({ slug, title }) => (
        <li key={slug} lang="nl">
          <TextLink href={initiativePage(slug)} prefetch={false}>
            {title}
          </TextLink>
        </li>
      ))}
    </ol>
  )
}

/** The caller checked that the reader may see names. */
export function MeetingPeople({
  people,
}: {
  people: readonly { name: string; organisation: string | null }[]
}) {
  const t = useTranslations('meetings')
  if (people.length === 0) return <p className="text-muted">{t('peopleNone')}</p>
  return (
    <ul className="max-w-measure divide-y divide-hairline border-y border-hairline">
      {people.map(({ name, organisation }, index) => (
        <li key={index} className="flex flex-wrap justify-between gap-x-6 py-2.5">
          <span>{name}</span>
          <span className="text-sm text-muted">{organisation}</span>
        </li>
      ))}
    </ul>
  )
}

export function MeetingMaterials({ materials }: Pick<MeetingView, 'materials'>) {
  const t = useTranslations('meetings')
  return (
    <ul className="space-y-2">
      {materials.map(({ id, title, url, file }) => (
        <li key={id} className="break-words">
          {url === null ? (
            <a href={`/api/bijeenkomsten/stukken/${id}`} download>
              {title}
            </a>
          ) : (
            <ExternalLink href={url}>{title}</ExternalLink>
          )}
          {file === null ? null : (
            <span className="text-sm text-muted">
              {' '}
              {t('file', {
                kind: (file.name.split('.').at(-1) ?? '').toUpperCase(),
                kilobytes: Math.ceil(file.sizeBytes / 1_024),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

export function MeetingCredit({ credit: { adoption, text } }: { credit: MeetingCreditView }) {
  const t = useTranslations('meetings')
  return (
    <>
      {adoption ? (
        <>
          {t('creditAdoption', { organisation: adoption.organisation })}{' '}
          <TextLink
            href={{ ...initiativePage(adoption.initiative.slug), hash: 'overnames' }}
            prefetch={false}
          >
            {adoption.initiative.title}
          </TextLink>
          {text === '' ? null : '. '}
        </>
      ) : null}
      <span lang="nl">{text}</span>
    </>
  )
}

export function MeetingOutcome({ outcome, credits }: Pick<MeetingView, 'outcome' | 'credits'>) {
  const t = useTranslations('meetings')
  if (outcome === '' && credits.length === 0)
    return <EmptyState title={t('outcomeNone')}>{t('outcomeNoneWhy')}</EmptyState>
  return (
    <>
      {outcome === '' ? null : (
        <p className="max-w-measure whitespace-pre-line" lang="nl">
          {outcome}
        </p>
      )}
      {credits.length === 0 ? null : (
        <ul className="mt-4 max-w-measure space-y-2 border-l-4 border-green pl-4">
          {credits.map((credit) => (
            <li key={credit.id}>
              <MeetingCredit credit={credit} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
