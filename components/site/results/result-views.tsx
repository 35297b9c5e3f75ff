import type { Chain } from '@/lib/monitor/policies/chain.types'
import { EmptyResults } from '@/components/knowledge/search/empty-results'
import { ResultMap } from '@/components/knowledge/search/result-map'
import { ResultRows } from '@/components/site/results/result-rows'
import { ResultTable } from '@/components/site/results/result-table'
import { Pagination } from '@/components/base/ui/pagination'
import type { Locale } from '@/i18n/routing'
import type { CriterionProfile, CriterionView } from '@/lib/judgement/assessments/types'
import type { RegionFit } from '@/lib/monitor/fit/types'
import type { loadQuery } from '@/lib/knowledge/search/loaders'
import { searchParameters } from '@/lib/knowledge/search/rules'
import type {
  Counts,
  FacetOptions,
  Relaxation,
  SearchHit,
  SearchQuery,
} from '@/lib/knowledge/search/types'

type Loaded = Awaited<ReturnType<typeof loadQuery>>

interface ResultViewsProps {
  counts: Counts
  query: SearchQuery
  values: Loaded['values']
  relaxations: Relaxation[]
  href: (parameters: URLSearchParams) => string
  hits: SearchHit[]
  profiles: Map<string, CriterionProfile[]>
  locale: Locale
  chains: Map<string, Chain>
  fit: RegionFit | null
  criteria: CriterionView[]
  facets: FacetOptions
}

export function ResultViews({
  counts,
  query,
  values,
  relaxations,
  href,
  hits,
  profiles,
  locale,
  chains,
  fit,
  criteria,
  facets,
}: ResultViewsProps) {
  const pages = Math.ceil(counts.total / query.pageSize)
  return (
    <>
      <EmptyResults
        counts={counts}
        query={query}
        values={values}
        relaxations={relaxations}
        href={href}
        hits={hits}
        pages={pages}
      />
      {query.view === 'list' ? (
        <ResultRows
          hits={hits}
          values={values}
          profiles={profiles}
          locale={locale}
          chains={chains}
          fit={fit}
        />
      ) : null}
      {query.view === 'table' && hits.length > 0 ? (
        <ResultTable
          query={query}
          hits={hits}
          values={values}
          criteria={criteria}
          profiles={profiles}
          href={href}
        />
      ) : null}
      {query.view === 'map' ? (
        <ResultMap values={values} facets={facets} href={href} query={query} />
      ) : (
        <Pagination
          page={query.page}
          pages={pages}
          hrefFor={(number) => href(searchParameters({ ...query, page: number }))}
        />
      )}
    </>
  )
}
