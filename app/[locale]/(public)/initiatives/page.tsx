import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Chosen } from '@/components/search/chosen'
import { Filters } from '@/components/search/filters'
import { IgnoredNotice } from '@/components/search/ignored-notice'
import { criterionLines } from '@/components/assessments/criterion-lines'
import { ResultRow } from '@/components/search/result-row'
import { SearchField } from '@/components/search/search-field'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Page, PageHeader } from '@/components/ui/layout'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCriteriaProfiles } from '@/lib/assessments/loaders'
import { feedQuery } from '@/lib/feeds/rules'
import { loadChains } from '@/lib/policies/loaders'
import { loadSearch } from '@/lib/search/loaders'
import { isNarrowed, searchParameters, type RawParameters } from '@/lib/search/rules'
import type { FacetValue } from '@/lib/search/types'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [t, { locale }, raw] = await Promise.all([getTranslations('search'), params, searchParams])
  const feed = (file: string) => `${getPathname({ href: '/initiatives', locale })}/${file}${feedQuery(raw)}`
  const types = { 'application/atom+xml': feed('feed.xml'), 'application/feed+json': feed('feed.json') }
  return { title: t('metaTitle'), description: t('lead'), alternates: { types } }
}

export default async function InitiativesPage({ params, searchParams }: Props) {
  const { locale } = await params
  const [t, { query, ignored, page, facets, values }] = await Promise.all([getTranslations('search'), loadSearch(await searchParams, locale)])
  const ids = page.hits.map(({ initiativeId }) => initiativeId)
  const [chains, profiles] = await Promise.all([loadChains(ids), loadCriteriaProfiles(ids)])
  const path = getPathname({ href: '/initiatives', locale })
  const href = (parameters: URLSearchParams) => (parameters.size === 0 ? path : `${path}?${parameters.toString()}`)
  const words = (value: FacetValue) => (locale === 'en' ? value.labelEn : value.labelNl)
  const pages = Math.ceil(page.total / query.pageSize)
  return (
    <Page>
      <PageHeader title={query.q === '' ? t('title', { total: page.total, measured: page.measured }) : t('titleFor', { total: page.total, q: query.q })} lead={isNarrowed(query) ? undefined : t('lead')} />
      <IgnoredNotice ignored={ignored} />
      <form action={path} className="grid gap-x-14 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <search className="min-w-0">
          <SearchField id="q" q={query.q} />
          <div className="mt-6 border-hairline lg:border-t">
            <Disclosure summary={t('filters')} className="open-on-wide border-y lg:border-y-0">
              <Filters facets={facets} selection={query.selection} />
            </Disclosure>
          </div>
        </search>
        <section aria-labelledby="results-title" className="min-w-0">
          <h2 id="results-title" className="sr-only">
            {t('results')}
          </h2>
          <Chosen query={query} href={href} words={words} values={values} />
          {page.total === 0 ? (
            <EmptyState title={t('emptyTitle')} action={<ButtonLink href="/initiatives">{t('emptyAll')}</ButtonLink>}>
              <p>{t('emptyLead')}</p>
              <p className="mt-2">{t('emptyGap')}</p>
            </EmptyState>
          ) : null}
          {page.total > 0 && page.hits.length === 0 ? (
            <EmptyState title={t('pageEmptyTitle')} action={<a href={href(searchParameters(query))}>{t('firstPage')}</a>}>
              {t('pageEmptyLead', { pages })}
            </EmptyState>
          ) : null}
          <ul>
            {page.hits.map((hit) => (
              <ResultRow key={hit.initiativeId} hit={hit} values={values} profile={criterionLines(profiles.get(hit.initiativeId) ?? [], locale)} chain={chains.get(hit.initiativeId)?.stations} heading="h3" />
            ))}
          </ul>
          <Pagination page={query.page} pages={pages} hrefFor={(number) => href(searchParameters({ ...query, page: number }))} />
        </section>
      </form>
    </Page>
  )
}
