import { useTranslations } from 'next-intl'
import { NothingFound } from '@/components/knowledge/search/nothing-found'
import { EmptyState } from '@/components/base/ui/notice'
import type { loadQuery } from '@/lib/knowledge/search/loaders'
import { searchParameters } from '@/lib/knowledge/search/rules'
import type { Counts, Relaxation, SearchHit, SearchQuery } from '@/lib/knowledge/search/types'

type Loaded = Awaited<ReturnType<typeof loadQuery>>

interface EmptyResultsProps {
  counts: Counts
  query: SearchQuery
  values: Loaded['values']
  relaxations: Relaxation[]
  href: (parameters: URLSearchParams) => string
  hits: SearchHit[]
  pages: number
}

export function EmptyResults({
  counts,
  query,
  values,
  relaxations,
  href,
  hits,
  pages,
}: EmptyResultsProps) {
  const t = useTranslations('search')
  return (
    <>
      {counts.total === 0 ? (
        <NothingFound query={query} values={values} relaxations={relaxations} href={href} />
      ) : null}
      {counts.total > 0 && hits.length === 0 ? (
        <EmptyState
          title={t('pageEmptyTitle')}
          action={<a href={href(searchParameters({ ...query, page: 1 }))}>{t('firstPage')}</a>}
        >
          {t('pageEmptyLead', { pages })}
        </EmptyState>
      ) : null}
    </>
  )
}
