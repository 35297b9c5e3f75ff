import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import { useFormatter, useTranslations } from 'next-intl'
import { MeasurementChart, type MeasurementPoint } from '@/components/base/charts/measurement-chart'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { DataTable } from '@/components/base/ui/data-table'
import { Facts } from '@/components/base/ui/layout'
import { StatusWord } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'
import { chartPoint, isBaselineShown } from '@/lib/judgement/measurements/rules'
import { ValueText } from '@/components/judgement/measurements/measurement-text'
import { MeasurementItem } from './measurement-item'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

interface IndicatorResultsProps {
  indicator: InitiativeIndicatorView
  /** Of the initiative, where its measurements have an address. */
  slug?: string | undefined
  picture?: PictureOf | undefined
}

function Chart({ indicator, picture }: Omit<IndicatorResultsProps, 'slug'>) {
  const t = useTranslations('indicators')
  const format = useFormatter()
  const label = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  const point = (on: string | null, value: number | null): MeasurementPoint | undefined =>
    on === null || value === null ? undefined : { on, value, label: label(value) }
  const points = indicator.measurements
    .map((measurement) => chartPoint(measurement, indicator.unit))
    .filter((found) => found !== null)
    .map((found) => ({ ...found, label: label(found.value) }))
  if (points.length < 2) return null
  return (
    <Figure
      className="mt-4"
      caption={t('chartCaption', { label: indicator.label })}
      picture={
        picture && {
          id: `grafiek-${indicator.id}`,
          title: `${indicator.label}: ${picture.about}`,
          page: picture.page,
        }
      }
      table={{
        label: t('chartTable'),
        content: (
          <DataTable
            caption={indicator.label}
            captionHidden
            rows={points}
            rowKey={(row) => `${row.on} ${row.label}`}
            columns={[
              { key: 'on', header: t('day'), cell: (row) => format.dateTime(noonOf(row.on), DAY) },
              { key: 'value', header: indicator.unit, cell: (row) => row.label, numeric: true },
            ]}
          />
        ),
      }}
    >
      <MeasurementChart
        points={points}
        baseline={
          isBaselineShown(indicator.baseline, indicator.unit)
            ? point(indicator.baseline.on, indicator.baseline.value)
            : undefined
        }
        target={point(indicator.target.on, indicator.target.value)}
        unit={indicator.unit}
      />
    </Figure>
  )
}

function useDayText(): (day: string | null) => string {
  const format = useFormatter()
  return (day) => (day === null ? '' : ` (${format.dateTime(noonOf(day), DAY)})`)
}

type IndicatorProps = Pick<IndicatorResultsProps, 'indicator'>

function BaselineText({ indicator: { baseline, unit } }: IndicatorProps) {
  const t = useTranslations('indicators')
  const on = useDayText()
  if (baseline.value === null)
    return (
      <>
        <span className="text-clay">{t('baselineMissing')}</span>
        {baseline.note === null ? null : <span className="block text-muted">{baseline.note}</span>}
      </>
    )
  if (!isBaselineShown(baseline, unit))
    return <span className="text-muted">{t('baselineWithheld')}</span>
  return (
    <>
      <ValueText value={baseline.value} unit={unit} />
      {on(baseline.on)}
      {baseline.n === null ? null : (
        <span className="block text-muted">{t('measurement.aboutPeople', { n: baseline.n })}</span>
      )}
    </>
  )
}

function TargetText({ indicator: { target, unit } }: IndicatorProps) {
  const t = useTranslations('indicators')
  const on = useDayText()
  if (target.value === null) return <span className="text-clay">{t('targetMissing')}</span>
  return (
    <>
      <ValueText value={target.value} unit={unit} />
      {on(target.on)}
    </>
  )
}

function IndicatorFacts({ indicator }: IndicatorProps) {
  const t = useTranslations('indicators')
  return (
    <Facts
      className="self-start"
      items={[
        {
          label: t('baseline'),
          value: <BaselineText indicator={indicator} />,
        },
        {
          label: t('target'),
          value: <TargetText indicator={indicator} />,
        },
        ...(indicator.frequency === null
          ? []
          : [{ label: t('frequency'), value: indicator.frequency }]),
      ]}
    />
  )
}

export function IndicatorResults({ indicator, slug, picture }: IndicatorResultsProps) {
  const t = useTranslations('indicators')
  const { measurements } = indicator
  return (
    <article className="border-t border-hairline py-6 last:border-b">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h4 className="font-serif text-lg leading-snug font-semibold">{indicator.label}</h4>
        <StatusWord>
          <TermWord term={indicator.outcome ?? indicator.resultType} />
        </StatusWord>
      </div>
      {indicator.definition === '' ? null : (
        <p className="mt-1 max-w-measure text-muted">{indicator.definition}</p>
      )}
      <div className="mt-4 grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          {measurements.length === 0 ? (
            <p className="text-clay">{t('notMeasured')}</p>
          ) : (
            <ul className="-mt-4 divide-y divide-hairline">
              {measurements.map((measurement) => (
                <MeasurementItem
                  key={measurement.id}
                  measurement={measurement}
                  indicator={indicator}
                  slug={slug}
                />
              ))}
            </ul>
          )}
          <Chart indicator={indicator} picture={picture} />
        </div>
        <IndicatorFacts indicator={indicator} />
      </div>
    </article>
  )
}
