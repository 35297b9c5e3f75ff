import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { OverlapWarning } from '@/components/figures/indicators/two-counts'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { PeerReasons } from '@/components/monitor/peers/peer-reasons'
import { PeerTable } from '@/components/monitor/peers/peer-table'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Button } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadTargetGroupFigures } from '@/lib/figures/indicators/loaders'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import { loadComparison } from '@/lib/monitor/peers/loaders'
import { MAX_BESIDE, SHOWN_PEERS } from '@/lib/monitor/peers/rules'
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
  const { own, peers, beside, choices, words, year, columns } = comparison
  const figures = columns.flatMap(({ cbs, uwv }) => [cbs, uwv]).filter((figure) => figure !== null)
  const notes = noteNumbers(figures)
  const parameters = new URLSearchParams([
    ...beside.map((other) => ['met', other]),
    ['jaar', String(year)],
  ])
  const address = getPathname({
    href: { pathname: '/regions/[slug]/compare', params: { slug } },
    locale,
  })
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
      <Section
        id="lijkt-op"
        title={t('alike', { count: peers.length, region: own.name })}
        lead={t('alikeLead')}
      >
        <ul className="grid gap-x-10 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
          {peers.slice(0, SHOWN_PEERS).map((peer) => (
            <li key={peer.traits.slug} className="border-t-2 border-edge pt-3">
              <h3 className="mb-2">
                <TextLink
                  href={{ pathname: '/regions/[slug]', params: { slug: peer.traits.slug } }}
                  prefetch={false}
                >
                  {peer.traits.name}
                </TextLink>
              </h3>
              <PeerReasons peer={peer} own={own.name} words={words} />
            </li>
          ))}
        </ul>
        <p className="mt-6 max-w-measure text-sm text-muted">{t('rule')}</p>
      </Section>
      <Section id="kies" title={t('choose')} lead={t('chooseLead')} className="print:hidden">
        <form action={address} className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="jaar" value={year} />
          {Array.from({ length: MAX_BESIDE }, (_, index) => (
            <label key={index} className="min-w-0 max-sm:w-full">
              <span className="block text-sm font-semibold">
                {t('region', { number: index + 1 })}
              </span>
              <select
                name="met"
                defaultValue={beside[index] ?? ''}
                className="mt-1 block min-h-11 w-full max-w-full rounded-md border border-edge bg-paper px-3 sm:w-64"
              >
                <option value="">{t('nothingChosen')}</option>
                {choices.map((region) => (
                  <option key={region.slug} value={region.slug}>
                    {region.name}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <Button type="submit" variant="secondary">
            {t('show')}
          </Button>
        </form>
      </Section>
    </Page>
  )
}
