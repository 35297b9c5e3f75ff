import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { performance } from 'node:perf_hooks'
import { getRegionChain } from '@/lib/monitor/chains/data'
import { chainOpenEnds, chainState } from '@/lib/monitor/chains/rules'
import { getGapBase } from '@/lib/monitor/gaps/data'
import { listEndingStreams, listEndingSums } from '@/lib/monitor/expiring-funding/data'
import { listMatrixCells } from '@/lib/monitor/overview/data'
import { listPeerTraits, listRegionSums } from '@/lib/monitor/peers/data'
import { db } from '@/lib/base/db/db'
import { getBalance, getWelfareFigures } from '@/lib/monitor/welfare/data'

const CONNECTIONS = 16
const SECONDS = Number(process.argv[2] ?? 4)
const REGION = 'midden-brabant'
const TODAY = '2026-11-24'

const sorted = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

async function measure(
  work: () => Promise<unknown>,
  connections: number,
): Promise<{ middle: number; slowest: number }> {
  await work()
  const times: number[] = []
  const until = performance.now() + SECONDS * 1_000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const from = performance.now()
        await work()
        times.push(performance.now() - from)
      }
    }),
  )
  return { middle: sorted(times, 0.5), slowest: sorted(times, 0.95) }
}

const values = await listFacetValues()
const { id } = await db.region.findUniqueOrThrow({ where: { slug: REGION }, select: { id: true } })
const top = (list: typeof values.targetGroup) => [
  ...list.filter(({ parent }) => parent === null).map(({ slug }) => slug),
  '',
]
const filter = { from: '2026-10-01', regionIds: null, type: null }
const [{ busiest }] = await db.$queryRaw<[{ busiest: string }]>`
  SELECT r.id::text AS busiest
  FROM search_tag t
    JOIN region r ON r.slug = t.slug
    AND r.type = 'labour_market'
  WHERE t.facet = 'regio'
  ORDER BY t.count DESC
  LIMIT 1
`
const inRegion = `s.tags && ARRAY(SELECT id FROM search_tag WHERE facet = 'regio' AND slug = '${REGION}')`

function regionStatements(regionId: string): string[] {
  const lineage = `WITH RECURSIVE up AS (SELECT '${regionId}'::uuid AS id UNION SELECT l.parent_id FROM region_link l JOIN up ON up.id = l.child_id WHERE l.is_primary AND l.valid_to_year IS NULL)`
  const measures = `${lineage} SELECT m.* FROM policy_measure m JOIN policy_goal g ON g.id = m.goal_id WHERE g.region_id IN (SELECT id FROM up) AND g.starts_on <= '2026-12-31' AND g.ends_on >= '2026-01-01'`
  const initiatives = `FROM initiative_search s WHERE s.tags && ARRAY(SELECT t.id FROM search_tag t JOIN region r ON r.slug = t.slug WHERE t.facet = 'regio' AND r.id = '${regionId}') ORDER BY s.title, s.initiative_id LIMIT 500`
  return [
    `${lineage} SELECT g.* FROM policy_goal g WHERE g.region_id IN (SELECT id FROM up) AND g.starts_on <= '2026-12-31' AND g.ends_on >= '2026-01-01'`,
    measures,
    `SELECT s.initiative_id, s.slug, s.title ${initiatives}`,
    `SELECT f.* FROM funding f WHERE f.measure_id IN (SELECT id FROM (${measures}) m)`,
    `SELECT f.* FROM funding f WHERE f.initiative_id IN (SELECT s.initiative_id ${initiatives})`,
    `SELECT v.* FROM policy_verdict v WHERE v.year IN (2025, 2026) AND v.measure_id IN (SELECT id FROM (${measures}) m)`,
  ]
}

const TASKS: readonly (readonly [string, () => Promise<unknown>, readonly string[]])[] = [
  [
    'region overview',
    async () => {
      const chain = await getRegionChain(id, 2026)
      return chain && [chainOpenEnds(chain, TODAY), chainState(chain, TODAY)]
    },
    regionStatements(id),
  ],
  [
    'region overview, most initiatives',
    async () => {
      const chain = await getRegionChain(busiest, 2026)
      return chain && [chainOpenEnds(chain, TODAY), chainState(chain, TODAY)]
    },
    regionStatements(busiest),
  ],
  [
    'matrix',
    () => listMatrixCells(top(values.targetGroup), top(values.instrument), 1),
    [
      'SELECT g, i, count(*), max(s.evidence_rank), min(s.evidence_rank) FROM initiative_search s, unnest(s.target_groups) g, unnest(s.instruments) i GROUP BY g, i',
    ],
  ],
  [
    'gaps',
    getGapBase,
    [
      'SELECT g, r, count(*) FROM initiative_search s, unnest(s.target_groups) g, unnest(s.regions) r GROUP BY g, r',
    ],
  ],
  [
    'funding horizon',
    () =>
      Promise.all([
        listEndingSums(filter),
        listEndingStreams(filter, '2026-4', { skip: 0, take: 25 }),
      ]),
    [
      `SELECT date_trunc('quarter', ends_on), type_id, count(*), sum(amount_euro) FROM funding GROUP BY 1, 2`,
      `SELECT * FROM funding WHERE ends_on BETWEEN '2026-10-01' AND '2026-12-31' ORDER BY ends_on LIMIT 25`,
    ],
  ],
  [
    'all regions',
    () => listRegionSums(2026),
    [
      `SELECT g.region_id, count(*) FROM policy_goal g JOIN policy_measure m ON m.goal_id = g.id WHERE g.starts_on <= '2026-12-31' AND g.ends_on >= '2026-01-01' GROUP BY 1`,
      'SELECT r, count(*), max(s.evidence_rank) FROM initiative_search s, unnest(s.regions) r GROUP BY r',
      'SELECT r, count(*), sum(f.amount_euro) FROM funding f JOIN initiative_search s USING (initiative_id), unnest(s.regions) r GROUP BY r',
    ],
  ],
  [
    'similar regions',
    () => listPeerTraits([]),
    ['SELECT DISTINCT r, x FROM initiative_search s, unnest(s.regions) r, unnest(s.sectors) x'],
  ],
  [
    'welfare next to work',
    () => Promise.all([getWelfareFigures(REGION), getBalance(REGION)]),
    [
      `SELECT o.* FROM observation o JOIN indicator i ON i.id = o.indicator_id WHERE i.slug IN ('mantelzorgers', 'vrijwilligers-18plus', 'oap-aandeel')`,
      `SELECT x.* FROM initiative_search s JOIN trade_off x USING (initiative_id) WHERE ${inRegion}`,
    ],
  ],
]

for (const [name, work, statements] of TASKS) {
  const bare = async () => {
    for (const statement of statements) await db.$queryRawUnsafe(statement)
  }
  const cells: number[] = []
  for (const connections of [1, CONNECTIONS]) {
    const [sql, own] = [await measure(bare, connections), await measure(work, connections)]
    cells.push(own.middle, own.slowest, sql.middle, sql.slowest, own.middle / sql.middle)
  }
  process.stdout.write(
    `| ${name} | ${cells.map((cell, at) => (at % 5 === 4 ? `${cell.toFixed(1)}×` : cell.toFixed(cell < 10 ? 1 : 0))).join(' | ')} |\n`,
  )
}
await db.$disconnect()
