import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import type { CriterionView } from '@/lib/judgement/assessments/types'
import { SORT_PARAMETERS, VIEW_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { searchParameters } from '@/lib/knowledge/search/rules'
import { SORTS, VIEWS, type FacetValue, type SearchQuery } from '@/lib/knowledge/search/types'

interface ListControlsProps {
  query: SearchQuery
  href: (parameters: URLSearchParams) => string
  regions: readonly FacetValue[]
  criteria: readonly CriterionView[]
}

const SELECT =
  'min-h-11 max-w-full sm:w-52 rounded-md border border-edge bg-raised px-3 text-base text-ink'

function RegionChoice({
  regions,
  chosen,
}: {
  regions: readonly FacetValue[]
  chosen: SearchQuery['forRegion']
}) {
  const t = useTranslations('search')
  return (
    <div className="min-w-0">
      <label htmlFor="voor" className="block text-sm font-semibold">
        {t('fitFor')}
      </label>
      <select id="voor" name="voor" defaultValue={chosen ?? ''} className={SELECT}>
        <option value="">{t('fitNone')}</option>
        {regions
          .filter(({ code }) => code?.startsWith('AM'))
          .map((region) => (
            <option key={region.slug} value={region.slug}>
              {region.labelNl}
            </option>
          ))}
      </select>
    </div>
  )
}

function SortChoice({
  sort: chosen,
  criteria,
}: {
  sort: SearchQuery['sort']
  criteria: readonly CriterionView[]
}) {
  const t = useTranslations('search')
  const locale = useLocale()
  const sortWord = (sort: (typeof SORTS)[number]) => {
    if (
      sort === 'best' ||
      sort === 'newest' ||
      sort === 'evidence' ||
      sort === 'fit' ||
      sort === 'adoptions'
    )
      return t(`sort.${sort}`)
    const criterion = criteria.find(({ number }) => sort === `criterion${number}`)
    return t('sort.criterion', {
      criterion: labelIn(locale, criterion) ?? '',
    })
  }
  return (
    <div className="min-w-0">
      <label htmlFor="sorteer" className="block text-sm font-semibold">
        {t('sort.label')}
      </label>
      <select id="sorteer" name="sorteer" defaultValue={SORT_PARAMETERS[chosen]} className={SELECT}>
        {SORTS.map((sort) => (
          <option key={sort} value={SORT_PARAMETERS[sort]}>
            {sortWord(sort)}
          </option>
        ))}
      </select>
    </div>
  )
}

function ViewLinks({ query, href }: Pick<ListControlsProps, 'query' | 'href'>) {
  const t = useTranslations('search')
  return (
    <nav aria-label={t('view.label')} className="ml-auto">
      <ul className="flex rounded-md border border-edge">
        {VIEWS.map((view) => (
          <li key={view} className="border-l border-edge first:border-l-0">
            <a
              href={href(searchParameters({ ...query, view, page: 1 }))}
              aria-current={view === query.view ? 'true' : undefined}
              className={`inline-flex min-h-11 items-center px-4 text-base no-underline hover:underline ${view === query.view ? 'bg-green-wash font-semibold text-green-deep' : 'text-ink'}`}
            >
              {t(`view.${view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function ListControls({ query, href, regions, criteria }: ListControlsProps) {
  const t = useTranslations('search')
  return (
    <div className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-4 print:hidden">
      {query.view === 'list' ? null : (
        <input type="hidden" name="weergave" value={VIEW_PARAMETERS[query.view]} />
      )}
      <RegionChoice regions={regions} chosen={query.forRegion} />
      <SortChoice sort={query.sort} criteria={criteria} />
      <Button type="submit" variant="secondary">
        {t('order')}
      </Button>
      <ViewLinks query={query} href={href} />
    </div>
  )
}
