import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SeriesMark } from '@/components/base/charts/series-mark'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Link } from '@/i18n/navigation'
import { choiceValue } from '@/lib/exchange/comparison/rules'
import type { Compared } from '@/lib/exchange/comparison/types'
import type { ComparisonGroup, ComparisonRow, Line } from './comparison-rows'
import { letterOf } from './letters'

const SHOWN = 3

/** The margin marks a difference, and the text under the label says so too. */
function margin({ agreement, isText }: ComparisonRow): string {
  if (isText || agreement.kind === 'unknown' || agreement.kind === 'same')
    return 'border-transparent'
  return agreement.kind === 'different' ? 'border-solid border-clay' : 'border-dotted border-clay'
}

/** On paper values follow each other, so that four initiatives fit on one sheet. */
const BEHIND = 'print:inline print:not-last:after:content-["_·_"]'

function Lines({ lines, shared }: { lines: readonly Line[]; shared: readonly string[] }) {
  const locale = useLocale()
  return (
    <ul className="space-y-1 print:inline">
      {lines.map((line, index) => (
        <li
          key={index}
          lang={line.written && locale !== 'nl' ? 'nl' : undefined}
          className={`${shared.includes(line.key) ? '' : 'font-semibold print:font-normal'} ${BEHIND}`}
        >
          {line.text}
        </li>
      ))}
    </ul>
  )
}

function CellContent({ lines, row }: { lines: readonly Line[]; row: ComparisonRow }) {
  const t = useTranslations('comparison')
  if (lines.length === 0) return <span className="text-muted">{t('notKnown')}</span>
  const plain =
    row.isText || row.agreement.kind !== 'partly'
      ? lines.map(({ key }) => key)
      : row.agreement.shared
  const rest = lines.slice(SHOWN)
  return (
    <>
      <Lines lines={lines.slice(0, SHOWN)} shared={plain} />
      {rest.length === 0 ? null : (
        <>
          <Disclosure
            summary={t('more', { count: rest.length })}
            className="border-b-0 text-sm print:hidden"
          >
            <Lines lines={rest} shared={plain} />
          </Disclosure>
          <span className="hidden text-muted print:inline">
            {' '}
            + {t('more', { count: rest.length })}
          </span>
        </>
      )}
    </>
  )
}

function Column({ one, index, slugs }: { one: Compared; index: number; slugs: readonly string[] }) {
  const t = useTranslations('comparison')
  const { slug, title } = one.initiative
  return (
    <th
      scope="col"
      className="border-b-2 border-edge px-3 pt-2 pb-3 text-left align-top font-normal max-md:block max-md:border-b max-md:border-hairline max-md:px-0"
    >
      <span className="flex items-baseline gap-2 text-sm text-muted">
        <SeriesMark index={index} className="size-3.5 self-center" />
        {letterOf(index)}
      </span>
      <Link
        href={{ pathname: '/initiatives/[slug]', params: { slug } }}
        className="mt-1 block font-serif text-lg leading-snug font-semibold text-ink hover:text-green print:text-sm"
      >
        {title}
      </Link>
      <Link
        href={{
          pathname: '/compare',
          query: { i: choiceValue(slugs.filter((other) => other !== slug)) },
        }}
        prefetch={false}
        className="mt-1 inline-flex min-h-8 items-center text-sm text-muted print:hidden"
      >
        {t('remove')}
        <span className="sr-only">{` ${title}`}</span>
      </Link>
    </th>
  )
}

function TableRow({ row, compared }: { row: ComparisonRow; compared: readonly Compared[] }) {
  return (
    <tr
      className={`max-md:block max-md:border-b max-md:border-hairline max-md:py-4 ${row.agreement.kind === 'unknown' ? 'print:hidden' : ''}`}
    >
      <th
        scope="row"
        className={`border-l-4 border-b-hairline py-3 pr-3 pl-3 text-left align-top font-normal md:border-b md:[border-bottom-style:solid] max-md:block max-md:py-0 print:py-0 ${margin(row)}`}
      >
        <span className="block font-semibold print:inline">{row.label} </span>
        {row.difference === '' ? null : (
          <span
            className={`block text-sm print:inline ${row.agreement.kind === 'different' && !row.isText ? 'text-clay' : 'text-muted'}`}
          >
            {row.difference}
          </span>
        )}
      </th>
      {compared.map(({ initiative }, index) => (
        <td
          key={initiative.slug}
          className={`px-3 py-3 align-top md:border-b md:border-hairline max-md:px-0 max-md:pt-3 max-md:pb-0 print:py-0 ${row.agreement.kind === 'unknown' ? 'max-md:hidden' : 'max-md:block'}`}
        >
          <span className="mb-0.5 flex items-center gap-2 text-sm text-muted md:hidden">
            <SeriesMark index={index} className="size-3" />
            {initiative.title}
          </span>
          <CellContent lines={row.cells[index] ?? []} row={row} />
        </td>
      ))}
    </tr>
  )
}

interface ComparisonTableProps {
  compared: readonly Compared[]
  groups: readonly ComparisonGroup[]
  caption: ReactNode
}

export function ComparisonTable({ compared, groups, caption }: ComparisonTableProps) {
  const t = useTranslations('comparison')
  const slugs = compared.map(({ initiative }) => initiative.slug)
  const nowhere = groups
    .flatMap(({ rows }) => rows)
    .filter(({ agreement }) => agreement.kind === 'unknown')
    .map(({ label }) => label)
  return (
    <>
      <table className="comparison w-full border-collapse text-base max-md:block md:table-fixed">
        <caption className="mb-3 text-left text-sm text-muted max-md:block">{caption}</caption>
        <thead className="max-md:block">
          <tr className="max-md:block">
            <th
              scope="col"
              className="w-52 border-b-2 border-edge pb-3 text-left align-bottom text-sm font-semibold text-muted max-md:sr-only print:w-44"
            >
              {t('row')}
            </th>
            {compared.map((one, index) => (
              <Column key={one.initiative.slug} one={one} index={index} slugs={slugs} />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key} className="max-md:block">
            <tr
              className={`max-md:block ${group.rows.every(({ agreement }) => agreement.kind === 'unknown') ? 'print:hidden' : ''}`}
            >
              <th
                scope="rowgroup"
                colSpan={compared.length + 1}
                className="pt-8 pb-2 text-left font-serif text-xl font-semibold max-md:block print:pt-1 print:pb-0 print:text-sm"
              >
                {group.title}
              </th>
            </tr>
            {group.rows.map((row) => (
              <TableRow key={row.key} row={row} compared={compared} />
            ))}
          </tbody>
        ))}
      </table>
      <p className="hidden print:block">
        {nowhere.length === 0 ? null : t('nowhere', { list: nowhere.join(', ') })}{' '}
        {t('printed', { date: new Date() })}
      </p>
    </>
  )
}
