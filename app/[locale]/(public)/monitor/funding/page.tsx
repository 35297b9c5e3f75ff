import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  EndingTable,
  ExpiringFundingChart,
} from '@/components/monitor/expiring-funding/expiring-funding-chart'
import { ExpiringFundingFilter } from '@/components/monitor/expiring-funding/expiring-funding-filter'
import { StreamList } from '@/components/monitor/expiring-funding/stream-list'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { MonitorTabs } from '@/components/monitor/overview/monitor-tabs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadExpiringFunding } from '@/lib/monitor/expiring-funding/loaders'
import { expiryParameters } from '@/lib/monitor/expiring-funding/rules'
import { BESIDE } from '@/lib/monitor/expiring-funding/types'
import type { RawParameters } from '@/lib/knowledge/search/rules'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('expiringFunding')
  return { title: t('title'), description: t('lead') }
}

export default async function FundingPage({ params, searchParams }: Props) {
  const [{ locale }, raw] = await Promise.all([params, searchParams])
  const [t, expiringFunding] = await Promise.all([
    getTranslations('expiringFunding'),
    loadExpiringFunding(raw),
  ])
  const {
    choice,
    perQuarter,
    beside,
    region,
    quarters,
    when,
    total,
    pages,
    streams,
    byType,
    byRegion,
    types,
    regions,
  } = expiringFunding
  const sum = (key: 'streams' | 'looseStreams') =>
    perQuarter.reduce((all, ending) => all + ending[key], 0)
  const known = [...perQuarter, ...beside].some((ending) => ending.streams > 0)
  const chosen = quarters.find(({ key }) => key === when)
  const outside = BESIDE.find((key) => key === when)
  const whenText = chosen
    ? t('quarter', { quarter: chosen.quarter, year: String(chosen.year) })
    : outside
      ? t(`beside.${outside}`)
      : ''
  const address = (page: number) =>
    `${getPathname({ href: '/monitor/funding', locale })}?${expiryParameters({ ...choice, when, page }).toString()}#stromen`
  const typeName = (slug: string) =>
    types
      .filter((type) => type.slug === slug)
      .map(({ labelNl, labelEn }) => (locale === 'en' ? labelEn : labelNl))[0] ?? slug
  const regionName = (slug: string) => regions.find((row) => row.slug === slug)?.name ?? slug
  return (
    <Page>
      <PageHeader title={t('heading')} lead={t('lead')} />
      <MonitorTabs current="funding" />
      <Section
        id="kwartalen"
        title={t('quarters', { region: region?.name ?? 'none' })}
        lead={t('quartersLead')}
        className="border-t-0 pt-0"
      >
        <ExpiringFundingFilter expiringFunding={expiringFunding} locale={locale} />
        {known ? (
          <>
            <p className="mb-5 max-w-measure text-lg">
              {t('state', { streams: sum('streams'), loose: sum('looseStreams') })}
            </p>
            <ExpiringFundingChart
              expiringFunding={expiringFunding}
              picture={{
                about: region?.name ?? t('everywhere'),
                page: address(choice.page).split('#')[0] ?? '',
              }}
            />
          </>
        ) : (
          <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>
        )}
        <FileLinks
          address={getPathname({ href: '/monitor/funding/file', locale })}
          parameters={expiryParameters({ ...choice, page: 1 })}
        />
      </Section>
      {when === null ? null : (
        <Section
          id="stromen"
          title={t('list', { when: whenText, count: total })}
          lead={t('listLead')}
        >
          <StreamList streams={streams} />
          <Pagination page={choice.page} pages={pages} hrefFor={address} />
        </Section>
      )}
      {byType.length === 0 ? null : (
        <Section id="bronnen" title={t('bySource')} lead={t('bySourceLead')}>
          <EndingTable
            rows={byType}
            caption={t('bySource')}
            head={t('columns.source')}
            name={typeName}
          />
        </Section>
      )}
      {byRegion.length === 0 ? null : (
        <Section id="regios" title={t('byRegion')} lead={t('byRegionLead')}>
          <EndingTable
            rows={byRegion}
            caption={t('byRegion')}
            head={t('columns.region')}
            name={regionName}
          />
        </Section>
      )}
      {region === null ? null : (
        <p className="border-t border-hairline pt-6">
          <TextLink href={{ pathname: '/regions/[slug]/monitor', params: { slug: region.slug } }}>
            {t('toMonitor', { region: region.name })}
          </TextLink>
        </p>
      )}
    </Page>
  )
}
