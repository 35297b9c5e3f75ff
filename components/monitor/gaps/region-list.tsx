import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { TextLink } from '@/components/base/ui/text'
import type { RegionGap } from '@/lib/monitor/gaps/types'
import { GapFact } from './gap-fact'
import { ActingText, AroundText, CountText } from './gap-text'

interface RegionListProps {
  rows: readonly RegionGap[]
  broadGroups: number
  notes: ReadonlyMap<string, number>
  caption: string
}

function Where({ row }: { row: RegionGap }) {
  return (
    <TextLink
      href={{ pathname: '/monitor/gaps', query: { regio: row.region.slug } }}
      prefetch={false}
      className="inline-flex min-h-8 items-center font-semibold"
    >
      {row.region.name}
    </TextLink>
  )
}

/** Both counts apart: never added up. */
export function RegionList({ rows, broadGroups, notes, caption }: RegionListProps) {
  const t = useTranslations('gaps')
  const survey = (row: RegionGap) => (
    <>
      <CountText count={row.counts.cbs} notes={notes} />
      <AroundText count={row.around} notes={notes} />
    </>
  )
  const acting = (row: RegionGap) => (
    <ActingText
      own={row.own}
      wider={row.wider}
      found={row.found}
      region={row.region}
      group={null}
    />
  )
  const quiet = (row: RegionGap) => t('quiet', { count: row.quietGroups, all: broadGroups })
  return (
    <>
      <div className="hidden md:block print:block">
        <DataTable
          caption={caption}
          captionHidden
          rows={rows}
          rowKey={(row) => row.region.slug}
          columns={[
            { key: 'region', header: t('region'), cell: (row) => <Where row={row} /> },
            { key: 'cbs', header: t('counter.cbs'), numeric: true, cell: survey },
            {
              key: 'uwv',
              header: t('counter.uwv'),
              numeric: true,
              cell: (row) => <CountText count={row.counts.uwv} notes={notes} />,
            },
            { key: 'acting', header: t('initiatives'), cell: acting },
            { key: 'quiet', header: t('quietGroups'), cell: quiet },
          ]}
        />
      </div>
      <ul className="md:hidden print:hidden">
        {rows.map((row) => (
          <li key={row.region.slug} className="border-t border-hairline py-4 last:border-b">
            <Where row={row} />
            <dl className="mt-1 space-y-1">
              <GapFact label={t('counter.cbs')}>{survey(row)}</GapFact>
              <GapFact label={t('counter.uwv')}>
                <CountText count={row.counts.uwv} notes={notes} />
              </GapFact>
              <GapFact label={t('initiatives')}>{acting(row)}</GapFact>
              <GapFact label={t('quietGroups')}>{quiet(row)}</GapFact>
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
