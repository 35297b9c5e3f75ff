import type { Chain } from '@/lib/monitor/policies/chain.types'
import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { loadOverview } from '@/lib/knowledge/search/loaders'
import type { FacetOptions, FacetValue, SearchHit } from '@/lib/knowledge/search/types'

type Loaded = Awaited<ReturnType<typeof loadOverview>>

interface UnknownListProps {
  values: Loaded['values']
  facets: FacetOptions
  labourMarket: FacetValue[]
  active: number
  total: number
  measured: number
  hits: SearchHit[]
  chains: Map<string, Chain>
}

export function UnknownList({
  values,
  facets,
  labourMarket,
  active,
  total,
  measured,
  hits,
  chains,
}: UnknownListProps) {
  const t = useTranslations('home')
  const unfunded = hits.filter(({ initiativeId }) =>
    chains
      .get(initiativeId)
      ?.steps.some(({ kind, state }) => kind === 'funding' && state === 'missing'),
  ).length
  return (
    <ul className="border-b border-hairline">
      <li className="border-t border-hairline py-4">
        <TextLink href="/target-groups">
          {t('gapGroups', { count: values.targetGroup.length - facets.targetGroup.length })}
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
  )
}
