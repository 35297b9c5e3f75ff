import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { RegionMap } from '@/components/knowledge/search/region-map'
import { BothSides } from '@/components/site/findings/both-sides'
import { StartFromIdea } from '@/components/site/ideas/start-from-idea'
import { UnknownList } from '@/components/site/home/unknown-list'
import { WaysIn } from '@/components/site/home/ways-in'
import { WorthReading } from '@/components/site/home/worth-reading'
import { SearchBox } from '@/components/knowledge/search/search-field'
import { Page, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCriteriaProfiles } from '@/lib/judgement/assessments/loaders'
import { loadChains } from '@/lib/monitor/policies/loaders'
import { loadOverview } from '@/lib/knowledge/search/loaders'
import { getSettings } from '@/lib/base/settings/loaders'
import { homeTexts } from '@/lib/base/settings/rules'
import type { FacetOptions, FacetValue } from '@/lib/knowledge/search/types'

export default async function HomePage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const [t, findings, { values, hits, total, measured, facets }, { home }] = await Promise.all([
    getTranslations('home'),
    getTranslations('findings'),
    loadOverview(locale),
    getSettings(),
  ])
  const ids = hits.map(({ initiativeId }) => initiativeId)
  const [profiles, chains] = await Promise.all([loadCriteriaProfiles(ids), loadChains(ids)])
  const labourMarket = values.region.filter(({ code }) => code?.startsWith('AM'))
  const active = facets.region.filter(({ slug }) =>
    labourMarket.some((region) => region.slug === slug),
  ).length
  return (
    <Page>
      <Introduction {...homeTexts(home, locale)} />
      {total === 0 ? <EmptyState title={t('none')}>{t('noneLead')}</EmptyState> : null}
      <Section id="beginnen" title={t('ways')}>
        <WaysIn facets={facets} />
      </Section>
      {total > 0 ? (
        <Section id="richting" title={findings('ways')} lead={findings('waysLead')}>
          <BothSides directions={facets.direction} />
        </Section>
      ) : null}
      <div className="grid gap-x-16 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <RegionsOnMap
          active={active}
          labourMarket={labourMarket}
          values={values}
          facets={facets}
          locale={locale}
        />
        <Section id="onbekend" title={t('unknown')} lead={t('unknownLead')}>
          <UnknownList
            values={values}
            facets={facets}
            labourMarket={labourMarket}
            active={active}
            total={total}
            measured={measured}
            hits={hits}
            chains={chains}
          />
        </Section>
      </div>
      {total > 0 ? (
        <WorthReading
          hits={hits}
          values={values}
          profiles={profiles}
          locale={locale}
          chains={chains}
          ids={ids}
        />
      ) : null}
    </Page>
  )
}

function Introduction({ title, lead }: { title: string; lead: string }) {
  const t = useTranslations('home')
  return (
    <div className="grid items-end gap-x-16 gap-y-8 pt-12 pb-14 sm:pt-20 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <div>
        <h1>{title || t('title')}</h1>
        <p className="mt-6 max-w-measure text-lg whitespace-pre-line">{lead || t('lead')}</p>
      </div>
      <div>
        <SearchBox id="home-q" />
        <StartFromIdea className="mt-5 text-sm text-muted" />
      </div>
    </div>
  )
}

type Loaded = Awaited<ReturnType<typeof loadOverview>>

interface RegionsOnMapProps {
  active: number
  labourMarket: FacetValue[]
  values: Loaded['values']
  facets: FacetOptions
  locale: Locale
}

function RegionsOnMap({ active, labourMarket, values, facets, locale }: RegionsOnMapProps) {
  const t = useTranslations('home')
  return (
    <Section id="kaart" title={t('mapTitle', { regions: active, all: labourMarket.length })}>
      <RegionMap
        regions={values.region}
        options={facets.region}
        caption={t('mapLead')}
        page={getPathname({ href: '/', locale })}
        hrefFor={(slug) =>
          getPathname({ href: { pathname: '/regions/[slug]', params: { slug } }, locale })
        }
      />
    </Section>
  )
}
