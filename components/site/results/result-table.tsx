import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { Button } from '@/components/base/ui/button'
import { DataTable, type Column as TableColumn } from '@/components/base/ui/data-table'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Link } from '@/i18n/navigation'
import type { CriterionProfile, CriterionView } from '@/lib/judgement/assessments/types'
import { namedRegions, narrowest, searchParameters } from '@/lib/knowledge/search/rules'
import {
  COLUMNS,
  SORTS,
  type Column,
  type Facet,
  type FacetValue,
  type SearchHit,
  type SearchQuery,
  type Sort,
} from '@/lib/knowledge/search/types'

interface ResultTableProps {
  query: SearchQuery
  hits: readonly SearchHit[]
  values: Record<Facet, FacetValue[]>
  criteria: readonly CriterionView[]
  /** Profiles as this reader may see them. */
  profiles: ReadonlyMap<string, readonly CriterionProfile[]>
  href: (parameters: URLSearchParams) => string
}

/** The found initiatives side by side in a table, with the columns that the reader chose. */
export function ResultTable({ query, hits, values, criteria, profiles, href }: ResultTableProps) {
  const t = useTranslations('search')
  const phases = useTranslations('initiatives.lifecycle')
  const format = useFormatter()
  const locale = useLocale()
  const word = (value: FacetValue) => (locale === 'en' ? value.labelEn : value.labelNl)
  const sortable = (
    name: string,
    sort: Sort,
  ): Pick<TableColumn<SearchHit>, 'header' | 'sorted'> => ({
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
  const tags = (facet: Facet, slugs: readonly string[]) =>
    narrowest(values[facet], slugs).map(word).join(', ')
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
  const made: Record<Column, TableColumn<SearchHit>[]> = {
    regio: [
      {
        key: 'regio',
        header: t('column.regio'),
        cell: (hit) => namedRegions(values.regio, hit.regions).map(word).join(', '),
      },
    ],
    doelgroep: [
      {
        key: 'doelgroep',
        header: t('column.doelgroep'),
        cell: (hit) => tags('doelgroep', hit.targetGroups),
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
    fase: [{ key: 'fase', header: t('column.fase'), cell: (hit) => phases(hit.lifecycle) }],
    bewijs: [
      {
        key: 'bewijs',
        ...sortable(t('column.bewijs'), 'bewijs'),
        cell: (hit) => <EvidenceWord rank={hit.evidenceRank} />,
      },
    ],
    criteria: criteria.map(({ slug, number, labelNl, labelEn }) => ({
      key: slug,
      numeric: true,
      ...sortable(
        locale === 'en' ? labelEn : labelNl,
        SORTS.find((sort) => sort === `criterium${number}`) ?? 'best',
      ),
      cell: (hit) => medianOf(hit, slug),
    })),
    overnames: [
      {
        key: 'overnames',
        numeric: true,
        ...sortable(t('column.overnames'), 'overnames'),
        cell: (hit) => hit.adoptions,
      },
    ],
    leeftijd: [
      {
        key: 'leeftijd',
        ...sortable(t('column.leeftijd'), 'nieuwste'),
        cell: (hit) =>
          format.dateTime(new Date(hit.publishedAt), { month: 'short', year: 'numeric' }),
      },
    ],
  }
  return (
    <>
      <Disclosure summary={t('column.label')} className="mb-4 border-t print:hidden">
        <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <legend className="sr-only">{t('column.label')}</legend>
          {COLUMNS.map((column) => (
            <label key={column} className="flex min-h-9 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                name="kolom"
                value={column}
                defaultChecked={query.columns.includes(column)}
                className="size-5 accent-green"
              />
              {t(`column.${column}`)}
            </label>
          ))}
          <Button type="submit" variant="quiet">
            {t('order')}
          </Button>
        </fieldset>
      </Disclosure>
      <DataTable
        caption={t('tableCaption')}
        captionHidden
        rows={hits}
        rowKey={({ initiativeId }) => initiativeId}
        columns={[
          {
            key: 'title',
            header: t('column.title'),
            cell: ({ slug, title }) => (
              <Link
                href={{ pathname: '/initiatives/[slug]', params: { slug } }}
                prefetch={false}
                className="block min-w-40 max-w-64 font-semibold"
              >
                {title}
              </Link>
            ),
          },
          ...query.columns.flatMap((column) => made[column]),
        ]}
      />
      {query.columns.includes('overnames') ? (
        <p className="mt-3 max-w-measure text-sm text-muted">{t('adoptionsNote')}</p>
      ) : null}
      {query.columns.includes('criteria') ? (
        <p className="mt-3 max-w-measure text-sm text-muted">{t('criteriaNote')}</p>
      ) : null}
    </>
  )
}
