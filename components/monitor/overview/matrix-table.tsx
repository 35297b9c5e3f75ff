import { labelIn } from '@/lib/base/text/label'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { EvidenceSpread } from '@/components/knowledge/evidence/evidence-spread'
import { Disclosure } from '@/components/base/ui/disclosure'
import { ScrollRegion } from '@/components/base/ui/scroll-region'
import { Link } from '@/i18n/navigation'
import type { Matrix } from '@/lib/monitor/overview/loaders'
import { choiceParameters } from '@/lib/monitor/overview/rules'
import {
  UNNAMED,
  type MatrixCell,
  type MatrixChoice,
  type MatrixTerm,
} from '@/lib/monitor/overview/types'

function useTermWord(choice: MatrixChoice) {
  const t = useTranslations('overview')
  const locale = useLocale()
  return (term: MatrixTerm, side: 'group' | 'instrument') => {
    if (term.slug === UNNAMED) return t(side === 'group' ? 'noGroup' : 'noInstrument')
    const name = labelIn(locale, term)
    return term.slug === choice[side] ? t('all', { name }) : name
  }
}

interface TermProps {
  term: MatrixTerm
  side: 'group' | 'instrument'
  choice: MatrixChoice
}

function Narrow({ term, side, choice }: TermProps) {
  const t = useTranslations('overview')
  const name = useTermWord(choice)(term, side)
  if (!term.narrows) return null
  return (
    <Link
      href={{
        pathname: '/monitor',
        query: Object.fromEntries(choiceParameters({ ...choice, [side]: term.slug })),
      }}
      prefetch={false}
      aria-label={`${t('narrow')}: ${name}`}
      className="inline-flex min-h-8 items-center text-sm font-normal print:hidden"
    >
      {t('narrow')}
    </Link>
  )
}

function TermHeading(props: TermProps) {
  return (
    <>
      <span className="block font-semibold">
        {useTermWord(props.choice)(props.term, props.side)}
      </span>
      <Narrow {...props} />
    </>
  )
}

interface CellProps {
  cell: MatrixCell
  group: MatrixTerm
  instrument: MatrixTerm
  choice: MatrixChoice
}

function CellCount({ cell, group, instrument, choice }: CellProps) {
  const t = useTranslations('overview')
  const word = useTermWord(choice)
  const count = cell.initiatives
  // The list cannot filter on "not named".
  const linked = cell.group !== UNNAMED && cell.instrument !== UNNAMED
  return (
    <p>
      {linked ? (
        <Link
          href={{
            pathname: '/initiatives',
            query: { doelgroep: cell.group, instrument: cell.instrument },
          }}
          prefetch={false}
          aria-label={t('cellLink', {
            count,
            group: word(group, 'group'),
            instrument: word(instrument, 'instrument'),
          })}
          className="inline-flex min-h-8 items-center font-semibold"
        >
          {t('count', { count })}
        </Link>
      ) : (
        <span className="font-semibold">{t('count', { count })}</span>
      )}
    </p>
  )
}

function CellFacts({ blind, ...place }: CellProps & { blind: boolean }) {
  const t = useTranslations('overview')
  const format = useFormatter()
  const { cell } = place
  const count = cell.initiatives
  return (
    <>
      <CellCount {...place} />
      <EvidenceSpread counts={cell.evidence} />
      <ul className="mt-2 space-y-0.5 text-sm empty:hidden">
        {cell.reached === null ? null : (
          <li>
            {t('reach', { people: format.number(cell.reached), known: cell.reachKnown, count })}
          </li>
        )}
        {blind || cell.median === null ? null : (
          <li>
            {t('median', {
              score: format.number(cell.median, { maximumFractionDigits: 2 }),
              judged: cell.judged,
              count,
            })}
          </li>
        )}
        {cell.adoptions === 0 ? null : <li>{t('adoptions', { count: cell.adoptions })}</li>}
      </ul>
    </>
  )
}

type FindCell = (group: MatrixTerm, instrument: MatrixTerm) => MatrixCell | undefined

function cellFinder(cells: readonly MatrixCell[]): FindCell {
  const at = new Map(cells.map((cell) => [`${cell.group} ${cell.instrument}`, cell]))
  return (group, instrument) => at.get(`${group.slug} ${instrument.slug}`)
}

interface ViewProps {
  matrix: Matrix
  find: FindCell
}

function MatrixHead({
  instruments,
  choice,
}: {
  instruments: readonly MatrixTerm[]
  choice: MatrixChoice
}) {
  const t = useTranslations('overview')
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className="sticky top-0 left-0 z-20 border-b-2 border-edge bg-paper py-2 pr-4 text-left align-bottom text-sm text-muted"
        >
          {t('group')}
        </th>
        {instruments.map((instrument) => (
          <th
            key={instrument.slug}
            scope="col"
            className="sticky top-0 z-10 min-w-56 border-b-2 border-edge bg-paper px-3 py-2 text-left align-bottom"
          >
            <TermHeading term={instrument} side="instrument" choice={choice} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

function WideMatrix({ matrix: { choice, blind, groups, instruments }, find }: ViewProps) {
  const t = useTranslations('overview')
  return (
    <ScrollRegion label={t('matrix')} tall className="hidden md:block">
      <table className="border-collapse text-base">
        <caption className="sr-only">{t('matrix')}</caption>
        <MatrixHead instruments={instruments.used} choice={choice} />
        <tbody>
          {groups.used.map((group) => (
            <tr key={group.slug} className="*:border-b *:border-hairline last:*:border-b-0">
              <th
                scope="row"
                className="sticky left-0 max-w-56 min-w-44 bg-paper py-3 pr-4 text-left align-top"
              >
                <TermHeading term={group} side="group" choice={choice} />
              </th>
              {instruments.used.map((instrument) => {
                const cell = find(group, instrument)
                return (
                  <td key={instrument.slug} className="px-3 py-3 align-top">
                    {cell ? (
                      <CellFacts
                        cell={cell}
                        blind={blind}
                        group={group}
                        instrument={instrument}
                        choice={choice}
                      />
                    ) : (
                      <span className="text-sm text-muted">{t('none')}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function NarrowMatrix({ matrix: { choice, blind, groups, instruments }, find }: ViewProps) {
  const t = useTranslations('overview')
  const word = useTermWord(choice)
  return (
    <ul className="md:hidden print:hidden">
      {groups.used.map((group) => {
        const within = instruments.used.flatMap((instrument) => {
          const cell = find(group, instrument)
          return cell ? [{ cell, instrument }] : []
        })
        return (
          <li key={group.slug} className="border-t border-hairline">
            <Disclosure
              className="border-b-0"
              summary={
                <span>
                  {word(group, 'group')}
                  <span className="block text-sm font-normal text-muted">
                    {t('instruments', { count: within.length })}
                  </span>
                </span>
              }
            >
              <Narrow term={group} side="group" choice={choice} />
              <ul className="mt-2 space-y-4 border-l-2 border-hairline pl-4">
                {within.map(({ cell, instrument }) => (
                  <li key={instrument.slug}>
                    <TermHeading term={instrument} side="instrument" choice={choice} />
                    <CellFacts
                      cell={cell}
                      blind={blind}
                      group={group}
                      instrument={instrument}
                      choice={choice}
                    />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        )
      })}
    </ul>
  )
}

export function MatrixTable({ matrix }: { matrix: Matrix }) {
  const find = cellFinder(matrix.cells)
  return (
    <>
      <WideMatrix matrix={matrix} find={find} />
      <NarrowMatrix matrix={matrix} find={find} />
    </>
  )
}
