import { useFormatter, useTranslations } from 'next-intl'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { DataTable } from '@/components/base/ui/data-table'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { moneyByEvidence } from '@/lib/monitor/chains/money.rules'
import type { RegionChain } from '@/lib/monitor/chains/types'

/** Where the money goes beside how well that was researched and what it showed. */
export function MoneyByEvidence({ chain }: { chain: RegionChain }) {
  const t = useTranslations('chains.money')
  const together = useTranslations('policies.together')
  const format = useFormatter()
  const euro = (amount: number) => format.number(amount, EURO)
  return (
    <div className="mt-10">
      <h3>{t('byEvidence')}</h3>
      <p className="mb-4 max-w-measure text-muted">{t('byEvidenceLead')}</p>
      <DataTable
        caption={t('byEvidence')}
        captionHidden
        rows={moneyByEvidence(chain)}
        rowKey={({ evidence }) =>
          typeof evidence === 'string' ? evidence : `${evidence.rank} ${evidence.direction}`
        }
        columns={[
          {
            key: 'evidence',
            header: t('evidence'),
            cell: ({ evidence }) => {
              if (evidence === 'none') return t('noInitiative')
              if (evidence === 'several') return t('differs')
              return <EvidenceWord evidence={{ ...evidence, size: null }} />
            },
          },
          { key: 'streams', header: t('streams'), numeric: true, cell: (row) => row.streams },
          {
            key: 'amount',
            header: t('amount'),
            cell: ({ amounts }) => moneyText(together, euro, amounts),
          },
        ]}
      />
    </div>
  )
}
