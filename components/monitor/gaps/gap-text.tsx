import { useTranslations } from 'next-intl'
import { FigureNumber, FigurePeriod, NoteMarks } from '@/components/figures/indicators/figure-text'
import { Link } from '@/i18n/navigation'
import type { OwnFound, GroupCount } from '@/lib/monitor/gaps/types'

type Notes = ReadonlyMap<string, number>

export function CountText({
  count,
  notes,
  withSource = false,
}: {
  count: GroupCount | null
  notes: Notes
  withSource?: boolean
}) {
  const t = useTranslations('gaps')
  if (count === null) return <span className="text-sm text-muted">{t('unknown')}</span>
  return (
    <>
      <FigureNumber figure={count} />
      <NoteMarks figure={count} notes={notes} />
      <span className="block text-sm text-muted">
        <FigurePeriod figure={count} />
        {withSource ? (
          <span className="ml-auto block max-w-64 text-xs" lang="nl">
            {count.source.name}
          </span>
        ) : null}
      </span>
    </>
  )
}

export function AroundText({ count, notes }: { count: GroupCount | null; notes: Notes }) {
  const t = useTranslations('gaps')
  if (count === null) return null
  return (
    <span className="block max-w-xs text-sm text-muted">
      {t.rich('around', {
        name: count.region.name,
        number: () => (
          <>
            <FigureNumber figure={count} />
            <NoteMarks figure={count} notes={notes} />
          </>
        ),
        source: t(`counter.${count.counter}`),
      })}
    </span>
  )
}

interface ActingProps {
  found: OwnFound
  own: number
  wider: number
  region: { slug: string; name: string }
  group: { slug: string; name: string } | null
}

export function ActingText({ own, wider, found, region, group }: ActingProps) {
  const t = useTranslations('gaps')
  const query = { ...(group === null ? {} : { doelgroep: group.slug }), regio: region.slug }
  return (
    <>
      <Link
        href={{ pathname: '/initiatives', query }}
        prefetch={false}
        className={`inline-flex min-h-8 items-center font-semibold ${own + wider === 0 ? 'text-clay' : ''}`}
        aria-label={t('actingLink', {
          count: own,
          group: group?.name ?? t('allGroups'),
          region: region.name,
        })}
      >
        {t('acting', { count: own })}
      </Link>
      {own === 0 ? null : <span className="block text-sm">{t('found', { ...found })}</span>}
      {wider === 0 ? null : (
        <span className="block text-sm text-muted">{t('wider', { count: wider })}</span>
      )}
    </>
  )
}
