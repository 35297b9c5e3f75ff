import { useFormatter, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/base/ui/notice'
import { noonOf } from '@/lib/base/text/calendar'
import type { ObstacleView } from '@/lib/exchange/obstacles/types'

export function ObstacleHistory({
  obstacle: { since, steps, merges },
}: {
  obstacle: ObstacleView
}) {
  const t = useTranslations('obstacles')
  const format = useFormatter()
  if (steps.length === 0 && merges.length === 0)
    return <EmptyState title={t('history.none')}>{t('history.noneWhy')}</EmptyState>
  const moved = merges.flatMap(({ title, on, undoneOn }) => [
    { key: 'merged' as const, on, note: title },
    ...(undoneOn === null ? [] : [{ key: 'unmerged' as const, on: undoneOn, note: title }]),
  ])
  const happened = [
    ...steps.map(({ status, ...step }) => ({ key: status, ...step })),
    ...moved.toReversed(),
  ].toSorted((a, b) => a.on.localeCompare(b.on))
  const all = [{ key: 'added' as const, on: since, note: '' }, ...happened]
  return (
    <ol className="max-w-measure">
      {all.map((step, index) => (
        <li key={index} className="border-l-2 border-green pb-6 pl-5 last:pb-0">
          <p>
            <strong className="font-semibold">{t(`history.${step.key}`)}</strong>{' '}
            <span className="text-sm text-muted">
              {format.dateTime(noonOf(step.on), { dateStyle: 'long' })}
            </span>
          </p>
          {step.note === '' ? null : (
            <p className="mt-1 whitespace-pre-line" lang="nl">
              {step.note}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
