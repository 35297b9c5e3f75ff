import { worthReading } from '@/lib/knowledge/search/facets.rules'
import type { Chain } from '@/lib/monitor/policies/chain.types'
import { useTranslations } from 'next-intl'
import { criterionLines } from '@/components/judgement/assessments/criterion-lines'
import { ResultRow } from '@/components/knowledge/search/result-row'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import type { loadOverview } from '@/lib/knowledge/search/loaders'
import type { SearchHit } from '@/lib/knowledge/search/types'

type Loaded = Awaited<ReturnType<typeof loadOverview>>

interface WorthReadingProps {
  hits: SearchHit[]
  values: Loaded['values']
  profiles: Map<string, CriterionProfile[]>
  locale: Locale
  chains: Map<string, Chain>
  ids: string[]
}

export function WorthReading({ hits, values, profiles, locale, chains, ids }: WorthReadingProps) {
  const t = useTranslations('home')
  const assessors = new Map(
    ids.map((id) => [id, Math.max(0, ...(profiles.get(id) ?? []).map(({ n }) => n))]),
  )
  return (
    <Section id="lezen" title={t('worth')}>
      <ul className="space-y-10">
        {worthReading(hits, assessors).map(({ hit, reason }) => (
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
  )
}
