import { getTranslations } from 'next-intl/server'
import { RegionMap } from '@/components/knowledge/search/region-map'
import { WaysIn } from '@/components/site/home/ways-in'
import { criterionLines } from '@/components/judgement/assessments/criterion-lines'
import { ResultRow } from '@/components/knowledge/search/result-row'
import { SearchBox } from '@/components/knowledge/search/search-field'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCriteriaProfiles } from '@/lib/judgement/assessments/loaders'
import { loadOutcomes } from '@/lib/figures/indicators/loaders'
import { loadChains } from '@/lib/monitor/policies/loaders'
import { loadOverview } from '@/lib/knowledge/search/loaders'
import { worthReading } from '@/lib/knowledge/search/rules'

export default async function HomePage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const [t, { values, hits, total, measured, facets }] = await Promise.all([
    getTranslations('home'),
    loadOverview(locale),
  ])
  const ids = hits.map(({ initiativeId }) => initiativeId)
  const [profiles, chains, outcomes] = await Promise.all([
    loadCriteriaProfiles(ids),
    loadChains(ids),
    loadOutcomes(ids),
  ])
  const assessors = new Map(
    ids.map((id) => [id, Math.max(0, ...(profiles.get(id) ?? []).map(({ n }) => n))]),
  )
  const labourMarket = values.regio.filter(({ code }) => code?.startsWith('AM'))
  const active = facets.regio.filter(({ slug }) =>
    labourMarket.some((region) => region.slug === slug),
  ).length
  const unfunded = hits.filter(({ initiativeId }) =>
    chains
      .get(initiativeId)
      ?.steps.some(({ kind, state }) => kind === 'funding' && state === 'missing'),
  ).length
  return (
    <Page>
      <div className="grid items-end gap-x-16 gap-y-8 pt-12 pb-14 sm:pt-20 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
        <div>
          <h1>{t('title')}</h1>
          <p className="mt-6 max-w-measure text-lg">{t('lead')}</p>
        </div>
        <SearchBox id="home-q" />
      </div>
      {total === 0 ? <EmptyState title={t('none')}>{t('noneLead')}</EmptyState> : null}
      <Section id="ingangen" title={t('ways')}>
        <WaysIn facets={facets} />
      </Section>
      <div className="grid gap-x-16 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <Section id="kaart" title={t('mapTitle', { regions: active, all: labourMarket.length })}>
          <RegionMap
            regions={values.regio}
            options={facets.regio}
            caption={t('mapLead')}
            page={getPathname({ href: '/', locale })}
            hrefFor={(slug) =>
              getPathname({ href: { pathname: '/regions/[slug]', params: { slug } }, locale })
            }
          />
        </Section>
        <Section id="onbekend" title={t('unknown')} lead={t('unknownLead')}>
          <ul className="border-b border-hairline">
            <li className="border-t border-hairline py-4">
              <TextLink href="/target-groups">
                {t('gapGroups', { count: values.doelgroep.length - facets.doelgroep.length })}
              </TextLink>
            </li>
            <li className="border-t border-hairline py-4">
              <TextLink href="/regions">
                {t('gapRegions', { count: labourMarket.length - active })}
              </TextLink>
            </li>
            {total > 0 ? (
              <>
                <li className="border-t border-hairline py-4">
                  {t('gapMeasured', { count: total - measured, total })}
                </li>
                <li className="border-t border-hairline py-4">
                  {t('gapMoney', {
                    count: unfunded,
                    total: hits.length,
                    of: hits.length < total ? 'newest' : 'all',
                  })}
                </li>
              </>
            ) : null}
          </ul>
        </Section>
      </div>
      {total > 0 ? (
        <Section id="lezen" title={t('worth')}>
          <ul className="space-y-10">
            {worthReading(hits, { assessors, outcomes }).map(({ hit, reason }) => (
              <li key={hit.initiativeId}>
                <p className="mb-3 font-serif text-lg text-clay italic">{t(`reason.${reason}`)}</p>
                <ul>
                  <ResultRow
                    hit={hit}
                    values={values}
                    profile={criterionLines(profiles.get(hit.initiativeId) ?? [], locale)}
                    chain={chains.get(hit.initiativeId)?.steps}
                    heading="h3"
                  />
                </ul>
              </li>
            ))}
          </ul>
          <p className="mt-8">
            <ButtonLink href="/initiatives" variant="secondary">
              {t('allInitiatives')}
            </ButtonLink>
          </p>
        </Section>
      ) : null}
    </Page>
  )
}
