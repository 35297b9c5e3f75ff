import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { Day } from '@/components/base/ui/day'
import { StatusWord, type StatusTone } from '@/components/base/ui/text'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { MeasureProgress, StepProgress, StepState } from '@/lib/monitor/rounds/types'

const TONES: Readonly<Record<StepState, StatusTone>> = {
  none: 'neutral',
  done: 'good',
  open: 'info',
  late: 'attention',
}

/** The days of a round in order, each with how far it is. */
export function RoundSteps({
  steps,
  council,
}: {
  steps: readonly StepProgress[]
  council: CalendarDate
}) {
  const t = useTranslations('rounds')
  return (
    <ol className="divide-y divide-hairline border-y border-hairline">
      {steps.map(({ step, on, done, of, state }) => (
        <li key={step} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[14rem_1fr_auto]">
          <span className="text-muted">
            {t('by', { date: '' })}
            <Day on={on} />
          </span>
          <span>
            <span className="font-semibold">{t(`step.${step}`)}</span>
            <span className="block text-sm text-muted">{t('done', { done, of })}</span>
          </span>
          <span>
            <StatusWord tone={TONES[state]}>{t(`state.${state}`)}</StatusWord>
          </span>
        </li>
      ))}
      <li className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[14rem_1fr_auto]">
        <span className="text-muted">
          {t('on', { date: '' })}
          <Day on={council} />
        </span>
        <span className="font-semibold">{t('step.council')}</span>
      </li>
    </ol>
  )
}

export function RoundMeasures({
  measures,
  year,
}: {
  measures: readonly MeasureProgress[]
  year: number
}) {
  const t = useTranslations('rounds')
  if (measures.length === 0) return <p className="text-clay">{t('noMeasures', { year })}</p>
  const word = (isThere: boolean) => t(isThere ? 'yes' : 'notYet')
  return (
    <DataTable
      caption={t('measures')}
      captionHidden
      rows={measures}
      rowKey={({ id }) => id}
      columns={[
        { key: 'measure', header: t('measure'), cell: ({ title }) => title },
        {
          key: 'expectations',
          header: t('step.expectations'),
          cell: ({ expectations, isLate }) =>
            isLate ? `${word(expectations)} (${t('late')})` : word(expectations),
        },
        {
          key: 'values',
          header: t('step.values'),
          cell: ({ values }) => (values === null ? t('noIndicator') : word(values)),
        },
        {
          key: 'verdicts',
          header: t('step.verdicts'),
          cell: ({ verdicts }) => word(verdicts),
        },
      ]}
    />
  )
}
