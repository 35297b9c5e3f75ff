/**
 * The chain of a region in one year: goal, measure, money, initiative, indicator, and what stands loose in it. A goal or
 * measure counts in a year when its period touches the year; without a period it always counts. A goal is served when an
 * initiative is linked to it or to a goal under it.
 *
 * Source: PRODUCT.md, "The policy monitor"; DOMAIN.md sections 4 and 9.
 */
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import { amountsOf } from '@/lib/base/amounts/rules'
import {
  endsWithoutFollowUp,
  FUNDING_HORIZON_MONTHS,
  fundingExpiry,
} from '@/lib/monitor/policies/rules'
import type { FundingFacts } from '@/lib/monitor/policies/types'
import type {
  ChainFunding,
  ChainGoal,
  ChainState,
  ImportRow,
  ImportText,
  OpenEnd,
  MoneyFlow,
  RegionChain,
  RowFault,
} from './types'

interface Period {
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
}

/** True when the period touches the year. Without dates it always counts. */
export function countsInYear({ startsOn, endsOn }: Period, year: number): boolean {
  return (
    (startsOn === null || startsOn <= `${year}-12-31`) &&
    (endsOn === null || endsOn >= `${year}-01-01`)
  )
}

/** Map.groupBy for the oldest Node that runs this. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

interface TreeNode {
  id: string
  parentId: string | null
}

/** The nodes with their depth, each right before the ones under it. A node whose parent is not there stands at the top. */
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

/** Measures by id, with what a loose end or a flow of money tells of them. */
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

/** Money that ends within twelve months without a follow-up: looked at per measure and per initiative, as people arrange it. */
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

/** Everything that stands loose in the chain of a region, in the order of the page; also what stands loose in what larger areas do here. */
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
      .map((funding) => {
        const measure = measures.get(funding.measureId ?? '')
        const title = `${funding.provider}: ${measure?.title ?? funding.initiative?.title ?? ''}`
        return openEnd('moneyWithoutMeasurement', funding.id, title, {
          measureId: funding.measureId,
          initiative: initiativeOf(funding),
          own: measure?.own ?? true,
        })
      }),
    ...endingMoney(chain, today),
    ...[...measures.values()]
      .filter(({ isJudged }) => !isJudged)
      .map(({ measureId, goalId, title, own }) =>
        openEnd('measuresWithoutVerdict', measureId, title, { measureId, goalId, own }),
      ),
  ]
}

/** What each stream pays for: its measure, else the measure that its initiative carries, else the initiative. */
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

/** What the three sentences about a region are made of. */
export function chainState(chain: RegionChain, today: CalendarDate): ChainState {
  const measures = chain.goals.flatMap((goal) => goal.measures)
  const verdicts = measures.flatMap((measure) => measure.now?.current ?? [])
  const paysFor = payer(chain)
  const amounts = amountsOf(
    chain.fundings.map((funding) => ({
      euro: funding.amountEuro,
      qualifier: funding.amountQualifier,
      paysFor: paysFor(funding),
    })),
  )
  const served = servedGoals(chain.goals)
  return {
    goals: chain.goals.length,
    goalsServed: chain.goals.filter((goal) => served.has(goal.id)).length,
    measures: measures.length,
    streams: chain.fundings.length,
    amounts,
    unknownAmounts: chain.fundings.length - amounts.known,
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

/**
 * From who pays, through a measure or an initiative, to a goal. Money of an initiative with one goal goes to that goal;
 * with several nobody knows how it divides, and it goes to `words.several` undivided. Unknown amounts cannot be drawn.
 */
export function moneyFlows(
  chain: RegionChain,
  words: { none: string; several: string },
): MoneyFlow[] {
  const measures = measuresOf(chain)
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
      (titles.length > 1 ? words.several : (titles[0] ?? words.none))
    const via = measure?.title ?? funding.initiative?.title ?? funding.provider
    return [
      {
        provider: funding.provider,
        via,
        goal,
        euro: funding.amountEuro,
        qualifier: funding.amountQualifier,
        paysFor: paysFor(funding),
      },
    ]
  })
}

/** True when the money of this year ends within the horizon; for the word beside an end date. */
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

/**
 * The aims on which the reform of the regional labour-market infrastructure is evaluated each year until 2031. A region
 * starts from them and puts its own words in their place (DOMAIN.md section 7).
 */
export const NATIONAL_GOALS = [
  {
    title: 'Sterkere samenwerking in de regio',
    description:
      'Gemeenten, UWV, onderwijs en sociale partners werken in het Regionaal Beraad aan dezelfde agenda.',
  },
  {
    title: 'Betere en beter bereikbare dienstverlening',
    description:
      'Werkzoekenden, werkenden en werkgevers vinden hulp bij een loket, het Werkcentrum.',
  },
  {
    title: 'Een aanpak die beter past bij de opgaven van de regio',
    description:
      'De regio pakt haar eigen opgaven op de arbeidsmarkt gericht aan en kijkt elk jaar wat werkt.',
  },
] as const
export const NATIONAL_SOURCE =
  'Landelijke doelen van de hervorming van de arbeidsmarktinfrastructuur'

/** The same in English, by their Dutch title. What a region wrote itself stays as it was written. */
const NATIONAL_ENGLISH: ReadonlyMap<string, { title: string; description: string }> = new Map([
  [
    NATIONAL_GOALS[0].title,
    {
      title: 'Stronger cooperation in the region',
      description:
        'Municipalities, UWV, education and social partners work on one agenda in the regional board.',
    },
  ],
  [
    NATIONAL_GOALS[1].title,
    {
      title: 'Better services that are easier to reach',
      description: 'Jobseekers, workers and employers find help at one editor, the work centre.',
    },
  ],
  [
    NATIONAL_GOALS[2].title,
    {
      title: 'An approach that fits the tasks of the region better',
      description:
        'The region takes up its own tasks on the labour market and looks each year at what works.',
    },
  ],
])
const NATIONAL_SOURCE_ENGLISH = 'National goals of the reform of the labour-market infrastructure'

/** The chain in the language of the reader, as far as its words are ours: the national goals that a region began with. */
export function inLanguage(chain: RegionChain, locale: string): RegionChain {
  if (locale !== 'en') return chain
  return {
    ...chain,
    goals: chain.goals.map((goal) => {
      const dutch = NATIONAL_GOALS.find(({ title }) => title === goal.title)
      const english = NATIONAL_ENGLISH.get(goal.title)
      if (dutch === undefined || english === undefined) return goal
      return {
        ...goal,
        title: english.title,
        ...(goal.description === dutch.description && { description: english.description }),
        ...(goal.source.title === NATIONAL_SOURCE && {
          source: { ...goal.source, title: NATIONAL_SOURCE_ENGLISH },
        }),
      }
    }),
  }
}

export const MAX_DEPTH = 4

/** The type of funding of a row that names who pays and not how. */
export const UNKNOWN_FUNDING = 'onbekend'

const sameWords = (text: string) => text.toLowerCase()

function parentFault(
  row: ImportRow,
  firstRows: ReadonlyMap<string, number>,
  goals: ReadonlySet<string>,
): RowFault[] {
  if (row.parent === '' || goals.has(sameWords(row.parent))) return []
  const other = firstRows.get(sameWords(row.parent))
  if (other === undefined || sameWords(row.parent) === sameWords(row.goal))
    return [{ row: row.row, column: 'parent', message: 'importParent' }]
  return other < row.row
    ? []
    : [{ row: row.row, column: 'parent', message: 'importParentBelow', other }]
}

/**
 * What is wrong with the rows of an import beside the shape of their cells, each fault once. Every row is judged by
 * itself: a parent that stands in a row above is there, also when that row has a fault of its own. `shape` holds the
 * faults that were found before; a cell that has one is not judged again.
 */
export function importFaults(
  rows: readonly ImportRow[],
  words: ImportText,
  shape: readonly RowFault[] = [],
): RowFault[] {
  const told = new Set(shape.map(({ row, column }) => `${row} ${column}`))
  const firstRows = new Map(
    rows
      .filter(({ goal }) => goal !== '')
      .toReversed()
      .map((row) => [sameWords(row.goal), row.row]),
  )
  const unknown = (
    row: ImportRow,
    column: 'instrument' | 'fundingType',
    known: ReadonlySet<string>,
    text: string,
  ): RowFault[] =>
    text === '' || known.has(sameWords(text))
      ? []
      : [{ row: row.row, column, message: 'unknownChoice' }]
  const found = rows.flatMap((row) => [
    ...parentFault(row, firstRows, words.goals),
    ...unknown(row, 'instrument', words.instruments, row.instrument),
    ...unknown(row, 'fundingType', words.fundingTypes, row.fundingType),
  ])
  return [...shape, ...found.filter(({ row, column }) => !told.has(`${row} ${column}`))].sort(
    (a, b) => a.row - b.row,
  )
}

/** True when there is something that could stand loose: without goals, measures, money or loose initiatives, "nothing stands loose" would be praise for nothing. */
export function isChainKnown(
  { goals, measures, streams }: Pick<ChainState, 'goals' | 'measures' | 'streams'>,
  openEnds: readonly unknown[],
): boolean {
  return goals + measures + streams + openEnds.length > 0
}
