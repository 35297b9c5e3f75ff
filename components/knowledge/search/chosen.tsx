import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { emptySelection, searchParameters, without } from '@/lib/knowledge/search/rules'
import { FACETS, type Facet, type FacetValue, type SearchQuery } from '@/lib/knowledge/search/types'

interface ChosenProps {
  query: SearchQuery
  href: (parameters: URLSearchParams) => string
  labelOf: (value: FacetValue) => string
  values: Record<Facet, FacetValue[]>
}

export function Chosen({ query, href, labelOf, values }: ChosenProps) {
  const t = useTranslations('search')
  const { q, selection } = query
  const rest = { ...query, page: 1 }
  const chips = FACETS.flatMap((facet) =>
    values[facet]
      .filter(({ slug }) => selection[facet].includes(slug))
      .map((value) => ({
        key: `${facet} ${value.slug}`,
        label: labelOf(value),
        to: searchParameters({ ...rest, selection: without(selection, facet, value.slug) }),
      })),
  )
  if (q !== '')
    chips.unshift({ key: 'q', label: `‘${q}’`, to: searchParameters({ ...rest, q: '' }) })
  if (chips.length === 0) return null
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2">
      <h3 className="font-sans text-sm font-semibold text-muted">{t('chosen')}</h3>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ key, label, to }) => (
          <li key={key}>
            <a
              href={href(to)}
              aria-label={t('remove', { label })}
              className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-green-wash py-1 pr-2 pl-3 text-sm text-green-deep no-underline hover:underline"
            >
              {label}
              <X aria-hidden="true" className="size-4" />
            </a>
          </li>
        ))}
      </ul>
      {chips.length > 1 ? (
        <a
          href={href(searchParameters({ ...rest, q: '', selection: emptySelection() }))}
          className="inline-flex min-h-9 items-center px-2 text-sm"
        >
          {t('clear')}
        </a>
      ) : null}
    </div>
  )
}
