import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ChainTree, StateSentences } from '@/components/monitor/chains/chain-tree'
import { Downloads } from '@/components/monitor/chains/downloads'
import { OpenEndBoard } from '@/components/monitor/chains/open-end-board'
import { MoneySection } from '@/components/monitor/chains/money-section'
import { VerdictList } from '@/components/monitor/chains/verdict-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { buttonClass, ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMayEditChain, loadRegionChain, reviewYear } from '@/lib/monitor/chains/loaders'
import { isChainKnown } from '@/lib/monitor/chains/rules'
import { noonOf } from '@/lib/base/text/calendar'
import { COMPARED } from '@/lib/monitor/peers/types'
import { origin } from '@/lib/base/runtime/env'

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
  const [t, peers, welfare, nav, format, mayEdit] = await Promise.all([
    getTranslations('chains'),
    getTranslations('peers'),
    getTranslations('welfare'),
    getTranslations('ui.nav'),
    getFormatter(),
    loadMayEditChain(chain.region.id),
  ])
  const { region, goals } = chain
  const date = format.dateTime(noonOf(today), { day: 'numeric', month: 'long', year: 'numeric' })
  const here = (jaar: number) =>
    ({ pathname: '/regions/[slug]/monitor', params: { slug }, query: { jaar } }) as const
  const own = goals.filter((goal) => goal.own)
  const above = goals.filter((goal) => !goal.own)
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
      <PageHeader
        kicker={t('kicker', { year })}
        title={t('title', { region: region.name })}
        lead={<StateSentences state={state} region={region.name} year={year} />}
      >
        <p className="mt-4 text-sm text-muted">
          {t('dataDate', { date })}
          <span className="hidden print:inline">
            {' '}
            {t('printed', { address: `${origin}${getPathname({ href: here(year), locale })}` })}
          </span>
        </p>
        <ul className="mt-6 flex flex-wrap gap-3 print:hidden">
          <li>
            <a href={file('bestuursstuk.pdf')} className={buttonClass()}>
              {t('paperPdf')}
            </a>
          </li>
          <li>
            <a href={file('bestuursstuk.docx')} className={buttonClass('secondary')} download>
              {t('paperDocx')}
            </a>
          </li>
          {mayEdit ? (
            <li>
              <ButtonLink
                variant="secondary"
                href={{
                  pathname: '/workspace/regions/[slug]',
                  params: { slug },
                  query: { jaar: year },
                }}
              >
                {t('edit')}
              </ButtonLink>
            </li>
          ) : null}
        </ul>
        <p className="mt-4 flex flex-wrap gap-x-6 text-sm print:hidden">
          <TextLink href={here(year - 1)} className="inline-flex min-h-11 items-center">
            {t('previousYear', { year: year - 1 })}
          </TextLink>
          <TextLink href={here(year + 1)} className="inline-flex min-h-11 items-center">
            {t('nextYear', { year: year + 1 })}
          </TextLink>
          {COMPARED.some((type) => type === region.type) ? (
            <TextLink
              href={{
                pathname: '/regions/[slug]/compare',
                params: { slug },
                query: { jaar: year },
              }}
              className="inline-flex min-h-11 items-center"
            >
              {peers('link.compare')}
            </TextLink>
          ) : null}
          <TextLink
            href={{ pathname: '/regions/[slug]/welfare', params: { slug } }}
            className="inline-flex min-h-11 items-center"
          >
            {welfare('link')}
          </TextLink>
        </p>
        {goals.some((goal) => goal.isExample) ? (
          <Notice className="mt-4">{t('exampleNote')}</Notice>
        ) : null}
      </PageHeader>
      {isChainKnown(state, openEnds) ? (
        <Section
          id="losse-einden"
          title={t('openEnds.title', { count: openEnds.length, known: 'yes' })}
          lead={t('openEnds.lead')}
        >
          <OpenEndBoard openEnds={openEnds} slug={slug} year={year} mayEdit={mayEdit} />
          <Downloads {...downloads} name="losse-einden" />
        </Section>
      ) : null}
      <Section id="keten" title={t('tree.title')} lead={t('tree.lead')}>
        {goals.length === 0 ? (
          <EmptyState title={t('tree.noGoals', { year })}>{t('tree.noGoalsWhy')}</EmptyState>
        ) : null}
        {own.length > 0 ? (
          <>
            <h3 className="mb-3">{t('tree.ownGoals', { region: region.name })}</h3>
            <ChainTree goals={own} year={year} today={today} />
          </>
        ) : null}
        {above.length > 0 ? (
          <>
            <h3 className="mt-10 mb-3">{t('tree.aboveGoals')}</h3>
            <ChainTree goals={above} year={year} today={today} />
          </>
        ) : null}
        <div className="flex flex-wrap gap-x-8">
          <Downloads {...downloads} name="doelen" label={t('table.goals')} />
          <Downloads {...downloads} name="maatregelen" label={t('table.measures')} />
        </div>
      </Section>
      <Section id="geld" title={t('money.title')} lead={t('money.lead')}>
        <MoneySection
          chain={chain}
          state={state}
          data={{ csv: file('geld.csv'), xlsx: file('geld.xlsx') }}
          picture={{
            about: t('pageTitle', { region: region.name, year }),
            page: getPathname({ href: here(year), locale }),
          }}
        />
      </Section>
      <Section id="oordelen" title={t('verdict.title')} lead={t('verdict.lead')}>
        {state.measures === 0 ? (
          <EmptyState title={t('verdict.none')}>{t('verdict.noneWhy')}</EmptyState>
        ) : (
          <VerdictList goals={goals} year={year} />
        )}
        <Downloads {...downloads} name="oordelen" />
      </Section>
      <Section id="bronnen" title={t('sources.title')}>
        <p className="max-w-measure">{t('sources.entered')}</p>
        <p className="mt-2 text-sm text-muted">{t('dataDate', { date })}</p>
      </Section>
    </Page>
  )
}
