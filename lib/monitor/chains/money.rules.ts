/**
 * What a stream of money pays for, and what is known of it.
 * Source: lib/base/amounts/rules.ts; docs/model.md, "The policy monitor".
 */
import { amountsOf, type AmountRow } from '@/lib/base/amounts/rules'
import { EVIDENCE_DIRECTIONS } from '@/lib/knowledge/evidence/types'
import type {
  ChainFunding,
  FundingEvidence,
  MoneyByEvidence,
  MoneyFlow,
  RegionChain,
} from './types'

/** One level and direction for all these initiatives, 'several' when they differ, else null. */
export function evidenceOf(initiatives: readonly FundingEvidence[]): ChainFunding['evidence'] {
  const [first, ...rest] = initiatives
  if (first === undefined) return null
  const { rank, direction } = first
  return rest.every((one) => one.rank === rank && one.direction === direction)
    ? { rank, direction }
    : 'several'
}

function payer(chain: RegionChain): (funding: ChainFunding) => string {
  const carried = new Map(
    chain.goals
      .flatMap(({ measures }) => measures)
      .toSorted((a, b) => b.id.localeCompare(a.id))
      .flatMap((measure) => measure.initiatives.map(({ id }) => [id, measure.id])),
  )
  return ({ id, measureId, initiativeId }) =>
    measureId ?? carried.get(initiativeId ?? '') ?? initiativeId ?? id
}

/** The amounts of a chain as the one rule for money reads them. */
export function chainAmounts(
  chain: RegionChain,
  fundings: readonly ChainFunding[] = chain.fundings,
): AmountRow[] {
  const paysFor = payer(chain)
  return fundings.map((funding) => ({
    euro: funding.amountEuro,
    qualifier: funding.amountQualifier,
    overlap: funding.overlap,
    isExample: funding.isExample,
    paysFor: paysFor(funding),
  }))
}

const orderOf = ({ evidence }: MoneyByEvidence): number => {
  if (evidence === 'none') return 10_000
  if (evidence === 'several') return 9_999
  return EVIDENCE_DIRECTIONS.indexOf(evidence.direction) * 10 - evidence.rank
}

/** Money by level and direction of the initiatives it pays for, what helps first. */
export function moneyByEvidence(chain: RegionChain): MoneyByEvidence[] {
  const groups = new Map<string, ChainFunding[]>()
  for (const funding of chain.fundings) {
    const { evidence } = funding
    const key =
      evidence === null || evidence === 'several'
        ? String(evidence)
        : `${evidence.rank} ${evidence.direction}`
    groups.set(key, [...(groups.get(key) ?? []), funding])
  }
  return [...groups.values()]
    .map((fundings) => ({
      evidence: fundings[0]?.evidence ?? ('none' as const),
      streams: fundings.length,
      amounts: amountsOf(chainAmounts(chain, fundings)),
    }))
    .toSorted((a, b) => orderOf(a) - orderOf(b))
}

/** Flows from provider to goal. Money for several goals goes undivided to `labels.several`. */
export function moneyFlows(
  chain: RegionChain,
  labels: { none: string; several: string },
): MoneyFlow[] {
  const measures = new Map(
    chain.goals.flatMap(({ id: goalId, measures: of }) =>
      of.map(({ id, title }) => [id, { title, goalId }] as const),
    ),
  )
  const goals = new Map(chain.goals.map((goal) => [goal.id, goal.title]))
  const goalsOf = new Map(
    chain.initiatives.map((initiative) => [
      initiative.id,
      initiative.goalIds.flatMap((id) => goals.get(id) ?? []),
    ]),
  )
  const paysFor = payer(chain)
  return chain.fundings.flatMap((funding): MoneyFlow[] => {
    if (!funding.amountEuro) return []
    const measure = measures.get(funding.measureId ?? '')
    const titles = goalsOf.get(funding.initiativeId ?? '') ?? []
    const goal =
      goals.get(measure?.goalId ?? '') ??
      (titles.length > 1 ? labels.several : (titles[0] ?? labels.none))
    const via = measure?.title ?? funding.initiative?.title ?? funding.provider
    return [
      {
        provider: funding.provider,
        via,
        goal,
        euro: funding.amountEuro,
        qualifier: funding.amountQualifier,
        overlap: funding.overlap,
        isExample: funding.isExample,
        paysFor: paysFor(funding),
      },
    ]
  })
}
