import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CountText } from '@/components/monitor/gaps/gap-text'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { Link } from '@/i18n/navigation'
import { EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'
import type { RegionComparison } from '@/lib/monitor/peers/loaders'
import type { PeerColumn } from '@/lib/monitor/peers/types'

export interface PeerRow {
  key: string
  part: 'people' | 'goals' | 'money' | 'initiatives' | 'verdicts' | 'evidence'
  head: string
  cell: (column: PeerColumn) => ReactNode
}

const DECISIONS = ['continue', 'adapt', 'stop', 'undecided'] as const

/** The rows of the comparison, each with what stands in the column of a region. */
export function usePeerRows(
  { groups, columns, year }: Pick<RegionComparison, 'groups' | 'columns' | 'year'>,
  notes: ReadonlyMap<string, number>,
): PeerRow[] {
  const t = useTranslations('peers')
  const decisions = useTranslations('chains.verdict.decision')
  const levels = useTranslations('evidence.level')
  const together = useTranslations('policies.together')
  const format = useFormatter()
  const locale = useLocale()
  const row = (
    part: PeerRow['part'],
    key: string,
    cell: PeerRow['cell'],
    head = t(`rows.${key as 'cbs'}`),
  ): PeerRow => ({ part, key, head, cell })
  const none = <span className="text-muted">{t('none')}</span>
  const filtered = (slug: string, column: PeerColumn, count: number) =>
    count === 0 ? (
      none
    ) : (
      <Link
        href={{ pathname: '/initiatives', query: { doelgroep: slug, regio: column.region.slug } }}
        prefetch={false}
        className="inline-flex min-h-6 items-center"
        aria-label={t('groupLink', {
          count,
          region: column.region.name,
          group:
            groups
              .filter((group) => group.slug === slug)
              .map((group) => (locale === 'en' ? group.labelEn : group.labelNl))[0] ?? slug,
        })}
      >
        {count}
      </Link>
    )
  const seen = EVIDENCE_LEVELS.filter((level) =>
    columns.some(({ perLevel }) => (perLevel[level] ?? 0) > 0),
  )
  return [
    row('people', 'uwv', ({ uwv }) => <CountText count={uwv} notes={notes} />),
    row('people', 'cbs', ({ cbs }) => <CountText count={cbs} notes={notes} />),
    row('goals', 'goals', ({ goals, ownGoals }) =>
      goals === 0 ? none : t('goals', { goals, own: ownGoals }),
    ),
    row('goals', 'served', ({ goals, goalsServed }) =>
      goals === 0 ? none : t('of', { part: goalsServed, all: goals }),
    ),
    row('goals', 'measures', ({ measures }) => (measures === 0 ? none : measures)),
    row('goals', 'openEnds', ({ goals, measures, streams, initiatives, openEnds }) =>
      goals + measures + streams + initiatives + openEnds === 0 ? none : openEnds,
    ),
    row('money', 'streams', ({ streams }) => (streams === 0 ? none : streams)),
    row('money', 'euro', ({ streams, unknownAmounts, amounts }) =>
      streams === 0
        ? none
        : t('euro', {
            known: amounts.known,
            euro: moneyText(together, (euro) => format.number(euro, EURO), amounts),
            unknown: unknownAmounts,
          }),
    ),
    row('money', 'ending', ({ streams, ending }) => (streams === 0 ? none : ending)),
    row('initiatives', 'initiatives', ({ initiatives }) =>
      initiatives === 0 ? none : initiatives,
    ),
    ...groups.map((group) =>
      row(
        'initiatives',
        `group-${group.slug}`,
        (column) => filtered(group.slug, column, column.perGroup[group.slug] ?? 0),
        locale === 'en' ? group.labelEn : group.labelNl,
      ),
    ),
    row(
      'verdicts',
      'verdicts',
      ({ measures, verdicts }) =>
        measures === 0 ? none : t('of', { part: verdicts, all: measures }),
      t('rows.verdicts', { year: String(year) }),
    ),
    ...DECISIONS.filter((decision) => columns.some((column) => column.decisions[decision] > 0)).map(
      (decision) =>
        row('verdicts', decision, (column) => column.decisions[decision], decisions(decision)),
    ),
    row('evidence', 'measured', ({ initiatives, measured }) =>
      initiatives === 0 ? none : t('of', { part: measured, all: initiatives }),
    ),
    ...seen.map((level) =>
      row('evidence', `level-${level}`, ({ perLevel }) => perLevel[level] ?? 0, levels(level)),
    ),
  ]
}
