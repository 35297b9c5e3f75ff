import { useTranslations } from 'next-intl'
import { RegionMap } from '@/components/knowledge/search/region-map'
import type { loadQuery } from '@/lib/knowledge/search/loaders'
import { searchParameters, withValue } from '@/lib/knowledge/search/rules'
import type { FacetOptions, SearchQuery } from '@/lib/knowledge/search/types'

type Loaded = Awaited<ReturnType<typeof loadQuery>>

interface ResultMapProps {
  values: Loaded['values']
  facets: FacetOptions
  href: (parameters: URLSearchParams) => string
  query: SearchQuery
}

export function ResultMap({ values, facets, href, query }: ResultMapProps) {
  const t = useTranslations('search')
  return (
    <RegionMap
      regions={values.region}
      options={facets.region}
      caption={t('mapCaption')}
      page={href(searchParameters(query))}
      hrefFor={(slug) =>
        href(
          searchParameters({
            ...query,
            view: 'list',
            page: 1,
            selection: withValue(query.selection, 'region', slug),
          }),
        )
      }
    />
  )
}
