/**
 * A goal or measure counts when its period touches the year, or without a period. A goal is served
 * by an initiative linked to it or to a goal under it.
 * Source: docs/model.md, "The policy monitor"; docs/domain.md, 4 and 9.
 */
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import { amountsOf } from '@/lib/base/amounts/rules'
import { NOT_ASSESSED } from '@/lib/monitor/policies/schema'
import {
  endsWithoutFollowUp,
  FUNDING_HORIZON_MONTHS,
  fundingExpiry,
} from '@/lib/monitor/policies/rules'
import type { FundingFacts } from '@/lib/monitor/policies/chain.types'
import { chainAmounts } from './money.rules'
import type { ChainFunding, ChainGoal, ChainState, OpenEnd, RegionChain } from './types'

interface Period {
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
}

/** True when the period touches the year, or without dates. */
export function countsInYear({ startsOn, endsOn }: Period, year: number): boolean {
  return (
    (startsOn === null || startsOn <= `${year}-12-31`) &&
    (endsOn === null || endsOn >= `${year}-01-01`)
  )
}

/** Map.groupBy is missing in the oldest supported Node. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

interface TreeNode {
  id: string
  parentId: string | null
}

/** The nodes in tree order with their depth. A node with an unknown parent is at the top. */
export function inTreeOrder<Node extends TreeNode>(
  nodes: readonly Node[],
): (Node & { depth: number })[] {
  const ids = new Set(nodes.map((node) => node.id))
  const children = groupBy(nodes, (node) =>
    node.parentId !== null && ids.has(node.parentId) ? node.parentId : null,
  )
  const walk = (parentId: string | null, depth: number): (Node & { depth: number })[] =>
    (children.get(parentId) ?? []).flatMap((node) => [
      { ...node, depth },
      ...walk(node.id, depth + 1),
    ])
  return walk(null, 0)
}

/** Ids of the goals that an initiative serves, directly or through a goal under them. */
export function servedGoals(
  goals: readonly Pick<ChainGoal, 'id' | 'parentId' | 'initiatives'>[],
): Set<string> {
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  const served = new Set<string>()
  for (const goal of goals) {
    if (goal.initiatives.length === 0) continue
    for (
      let id: string | null = goal.id;
      id !== null && !served.has(id);
      id = byId.get(id)?.parentId ?? null
    )
      served.add(id)
  }
  return served
}

const factsOf = (funding: ChainFunding): FundingFacts => ({
  typeSlug: funding.type.slug,
  provider: funding.provider,
  alignmentSlug: funding.alignment.slug,
  endsOn: funding.endsOn,
  hasPlan: funding.hasPlan,
})

const openEnd = (
  kind: OpenEnd['kind'],
  key: string,
  title: string,
  over: Partial<OpenEnd> = {},
): OpenEnd => ({
  kind,
  key,
  title,
  goalId: null,
  measureId: null,
  initiative: null,
  on: null,
  own: true,
  ...over,
})

const measuresOf = (chain: RegionChain) =>
  new Map(
    chain.goals.flatMap(({ id: goalId, own, measures }) =>
      measures.map((measure) => [
        measure.id,
        {
          measureId: measure.id,
          goalId,
          title: measure.title,
          own,
          isJudged: measure.now?.current != null,
        },
      ]),
    ),
  )

const initiativeOf = ({ initiativeId, initiative }: ChainFunding): OpenEnd['initiative'] =>
  initiativeId === null || initiative === null ? null : { id: initiativeId, slug: initiative.slug }

/** Per measure and per initiative, because that is how follow-up funding is arranged. */
function endingMoney(chain: RegionChain, today: CalendarDate): OpenEnd[] {
  const lifecycles = new Map(
    chain.initiatives.map((initiative) => [initiative.id, initiative.chain.lifecycle]),
  )
  const measures = measuresOf(chain)
  const groups = groupBy(
    chain.fundings,
    (funding) => funding.measureId ?? funding.initiativeId ?? funding.id,
  )
  return [...groups].flatMap(([key, fundings]): OpenEnd[] => {
    const facts = fundings.map(factsOf)
    const [first] = fundings
    const horizon = fundingExpiry(facts, today)
    const lifecycle = (first?.measureId == null ? lifecycles.get(key) : undefined) ?? 'running'
    if (!first || horizon.kind !== 'ends' || !endsWithoutFollowUp(facts, lifecycle, today))
      return []
    const measure = measures.get(key)
    const title = measure?.title ?? first.initiative?.title ?? first.provider
    return [
      openEnd('moneyEnding', key, title, {
        on: horizon.on,
        measureId: first.measureId,
        initiative: initiativeOf(first),
        own: measure?.own ?? true,
      }),
    ]
  })
}

function aboutFunding(
  kind: OpenEnd['kind'],
  funding: ChainFunding,
  measures: ReturnType<typeof measuresOf>,
): OpenEnd {
  const measure = measures.get(funding.measureId ?? '')
  const title = `${funding.provider}: ${measure?.title ?? funding.initiative?.title ?? ''}`
  return openEnd(kind, funding.id, title, {
    measureId: funding.measureId,
    initiative: initiativeOf(funding),
    own: measure?.own ?? true,
  })
}

/** The open ends in the chain of a region, in page order, including those of larger areas. */
export function chainOpenEnds(chain: RegionChain, today: CalendarDate): OpenEnd[] {
  const served = servedGoals(chain.goals)
  const measures = measuresOf(chain)
  return [
    ...chain.goals
      .filter((goal) => !served.has(goal.id))
      .map(({ id, title, own }) =>
        openEnd('goalsWithoutInitiative', id, title, { goalId: id, own }),
      ),
    ...chain.initiatives
      .filter((initiative) => initiative.goalIds.length === 0)
      .map(({ id, slug, title }) =>
        openEnd('initiativesWithoutGoal', id, title, { initiative: { id, slug } }),
      ),
    ...chain.fundings
      .filter((funding) => !funding.measured)
      .map((funding) => aboutFunding('moneyWithoutMeasurement', funding, measures)),
    ...endingMoney(chain, today),
    ...[...measures.values()]
      .filter(({ isJudged }) => !isJudged)
      .map(({ measureId, goalId, title, own }) =>
        openEnd('measuresWithoutVerdict', measureId, title, { measureId, goalId, own }),
      ),
    ...chain.goals
      .filter(({ indicators }) => !indicators.some(({ target }) => target !== null))
      .map(({ id, title, own }) => openEnd('goalsWithoutTarget', id, title, { goalId: id, own })),
    ...chain.fundings
      .filter(({ alignment }) => alignment.slug === NOT_ASSESSED)
      .map((funding) => aboutFunding('moneyNotAligned', funding, measures)),
  ]
}

/** The numbers in the three sentences about a region. */
export function chainState(chain: RegionChain, today: CalendarDate): ChainState {
  const measures = chain.goals.flatMap((goal) => goal.measures)
  const verdicts = measures.flatMap((measure) => measure.now?.current ?? [])
  const amounts = amountsOf(chainAmounts(chain))
  const served = servedGoals(chain.goals)
  return {
    goals: chain.goals.length,
    goalsServed: chain.goals.filter((goal) => served.has(goal.id)).length,
    measures: measures.length,
    streams: chain.fundings.length,
    amounts,
    unknownAmounts: chain.fundings.length - amounts.known - amounts.examples,
    ending: endingMoney(chain, today).length,
    verdicts: verdicts.length,
    decisions: {
      continue: verdicts.filter(({ decision }) => decision === 'continue').length,
      adapt: verdicts.filter(({ decision }) => decision === 'adapt').length,
      stop: verdicts.filter(({ decision }) => decision === 'stop').length,
      undecided: verdicts.filter(({ decision }) => decision === 'undecided').length,
    },
  }
}

/** True when funding that ends this year ends within the horizon. */
export function endsSoon(
  funding: Pick<ChainFunding, 'endsOn' | 'hasPlan'>,
  today: CalendarDate,
): boolean {
  return (
    funding.endsOn !== null &&
    !funding.hasPlan &&
    funding.endsOn <= addMonths(today, FUNDING_HORIZON_MONTHS)
  )
}

export const MAX_DEPTH = 4

/** True when there is anything that could be an open end; otherwise "none" is empty praise. */
export function isChainKnown(
  { goals, measures, streams }: Pick<ChainState, 'goals' | 'measures' | 'streams'>,
  openEnds: readonly unknown[],
): boolean {
  return goals + measures + streams + openEnds.length > 0
}
