import { measurementEffect } from '@/lib/knowledge/evidence/direction.rules'
import {
  groupSize,
  MIN_COUNT_TO_SHOW,
  partVisibility,
} from '@/lib/knowledge/evidence/disclosure.rules'
import type { MeasurementView } from '@/lib/judgement/measurements/types'
import { useFormatter, useTranslations } from 'next-intl'
import { PeopleBar } from '@/components/base/charts/people-bar'
import { noonOf } from '@/lib/base/text/calendar'
import type { Effect } from '@/lib/knowledge/evidence/types'
import { measurementShape, type MeasurementShape } from '@/lib/judgement/measurements/rules'
import { wilsonInterval } from '@/lib/base/inference/rules'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

export function MeasuredWhen({ measurement }: { measurement: MeasurementView }) {
  const t = useTranslations('indicators.measurement')
  const format = useFormatter()
  const { measuredOn, periodStart, periodEnd } = measurement
  if (measuredOn !== null) return t('on', { date: format.dateTime(noonOf(measuredOn), DAY) })
  if (periodEnd === null) return <span className="text-clay">{t('dateUnknown')}</span>
  const end = format.dateTime(noonOf(periodEnd), DAY)
  return periodStart === null
    ? t('until', { end })
    : t('period', { start: format.dateTime(noonOf(periodStart), DAY), end })
}

export function ValueText({
  value,
  unit,
  qualifier,
}: {
  value: number
  unit: string
  qualifier?: string | null
}) {
  const t = useTranslations('indicators')
  const format = useFormatter()
  const number = format.number(value, { maximumFractionDigits: 4 })
  const known =
    qualifier === 'circa' ||
    qualifier === 'ruim' ||
    qualifier === 'bijna' ||
    qualifier === 'meer-dan' ||
    qualifier === 'maximaal'
      ? qualifier
      : 'exact'
  const amount =
    unit === '%' ? t('percent', { value: number }) : t('amount', { value: number, unit })
  return <span className="tabular">{t(`qualifier.${known}`, { value: amount })}</span>
}

function intervalOf(numerator: number, n: number) {
  const { low, high } = wilsonInterval(numerator, n)
  return {
    low: Math.round(low * n),
    high: Math.round(high * n),
    lowShare: Math.round(low * 100),
    highShare: Math.round(high * 100),
  }
}

interface MeasurementProps {
  measurement: MeasurementView
  unit: string
  lowerIsBetter?: boolean
}

type ShapeOf<Kind extends MeasurementShape['kind']> = Extract<MeasurementShape, { kind: Kind }>

function NearLimit({ shape, outcome }: { shape: ShapeOf<'fewer' | 'allBut'>; outcome: string }) {
  const t = useTranslations('indicators.measurement')
  return (
    <p className="font-serif text-xl">
      {t(shape.kind, {
        count: shape.kind === 'fewer' ? MIN_COUNT_TO_SHOW : shape.n - MIN_COUNT_TO_SHOW,
        n: shape.n,
        outcome,
      })}
      <span className="block font-sans text-sm text-muted">{t('withheld')}</span>
    </p>
  )
}

function PeopleOutcome({
  shape,
  measurement,
  unit,
  outcome,
  lowerIsBetter,
}: {
  shape: ShapeOf<'people'>
  measurement: MeasurementView
  unit: string
  outcome: string
  lowerIsBetter: boolean
}) {
  const t = useTranslations('indicators.measurement')
  const effect = measurementEffect(measurement, unit, lowerIsBetter)
  const without =
    effect === null || effect === 'tooSmall' || lowerIsBetter
      ? null
      : (effect.difference?.without ?? null)
  return (
    <>
      <PeopleBar
        numerator={shape.numerator}
        n={shape.n}
        outcome={outcome}
        interval={intervalOf(shape.numerator, shape.n)}
        without={without}
      />
      {groupSize(shape.n) === 'small' ? (
        <p className="text-sm text-clay">{t('smallGroup')}</p>
      ) : null}
    </>
  )
}

function ValueOutcome({
  shape,
  measurement,
  unit,
}: {
  shape: ShapeOf<'value'>
  measurement: MeasurementView
  unit: string
}) {
  const t = useTranslations('indicators.measurement')
  return (
    <p className="font-serif text-xl">
      <ValueText value={shape.value} unit={unit} qualifier={measurement.qualifier} />
      {shape.n === null ? null : (
        <span className="block font-sans text-sm text-muted">
          {t('aboutPeople', { n: shape.n })}
        </span>
      )}
      {unit === '%' && shape.n === null ? (
        <span className="block font-sans text-sm text-clay">{t('peopleUnknown')}</span>
      ) : null}
    </p>
  )
}

export function MeasurementText({ measurement, unit, lowerIsBetter = false }: MeasurementProps) {
  const t = useTranslations('indicators.measurement')
  const shape = measurementShape(measurement, unit)
  const outcome = unit === '%' ? t('people') : unit
  switch (shape.kind) {
    case 'hidden':
      return <p className="font-serif text-xl">{t('tooSmall')}</p>
    case 'fewer':
    case 'allBut':
      return <NearLimit shape={shape} outcome={outcome} />
    case 'fewCount':
      return (
        <p className="font-serif text-xl">
          {t('fewCount', { count: MIN_COUNT_TO_SHOW, unit: outcome })}
          <span className="block font-sans text-sm text-muted">{t('withheld')}</span>
        </p>
      )
    case 'people':
      return (
        <PeopleOutcome
          shape={shape}
          measurement={measurement}
          unit={unit}
          outcome={outcome}
          lowerIsBetter={lowerIsBetter}
        />
      )
    case 'count':
      return (
        <p className="font-serif text-xl">
          {t('count', { count: shape.numerator, unit: outcome })}
        </p>
      )
    case 'value':
      return <ValueOutcome shape={shape} measurement={measurement} unit={unit} />
  }
}

export function ComparisonText({ measurement }: { measurement: MeasurementView }) {
  const t = useTranslations('indicators.measurement')
  const { comparisonNumerator: numerator, comparisonN: n, comparisonDescription } = measurement
  if (comparisonDescription === null && n === null) return null
  const visible = numerator !== null && n !== null ? partVisibility(numerator, n) : null
  return (
    <p className="text-sm">
      {visible === 'shown' && numerator !== null && n !== null
        ? `${t('comparisonCount', { numerator, n })} `
        : null}
      {visible === 'fewer' || visible === 'allBut' ? `${t('comparisonWithheld')} ` : null}
      {comparisonDescription}
    </p>
  )
}

const points = (share: number) => Math.round(share * 100)

export function EffectText({
  effect,
  measurement,
}: {
  effect: Effect | 'tooSmall' | null
  measurement: MeasurementView
}) {
  const t = useTranslations('indicators.effect')
  const format = useFormatter()
  const signed = (share: number) => format.number(points(share), { signDisplay: 'exceptZero' })
  if (effect === null) return <p className="text-sm text-muted">{t('none')}</p>
  if (effect === 'tooSmall') return <p className="text-sm text-clay">{t('tooSmall')}</p>
  const { direction, difference } = effect
  return (
    <div className="text-sm">
      <p
        className={`font-semibold ${direction === 'better' ? 'text-green' : direction === 'worse' ? 'text-clay' : ''}`}
      >
        {t(`direction.${direction}`)}
      </p>
      {difference === null ? (
        <p className="text-muted">{t('withheld')}</p>
      ) : (
        <p>
          {t('difference', {
            points: signed(difference.share),
            low: signed(difference.low),
            high: signed(difference.high),
          })}
        </p>
      )}
      {measurement.design === 'comparison' ? (
        <p className="text-muted">{t('groupsDiffer')}</p>
      ) : null}
    </div>
  )
}
