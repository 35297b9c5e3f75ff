import { useFormatter, useTranslations } from 'next-intl'
import { PeopleBar } from '@/components/charts/people-bar'
import { noonOf } from '@/lib/platform/calendar'
import { wilsonInterval } from '@/lib/evidence/rules'
import { measurementShape } from '@/lib/indicators/rules'
import type { MeasurementView } from '@/lib/indicators/types'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** When it was measured: a day, a period, or that nobody wrote it down. */
export function MeasuredWhen({ measurement }: { measurement: MeasurementView }) {
  const t = useTranslations('indicators.measurement')
  const format = useFormatter()
  const { measuredOn, periodStart, periodEnd } = measurement
  if (measuredOn !== null) return t('on', { date: format.dateTime(noonOf(measuredOn), DAY) })
  if (periodEnd === null) return <span className="text-clay">{t('dateUnknown')}</span>
  const end = format.dateTime(noonOf(periodEnd), DAY)
  return periodStart === null ? t('until', { end }) : t('period', { start: format.dateTime(noonOf(periodStart), DAY), end })
}

/** A value with its unit in the reader's notation. */
export function ValueWords({ value, unit, qualifier }: { value: number; unit: string; qualifier?: string | null }) {
  const t = useTranslations('indicators')
  const format = useFormatter()
  const number = format.number(value, { maximumFractionDigits: 4 })
  const known = qualifier === 'circa' || qualifier === 'ruim' || qualifier === 'bijna' || qualifier === 'meer-dan' || qualifier === 'maximaal' ? qualifier : 'exact'
  const amount = unit === '%' ? t('percent', { value: number }) : t('amount', { value: number, unit })
  return <span className="tabular">{t(`qualifier.${known}`, { value: amount })}</span>
}

/** The outcome of one measurement: people first, then the share with its interval; nothing that could point at someone. */
export function MeasurementWords({ measurement, unit }: { measurement: MeasurementView; unit: string }) {
  const t = useTranslations('indicators.measurement')
  const shape = measurementShape(measurement, unit)
  switch (shape.kind) {
    case 'hidden':
      return <p className="font-serif text-xl">{t('tooSmall')}</p>
    case 'people': {
      const { low, high } = wilsonInterval(shape.numerator, shape.n)
      return (
        <PeopleBar
          numerator={shape.numerator}
          n={shape.n}
          outcome={unit === '%' ? t('people') : unit}
          interval={{ low: Math.round(low * 100), high: Math.round(high * 100) }}
        />
      )
    }
    case 'count':
      return <p className="font-serif text-xl">{t('count', { count: shape.numerator, unit: unit === '%' ? t('people') : unit })}</p>
    case 'value':
      return (
        <p className="font-serif text-xl">
          <ValueWords value={shape.value} unit={unit} qualifier={measurement.qualifier} />
          {shape.n === null ? null : <span className="block font-sans text-sm text-muted">{t('aboutPeople', { n: shape.n })}</span>}
          {unit === '%' && shape.n === null ? <span className="block font-sans text-sm text-clay">{t('peopleUnknown')}</span> : null}
        </p>
      )
  }
}
