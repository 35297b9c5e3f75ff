import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Section } from '@/components/base/ui/layout'
import {
  FACET_WEIGHTS,
  FAIR_SIMILARITY,
  MIN_SIMILARITY,
  STRONG_SIMILARITY,
} from '@/lib/exchange/comparison/rules'
import { SIMILAR_FACETS } from '@/lib/exchange/comparison/types'

const percent = (share: number) => Math.round(share * 100)

export function SimilarityExplained() {
  const t = useTranslations('comparison.explained')
  return (
    <Section id="lijkt-op" title={t('title')} lead={t('lead')}>
      <ol className="max-w-measure list-decimal space-y-2 pl-6">
        {(['step1', 'step2', 'step3', 'step4'] as const).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <div className="mt-6 max-w-md">
        <DataTable
          caption={t('table')}
          rows={SIMILAR_FACETS}
          rowKey={(facet) => facet}
          columns={[
            { key: 'part', header: t('part'), cell: (facet) => t(`facet.${facet}`) },
            {
              key: 'weight',
              header: t('weight'),
              numeric: true,
              cell: (facet) => t('percent', { value: percent(FACET_WEIGHTS[facet]) }),
            },
          ]}
        />
      </div>
      <p className="mt-4 max-w-measure">
        {t('scale', {
          strong: percent(STRONG_SIMILARITY),
          fair: percent(FAIR_SIMILARITY),
          least: percent(MIN_SIMILARITY),
        })}
      </p>
      <p className="mt-2 max-w-measure">{t('notCounted')}</p>
    </Section>
  )
}
