import { labelIn } from '@/lib/base/text/label'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { SaveSearch } from '@/components/knowledge/saved-searches/save-search'
import { Chosen } from '@/components/knowledge/search/chosen'
import { Filters } from '@/components/knowledge/search/filters'
import { IgnoredNotice } from '@/components/knowledge/search/ignored-notice'
import { ListDownload } from '@/components/site/exports/list-download'
import { ListControls } from '@/components/site/results/list-controls'
import { ResultViews } from '@/components/site/results/result-views'
import { SearchField } from '@/components/knowledge/search/search-field'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCriteria, loadCriteriaProfiles } from '@/lib/judgement/assessments/loaders'
import { feedQuery } from '@/lib/knowledge/feeds/rules'
import { loadRegionFit } from '@/lib/monitor/fit/loaders'
import { loadChains } from '@/lib/monitor/policies/loaders'
import { loadQuery, loadSearch } from '@/lib/knowledge/search/loaders'
import { isNarrowed, searchParameters, type RawParameters } from '@/lib/knowledge/search/rules'
import type { FacetValue } from '@/lib/knowledge/search/types'
import type { FacetOptions, SearchQuery } from '@/lib/knowledge/search/types'
import type { Counts, IgnoredParameter } from '@/lib/knowledge/search/types'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [t, { locale }, raw] = await Promise.all([getTranslations('search'), params, searchParams])
  const feed = (file: string) =>
    `${getPathname({ href: '/initiatives', locale })}/${file}${feedQuery(raw)}`
  const types = {
    'application/atom+xml': feed('feed.xml'),
    'application/feed+json': feed('feed.json'),
  }
  return { title: t('metaTitle'), description: t('lead'), alternates: { types } }
}

export default async function InitiativesPage({ params, searchParams }: Props) {
  const { locale } = await params
  const [t, { query, ignored, values }, criteria] = await Promise.all([
    getTranslations('search'),
    loadQuery(await searchParams),
    loadCriteria(),
  ])
  const fit = query.forRegion === null ? null : await loadRegionFit(query.forRegion)
  const { hits, counts, facets, meant, relaxations } = await loadSearch(
    query,
    locale,
    fit?.weights ?? [],
  )
  const ids = query.view === 'map' ? [] : hits.map(({ initiativeId }) => initiativeId)
  const [chains, profiles] = await Promise.all([
    loadChains(query.view === 'list' ? ids : []),
    loadCriteriaProfiles(ids),
  ])
  const path = getPathname({ href: '/initiatives', locale })
  const href = (parameters: URLSearchParams) =>
    parameters.size === 0 ? path : `${path}?${parameters.toString()}`
  const labelOf = (value: FacetValue) => labelIn(locale, value)
  return (
    <Page>
      <FoundHeader query={query} counts={counts} ignored={ignored} meant={meant} />
      <div className="mb-8 empty:hidden">
        <SaveSearch parameters={searchParameters(query).toString()} />
      </div>
      <form action={path} className="grid gap-x-14 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <SearchColumn query={query} facets={facets} />
        <section aria-labelledby="results-title" className="min-w-0">
          <h2 id="results-title" className="sr-only">
            {t('results')}
          </h2>
          <Chosen query={query} href={href} labelOf={labelOf} values={values} />
          <ListControls query={query} href={href} regions={values.region} criteria={criteria} />
          <ResultViews
            counts={counts}
            query={query}
            values={values}
            relaxations={relaxations}
            href={href}
            hits={hits}
            profiles={profiles}
            locale={locale}
            chains={chains}
            fit={fit}
            criteria={criteria}
            facets={facets}
          />
          <ListDownload query={query} total={counts.total} />
        </section>
      </form>
    </Page>
  )
}

function SearchColumn({ query, facets }: { query: SearchQuery; facets: FacetOptions }) {
  const t = useTranslations('search')
  return (
    <search className="min-w-0">
      <SearchField id="q" q={query.q} />
      <div className="mt-6 border-hairline lg:border-t">
        <Disclosure summary={t('filters')} className="open-on-wide border-y lg:border-y-0">
          <Filters facets={facets} selection={query.selection} />
        </Disclosure>
      </div>
    </search>
  )
}

interface FoundHeaderProps {
  query: SearchQuery
  counts: Counts
  ignored: IgnoredParameter[]
  meant: string | null
}

function FoundHeader({ query, counts, ignored, meant }: FoundHeaderProps) {
  const t = useTranslations('search')
  const findings = useTranslations('findings')
  return (
    <>
      <PageHeader
        title={
          query.q === ''
            ? t('title', { total: counts.total, measured: counts.measured })
            : t('titleFor', { total: counts.total, q: query.q })
        }
        lead={isNarrowed(query) ? undefined : t('lead')}
      >
        {isNarrowed(query) ? null : (
          <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
            <TextLink href="/what-helped">{findings('helped.title')}</TextLink>
            <TextLink href="/what-did-not-work">{findings('didNotWork.title')}</TextLink>
          </p>
        )}
      </PageHeader>
      <IgnoredNotice ignored={ignored} />
      {meant === null ? null : (
        <Notice className="mb-6">
          <p>{t('meant', { meant, q: query.q })}</p>
        </Notice>
      )}
    </>
  )
}
