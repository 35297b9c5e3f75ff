import { useFormatter, useTranslations } from 'next-intl'
import type { ComparisonRow } from '@/components/exchange/comparison/comparison-rows'

export function SharedPoints({ count, rows }: { count: number; rows: ComparisonRow[] }) {
  const t = useTranslations('comparison')
  const format = useFormatter()
  const shared = rows.flatMap(({ cells, agreement }) =>
    (agreement.kind === 'same' || agreement.kind === 'partly') && agreement.known === count
      ? (cells[0] ?? []).filter(({ key }) => agreement.shared.includes(key)).map(({ text }) => text)
      : [],
  )
  return count > 1 && shared.length > 0 ? (
    <p className="mt-2 max-w-measure">
      {t('leadShared', { count, list: format.list(shared.slice(0, 5)) })}
    </p>
  ) : null
}
