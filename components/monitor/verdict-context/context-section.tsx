import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { FigurePeriod } from '@/components/figures/indicators/figure-text'
import { IndicatorLines } from '@/components/monitor/policy-indicators/indicator-lines'
import { labelIn } from '@/lib/base/text/label'
import type { VerdictContext } from '@/lib/monitor/verdict-context/loaders'
import type { FigureChange } from '@/lib/monitor/verdict-context/types'

function Changes({ change }: { change: FigureChange }) {
  const t = useTranslations('verdictContext')
  const format = useFormatter()
  const locale = useLocale()
  const { indicator, source, period } = change
  const number = (value: number) =>
    format.number(value, { maximumFractionDigits: indicator.decimals })
  const before = `${String(Number(period.slice(0, 4)) - 1)}${period.slice(4)}`
  const at = (code: string) => <FigurePeriod figure={{ periodCode: code, periodLabel: code }} />
  return (
    <div className="mt-6">
      <DataTable
        caption={t('caption', { indicator: labelIn(locale, indicator), unit: indicator.unit })}
        rows={change.regions}
        rowKey={({ region }) => region.slug}
        columns={[
          {
            key: 'region',
            header: t('region'),
            cell: ({ region, isOwn }) =>
              isOwn ? <strong>{t('own', { region: region.name })}</strong> : region.name,
          },
          { key: 'before', header: at(before), numeric: true, cell: (row) => number(row.before) },
          { key: 'now', header: at(period), numeric: true, cell: (row) => number(row.now) },
          {
            key: 'percent',
            header: t('change'),
            numeric: true,
            cell: ({ percent }) =>
              percent === null
                ? t('noChange')
                : format.number(percent / 100, {
                    style: 'percent',
                    maximumFractionDigits: 1,
                    signDisplay: 'exceptZero',
                  }),
          },
        ]}
      />
      <p className="mt-1 text-sm text-muted">{t('source', { source })}</p>
    </div>
  )
}

/** What a verdict is weighed against: targets, regions that are alike, and what else changed. */
export function ContextSection({ context, year }: { context: VerdictContext; year: number }) {
  const t = useTranslations('verdictContext')
  const { ofMeasure, ofGoal, changes, similar } = context
  return (
    <div className="mb-10 space-y-8">
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <div>
          <h3 className="mb-2 text-lg">{t('ofMeasure')}</h3>
          <IndicatorLines indicators={ofMeasure} year={year} />
        </div>
        <div>
          <h3 className="mb-2 text-lg">{t('ofGoal')}</h3>
          <IndicatorLines indicators={ofGoal} year={year} />
        </div>
      </div>
      <div>
        <h3 className="text-lg">{t('title')}</h3>
        <p className="max-w-measure text-muted">
          {t('lead')}{' '}
          {similar.length === 0
            ? t('noneAlike')
            : t('alike', { regions: similar.map(({ name }) => name).join(', ') })}
        </p>
        {changes.length === 0 ? (
          <p className="mt-2 max-w-measure text-clay">{t('none', { year, before: year - 1 })}</p>
        ) : (
          changes.map((change) => (
            <Changes key={`${change.indicator.slug} ${change.source}`} change={change} />
          ))
        )}
      </div>
    </div>
  )
}
