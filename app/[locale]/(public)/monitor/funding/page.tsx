import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EndingByRegion } from '@/components/monitor/expiring-funding/ending-by-region'
import { EndingBySource } from '@/components/monitor/expiring-funding/ending-by-source'
import { ChosenStreams } from '@/components/monitor/expiring-funding/chosen-streams'
import { ExpiringFundingFilter } from '@/components/monitor/expiring-funding/expiring-funding-filter'
import { QuarterPicture } from '@/components/monitor/expiring-funding/quarter-picture'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { MonitorTabs } from '@/components/monitor/overview/monitor-tabs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadExpiringFunding } from '@/lib/monitor/expiring-funding/loaders'
import { expiryParameters } from '@/lib/monitor/expiring-funding/rules'
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
  const { choice, region, when } = expiringFunding
  const address = (page: number) =>
    `${getPathname({ href: '/monitor/funding', locale })}?${expiryParameters({ ...choice, when, page }).toString()}#stromen`
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
        <QuarterPicture
          expiringFunding={expiringFunding}
          region={region}
          address={address}
          page={choice.page}
          perQuarter={expiringFunding.perQuarter}
          beside={expiringFunding.beside}
        />
        <FileLinks
          address={getPathname({ href: '/monitor/funding/file', locale })}
          parameters={expiryParameters({ ...choice, page: 1 })}
        />
      </Section>
      {when === null ? null : (
        <ChosenStreams
          total={expiringFunding.total}
          streams={expiringFunding.streams}
          page={choice.page}
          pages={expiringFunding.pages}
          address={address}
          quarters={expiringFunding.quarters}
          when={when}
        />
      )}
      <EndingBySource
        byType={expiringFunding.byType}
        types={expiringFunding.types}
        locale={locale}
      />
      <EndingByRegion byRegion={expiringFunding.byRegion} regions={expiringFunding.regions} />
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
