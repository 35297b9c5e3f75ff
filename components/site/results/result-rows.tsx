import type { Chain } from '@/lib/monitor/policies/chain.types'
import { criterionLines } from '@/components/judgement/assessments/criterion-lines'
import { CompareToggle } from '@/components/exchange/comparison/compare-toggle'
import { FitText } from '@/components/monitor/fit/fit-text'
import { ResultRow, titleId } from '@/components/knowledge/search/result-row'
import type { Locale } from '@/i18n/routing'
import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import type { RegionFit } from '@/lib/monitor/fit/types'
import type { loadQuery } from '@/lib/knowledge/search/loaders'
import type { SearchHit } from '@/lib/knowledge/search/types'

type Loaded = Awaited<ReturnType<typeof loadQuery>>

interface ResultRowsProps {
  hits: SearchHit[]
  values: Loaded['values']
  profiles: Map<string, CriterionProfile[]>
  locale: Locale
  chains: Map<string, Chain>
  fit: RegionFit | null
}

export function ResultRows({ hits, values, profiles, locale, chains, fit }: ResultRowsProps) {
  if (hits.length === 0) return null
  return (
    <ul>
      {hits.map((hit) => (
        <ResultRow
          key={hit.initiativeId}
          hit={hit}
          values={values}
          profile={criterionLines(profiles.get(hit.initiativeId) ?? [], locale)}
          chain={chains.get(hit.initiativeId)?.steps}
          heading="h3"
          act={<CompareToggle slug={hit.slug} title={hit.title} titleId={titleId(hit.slug)} />}
          fit={fit === null ? null : <FitText hit={hit} region={fit.region} values={values} />}
        />
      ))}
    </ul>
  )
}
