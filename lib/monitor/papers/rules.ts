/**
 * A board paper says the same in every form: page, PDF, Word and PowerPoint are made of one model.
 * Goals that were made up stand apart and count in no sum. Amounts are summed by the one rule of
 * `chainState` alone.
 * Source: docs/model.md, "The policy monitor"; docs/adr/0056-a-board-paper.md.
 */
import { createHash } from 'node:crypto'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { chainOpenEnds, chainState } from '@/lib/monitor/chains/rules'
import { moneyByEvidence } from '@/lib/monitor/chains/money.rules'
import type { ChainFunding, ChainGoal, RegionChain } from '@/lib/monitor/chains/types'
import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { PaperGoal, PaperIndicator, PaperModel, PaperMoney } from './types'

export const PAPER_FILES = ['pdf', 'docx', 'pptx'] as const
export const MAX_REQUEST = 2_000
export const MAX_DECISION = 300
/** Settled papers of one region and year; more would hide the one that was decided on. */
export const MAX_PAPERS = 12
export const MAX_FILE_BYTES = 8 * 1_024 * 1_024

export interface PaperFacts {
  evidence: ReadonlyMap<string, EvidenceSummary>
  indicators: ReadonlyMap<string, readonly InitiativeIndicatorView[]>
}

/** The chain without what was made up. Money of initiatives is real, whatever goal they serve. */
export function withoutExamples(chain: RegionChain): RegionChain {
  const made = chain.goals.filter((goal) => goal.isExample)
  const measureIds = new Set(made.flatMap(({ measures }) => measures.map(({ id }) => id)))
  const goalIds = new Set(made.map(({ id }) => id))
  return {
    ...chain,
    goals: chain.goals.filter((goal) => !goal.isExample),
    fundings: chain.fundings.filter(({ measureId }) => !measureIds.has(measureId ?? '')),
    initiatives: chain.initiatives.map((initiative) => ({
      ...initiative,
      goalIds: initiative.goalIds.filter((id) => !goalIds.has(id)),
    })),
  }
}

/** The ids of all initiatives that a chain names under a goal or measure, each once. */
export const initiativesIn = ({ goals }: Pick<RegionChain, 'goals'>): string[] => [
  ...new Set(
    goals.flatMap(({ initiatives, measures }) => [
      ...initiatives.map(({ id }) => id),
      ...measures.flatMap((measure) => measure.initiatives.map(({ id }) => id)),
    ]),
  ),
]

function moneyOf(
  chain: RegionChain,
  fundings: readonly ChainFunding[],
  today: CalendarDate,
): PaperMoney {
  const part = { ...chain, fundings: [...fundings] }
  const { streams, amounts, unknownAmounts } = chainState(part, today)
  const ends = chainOpenEnds(part, today)
    .filter(({ kind }) => kind === 'moneyEnding')
    .flatMap(({ on }) => on ?? [])
    .toSorted()
  const providers = [...new Set(fundings.map(({ provider }) => provider))]
  return { streams, providers, amounts, unknownAmounts, endsOn: ends[0] ?? null }
}

const carries = (goal: ChainGoal, initiativeId: string | null) =>
  [...goal.measures.flatMap(({ initiatives }) => initiatives), ...goal.initiatives].some(
    ({ id }) => id === initiativeId,
  )

/** The one goal that a stream serves; null for several or none. */
function goalOf({ goals }: RegionChain, funding: ChainFunding): string | null {
  const served = goals.filter((goal) =>
    funding.measureId === null
      ? carries(goal, funding.initiativeId)
      : goal.measures.some(({ id }) => id === funding.measureId),
  )
  return served.length === 1 ? (served[0]?.id ?? null) : null
}

/** The measure under which a stream is drawn, so that none is drawn twice. */
function measureOf(goal: ChainGoal, { measureId, initiativeId }: ChainFunding): string | null {
  if (measureId !== null) return measureId
  const carrier = goal.measures.find(({ initiatives }) =>
    initiatives.some(({ id }) => id === initiativeId),
  )
  return carrier?.id ?? null
}

const indicatorsOf = (
  initiatives: readonly { id: string; title: string }[],
  { indicators }: PaperFacts,
): PaperIndicator[] =>
  initiatives.flatMap(({ id, title }) =>
    (indicators.get(id) ?? []).flatMap((one): PaperIndicator[] => {
      const latest = one.measurements.at(-1) ?? null
      const { label, unit, baseline, target, lowerIsBetter } = one
      return latest === null && target.value === null
        ? []
        : [{ id: one.id, label, unit, baseline, target, lowerIsBetter, latest, initiative: title }]
    }),
  )

function goalRow(
  chain: RegionChain,
  goal: ChainGoal,
  { facts, today }: { facts: PaperFacts; today: CalendarDate },
): PaperGoal {
  const fundings = chain.fundings.filter((funding) => goalOf(chain, funding) === goal.id)
  const moneyUnder = (measureId: string | null) =>
    moneyOf(
      chain,
      fundings.filter((funding) => measureOf(goal, funding) === measureId),
      today,
    )
  const paper = ({ id, slug, title }: { id: string; slug: string; title: string }) => ({
    id,
    slug,
    title,
    evidence: facts.evidence.get(id) ?? null,
  })
  const carried = goal.measures.flatMap(({ initiatives }) => initiatives)
  const direct = goal.initiatives.filter(({ id }) => !carried.some((one) => one.id === id))
  const all = [...carried, ...direct]
  return {
    id: goal.id,
    title: goal.title,
    under: chain.goals.find(({ id }) => id === goal.parentId)?.title ?? null,
    area: goal.own ? null : goal.region.name,
    source: goal.source,
    measures: goal.measures.map(({ id, title, responsible, initiatives, ...measure }) => ({
      id,
      title,
      responsible,
      people: measure.people,
      targets: measure.indicators,
      tradeOffs: measure.tradeOffs,
      money: moneyUnder(id),
      initiatives: initiatives.map(paper),
      now: measure.now,
      before: measure.before,
    })),
    direct: { initiatives: direct.map(paper), money: moneyUnder(null) },
    money: moneyOf(chain, fundings, today),
    carriedBy: goal.carriedBy,
    people: goal.people,
    targets: goal.indicators,
    indicators: indicatorsOf(
      all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at),
      facts,
    ),
  }
}

/** The part of a chain that was made up, without any real money. */
function examplesOnly(chain: RegionChain): RegionChain {
  const goals = chain.goals.filter((goal) => goal.isExample)
  const measureIds = new Set(goals.flatMap(({ measures }) => measures.map(({ id }) => id)))
  return {
    ...chain,
    goals,
    fundings: chain.fundings.filter(({ measureId }) => measureIds.has(measureId ?? '')),
  }
}

/** All that the paper of a region and year says, on one day. */
export function paperModel(
  chain: RegionChain,
  facts: PaperFacts,
  { today, request }: { today: CalendarDate; request: string | null },
): PaperModel {
  const real = withoutExamples(chain)
  const examples = examplesOnly(chain)
  const about = { facts, today }
  const { id, slug, name } = chain.region
  return {
    region: { id, slug, name },
    year: chain.year,
    today,
    request,
    state: chainState(real, today),
    goals: real.goals.map((goal) => goalRow(real, goal, about)),
    examples: examples.goals.map((goal) => goalRow(examples, goal, about)),
    elsewhere: moneyOf(
      real,
      real.fundings.filter((funding) => goalOf(real, funding) === null),
      today,
    ),
    byEvidence: moneyByEvidence(real),
    openEnds: chainOpenEnds(real, today),
  }
}

/** The same for two papers that say the same. */
export const paperDigest = (model: PaperModel): string =>
  createHash('sha256').update(JSON.stringify(model)).digest('hex')

/** On every form of a paper, so that a reader sees that two of them are the same. */
export const paperMark = (digest: string): string => digest.slice(0, 12)
