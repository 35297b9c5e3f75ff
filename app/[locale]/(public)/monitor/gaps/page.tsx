import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GroupLinks } from '@/components/knowledge/topic-pages/group-links'
import { GapFilter } from '@/components/monitor/gaps/gap-filter'
import { GapList } from '@/components/monitor/gaps/gap-list'
import { RegionList } from '@/components/monitor/gaps/region-list'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { OverlapWarning } from '@/components/figures/indicators/two-counts'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { MonitorTabs } from '@/components/monitor/overview/monitor-tabs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadGaps } from '@/lib/monitor/gaps/loaders'
import { gapParameters } from '@/lib/monitor/gaps/rules'
import { COUNTERS } from '@/lib/monitor/gaps/types'
import { loadTargetGroupFigures } from '@/lib/figures/indicators/loaders'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import type { RawParameters } from '@/lib/knowledge/search/rules'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gaps')
  return { title: t('title'), description: t('lead') }
}

export default async function GapsPage({ params, searchParams }: Props) {
  const [{ locale }, raw] = await Promise.all([params, searchParams])
  const [t, gaps, { overlap }] = await Promise.all([
    getTranslations('gaps'),
    loadGaps(raw),
    loadTargetGroupFigures('gwu'),
  ])
  const { choice, listed, overview, total, empty, unknown, pages, nowhere } = gaps
  const region = gaps.regions.find(({ slug }) => slug === choice.region)
  const chosen = gaps.groups.find(({ slug }) => slug === choice.group)
  const group = chosen && (locale === 'en' ? chosen.labelEn : chosen.labelNl)
  const shownRegions = region === undefined && group === undefined ? overview : []
  const figures = [
    ...listed.flatMap(({ counts, around }) => [
      ...COUNTERS.map((counter) => counts[counter]),
      around,
    ]),
    ...shownRegions.flatMap(({ counts: { cbs, uwv }, around }) => [cbs, uwv, around]),
  ].filter((figure) => figure !== null)
  const notes = noteNumbers(figures)
  const address = (page: number) =>
    `${getPathname({ href: '/monitor/gaps', locale })}?${gapParameters({ ...choice, page }).toString()}#gaten`
  const kind = t(`kinds.${choice.type}`)
  const caption =
    region && group
      ? t('captionBoth', { region: region.name, group })
      : region
        ? t('captionRegion', { region: region.name })
        : group
          ? t('captionGroup', { group, kind })
          : t('caption', { kind })
  return (
    <Page>
      <PageHeader title={t('heading')} lead={t('lead')} />
      <MonitorTabs current="gaps" />
      <p className="max-w-measure">{t('counted')}</p>
      <OverlapWarning overlap={overlap} />
      <Section id="gaten" title={caption} lead={t('order')} className="mt-8 border-t-0 pt-0">
        <GapFilter choice={choice} groups={gaps.groups} regions={gaps.regions} locale={locale} />
        {listed.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyWhy')}</EmptyState>
        ) : (
          <>
            <p className="mb-4 max-w-measure">{t('state', { total, empty })}</p>
            <GapList gaps={listed} notes={notes} caption={caption} />
            <Pagination page={choice.page} pages={pages} hrefFor={address} />
          </>
        )}
        <p className="mt-6 max-w-measure text-sm text-muted">
          {t('unknownNote', { count: unknown, all: gaps.all.length })}{' '}
          {region === undefined && group === undefined ? t('unknownChoose') : null}
        </p>
        <p className="mt-2 max-w-measure text-sm text-muted">{t('notHere')}</p>
        <FileLinks
          address={getPathname({ href: '/monitor/gaps/file', locale })}
          parameters={gapParameters({ ...choice, page: 1 })}
        />
      </Section>
      {shownRegions.length === 0 ? null : (
        <Section id="regios" title={t('regionsTitle', { kind })} lead={t('regionsLead')}>
          <RegionList
            rows={shownRegions}
            broadGroups={gaps.broadGroups}
            notes={notes}
            caption={t('regionsTitle', { kind })}
          />
        </Section>
      )}
      {nowhere.length === 0 || region !== undefined || group !== undefined ? null : (
        <Section
          id="nergens"
          title={t('nowhere', { count: nowhere.length })}
          lead={t('nowhereLead')}
        >
          <GroupLinks groups={nowhere} />
        </Section>
      )}
      {region === undefined ? null : (
        <p className="border-t border-hairline pt-6">
          <TextLink href={{ pathname: '/regions/[slug]/monitor', params: { slug: region.slug } }}>
            {t('toMonitor', { region: region.name })}
          </TextLink>
        </p>
      )}
      {figures.length === 0 ? null : <FigureNotes figures={figures} notes={notes} />}
    </Page>
  )
}
