import { labelIn } from '@/lib/base/text/label'
import { namedRegions, narrowest } from '@/lib/knowledge/search/facets.rules'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import type { Column as TableColumn } from '@/components/base/ui/data-table'
import type { CriterionProfile, CriterionView } from '@/lib/judgement/assessments/types'
import { searchParameters } from '@/lib/knowledge/search/rules'
import {
  SORTS,
  type Column,
  type Facet,
  type FacetValue,
  type SearchHit,
  type SearchQuery,
  type Sort,
} from '@/lib/knowledge/search/types'

export interface ColumnSources {
  query: SearchQuery
  values: Record<Facet, FacetValue[]>
  criteria: readonly CriterionView[]
  profiles: ReadonlyMap<string, readonly CriterionProfile[]>
  href: (parameters: URLSearchParams) => string
}

type Columns = Record<Column, TableColumn<SearchHit>[]>
type Sortable = (name: string, sort: Sort) => Pick<TableColumn<SearchHit>, 'header' | 'sorted'>

function useSortable({ query, href }: Pick<ColumnSources, 'query' | 'href'>): Sortable {
  const t = useTranslations('search')
  return (name, sort) => ({
    header: (
      <a
        href={href(searchParameters({ ...query, sort, page: 1 }))}
        aria-label={t('sortBy', { name })}
        className="text-ink"
      >
        {name}
      </a>
    ),
    ...(query.sort === sort && { sorted: 'descending' as const }),
  })
}

function useTagColumns(
  values: ColumnSources['values'],
): Pick<Columns, 'region' | 'targetGroup' | 'sector' | 'instrument'> {
  const t = useTranslations('search')
  const locale = useLocale()
  const word = (value: FacetValue) => labelIn(locale, value)
  const tags = (facet: Facet, slugs: readonly string[]) =>
    narrowest(values[facet], slugs).map(word).join(', ')

  return {
    region: [
      {
        key: 'region',
        header: t('column.region'),
        cell: (hit) => namedRegions(values.region, hit.regions).map(word).join(', '),
      },
    ],
    targetGroup: [
      {
        key: 'targetGroup',
        header: t('column.targetGroup'),
        cell: (hit) => tags('targetGroup', hit.targetGroups),
      },
    ],
    sector: [
      { key: 'sector', header: t('column.sector'), cell: (hit) => tags('sector', hit.sectors) },
    ],
    instrument: [
      {
        key: 'instrument',
        header: t('column.instrument'),
        cell: (hit) => tags('instrument', hit.instruments),
      },
    ],
  }
}

function useMedianColumns(
  { criteria, profiles }: Pick<ColumnSources, 'criteria' | 'profiles'>,
  sortable: Sortable,
): TableColumn<SearchHit>[] {
  const t = useTranslations('search')
  const format = useFormatter()
  const locale = useLocale()
  const medianOf = (hit: SearchHit, slug: string) => {
    const line = profiles.get(hit.initiativeId)?.find((one) => one.slug === slug)
    return line && !line.provisional && line.median !== null ? (
      format.number(line.median)
    ) : (
      <span aria-label={t('noMedian')} role="img">
        –
      </span>
    )
  }

  return criteria.map(({ slug, number, labelNl, labelEn }) => ({
    key: slug,
    numeric: true,
    ...sortable(
      labelIn(locale, { labelNl, labelEn }),
      SORTS.find((sort) => sort === `criterion${number}`) ?? 'best',
    ),
    cell: (hit) => medianOf(hit, slug),
  }))
}

export function useResultColumns({
  query,
  values,
  criteria,
  profiles,
  href,
}: ColumnSources): Columns {
  const t = useTranslations('search')
  const phases = useTranslations('initiatives.lifecycle')
  const format = useFormatter()
  const sortable = useSortable({ query, href })
  return {
    ...useTagColumns(values),
    criteria: useMedianColumns({ criteria, profiles }, sortable),
    phase: [{ key: 'phase', header: t('column.phase'), cell: (hit) => phases(hit.lifecycle) }],
    evidence: [
      {
        key: 'evidence',
        ...sortable(t('column.evidence'), 'evidence'),
        cell: (hit) => (
          <div className="min-w-52">
            <EvidenceWord evidence={hit} />
          </div>
        ),
      },
    ],
    adoptions: [
      {
        key: 'adoptions',
        numeric: true,
        ...sortable(t('column.adoptions'), 'adoptions'),
        cell: (hit) => hit.adoptions,
      },
    ],
    age: [
      {
        key: 'age',
        ...sortable(t('column.age'), 'newest'),
        cell: (hit) =>
          format.dateTime(new Date(hit.publishedAt), { month: 'short', year: 'numeric' }),
      },
    ],
  }
}
