import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { MonitorTabs } from '@/components/monitor/overview/monitor-tabs'
import { RegionSumsList } from '@/components/monitor/peers/region-sums'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadRegionSums } from '@/lib/monitor/peers/loaders'
import type { RawParameters } from '@/lib/knowledge/search/rules'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('peers')
  return { title: t('list.title'), description: t('list.lead') }
}

export default async function MonitorRegionsPage({ params, searchParams }: Props) {
  const [{ locale }, raw] = await Promise.all([params, searchParams])
  const [t, { year, rows }] = await Promise.all([getTranslations('peers'), loadRegionSums(raw)])
  const withGoals = rows.filter(({ goals }) => goals > 0).length
  const at = (jaar: number) => ({ pathname: '/monitor/regions' as const, query: { jaar } })
  return (
    <Page>
      <PageHeader
        title={t('list.heading', { count: withGoals, year: String(year) })}
        lead={t('list.lead')}
      />
      <MonitorTabs current="regions" />
      <p className="flex flex-wrap gap-x-6 text-sm print:hidden">
        <TextLink
          href={at(year - 1)}
          prefetch={false}
          className="inline-flex min-h-11 items-center"
        >
          {t('toYear', { year: String(year - 1) })}
        </TextLink>
        <TextLink
          href={at(year + 1)}
          prefetch={false}
          className="inline-flex min-h-11 items-center"
        >
          {t('toYear', { year: String(year + 1) })}
        </TextLink>
      </p>
      <p className="mt-4 max-w-measure text-sm text-muted">{t('list.note')}</p>
      {(['ser', 'labour_market', 'province'] as const).map((type) => (
        <Section key={type} id={type} title={t(`list.kind.${type}`)} className="mt-8">
          <RegionSumsList
            rows={rows.filter(({ region }) => region.type === type)}
            year={year}
            caption={t(`list.kind.${type}`)}
          />
        </Section>
      ))}
      <FileLinks
        address={getPathname({ href: '/monitor/regions/file', locale })}
        parameters={new URLSearchParams({ jaar: String(year) })}
      />
    </Page>
  )
}
