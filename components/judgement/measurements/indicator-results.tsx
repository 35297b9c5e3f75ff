import { measurementEffect } from '@/lib/knowledge/evidence/direction.rules'
import type { InitiativeIndicatorView, MeasurementView } from '@/lib/judgement/measurements/types'
import { useFormatter, useTranslations } from 'next-intl'
import { MeasurementChart, type MeasurementPoint } from '@/components/base/charts/measurement-chart'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Disclosure } from '@/components/base/ui/disclosure'
import { FingerprintLink } from '@/components/base/ui/fingerprint-link'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { DataTable } from '@/components/base/ui/data-table'
import { Facts } from '@/components/base/ui/layout'
import { ExternalLink, SourceNote, StatusWord } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'
import { chartPoint, earlierVersions, isBaselineShown } from '@/lib/judgement/measurements/rules'
import {
  ComparisonText,
  EffectText,
  MeasuredWhen,
  MeasurementText,
  ValueText,
} from '@/components/judgement/measurements/measurement-text'
import { COMPARING } from '@/lib/judgement/measurements/schema'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

function Source({ measurement }: { measurement: MeasurementView }) {
  const t = useTranslations('indicators.measurement')
  return (
    <SourceNote>
      {t.rich('source', {
        source: () =>
          measurement.sourceUrl === null ? (
            measurement.sourceTitle
          ) : (
            <ExternalLink href={measurement.sourceUrl}>{measurement.sourceTitle}</ExternalLink>
          ),
      })}
      {measurement.measuredBy === null ? null : ` ${t('by', { name: measurement.measuredBy })}`}
      {measurement.file === null ? null : (
        <>
          {' '}
          <a href={`/api/metingen/${measurement.id}/bestand`} download>
            {t('file', {
              kind: measurement.file.name.split('.').at(-1)?.toUpperCase() ?? '',
              size: Math.max(1, Math.round(measurement.file.sizeBytes / 1_024)),
            })}
          </a>
        </>
      )}
      <FingerprintLink kind="meting" id={measurement.id} />
    </SourceNote>
  )
}

function History({
  measurement,
  indicator,
}: {
  measurement: MeasurementView
  indicator: InitiativeIndicatorView
}) {
  const t = useTranslations('indicators.measurement')
  const format = useFormatter()
  const earlier = earlierVersions(measurement, indicator.replaced)
  if (earlier.length === 0) return null
  const versions = [measurement, ...earlier]
  return (
    <Disclosure summary={t('corrected', { count: earlier.length })} className="border-b-0 text-sm">
      <ol className="space-y-4 border-l-2 border-hairline pl-4">
        {earlier.map((old, index) => (
          <li key={old.id} className="space-y-1">
            <p className="text-muted">
              {t('replacedOn', {
                date: format.dateTime(new Date(versions[index]?.createdAt ?? old.createdAt), DAY),
              })}
            </p>
            <p>
              {t('replacedWhy', {
                reason: versions[index]?.correctionReason ?? t('reasonUnknown'),
              })}
            </p>
            <MeasurementText
              measurement={old}
              unit={indicator.unit}
              lowerIsBetter={indicator.lowerIsBetter}
            />
            <Source measurement={old} />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

function MeasurementItem({
  measurement,
  indicator,
}: {
  measurement: MeasurementView
  indicator: InitiativeIndicatorView
}) {
  const t = useTranslations('indicators.measurement')
  const { unit, lowerIsBetter } = indicator
  return (
    <li className="space-y-1 py-4">
      <p className="text-sm text-muted">
        <MeasuredWhen measurement={measurement} />
        {measurement.horizon === null ? null : ` · ${t(`horizon.${measurement.horizon}`)}`}
        {' · '}
        {t(`design.${measurement.design}`)}
        {measurement.independent ? ` · ${t('independent')}` : null}
      </p>
      <MeasurementText measurement={measurement} unit={unit} lowerIsBetter={lowerIsBetter} />
      {measurement.population === null ? null : (
        <p className="text-sm">{t('population', { who: measurement.population })}</p>
      )}
      <ComparisonText measurement={measurement} />
      {COMPARING.includes(measurement.design) ? (
        <EffectText
          effect={measurementEffect(measurement, unit, lowerIsBetter)}
          measurement={measurement}
        />
      ) : null}
      {measurement.note === null ? null : (
        <p className="max-w-measure text-sm text-muted">{measurement.note}</p>
      )}
      <Source measurement={measurement} />
      <History measurement={measurement} indicator={indicator} />
    </li>
  )
}

interface IndicatorResultsProps {
  indicator: InitiativeIndicatorView
  picture?: PictureOf | undefined
}

function Chart({ indicator, picture }: IndicatorResultsProps) {
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

export function IndicatorResults({ indicator, picture }: IndicatorResultsProps) {
  const t = useTranslations('indicators')
  const { measurements } = indicator
  return (
    <article className="border-t border-hairline py-6 last:border-b">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h4 className="font-serif text-lg leading-snug font-semibold">{indicator.label}</h4>
        <StatusWord>
          <TermWord term={indicator.resultType} />
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
