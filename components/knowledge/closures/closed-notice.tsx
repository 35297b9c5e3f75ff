import { useTranslations } from 'next-intl'
import { DayOf } from '@/components/base/ui/day'
import { Notice } from '@/components/base/ui/notice'
import { Link } from '@/i18n/navigation'
import type { Closure, MergedIn } from '@/lib/knowledge/closures/types'

/** Above a text that is kept to be read, and is no current supply. */
export function ArchivedNotice({ closure }: { closure: Closure }) {
  const t = useTranslations('closures')
  return (
    <Notice
      tone="attention"
      title={t.rich('archivedOn', {
        by: closure.organisationName ?? t('editors'),
        date: () => <DayOf at={new Date(closure.closedAt)} />,
      })}
      className="mt-6 max-w-measure"
    >
      <p lang="nl" className="whitespace-pre-line">
        {closure.reason}
      </p>
      <p className="mt-2 text-sm">{t('archivedMeans')}</p>
    </Notice>
  )
}

/** The whole of which this initiative was a part. */
export function SplitNote({ from }: { from: { slug: string; title: string } | null }) {
  const t = useTranslations('splits')
  if (from === null) return null
  const { slug, title } = from
  return (
    <p className="mt-4 max-w-measure">
      {t.rich('from', {
        title,
        link: (text) => (
          <Link href={{ pathname: '/initiatives/[slug]', params: { slug } }}>{text}</Link>
        ),
      })}
    </p>
  )
}

/** What went into this initiative, with the way to what was said of it. */
export function MergedNotes({ merged }: { merged: readonly MergedIn[] }) {
  const t = useTranslations('closures')
  if (merged.length === 0) return null
  return (
    <ul className="mt-6 max-w-measure space-y-2 border-l-4 border-sky bg-sky-wash p-4">
      {merged.map(({ slug, title, number, closedAt, isJudged }) => (
        <li key={slug}>
          {t.rich('mergedIn', { title, date: () => <DayOf at={new Date(closedAt)} /> })}{' '}
          <Link
            href={{
              pathname: '/initiatives/[slug]/versions/[number]',
              params: { slug, number: String(number) },
            }}
          >
            {t(isJudged ? 'mergedRead' : 'mergedReadText', { title })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
