import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import type { Locale } from '@/i18n/routing'
import { loadCriteriaProfiles } from '@/lib/judgement/assessments/loaders'
import { loadChains } from '@/lib/monitor/policies/loaders'
import { FACET_PARAMETERS, SORT_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { loadTagged } from '@/lib/knowledge/search/loaders'
import type { Facet, Sort } from '@/lib/knowledge/search/types'
import { ResultRows } from './result-rows'

interface TaggedInitiativesProps {
  facet: Facet
  slug: string
  locale: Locale
  empty: { title: string; why: string }
  sort?: Sort
}

export async function TaggedInitiatives({
  facet,
  slug,
  locale,
  empty,
  sort = 'best',
}: TaggedInitiativesProps) {
  const [t, { hits, total, values }] = await Promise.all([
    getTranslations({ locale, namespace: 'search' }),
    loadTagged(facet, slug, sort),
  ])
  if (total === 0) return <EmptyState title={empty.title}>{empty.why}</EmptyState>
  const ids = hits.map(({ initiativeId }) => initiativeId)
  const [chains, profiles] = await Promise.all([loadChains(ids), loadCriteriaProfiles(ids)])
  return (
    <>
      <ResultRows
        hits={hits}
        values={values}
        profiles={profiles}
        locale={locale}
        chains={chains}
        fit={null}
      />
      {total > hits.length ? (
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/initiatives',
              query: {
                [FACET_PARAMETERS[facet]]: slug,
                ...(sort !== 'best' && { sorteer: SORT_PARAMETERS[sort] }),
              },
            }}
          >
            {t('showAll', { total })}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
