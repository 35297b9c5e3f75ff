import { labelIn } from '@/lib/base/text/label'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { evidenceText } from '@/components/knowledge/evidence/evidence-text'
import { countOf, seenIn } from '@/lib/knowledge/evidence/direction.rules'
import { CountText } from '@/components/monitor/gaps/gap-text'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { Link } from '@/i18n/navigation'
import type { RegionComparison } from '@/lib/monitor/peers/loaders'
import type { PeerColumn } from '@/lib/monitor/peers/types'

export interface PeerRow {
  key: string
  part: 'people' | 'goals' | 'money' | 'initiatives' | 'verdicts' | 'evidence'
  head: string
  cell: (column: PeerColumn) => ReactNode
}

const DECISIONS = ['continue', 'adapt', 'stop', 'undecided'] as const

type PeerGroup = RegionComparison['groups'][number]
type RowOf<Columns extends keyof RegionComparison> = Pick<RegionComparison, Columns>

function useRow(part: PeerRow['part']) {
  const t = useTranslations('peers')
  return (key: string, cell: PeerRow['cell'], head = t(`rows.${key as 'cbs'}`)): PeerRow => ({
    part,
    key,
    head,
    cell,
  })
}

function None() {
  const t = useTranslations('peers')
  return <span className="text-muted">{t('none')}</span>
}

const orNone = (count: number) => (count === 0 ? <None /> : count)

function GroupCount({ group, column }: { group: PeerGroup; column: PeerColumn }) {
  const t = useTranslations('peers')
  const locale = useLocale()
  const count = column.perGroup[group.slug] ?? 0
  if (count === 0) return <None />
  return (
    <Link
      href={{
        pathname: '/initiatives',
        query: { doelgroep: group.slug, regio: column.region.slug },
      }}
      prefetch={false}
      className="inline-flex min-h-6 items-center"
      aria-label={t('groupLink', {
        count,
        region: column.region.name,
        group: labelIn(locale, group),
      })}
    >
      {count}
    </Link>
  )
}

function usePeopleRows(notes: ReadonlyMap<string, number>): PeerRow[] {
  const row = useRow('people')
  return [
    row('uwv', ({ uwv }) => <CountText count={uwv} notes={notes} />),
    row('cbs', ({ cbs }) => <CountText count={cbs} notes={notes} />),
  ]
}

function useGoalRows(): PeerRow[] {
  const t = useTranslations('peers')
  const row = useRow('goals')
  return [
    row('goals', ({ goals, ownGoals }) =>
      goals === 0 ? <None /> : t('goals', { goals, own: ownGoals }),
    ),
    row('served', ({ goals, goalsServed }) =>
      goals === 0 ? <None /> : t('of', { part: goalsServed, all: goals }),
    ),
    row('measures', ({ measures }) => orNone(measures)),
    row('openEnds', ({ goals, measures, streams, initiatives, openEnds }) =>
      goals + measures + streams + initiatives + openEnds === 0 ? <None /> : openEnds,
    ),
  ]
}

function useMoneyRows(): PeerRow[] {
  const t = useTranslations('peers')
  const together = useTranslations('policies.together')
  const format = useFormatter()
  const row = useRow('money')
  return [
    row('streams', ({ streams }) => orNone(streams)),
    row('euro', ({ streams, unknownAmounts, amounts }) =>
      streams === 0 ? (
        <None />
      ) : (
        t('euro', {
          known: amounts.known,
          euro: moneyText(together, (euro) => format.number(euro, EURO), amounts),
          unknown: unknownAmounts,
        })
      ),
    ),
    row('ending', ({ streams, ending }) => (streams === 0 ? <None /> : ending)),
  ]
}

function useInitiativeRows({ groups }: RowOf<'groups'>): PeerRow[] {
  const locale = useLocale()
  const row = useRow('initiatives')
  return [
    row('initiatives', ({ initiatives }) => orNone(initiatives)),
    ...groups.map((group) =>
      row(
        `group-${group.slug}`,
        (column) => <GroupCount group={group} column={column} />,
        labelIn(locale, group),
      ),
    ),
  ]
}

function useVerdictRows({ columns, year }: RowOf<'columns' | 'year'>): PeerRow[] {
  const t = useTranslations('peers')
  const decisions = useTranslations('chains.verdict.decision')
  const row = useRow('verdicts')
  return [
    row(
      'verdicts',
      ({ measures, verdicts }) =>
        measures === 0 ? <None /> : t('of', { part: verdicts, all: measures }),
      t('rows.verdicts', { year: String(year) }),
    ),
    ...DECISIONS.filter((decision) => columns.some((column) => column.decisions[decision] > 0)).map(
      (decision) => row(decision, (column) => column.decisions[decision], decisions(decision)),
    ),
  ]
}

function useEvidenceRows({ columns }: RowOf<'columns'>): PeerRow[] {
  const t = useTranslations('peers')
  const evidence = useTranslations('evidence')
  const row = useRow('evidence')
  const seen = seenIn(columns.map((column) => column.evidence))
  return [
    row('measured', ({ initiatives, measured }) =>
      initiatives === 0 ? <None /> : t('of', { part: measured, all: initiatives }),
    ),
    ...seen.map((one) =>
      row(
        `evidence-${one.direction}-${one.rank}`,
        (column) => countOf(column.evidence, one),
        evidenceText({ t: evidence }, one),
      ),
    ),
  ]
}

export function usePeerRows(
  comparison: RowOf<'groups' | 'columns' | 'year'>,
  notes: ReadonlyMap<string, number>,
): PeerRow[] {
  return [
    ...usePeopleRows(notes),
    ...useGoalRows(),
    ...useMoneyRows(),
    ...useInitiativeRows(comparison),
    ...useVerdictRows(comparison),
    ...useEvidenceRows(comparison),
  ]
}
