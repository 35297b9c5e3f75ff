import { useLocale, useTranslations } from 'next-intl'
import { getPathname } from '@/i18n/navigation'
import { searchParameters } from '@/lib/knowledge/search/rules'
import type { SearchQuery } from '@/lib/knowledge/search/types'
import { LIST_FILES, MAX_EXPORTED } from '@/lib/site/exports/rules'

const WORDS = { xlsx: 'Excel', csv: 'CSV', ods: 'ODS', json: 'JSON' } as const

/** The list as it is filtered and sorted now, as a file. */
export function ListDownload({ query, total }: { query: SearchQuery; total: number }) {
  const t = useTranslations('exports')
  const locale = useLocale()
  if (total === 0) return null
  const { q, selection, sort, forRegion } = query
  const parameters = searchParameters({ q, selection, sort, forRegion })
  const address = (kind: string) => {
    const all = new URLSearchParams([...parameters, ['soort', kind]])
    return `${getPathname({ href: '/export', locale })}?${all.toString()}`
  }
  return (
    <p className="mt-8 flex flex-wrap items-baseline gap-x-4 border-t border-hairline pt-3 text-sm print:hidden">
      <span className="text-muted">{t('download')}</span>
      {LIST_FILES.map((kind) => (
        <a
          key={kind}
          href={address(kind)}
          rel="nofollow"
          download
          className="inline-flex min-h-11 items-center"
        >
          <span aria-hidden="true">{WORDS[kind]}</span>
          <span className="sr-only">{t('of', { kind: WORDS[kind] })}</span>
        </a>
      ))}
      {total > MAX_EXPORTED ? (
        <span className="text-muted">{t('more', { max: MAX_EXPORTED })}</span>
      ) : null}
    </p>
  )
}
