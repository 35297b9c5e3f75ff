import { useFormatter, useTranslations } from 'next-intl'
import { SplitBars, SplitKey } from '@/components/base/charts/split-bars'
import { EURO, moneyCell } from '@/components/monitor/policies/money-text'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { TextLink } from '@/components/base/ui/text'
import type { ExpiringFunding } from '@/lib/monitor/expiring-funding/loaders'
import { expiryParameters } from '@/lib/monitor/expiring-funding/rules'
import type { Ending, ExpiryChoice } from '@/lib/monitor/expiring-funding/types'
import type { Amounts } from '@/lib/base/amounts/types'
import { EndingText, useWhen } from './expiring-funding-text'

export function EndingTable({
  rows,
  caption,
  head,
  name,
}: {
  rows: readonly Ending[]
  caption: string
  head: string
  name: (key: string) => string
}) {
  const t = useTranslations('expiringFunding.columns')
  const format = useFormatter()
  const together = useTranslations('policies.together')
  const money = (amounts: Amounts) =>
    moneyCell(together, (euro) => format.number(euro, EURO), amounts)
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'key', header: head, cell: (row) => name(row.key) },
        { key: 'streams', header: t('streams'), numeric: true, cell: (row) => row.streams },
        { key: 'loose', header: t('loose'), numeric: true, cell: (row) => row.unfollowedStreams },
        { key: 'euro', header: t('euro'), numeric: true, cell: (row) => money(row.amounts) },
        {
          key: 'looseEuro',
          header: t('looseEuro'),
          numeric: true,
          cell: (row) => money(row.unfollowed),
        },
        {
          key: 'unknown',
          header: t('unknown'),
          numeric: true,
          cell: (row) => row.streams - row.amounts.known,
        },
      ]}
    />
  )
}

function WhenLink({
  ending,
  choice,
  name,
}: {
  ending: Ending
  choice: ExpiryChoice
  name: string
}) {
  if (ending.streams === 0)
    return <span className="inline-flex min-h-8 items-center text-muted">{name}</span>
  return (
    <TextLink
      href={{
        pathname: '/monitor/funding',
        query: Object.fromEntries(expiryParameters({ ...choice, when: ending.key, page: 1 })),
        hash: 'stromen',
      }}
      prefetch={false}
      className="inline-flex min-h-8 items-center"
    >
      {name}
    </TextLink>
  )
}

export function ExpiringFundingChart({
  expiringFunding,
  picture: { about, page },
}: {
  expiringFunding: ExpiringFunding
  picture: PictureOf
}) {
  const t = useTranslations('expiringFunding')
  const { perQuarter, beside, choice, quarters } = expiringFunding
  const when = useWhen(quarters)
  const outside = beside.filter(({ streams }) => streams > 0)
  return (
    <Figure
      caption={t('rule')}
      picture={{ id: 'grafiek-kwartalen', title: `${t('chart')}: ${about}`, page }}
      table={{
        label: t('table'),
        content: (
          <EndingTable
            rows={[...perQuarter, ...outside]}
            caption={t('chart')}
            head={t('columns.quarter')}
            name={when}
          />
        ),
      }}
    >
      <SplitKey plain={t('legendFollowed')} loose={t('legendLoose')} />
      <SplitBars
        label={t('chart')}
        bars={perQuarter.map((ending) => ({
          key: ending.key,
          plain: ending.streams - ending.unfollowedStreams,
          loose: ending.unfollowedStreams,
          title: <WhenLink ending={ending} choice={choice} name={when(ending.key)} />,
          text: <EndingText ending={ending} />,
        }))}
      />
      {outside.length === 0 ? null : (
        <div data-picture="words" className="mt-6">
          <h3 className="font-sans text-sm font-semibold text-muted">{t('besideTitle')}</h3>
          <ul className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
            {outside.map((ending) => (
              <li key={ending.key} className="text-sm">
                <WhenLink ending={ending} choice={choice} name={when(ending.key)} />
                <div>
                  <EndingText ending={ending} />
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Figure>
  )
}
