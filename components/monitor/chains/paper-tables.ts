import { moneyEvidenceText, type PaperText } from '@/components/monitor/chains/paper-text'
import { qualifierOf } from '@/lib/base/amounts/rules'
import type { OpenEnd, RegionChain } from '@/lib/monitor/chains/types'
import type { Table } from '@/lib/base/files/workbook'
import type { ExpectationView, MeasureYear } from '@/lib/monitor/verdicts/types'

const measuresOf = (chain: RegionChain) =>
  chain.goals.flatMap((goal) => goal.measures.map((measure) => ({ measure, goal })))

const titlesOf = (initiatives: readonly { title: string }[]) =>
  initiatives.map(({ title }) => title).join(', ')

const openEndTable = ({ t }: PaperText, openEnds: readonly OpenEnd[]): Table => ({
  name: t('table.openEnds'),
  header: [t('table.kind'), t('table.what'), t('table.on')],
  rows: openEnds.map(({ kind, title, on }) => [t(`openEnds.${kind}`, { count: 1 }), title, on]),
})

function goalTable({ t }: PaperText, { goals }: RegionChain): Table {
  const titles = new Map(goals.map((goal) => [goal.id, goal.title]))
  return {
    name: t('table.goals'),
    header: [t('table.goal'), t('table.under'), t('table.region'), t('table.initiatives')],
    rows: goals.map((goal) => [
      goal.isExample ? `${goal.title} ${t('paper.exampleGoal')}` : goal.title,
      titles.get(goal.parentId ?? '') ?? null,
      goal.region.name,
      titlesOf(goal.initiatives),
    ]),
  }
}

const measureTable = ({ t }: PaperText, chain: RegionChain): Table => ({
  name: t('table.measures'),
  header: [t('table.measure'), t('table.goal'), t('table.responsible'), t('table.initiatives')],
  rows: measuresOf(chain).map(({ measure, goal }) => [
    measure.title,
    goal.title,
    measure.responsible,
    titlesOf(measure.initiatives),
  ]),
})

function moneyTable(text: PaperText, chain: RegionChain): Table {
  const { t, term } = text
  const of = new Map(
    measuresOf(chain).map(({ measure, goal }) => [
      measure.id,
      { measure: measure.title, goal: goal.title },
    ]),
  )
  return {
    name: t('table.money'),
    header: [
      t('table.provider'),
      t('table.measure'),
      t('table.initiative'),
      t('table.goal'),
      t('table.type'),
      t('table.amount'),
      t('table.amountNote'),
      t('table.starts'),
      t('table.ends'),
      t('table.alignment'),
      t('money.evidence'),
    ],
    rows: chain.fundings.map((row) => [
      row.provider,
      of.get(row.measureId ?? '')?.measure ?? null,
      row.initiative?.title ?? null,
      of.get(row.measureId ?? '')?.goal ?? null,
      term(row.type),
      row.amountEuro,
      row.amountEuro === null ? null : t(`table.amountIs.${qualifierOf(row.amountQualifier)}`),
      row.startsOn,
      row.endsOn,
      term(row.alignment),
      moneyEvidenceText(text, row.evidence ?? 'none'),
    ]),
  }
}

const expectedText = ({ t, dayOf }: PaperText, { text, lateOn, signedAt }: ExpectationView) =>
  lateOn === null ? text : `${text} (${t('verdict.late', { date: dayOf(signedAt ?? '') })})`

function verdictRows(text: PaperText, title: string, year: MeasureYear | null): Table['rows'] {
  if (!year) return []
  const { t } = text
  const { current } = year
  const expectation = year.expectation?.signedAt == null ? null : year.expectation
  if (current === null && expectation === null) return []
  const expected = expectation && expectedText(text, expectation)
  if (current === null) return [[title, year.year, expected, null, null, null, null, null, null]]
  const { observed, otherCauses, confidence, decision, reason, signedAt } = current
  return [
    [
      title,
      year.year,
      expected,
      observed,
      otherCauses,
      confidence && t(`verdict.confidence.${confidence}`),
      decision && t(`verdict.decision.${decision}`),
      reason,
      signedAt?.slice(0, 10) ?? null,
    ],
  ]
}

const verdictTable = (text: PaperText, chain: RegionChain): Table => ({
  name: text.t('table.verdicts'),
  header: [
    text.t('table.measure'),
    text.t('table.year'),
    text.t('table.expected'),
    text.t('table.observed'),
    text.t('table.otherCauses'),
    text.t('table.confidence'),
    text.t('table.decision'),
    text.t('table.reason'),
    text.t('table.signedOn'),
  ],
  rows: measuresOf(chain).flatMap(({ measure }) =>
    [measure.now, measure.before].flatMap((year) => verdictRows(text, measure.title, year)),
  ),
})

export const PAPER_TABLES = ['goals', 'measures', 'funding', 'verdicts', 'openEnds'] as const
export type PaperTable = (typeof PAPER_TABLES)[number]
export const TABLE_FILES = {
  goals: 'doelen',
  measures: 'maatregelen',
  funding: 'geld',
  verdicts: 'oordelen',
  openEnds: 'losse-einden',
} as const satisfies Record<PaperTable, string>

export const paperTables = (
  text: PaperText,
  chain: RegionChain,
  openEnds: readonly OpenEnd[],
): Record<PaperTable, Table> => ({
  goals: goalTable(text, chain),
  measures: measureTable(text, chain),
  funding: moneyTable(text, chain),
  verdicts: verdictTable(text, chain),
  openEnds: openEndTable(text, openEnds),
})
