import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { OverlapWarning } from '@/components/figures/indicators/two-counts'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { PeerChoice } from '@/components/monitor/peers/peer-choice'
import { SimilarRegions } from '@/components/monitor/peers/similar-regions'
import { PeerTable } from '@/components/monitor/peers/peer-table'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadTargetGroupFigures } from '@/lib/figures/indicators/loaders'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import { loadComparison } from '@/lib/monitor/peers/loaders'
import { loadRegion } from '@/lib/base/regions/loaders'
import type { RawParameters } from '@/lib/knowledge/search/rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [region, t] = await Promise.all([loadRegion((await params).slug), getTranslations('peers')])
  return { title: t('title', { region: region.name }) }
}

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ locale, slug }, raw] = await Promise.all([params, searchParams])
  const [t, nav, comparison, { overlap }] = await Promise.all([
    getTranslations('peers'),
    getTranslations('ui.nav'),
    loadComparison(slug, raw),
    loadTargetGroupFigures('gwu'),
  ])
  const { own, peers, beside, choices, labels, year, columns } = comparison
  const figures = columns.flatMap(({ cbs, uwv }) => [cbs, uwv]).filter((figure) => figure !== null)
  const notes = noteNumbers(figures)
  const parameters = new URLSearchParams([
    ...beside.map((other) => ['met', other]),
    ['jaar', String(year)],
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: nav('regions'), href: '/regions' },
          { label: own.name, href: { pathname: '/regions/[slug]', params: { slug } } },
          { label: t('crumb') },
        ]}
      />
      <PageHeader
        kicker={t('kicker', { year: String(year) })}
        title={t('heading', { region: own.name })}
        lead={t('lead')}
      >
        <CompareLinks slug={slug} year={year} />
      </PageHeader>
      <Section
        id="naast-elkaar"
        title={t('beside', { count: columns.length - 1 })}
        lead={t('besideLead')}
      >
        {columns.length === 1 ? (
          <EmptyState title={t('noPeers', { region: own.name })} className="mb-8">
            {t('noPeersWhy')}
          </EmptyState>
        ) : null}
        <PeerTable comparison={comparison} notes={notes} />
        {figures.length === 0 ? null : <OverlapWarning overlap={overlap} />}
        <FileLinks
          address={getPathname({
            href: { pathname: '/regions/[slug]/compare/file', params: { slug } },
            locale,
          })}
          parameters={parameters}
        />
        {figures.length === 0 ? null : <FigureNotes figures={figures} notes={notes} />}
      </Section>
      <SimilarRegions peers={peers} own={own} labels={labels} />
      <PeerChoice year={year} beside={beside} choices={choices} slug={slug} locale={locale} />
    </Page>
  )
}

function CompareLinks({ slug, year }: { slug: string; year: number }) {
  const t = useTranslations('peers')
  return (
    <p className="mt-4 flex flex-wrap gap-x-6 print:hidden">
      <TextLink
        href={{ pathname: '/regions/[slug]/monitor', params: { slug }, query: { jaar: year } }}
        className="inline-flex min-h-11 items-center"
      >
        {t('toMonitor')}
      </TextLink>
      <TextLink
        href={{ pathname: '/monitor/regions', query: { jaar: year } }}
        className="inline-flex min-h-11 items-center"
      >
        {t('toAll')}
      </TextLink>
    </p>
  )
}
