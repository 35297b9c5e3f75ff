import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { RegionMap } from '@/components/knowledge/search/region-map'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadOverview } from '@/lib/knowledge/search/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('regions')
  return { title: t('title'), description: t('lead') }
}

export default async function RegionsPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const [t, peers, map, { values, facets }] = await Promise.all([
    getTranslations('regions'),
    getTranslations('peers'),
    getTranslations('home'),
    loadOverview(locale),
  ])
  const count = new Map(facets.region.map((option) => [option.slug, option.count]))

  const councils = values.region.filter(
    ({ code, parent }) => parent === null && !code?.startsWith('PV') && !code?.startsWith('AM'),
  )
  const active = values.region.filter(
    ({ code, slug }) => code?.startsWith('AM') && count.has(slug),
  ).length
  const link = (slug: string, name: string) => (
    <>
      <TextLink href={{ pathname: '/regions/[slug]', params: { slug } }} prefetch={false}>
        {name}
      </TextLink>
      {count.has(slug) ? (
        <span className="text-sm text-muted tabular"> {`(${count.get(slug) ?? 0})`}</span>
      ) : null}
    </>
  )
  return (
    <Page>
      <PageHeader title={t('heading', { count: active })} lead={t('lead')}>
        <p className="mt-4">
          <TextLink href="/monitor/regions" className="inline-flex min-h-11 items-center">
            {peers('link.all')}
          </TextLink>
        </p>
      </PageHeader>
      <RegionMap
        regions={values.region}
        options={facets.region}
        caption={map('mapLead')}
        page={getPathname({ href: '/regions', locale })}
        hrefFor={(slug) =>
          getPathname({ href: { pathname: '/regions/[slug]', params: { slug } }, locale })
        }
      />
      <ByProvince link={link} values={values} />
      <Section id="ser" title={t('councils')} lead={t('councilsLead')}>
        <ul className="flex flex-wrap gap-x-8 gap-y-2">
          {councils.map((region) => (
            <li key={region.slug}>{link(region.slug, region.labelNl)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof loadOverview>>

function ByProvince({
  link,
  values,
}: {
  link: (slug: string, name: string) => React.JSX.Element
  values: Loaded['values']
}) {
  const t = useTranslations('regions')
  const provinces = values.region.filter(({ code }) => code?.startsWith('PV'))
  return (
    <Section id="provincies" title={t('byProvince')} lead={t('byProvinceLead')} className="mt-12">
      <ul className="columns-1 gap-x-12 sm:columns-2 lg:columns-3">
        {provinces.map((province) => (
          <li key={province.slug} className="mb-6 break-inside-avoid">
            <h3>{link(province.slug, province.labelNl)}</h3>
            <ul className="mt-1 space-y-0.5">
              {values.region
                .filter(({ parent }) => parent === province.slug)
                .map((region) => (
                  <li key={region.slug}>{link(region.slug, region.labelNl)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
