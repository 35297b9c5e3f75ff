import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { RegionMap } from '@/components/knowledge/search/region-map'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { Topic, TopicFacet } from '@/lib/knowledge/topic-pages/types'
import { FACET_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import { KINDS } from './kinds'

function QuietRegions({ regions }: { regions: Topic['quiet'] }) {
  const t = useTranslations('topicPages')
  return (
    <div>
      <h3>{t('quiet', { count: regions.length })}</h3>
      <p className="mt-2 max-w-measure text-muted">{t('quietWhy')}</p>
      <ul className="mt-4 columns-1 gap-x-8 text-sm sm:columns-2">
        {regions.map((region) => (
          <li key={region.slug} className="break-inside-avoid py-0.5">
            <TextLink
              href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
              prefetch={false}
              className="inline-block min-h-6 text-ink"
            >
              {region.labelNl}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

export async function Coverage({
  topic,
  facet,
  slug,
  name,
  locale,
}: {
  topic: Topic
  facet: TopicFacet
  slug: string
  name: string
  locale: Locale
}) {
  const [t, values] = await Promise.all([
    getTranslations({ locale, namespace: 'topicPages' }),
    loadFacetValues(),
  ])
  const { active, quiet } = topic
  const list = getPathname({ href: '/initiatives', locale })
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <RegionMap
        regions={values.region}
        options={active.map(({ slug: region, labelNl, count, parent }) => ({
          slug: region,
          label: labelNl,
          count,
          parent,
        }))}
        caption={t('mapCaption', { name })}
        page={getPathname({ href: { pathname: KINDS[facet].page, params: { slug } }, locale })}
        hrefFor={(region) =>
          active.some((one) => one.slug === region)
            ? `${list}?${new URLSearchParams([
                [FACET_PARAMETERS[facet], slug],
                [FACET_PARAMETERS.region, region],
              ]).toString()}`
            : getPathname({
                href: { pathname: '/regions/[slug]', params: { slug: region } },
                locale,
              })
        }
      />
      <QuietRegions regions={quiet} />
    </div>
  )
}
