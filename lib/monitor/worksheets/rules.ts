/**
 * The chain of a region as rows: each goal with its indicators, its measures and initiatives, each
 * measure with its money, indicators and initiatives.
 * Source: docs/model.md, "The policy monitor"; docs/adr/0058-the-worksheet.md.
 */
import type {
  ChainFunding,
  ChainGoal,
  ChainInitiative,
  ChainMeasure,
} from '@/lib/monitor/chains/types'
import type { PolicyIndicatorView } from '@/lib/monitor/policy-indicators/types'
import { amountText, countText, dayText, targetText } from './cells.rules'
import type { WorksheetRow, WorksheetStatus } from './types'

const NOTHING = { unit: null, isExample: false, verdict: null, initiative: null } as const

function indicatorRow(indicator: PolicyIndicatorView, depth: number, year: number): WorksheetRow {
  const { id, label, unit, target, values, version } = indicator
  return {
    ...NOTHING,
    kind: 'indicator',
    id,
    title: label,
    depth,
    unit,
    version,
    cells: {
      title: label,
      target: targetText(target),
      value: countText(values.find((row) => row.year === year)?.value ?? null),
    },
  }
}

function fundingRow(funding: ChainFunding, depth: number): WorksheetRow {
  const { id, provider, amountEuro, amountQualifier, startsOn, endsOn, version } = funding
  return {
    ...NOTHING,
    kind: 'funding',
    id,
    title: provider,
    depth,
    version,
    isExample: funding.isExample,
    cells: {
      title: provider,
      amount: amountText(amountEuro, amountQualifier),
      startsOn: dayText(startsOn),
      endsOn: dayText(endsOn),
    },
  }
}

const initiativeRow = (
  { id, slug, title, rank, direction }: ChainInitiative,
  depth: number,
): WorksheetRow => ({
  ...NOTHING,
  kind: 'initiative',
  id,
  title,
  depth,
  version: 1,
  cells: {},
  initiative: { slug, evidence: { rank, direction } },
})

function measureRows(measure: ChainMeasure, depth: number, year: number): WorksheetRow[] {
  const { id, title, responsible, startsOn, endsOn, people, now, version } = measure
  return [
    {
      ...NOTHING,
      kind: 'measure',
      id,
      title,
      depth,
      version,
      cells: {
        title,
        who: responsible ?? '',
        startsOn: dayText(startsOn),
        endsOn: dayText(endsOn),
        planned: countText(people.planned),
        reached: countText(people.reached),
      },
      verdict: {
        decision: now?.current?.decision ?? null,
        hasDraft: now?.draft != null,
        isExpected: now?.expectation?.signedAt != null,
      },
    },
    ...measure.fundings
      .filter(({ initiativeId }) => initiativeId === null)
      .map((funding) => fundingRow(funding, depth + 1)),
    ...measure.initiatives.map((initiative) => initiativeRow(initiative, depth + 1)),
    ...measure.indicators.map((indicator) => indicatorRow(indicator, depth + 1, year)),
  ]
}

/** The rows of the own goals of a region for one year, in the order of its tree. */
export function worksheetRows(goals: readonly ChainGoal[], year: number): WorksheetRow[] {
  return goals.flatMap((goal) => {
    const { id, title, carriedBy, startsOn, endsOn, people, depth, version, isExample } = goal
    return [
      {
        ...NOTHING,
        kind: 'goal',
        id,
        title,
        depth,
        version,
        isExample,
        cells: {
          title,
          who: carriedBy ?? '',
          startsOn: dayText(startsOn),
          endsOn: dayText(endsOn),
          planned: countText(people.planned),
          reached: countText(people.reached),
        },
      },
      ...goal.indicators.map((indicator) => indicatorRow(indicator, depth + 1, year)),
      ...goal.measures.flatMap((measure) => measureRows(measure, depth + 1, year)),
    ]
  })
}

/** How far the round of a year is, as done and of how many. */
export function worksheetStatus(rows: readonly WorksheetRow[]): WorksheetStatus {
  const measures = rows.filter(({ kind }) => kind === 'measure')
  const indicators = rows.filter(({ kind }) => kind === 'indicator')
  const counted = rows.filter(({ kind }) => kind === 'goal' || kind === 'measure')
  const share = (
    of: readonly WorksheetRow[],
    isDone: (row: WorksheetRow) => boolean,
  ): [number, number] => [of.filter(isDone).length, of.length]
  return {
    verdicts: share(measures, ({ verdict }) => verdict?.decision != null),
    expectations: share(measures, ({ verdict }) => verdict?.isExpected === true),
    values: share(indicators, ({ cells }) => (cells.value ?? '') !== ''),
    people: share(counted, ({ cells }) => (cells.reached ?? '') !== ''),
  }
}
