import type { ComponentProps } from 'react'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FundingSection } from '@/components/monitor/chains/funding-section'
import { AddToChain } from '@/components/monitor/chains/add-to-chain'
import { RegionWorkLinks } from '@/components/monitor/chains/region-work-links'
import { PolicyIndicatorSection } from '@/components/monitor/chains/indicator-section'
import { GoalEditor } from '@/components/monitor/chains/goal-editor'
import { StartSection } from '@/components/monitor/chains/start-section'
import { RequestSection } from '@/components/monitor/papers/request-section'
import { fundingFields, termOptions } from '@/components/monitor/policies/policy-specs'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { WorksheetSection } from '@/components/monitor/worksheets/worksheet-section'
import { reviewYear } from '@/lib/monitor/chains/loaders'
import { loadWorksheet } from '@/lib/monitor/worksheets/loaders'
import { loadPaper, loadPaperDesk } from '@/lib/monitor/papers/loaders'
import { proposalLines } from '@/lib/monitor/papers/proposal.rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load({ params, searchParams }: Props) {
  const [{ locale, slug }, query] = await Promise.all([params, searchParams])
  const year = reviewYear(query.jaar)
  const changing = typeof query.wijzig === 'string' ? query.wijzig : undefined
  const returnTo = getPathname({
    href: { pathname: '/workspace/regions/[slug]', params: { slug }, query: { jaar: year } },
    locale,
  })
  return { locale, slug, year, changing, ...(await loadWorksheet(slug, year, returnTo, changing)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ chain }, t] = await Promise.all([load(props), getTranslations('chains.editor')])
  return { title: t('title', { region: chain.region.name }) }
}

export default async function ChainEditorPage(props: Props) {
  const {
    locale,
    slug,
    year,
    changing,
    chain,
    goals,
    copies,
    imports,
    funding,
    choices,
    rows,
    undoable,
  } = await load(props)
  const [t, edit, workspace] = await Promise.all([
    getTranslations('chains.editor'),
    getTranslations('policies.edit'),
    getTranslations('workspace'),
  ])
  const { id: regionId, name } = chain.region
  const instruments = termOptions(choices.instrumentTypes, locale)
  const measures = goals.flatMap((goal) => goal.measures)
  const indicators = [...goals, ...measures].flatMap((one) => one.indicators)
  const indicator = indicators.find(({ id }) => id === changing)
  const moneyFields = fundingFields(edit, {
    types: termOptions(choices.fundingTypes, locale),
    alignments: termOptions(choices.alignments, locale),
    measures: measures.map(({ id, title }) => ({ value: id, label: title })),
  })
  const about = { regionId, slug, year }
  const forGoals = { ...about, goals, instruments, changing, measures, moneyFields }
  return (
    <Page>
      <Breadcrumbs items={[{ label: workspace('title'), href: '/workspace' }, { label: name }]} />
      <PageHeader title={t('title', { region: name })} lead={t('lead')}>
        <RegionWorkLinks slug={slug} year={year} />
      </PageHeader>
      <WorksheetSection rows={rows} regionId={regionId} year={year} undoable={undoable} />
      <GoalsPart {...forGoals} />
      {funding === null ? null : (
        <FundingSection funding={funding} moneyFields={moneyFields} regionId={regionId} />
      )}
      {indicator === undefined ? null : (
        <PolicyIndicatorSection indicator={indicator} goals={goals} regionId={regionId} />
      )}
      <BoardRequest {...{ slug, year, locale, regionId }} />
      <StartSection {...about} copies={copies} imports={imports} locale={locale} />
    </Page>
  )
}

async function BoardRequest({
  slug,
  year,
  locale,
  regionId,
}: {
  slug: string
  year: number
  locale: Locale
  regionId: string
}) {
  const [paper, { request }] = await Promise.all([
    loadPaper(slug, year, locale),
    loadPaperDesk(regionId, year),
  ])
  const proposal = proposalLines(paper, locale)
  return <RequestSection {...{ regionId, year, request, proposal }} />
}

type GoalsPartProps = ComponentProps<typeof GoalEditor> & ComponentProps<typeof AddToChain>

function GoalsPart({
  regionId,
  slug,
  year,
  goals,
  instruments,
  changing,
  measures,
  moneyFields,
}: GoalsPartProps) {
  const t = useTranslations('chains.editor')
  return (
    <Section id="doelen" title={t('goals', { year })} lead={t('goalsLead')}>
      {goals.length === 0 ? (
        <EmptyState title={t('noGoals', { year })}>{t('noGoalsWhy')}</EmptyState>
      ) : (
        <GoalEditor
          regionId={regionId}
          slug={slug}
          year={year}
          goals={goals}
          instruments={instruments}
          changing={changing}
        />
      )}
      {changing === undefined ? (
        <AddToChain
          year={year}
          goals={goals}
          regionId={regionId}
          instruments={instruments}
          measures={measures}
          moneyFields={moneyFields}
        />
      ) : (
        <CloseLink slug={slug} year={year} />
      )}
    </Section>
  )
}

function CloseLink({ slug, year }: { slug: string; year: number }) {
  const t = useTranslations('chains.editor')
  return (
    <p className="mt-6">
      <TextLink
        href={{
          pathname: '/workspace/regions/[slug]',
          params: { slug },
          query: { jaar: year },
        }}
      >
        {t('close')}
      </TextLink>
    </p>
  )
}
