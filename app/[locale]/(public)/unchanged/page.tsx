import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CheckSection } from '@/components/site/ledger/check-section'
import { LedgerExplained } from '@/components/site/ledger/explained'
import { HeadsSection, KindsSection } from '@/components/site/ledger/ledger-tables'
import { OwnHash } from '@/components/site/ledger/own-hash'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { ParameterValue } from '@/lib/base/http/parameters'
import { loadLedger } from '@/lib/site/ledger/loaders'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, ParameterValue>>
}

const feedsIn = (locale: Locale) => ({
  atom: getPathname({ href: '/unchanged/feed.xml', locale }),
  json: getPathname({ href: '/unchanged/feed.json', locale }),
})

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = [await getTranslations('ledger'), await getLocale()]
  const { atom, json } = feedsIn(locale)
  return {
    title: t('title'),
    description: t('metaDescription'),
    alternates: { types: { 'application/atom+xml': atom, 'application/feed+json': json } },
  }
}

export default async function UnchangedPage({ params, searchParams }: Props) {
  const { locale } = await params
  const [t, method, found] = await Promise.all([
    getTranslations('ledger'),
    getTranslations('method'),
    loadLedger((await searchParams).vingerafdruk),
  ])
  return (
    <Page>
      <Breadcrumbs items={[{ label: method('title'), href: '/method' }, { label: t('title') }]} />
      <PageHeader title={t('heading')} lead={t('lead')} />
      <CheckSection check={found.check} />
      <HeadsSection heads={found.heads} end={found.end} feeds={feedsIn(locale)} />
      <OwnHash asked={found.asked} address={getPathname({ href: '/unchanged', locale })} />
      <KindsSection kinds={found.kinds} />
      <LedgerExplained />
    </Page>
  )
}
