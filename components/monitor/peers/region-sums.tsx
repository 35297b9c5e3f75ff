import { EvidenceSpread } from '@/components/knowledge/evidence/evidence-spread'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { DataTable } from '@/components/base/ui/data-table'
import { TextLink } from '@/components/base/ui/text'
import { hasSums } from '@/lib/monitor/peers/rules'
import type { RegionSums } from '@/lib/monitor/peers/types'

interface RegionSumsProps {
  rows: readonly RegionSums[]
  year: number
  caption: string
}

const link = 'inline-flex min-h-8 items-center'

function Ways({ row, year }: { row: RegionSums; year: number }) {
  const t = useTranslations('peers.list')
  const params = { slug: row.region.slug }
  const query = { jaar: year }
  return (
    <ul className="flex flex-wrap gap-x-4">
      <li>
        <TextLink
          href={{ pathname: '/regions/[slug]/monitor', params, query }}
          prefetch={false}
          aria-label={`${t('monitor')}: ${row.region.name}`}
          className={link}
        >
          {t('monitor')}
        </TextLink>
      </li>
      <li>
        <TextLink
          href={{ pathname: '/regions/[slug]/compare', params, query }}
          prefetch={false}
          aria-label={`${t('compare')}: ${row.region.name}`}
          className={link}
        >
          {t('compare')}
        </TextLink>
      </li>
    </ul>
  )
}

function EmptyRegions({ rows, year }: { rows: readonly RegionSums[]; year: number }) {
  const t = useTranslations('peers.list')
  return (
    <div className="mt-8">
      <h3 className="text-base">{t('empty', { count: rows.length, year: String(year) })}</h3>
      <ul className="mt-2 gap-x-8 sm:columns-2 lg:columns-4">
        {rows.map(({ region }) => (
          <li key={region.slug}>
            <TextLink
              href={{
                pathname: '/regions/[slug]/monitor',
                params: { slug: region.slug },
                query: { jaar: year },
              }}
              prefetch={false}
              className={link}
            >
              {region.name}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function RegionSumsList({ rows, year, caption }: RegionSumsProps) {
  const filled = rows.filter(hasSums)
  const empty = rows.filter((row) => !hasSums(row))
  return (
    <>
      {filled.length > 0 ? <RegionSumsTable rows={filled} year={year} caption={caption} /> : null}
      {empty.length > 0 ? <EmptyRegions rows={empty} year={year} /> : null}
    </>
  )
}

type SumCell = readonly [key: string, header: string, cell: (row: RegionSums) => ReactNode]

function useSumCells(year: number): readonly SumCell[] {
  const t = useTranslations('peers')
  const together = useTranslations('policies.together')
  const format = useFormatter()
  const dash = (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('none')}</span>
    </span>
  )
  const count = (value: number) => (value === 0 ? dash : value)
  const money = ({ streams, amounts }: RegionSums) =>
    streams === 0 ? (
      dash
    ) : (
      <>
        {streams}{' '}
        <span className="block text-xs text-muted">
          {t('euro', {
            known: amounts.known,
            euro: moneyText(together, (euro) => format.number(euro, EURO), amounts),
            unknown: streams - amounts.known,
          })}
        </span>
      </>
    )
  const spread = ({ evidence }: RegionSums) =>
    evidence.length === 0 ? dash : <EvidenceSpread counts={evidence} />
  return [
    ['goals', t('rows.ownGoals'), ({ goals }) => count(goals)],
    ['measures', t('rows.measures'), ({ measures }) => count(measures)],
    ['money', t('rows.streams'), money],
    ['initiatives', t('rows.initiatives'), ({ initiatives }) => count(initiatives)],
    ['verdicts', t('rows.verdicts', { year: String(year) }), ({ verdicts }) => count(verdicts)],
    ['evidence', t('list.evidence'), spread],
  ]
}

function RegionSumsTable({ rows, year, caption }: RegionSumsProps) {
  const t = useTranslations('peers.list')
  const cells = useSumCells(year)
  return (
    <>
      <div className="hidden md:block print:block">
        <DataTable
          caption={caption}
          captionHidden
          rows={rows}
          rowKey={({ region }) => region.slug}
          columns={[
            {
              key: 'region',
              header: t('region'),
              cell: (row) => (
                <>
                  <span className="font-semibold">{row.region.name}</span>
                  <Ways row={row} year={year} />
                </>
              ),
            },
            ...cells.map(([key, header, cell]) => ({
              key,
              header,
              cell,
              numeric: key !== 'evidence',
            })),
          ]}
        />
      </div>
      <SumsList rows={rows} year={year} cells={cells} />
    </>
  )
}

function SumsList({
  rows,
  year,
  cells,
}: Omit<RegionSumsProps, 'caption'> & { cells: readonly SumCell[] }) {
  return (
    <ul className="md:hidden print:hidden">
      {rows.map((row) => (
        <li key={row.region.slug} className="border-t border-hairline py-4 last:border-b">
          <p className="font-semibold">{row.region.name}</p>
          <Ways row={row} year={year} />
          <dl className="mt-1">
            {cells.map(([key, header, cell]) => (
              <div key={key} className="grid grid-cols-2 gap-3">
                <dt className="text-sm text-muted">{header}</dt>
                <dd className="text-sm">{cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
