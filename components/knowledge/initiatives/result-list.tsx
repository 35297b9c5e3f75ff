import { useFormatter, useTranslations } from 'next-intl'
import { misses, outcomesFirst } from '@/lib/knowledge/initiatives/rules'
import type { ResultView } from '@/lib/knowledge/initiatives/types'
import { isSmallCount, MIN_COUNT_TO_SHOW } from '@/lib/knowledge/evidence/disclosure.rules'

const QUALIFIERS = ['ruim', 'circa', 'bijna', 'minimaal', 'maximaal'] as const

function useResultText(): (result: ResultView) => string | null {
  const t = useTranslations('initiatives')
  const format = useFormatter()
  return ({ value, unit, qualifier }) => {
    if (value === null) return null
    if (isSmallCount(value, unit))
      return t('fewPeople', { count: MIN_COUNT_TO_SHOW, unit: unit ?? '' })
    const number = format.number(value, { maximumFractionDigits: 2 })
    const text =
      unit === '%'
        ? t('percent', { value: number })
        : t('resultText', { value: number, unit: unit ?? '' }).trim()
    const known = QUALIFIERS.find((one) => one === qualifier)
    return known === undefined ? text : t(`qualifier.${known}`, { value: text })
  }
}

export function ResultList({ results }: { results: readonly ResultView[] }) {
  const t = useTranslations('initiatives')
  const resultText = useResultText()
  if (results.length === 0) return null
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {outcomesFirst(results).map((result, index) => {
        const figure = resultText(result)
        return (
          <li key={index} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <p className="text-sm text-muted">
              {t(`kind.${result.kind}`)}
              {result.kind === 'outcome' && !result.measured ? ` (${t('notMeasured')})` : null}
            </p>
            <div className="min-w-0 max-w-measure">
              {figure === null ? null : (
                <p className="font-serif text-2xl font-semibold text-green tabular">{figure}</p>
              )}
              <p className={figure === null ? '' : 'mt-1'}>{result.label}</p>
              {misses(result) === 'people' && result.note === null ? (
                <p className="mt-1 text-sm text-clay">{t('peopleUnknown')}</p>
              ) : null}
              {result.note === null ? null : (
                <p className="mt-1 text-sm text-muted">{result.note}</p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
