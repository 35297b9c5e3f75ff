import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GroupLinks } from '@/components/knowledge/topic-pages/group-links'
import { GapSection } from '@/components/monitor/gaps/gap-section'
import { RegionList } from '@/components/monitor/gaps/region-list'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { OverlapWarning } from '@/components/figures/indicators/two-counts'
import { MonitorTabs } from '@/components/monitor/overview/monitor-tabs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadGaps } from '@/lib/monitor/gaps/loaders'
import { COUNTERS } from '@/lib/monitor/gaps/types'
import { loadTargetGroupFigures } from '@/lib/figures/indicators/loaders'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import type { RawParameters } from '@/lib/knowledge/search/rules'

type Gaps = Awaited<ReturnType<typeof loadGaps>>

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gaps')
  return { title: t('title'), description: t('lead') }
}

const figuresOf = (listed: Gaps['listed'], regions: Gaps['overview']) =>
  [
    ...listed.flatMap(({ counts, around }) => [
      ...COUNTERS.map((counter) => counts[counter]),
      around,
    ]),
    ...regions.flatMap(({ counts: { cbs, uwv }, around }) => [cbs, uwv, around]),
  ].filter((figure) => figure !== null)

export default async function GapsPage({ params, searchParams }: Props) {
  const [{ locale }, raw] = await Promise.all([params, searchParams])
  const [t, gaps, { overlap }] = await Promise.all([
    getTranslations('gaps'),
    loadGaps(raw),
    loadTargetGroupFigures('gwu'),
  ])
  const { choice, listed } = gaps
  const region = gaps.regions.find(({ slug }) => slug === choice.region)
  const group = gaps.groups.find(({ slug }) => slug === choice.group)
  const narrowed = region !== undefined || group !== undefined
  const regions = narrowed ? [] : gaps.overview
  const figures = figuresOf(listed, regions)
  const notes = noteNumbers(figures)
  const regionsTitle = t('regionsTitle', { kind: t(`kinds.${choice.type}`) })
  return (
    <Page>
      <PageHeader title={t('heading')} lead={t('lead')} />
      <MonitorTabs current="gaps" />
      <p className="max-w-measure">{t('counted')}</p>
      <OverlapWarning overlap={overlap} />
      <GapSection gaps={gaps} region={region} group={group} notes={notes} locale={locale} />
      {regions.length === 0 ? null : (
        <Section id="regios" title={regionsTitle} lead={t('regionsLead')}>
          <RegionList
            rows={regions}
            broadGroups={gaps.broadGroups}
            notes={notes}
            caption={regionsTitle}
          />
        </Section>
      )}
      {gaps.nowhere.length === 0 || narrowed ? null : (
        <Section
          id="nergens"
          title={t('nowhere', { count: gaps.nowhere.length })}
          lead={t('nowhereLead')}
        >
          <GroupLinks groups={gaps.nowhere} />
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
