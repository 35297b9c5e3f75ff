import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Downloads } from '@/components/monitor/chains/downloads'
import { GoalsSection } from '@/components/monitor/chains/goals-section'
import { OpenEndBoard } from '@/components/monitor/chains/open-end-board'
import { MoneySection } from '@/components/monitor/chains/money-section'
import { DataDate, MonitorHeader } from '@/components/monitor/chains/monitor-header'
import { FrozenSection } from '@/components/monitor/papers/frozen-section'
import { PaperLinks } from '@/components/monitor/papers/paper-links'
import { VerdictList } from '@/components/monitor/chains/verdict-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadRegionChain, reviewYear } from '@/lib/monitor/chains/loaders'
import { isChainKnown } from '@/lib/monitor/chains/rules'
import { loadPaperDesk } from '@/lib/monitor/papers/loaders'
import type { ChainGoal, ChainState, OpenEnd } from '@/lib/monitor/chains/types'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, query, t] = await Promise.all([params, searchParams, getTranslations('chains')])
  const year = reviewYear(query.jaar)
  const { chain } = await loadRegionChain(slug, year)
  return { title: t('pageTitle', { region: chain.region.name, year }) }
}

export default async function RegionMonitorPage({ params, searchParams }: Props) {
  const [{ locale, slug }, query] = await Promise.all([params, searchParams])
  const year = reviewYear(query.jaar)
  const { chain, today, openEnds, state } = await loadRegionChain(slug, year)
  const [t, nav, { frozen, mayEdit }] = await Promise.all([
    getTranslations('chains'),
    getTranslations('ui.nav'),
    loadPaperDesk(chain.region.id, year),
  ])
  const { region, goals } = chain
  const here = {
    pathname: '/regions/[slug]/monitor',
    params: { slug },
    query: { jaar: year },
  } as const
  const file = (name: string) => `/api/monitor/${slug}/${name}?jaar=${year}&taal=${locale}`
  const downloads = { slug, year, locale }
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: nav('regions'), href: '/regions' },
          { label: region.name, href: { pathname: '/regions/[slug]', params: { slug } } },
          { label: t('kicker', { year }) },
        ]}
      />
      <MonitorHeader
        {...{ chain, state, year, today, locale }}
        paper={<PaperLinks {...downloads} here="monitor" mayEdit={mayEdit} />}
      />
      {isChainKnown(state, openEnds) ? (
        <OpenEndsSection
          openEnds={openEnds}
          slug={slug}
          year={year}
          mayEdit={mayEdit}
          downloads={downloads}
        />
      ) : null}
      <GoalsSection goals={goals} year={year} region={region} today={today} downloads={downloads} />
      <Section id="geld" title={t('money.title')} lead={t('money.lead')}>
        <MoneySection
          chain={chain}
          state={state}
          data={{ csv: file('geld.csv'), xlsx: file('geld.xlsx') }}
          picture={{
            about: t('pageTitle', { region: region.name, year }),
            page: getPathname({ href: here, locale }),
          }}
        />
      </Section>
      <VerdictsSection state={state} goals={goals} year={year} downloads={downloads} />
      <FrozenSection papers={frozen} regionId={region.id} year={year} mayEdit={mayEdit} />
      <SourcesSection today={today} />
    </Page>
  )
}

interface OpenEndsSectionProps {
  openEnds: OpenEnd[]
  slug: string
  year: number
  mayEdit: boolean
  downloads: { slug: string; year: number; locale: Locale }
}

function OpenEndsSection({ openEnds, slug, year, mayEdit, downloads }: OpenEndsSectionProps) {
  const t = useTranslations('chains')
  return (
    <Section
      id="losse-einden"
      title={t('openEnds.title', { count: openEnds.length, known: 'yes' })}
      lead={t('openEnds.lead')}
    >
      <OpenEndBoard openEnds={openEnds} slug={slug} year={year} mayEdit={mayEdit} />
      <Downloads {...downloads} table="openEnds" />
    </Section>
  )
}

interface VerdictsSectionProps {
  state: ChainState
  goals: ChainGoal[]
  year: number
  downloads: { slug: string; year: number; locale: Locale }
}

function VerdictsSection({ state, goals, year, downloads }: VerdictsSectionProps) {
  const t = useTranslations('chains')
  return (
    <Section id="oordelen" title={t('verdict.title')} lead={t('verdict.lead')}>
      {state.measures === 0 ? (
        <EmptyState title={t('verdict.none')}>{t('verdict.noneWhy')}</EmptyState>
      ) : (
        <VerdictList goals={goals} year={year} />
      )}
      <Downloads {...downloads} table="verdicts" />
    </Section>
  )
}

function SourcesSection({ today }: { today: string }) {
  const t = useTranslations('chains')
  return (
    <Section id="bronnen" title={t('sources.title')}>
      <p className="max-w-measure">{t('sources.entered')}</p>
      <p className="mt-2 text-sm text-muted">
        <DataDate today={today} />
      </p>
    </Section>
  )
}
