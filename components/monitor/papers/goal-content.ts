import { evidenceText } from '@/components/knowledge/evidence/evidence-text'
import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'
import type {
  PaperGoal,
  PaperInitiative,
  PaperMeasure,
  PaperMoney,
} from '@/lib/monitor/papers/types'
import { amountText, latestText, targetText, type PaperWords } from './paper-words'
import { peopleText, policyIndicatorText, tradeOffTexts } from './target-words'

/** More results of one goal would push the next goal off the table. */
const MOST_INDICATORS = 4

export interface ChainPart {
  state: 'present' | 'missing' | 'ending'
  text: string
  detail: string | null
  /** Of an initiative whose evidence is known; `detail` then says it in words. */
  direction?: EvidenceDirection
}

export interface ChainRow {
  key: string
  measure: ChainPart
  money: ChainPart
  initiatives: ChainPart[]
}

/** One row of the paper: everything about one goal. */
export interface GoalContent {
  id: string
  title: string
  isExample: boolean
  notes: string[]
  chain: ChainRow[]
  money: string[]
  indicators: string[]
  people: string[]
  verdicts: string[]
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const missing = (text: string): ChainPart => ({ state: 'missing', text, detail: null })

function moneyPart(words: PaperWords, money: PaperMoney): ChainPart {
  const { p, day, format } = words
  if (money.streams === 0) return missing(p('noMoney'))
  const detail = [
    p('paidBy', { who: format.list(money.providers) }),
    ...(money.unknownAmounts > 0 && money.amounts.known > 0
      ? [p('withoutAmount', { count: money.unknownAmounts })]
      : []),
    ...(money.endsOn === null
      ? []
      : [p(money.streams === 1 ? 'moneyEnds' : 'moneyEndsFirst', { date: day(money.endsOn) })]),
  ]
  return {
    state: money.endsOn === null ? 'present' : 'ending',
    text: capitalised(amountText(words, money)),
    detail: detail.join('; '),
  }
}

function initiativeParts(
  { p, evidence: t }: PaperWords,
  initiatives: readonly PaperInitiative[],
): ChainPart[] {
  if (initiatives.length === 0) return [missing(p('noInitiative'))]
  return initiatives.map(({ title, evidence }) => ({
    state: 'present',
    text: title,
    detail: evidence === null ? p('noEvidence') : evidenceText({ t }, evidence),
    ...(evidence !== null && { direction: evidence.direction }),
  }))
}

const measureRow = (words: PaperWords, measure: PaperMeasure): ChainRow => ({
  key: measure.id,
  measure: {
    state: 'present',
    text: measure.title,
    detail: measure.responsible && words.p('carriedBy', { who: measure.responsible }),
  },
  money: moneyPart(words, measure.money),
  initiatives: initiativeParts(words, measure.initiatives),
})

function chainRows(words: PaperWords, { id, measures, direct }: PaperGoal): ChainRow[] {
  const rows = measures.map((measure) => measureRow(words, measure))
  if (rows.length > 0 && direct.initiatives.length === 0) return rows
  return [
    ...rows,
    {
      key: id,
      measure: missing(words.p(rows.length === 0 ? 'noMeasure' : 'withoutMeasure')),
      money: moneyPart(words, direct.money),
      initiatives: initiativeParts(words, direct.initiatives),
    },
  ]
}

const withMeasures = <Item>(goal: PaperGoal, of: (one: PaperGoal | PaperMeasure) => Item) => [
  { name: null, item: of(goal) },
  ...goal.measures.map((measure) => ({ name: measure.title, item: of(measure) })),
]

const named = (name: string | null, text: string) => (name === null ? text : `${name}: ${text}`)

/** Results against targets of the goal and its measures, then what initiatives measured. */
function indicatorLines(words: PaperWords, goal: PaperGoal, year: number): string[] {
  const { p } = words
  const lines = [
    ...withMeasures(goal, ({ targets }) => targets).flatMap(({ item }) =>
      item.map((target) => policyIndicatorText(words, target, year)),
    ),
    ...goal.indicators.map((one) =>
      p('indicatorLine', {
        label: one.label,
        latest: latestText(words, one),
        target: targetText(words, one),
        initiative: one.initiative,
      }),
    ),
  ]
  if (lines.length === 0) return [p('noIndicator')]
  const rest = lines.length - MOST_INDICATORS
  return [
    ...lines.slice(0, MOST_INDICATORS),
    ...(rest > 0 ? [p('moreIndicators', { count: rest })] : []),
  ]
}

function peopleLines(words: PaperWords, goal: PaperGoal): string[] {
  const lines = withMeasures(goal, ({ people }) => people).flatMap(({ name, item }) => {
    const text = peopleText(words, item)
    return text === null ? [] : [named(name, text)]
  })
  const elsewhere = goal.measures.flatMap(({ tradeOffs }) => tradeOffTexts(words, tradeOffs))
  return [...(lines.length === 0 ? [words.p('noPeople')] : lines), ...elsewhere]
}

function verdictLines({ p, t }: PaperWords, { measures }: PaperGoal, year: number): string[] {
  if (measures.length === 0) return [p('noVerdicts')]
  return measures.map(({ title: measure, now }) => {
    const current = now?.current
    if (current?.decision == null) return p('noVerdict', { measure, year })
    const { decision, confidence } = current
    return p('verdictLine', {
      measure,
      decision: t(`verdict.decision.${decision}`),
      confidence: confidence === null ? '' : t(`verdict.confidence.${confidence}`).toLowerCase(),
    })
  })
}

/** One goal in words. */
export function goalContent(
  words: PaperWords,
  goal: PaperGoal,
  year: number,
  isExample = false,
): GoalContent {
  const { p } = words
  const money = moneyPart(words, goal.money)
  return {
    id: goal.id,
    title: goal.title,
    isExample,
    notes: [
      ...(isExample ? [p('example')] : []),
      ...(goal.area === null ? [] : [p('area', { area: goal.area })]),
      ...(goal.under === null ? [] : [p('under', { goal: goal.under })]),
      ...(goal.carriedBy === null ? [] : [words.targets('carriedBy', { name: goal.carriedBy })]),
    ],
    chain: chainRows(words, goal),
    money: [money.text, ...(money.detail === null ? [] : [money.detail])],
    indicators: indicatorLines(words, goal, year),
    people: peopleLines(words, goal),
    verdicts: verdictLines(words, goal, year),
  }
}
