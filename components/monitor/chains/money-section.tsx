import { useFormatter, useTranslations } from 'next-intl'
import { MoneyFlow } from '@/components/base/charts/money-flow'
import { Day } from '@/components/base/ui/day'
import { Amount } from '@/components/monitor/policies/funding-list'
import { EURO, moneyLabel, moneyText } from '@/components/monitor/policies/money-text'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { EmptyState } from '@/components/base/ui/notice'
import { ScrollRegion } from '@/components/base/ui/scroll-region'
import { moneyFlows } from '@/lib/monitor/chains/money.rules'
import type { ChainState, RegionChain } from '@/lib/monitor/chains/types'
import { amountsOf } from '@/lib/base/amounts/rules'
import { MoneyByEvidence } from './money-by-evidence'

interface MoneySectionProps {
  chain: RegionChain
  state: ChainState
  picture: PictureOf
  data: Readonly<Record<'csv' | 'xlsx', string>>
}

function StreamsTable({ chain }: { chain: RegionChain }) {
  const t = useTranslations('chains')
  const measures = new Map(
    chain.goals.flatMap((goal) =>
      goal.measures.map(
        (measure) => [measure.id, { title: measure.title, goal: goal.title }] as const,
      ),
    ),
  )
  return (
    <DataTable
      caption={t('money.table')}
      captionHidden
      rows={chain.fundings}
      rowKey={(row) => row.id}
      columns={[
        { key: 'provider', header: t('table.provider'), cell: (row) => row.provider },
        {
          key: 'via',
          header: t('money.columns.via'),
          cell: (row) => measures.get(row.measureId ?? '')?.title ?? row.initiative?.title ?? '',
        },
        {
          key: 'goal',
          header: t('table.goal'),
          cell: (row) => measures.get(row.measureId ?? '')?.goal ?? '',
        },
        { key: 'type', header: t('table.type'), cell: (row) => <TermWord term={row.type} /> },
        {
          key: 'amount',
          header: t('table.amount'),
          numeric: true,
          cell: (row) => <Amount funding={row} />,
        },
        {
          key: 'ends',
          header: t('table.ends'),
          cell: (row) => (row.endsOn === null ? t('table.unknown') : <Day on={row.endsOn} />),
        },
        {
          key: 'measured',
          header: t('table.measured'),
          cell: (row) => t(row.measured ? 'table.yes' : 'table.no'),
        },
      ]}
    />
  )
}

function FlowColumns() {
  const t = useTranslations('chains.money.columns')
  return (
    <div
      data-picture="columns"
      className="mb-2 flex min-w-[46rem] justify-between text-sm font-semibold text-muted print:min-w-0"
      aria-hidden="true"
    >
      <span>{t('provider')}</span>
      <span>{t('via')}</span>
      <span>{t('goal')}</span>
    </div>
  )
}

export function MoneySection({ chain, state, picture: { about, page }, data }: MoneySectionProps) {
  const t = useTranslations('chains')
  const together = useTranslations('policies.together')
  const format = useFormatter()
  const euro = (amount: number) => format.number(amount, EURO)
  const flows = moneyFlows(chain, { none: t('money.noGoal'), several: t('money.severalGoals') })
  if (chain.fundings.length === 0)
    return <EmptyState title={t('money.none')}>{t('money.noneWhy')}</EmptyState>
  const count = state.streams - state.unknownAmounts
  const table = <StreamsTable chain={chain} />
  if (flows.length === 0) return table
  const { examples } = state.amounts
  return (
    <>
      <Figure
        caption={t('money.caption', {
          count,
          unknown: state.unknownAmounts,
          money: moneyText(together, euro, state.amounts),
        })}
        table={{ label: t('money.table'), content: table }}
        picture={{ id: 'grafiek-geld', title: `${t('money.title')}: ${about}`, page }}
        data={data}
      >
        <ScrollRegion label={t('money.title')}>
          <FlowColumns />
          <MoneyFlow
            rows={flows}
            label={t('money.alt', { count: flows.length })}
            amount={(rows) => moneyLabel(together, euro, amountsOf(rows))}
          />
        </ScrollRegion>
      </Figure>
      {examples > 0 ? (
        <p className="mt-3 max-w-measure text-sm text-muted">
          {together('examples', { count: examples })}
        </p>
      ) : null}
      <MoneyByEvidence chain={chain} />
    </>
  )
}
