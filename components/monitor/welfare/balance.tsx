import { useFormatter, useTranslations } from 'next-intl'
import { MoneyFlow } from '@/components/base/charts/money-flow'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { Disclosure } from '@/components/base/ui/disclosure'
import { EmptyState } from '@/components/base/ui/notice'
import { ScrollRegion } from '@/components/base/ui/scroll-region'
import { StatusWord, TextLink, type StatusTone } from '@/components/base/ui/text'
import type { Welfare } from '@/lib/monitor/welfare/loaders'
import type { DomainSum, BalanceRow, TradeOffEffect } from '@/lib/monitor/welfare/types'

const TONE: Record<TradeOffEffect, StatusTone> = {
  better: 'good',
  same: 'neutral',
  worse: 'attention',
  not_examined: 'neutral',
}

function Hours({ sum }: { sum: DomainSum }) {
  const t = useTranslations('welfare')
  const format = useFormatter()
  const { hoursBetter, hoursWorse, hoursUnknown } = sum
  if (hoursBetter === null && hoursWorse === null)
    return <span className="text-muted">{t('hoursNone')}</span>
  const text = (hours: number | null) =>
    hours === null ? 'none' : format.number(hours, { maximumFractionDigits: 2 })
  return t('hoursKnown', {
    better: text(hoursBetter),
    worse: text(hoursWorse),
    both: hoursBetter !== null && hoursWorse !== null ? 'yes' : 'no',
    unknown: hoursUnknown,
  })
}

function Rows({ rows }: { rows: readonly BalanceRow[] }) {
  const t = useTranslations('welfare')
  const labels = useTranslations('policies.tradeOffs')
  const format = useFormatter()
  const unknown = <span className="text-muted">{t('unknown')}</span>
  return (
    <DataTable
      caption={t('rows')}
      captionHidden
      rows={rows}
      rowKey={({ initiative, domain }) => `${initiative.slug} ${domain}`}
      columns={[
        {
          key: 'initiative',
          header: t('initiative'),
          cell: ({ initiative }) => (
            <TextLink
              href={{ pathname: '/initiatives/[slug]/monitor', params: { slug: initiative.slug } }}
              prefetch={false}
            >
              {initiative.title}
            </TextLink>
          ),
        },
        { key: 'domain', header: t('domain'), cell: ({ domain }) => labels(`domain.${domain}`) },
        {
          key: 'effect',
          header: t('effect'),
          cell: ({ effect }) => (
            <StatusWord tone={TONE[effect]}>{labels(`effect.${effect}`)}</StatusWord>
          ),
        },
        {
          key: 'hours',
          header: t('hoursColumn'),
          numeric: true,
          cell: ({ hours }) =>
            hours === null ? unknown : format.number(hours, { maximumFractionDigits: 2 }),
        },
        { key: 'carriedBy', header: t('carriedBy'), cell: ({ carriedBy }) => carriedBy ?? unknown },
        { key: 'source', header: t('source'), cell: ({ source }) => source ?? unknown },
      ]}
    />
  )
}

export function RegionBalance({ welfare }: { welfare: Welfare }) {
  const t = useTranslations('welfare')
  const labels = useTranslations('policies.tradeOffs')
  const { balance, sums } = welfare
  if (balance.total === 0)
    return <EmptyState title={t('noInitiatives')}>{t('noInitiativesWhy')}</EmptyState>
  return (
    <div className="space-y-8">
      <div>
        <h3>{t('displacement')}</h3>
        <ul className="mt-2 space-y-1">
          {balance.displacement.map((answer) => (
            <li key={answer.slug}>
              {t.rich('displacementLine', {
                count: answer.initiatives,
                answer: () => <TermWord term={answer} />,
              })}
            </li>
          ))}
        </ul>
      </div>
      {balance.rows.length === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyWhy')}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={t('balance')}
            captionHidden
            rows={sums}
            rowKey={({ domain }) => domain}
            columns={[
              {
                key: 'domain',
                header: t('domain'),
                cell: ({ domain }) => (
                  <span className="font-semibold">{labels(`domain.${domain}`)}</span>
                ),
              },
              { key: 'better', header: t('better'), numeric: true, cell: ({ better }) => better },
              { key: 'same', header: t('same'), numeric: true, cell: ({ same }) => same },
              { key: 'worse', header: t('worse'), numeric: true, cell: ({ worse }) => worse },
              {
                key: 'not',
                header: t('notExamined'),
                numeric: true,
                cell: ({ notExamined }) => notExamined,
              },
              { key: 'hours', header: t('hoursColumn'), cell: (sum) => <Hours sum={sum} /> },
            ]}
          />
          <Disclosure summary={t('rows')}>
            <Rows rows={balance.rows} />
          </Disclosure>
        </>
      )}
    </div>
  )
}

export function HourFlows({
  welfare,
  picture: { about, page },
}: {
  welfare: Welfare
  picture: PictureOf
}) {
  const t = useTranslations('welfare')
  const labels = useTranslations('policies.tradeOffs')
  const format = useFormatter()
  const { flows } = welfare
  if (flows.length === 0) return <EmptyState title={t('flowsNone')}>{t('flowsNoneWhy')}</EmptyState>
  return (
    <Figure
      caption={t('flowsLead')}
      table={{ label: t('table'), content: <Rows rows={flows} /> }}
      picture={{ id: 'grafiek-uren', title: `${t('flows')}: ${about}`, page }}
    >
      <ScrollRegion label={t('flows')}>
        <div
          data-picture="columns"
          className="mb-2 flex min-w-[46rem] justify-between text-sm font-semibold text-muted print:min-w-0"
          aria-hidden="true"
        >
          <span>{t('flowColumns.initiative')}</span>
          <span>{t('flowColumns.domain')}</span>
          <span>{t('flowColumns.carriedBy')}</span>
        </div>
        <MoneyFlow
          label={t('flowsAlt', { count: flows.length })}
          amount={(rows) =>
            t('flowHours', {
              hours: format.number(
                rows.reduce((sum, { euro }) => sum + euro, 0),
                { maximumFractionDigits: 2 },
              ),
            })
          }
          rows={flows.map(({ initiative, domain, effect, carriedBy, hours }) => ({
            provider: initiative.title,
            via: t('flowDomain', {
              domain: labels(`domain.${domain}`),
              effect: labels(`effect.${effect}`).toLowerCase(),
            }),
            goal: carriedBy ?? t('flowUnknown'),
            euro: hours,
          }))}
        />
      </ScrollRegion>
    </Figure>
  )
}
