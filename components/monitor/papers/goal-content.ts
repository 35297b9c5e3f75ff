import { evidenceText } from '@/components/knowledge/evidence/evidence-text'
import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'
import type {
  PaperGoal,
  PaperInitiative,
  PaperMeasure,
  PaperMoney,
} from '@/lib/monitor/papers/types'
import { amountText, latestText, targetText, type PaperWords } from './paper-words'

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

const missing = (text: string): ChainPart => ({ state: 'missing', text, detail: null })

function moneyPart(words: PaperWords, money: PaperMoney): ChainPart {
  const { p, day } = words
  if (money.streams === 0) return missing(p('noMoney'))
  const detail = [
    ...(money.unknownAmounts > 0 && money.amounts.known > 0
      ? [p('withoutAmount', { count: money.unknownAmounts })]
      : []),
    ...(money.endsOn === null
      ? []
      : [p(money.streams === 1 ? 'moneyEnds' : 'moneyEndsFirst', { date: day(money.endsOn) })]),
  ]
  return {
    state: money.endsOn === null ? 'present' : 'ending',
    text: amountText(words, money),
    detail: detail.length === 0 ? null : detail.join('; '),
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

function indicatorLines(words: PaperWords, { indicators }: PaperGoal): string[] {
  const { p } = words
  if (indicators.length === 0) return [p('noIndicator')]
  const rest = indicators.length - MOST_INDICATORS
  return [
    ...indicators.slice(0, MOST_INDICATORS).map((one) =>
      p('indicatorLine', {
        label: one.label,
        latest: latestText(words, one),
        target: targetText(words, one),
        initiative: one.initiative,
      }),
    ),
    ...(rest > 0 ? [p('moreIndicators', { count: rest })] : []),
  ]
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
    ],
    chain: chainRows(words, goal),
    money: [money.text, ...(money.detail === null ? [] : [money.detail])],
    indicators: indicatorLines(words, goal),
    people: [p('noPeople')],
    verdicts: verdictLines(words, goal, year),
  }
}
