import { performance } from 'node:perf_hooks'
import { saveImport } from '@/lib/figures/imports/mutations'
import { inBulkTransaction, withBulkClient } from '@/lib/base/db/bulk'
import { db } from '@/lib/base/db/db'
import { getIndicatorAsSeen } from '@/lib/figures/statistics/as-seen.data'
import { countSeenCells, listSeenCells } from '@/lib/figures/statistics/cells.data'
import { openStage, SeriesRegistry, stageFigures } from '@/lib/figures/statistics/mutations'
import type { StagedFigure } from '@/lib/figures/statistics/types'

const TOTAL = Number(process.argv[2] ?? 5_000_000)
const PAGE = 100_000
const PERIODS = 100
const CONNECTIONS = 16

const number = (value: number) => Math.round(value).toLocaleString('en')
const megabytes = () => process.memoryUsage().rss / 1_048_576
const percentile = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

function* figures(
  indicatorIds: readonly string[],
  regionIds: readonly string[],
  change: number,
): Generator<StagedFigure> {
  let count = 0
  for (let group = 0; ; group += 1) {
    for (const indicatorId of indicatorIds)
      for (const regionId of regionIds)
        for (let at = 0; at < PERIODS; at += 1) {
          if (count === TOTAL) return
          const period = (2000 + Math.floor(at / 4)) * 1_000 + 101 + (at % 4)
          const value = ((count * 7_919) % 100_000) + (change > 0 && count % change === 0 ? 1 : 0)
          yield {
            indicatorId,
            regionId,
            breakdown: group === 0 ? '' : `groep=${group}`,
            period,
            value: String(value),
            status: 'final',
            attribute: null,
          }
          count += 1
        }
  }
}

async function load(datasetId: number, change: number) {
  const indicators = (
    await db.statIndicator.findMany({ select: { id: true }, orderBy: { slug: 'asc' } })
  ).map(({ id }) => id)
  const regions = (
    await db.region.findMany({ select: { id: true }, orderBy: { code: 'asc' } })
  ).map(({ id }) => id)
  const row = await db.statImport.create({
    data: { datasetId, trigger: 'command', label: 'synthetic', isRead: true },
    select: { id: true, stageKey: true },
  })
  const memory: number[] = []
  const from = performance.now()
  await withBulkClient(async (client) => {
    await openStage(client, row.stageKey)
    const book = new SeriesRegistry(client, datasetId)
    let page: StagedFigure[] = []
    const flush = async () => {
      await inBulkTransaction(client, () => stageFigures(client, row.stageKey, book, page))
      page = []
      memory.push(megabytes())
    }
    for (const figure of figures(indicators, regions, change)) {
      page.push(figure)
      if (page.length === PAGE) await flush()
    }
    if (page.length > 0) await flush()
  })
  const staged = performance.now()
  const { added, revised, unchanged } = await saveImport(row.id, null)
  const written = performance.now()
  const half = memory.slice(Math.floor(memory.length / 2))
  return {
    added,
    revised,
    unchanged,
    copy: TOTAL / ((staged - from) / 1_000),
    whole: TOTAL / ((written - from) / 1_000),
    seconds: (written - from) / 1_000,
    first: Math.max(...memory.slice(0, 3)),
    last: Math.max(...half),
  }
}

async function read(
  work: (turn: number) => Promise<unknown>,
  connections: number,
): Promise<number> {
  const times: number[] = []
  const until = performance.now() + 5_000
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      for (let turn = worker; performance.now() < until; turn += connections) {
        const from = performance.now()
        await work(turn)
        times.push(performance.now() - from)
      }
    }),
  )
  return percentile(times, 0.95)
}

const source = await db.statisticalSource.findFirstOrThrow({
  select: { id: true },
  orderBy: { slug: 'asc' },
})
const { id } = await db.statDataset.create({
  data: {
    slug: 'synthetisch',
    title: 'Synthetisch',
    kind: 'file',
    sourceId: source.id,
    mapping: {},
  },
  select: { id: true },
})
const slugs = (
  await db.statIndicator.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })
).map(({ slug }) => slug)
const codes = (
  await db.region.findMany({
    select: { code: true },
    where: { type: 'labour_market' },
    orderBy: { code: 'asc' },
  })
).map(({ code }) => code)
const lines = [
  '| import | observations | new | revised | unchanged | COPY per second | whole import per second | memory at the start, MB | memory later, MB |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
]
for (const [name, change] of [
  ['into an empty table', 0],
  ['again, 1 in 100 changed', 100],
] as const) {
  const row = await load(id, change)
  lines.push(
    `| ${name} | ${number(TOTAL)} | ${number(row.added)} | ${number(row.revised)} | ${number(row.unchanged)} | ${number(row.copy)} | ${number(row.whole)} | ${number(row.first)} | ${number(row.last)} |`,
  )
  process.stderr.write(`${lines.at(-1) ?? ''}\n`)
}
const now = new Date()
lines.push('', '| reading at that size | p95 ms at 1 | p95 ms at 16 |', '| --- | ---: | ---: |')
const pick = (turn: number, list: readonly string[]) => list[turn % list.length] ?? ''
const reactions = [
  [
    'page of an indicator, labour-market regions',
    (turn: number) =>
      getIndicatorAsSeen({ slug: pick(turn, slugs), at: now, regionType: 'labour_market' }),
  ],
  [
    'one region, one indicator, all periods',
    (turn: number) =>
      listSeenCells({ slug: pick(turn, slugs), at: now, regions: [pick(turn, codes)] }),
  ],
  [
    'one region as it stood before',
    (turn: number) =>
      listSeenCells({
        slug: pick(turn, slugs),
        at: new Date(now.getTime() - 1_000),
        regions: [pick(turn, codes)],
      }),
  ],
  [
    'how many figures an indicator has, up to 100,000',
    (turn: number) => countSeenCells({ slug: pick(turn, slugs), at: now }, 100_001),
  ],
  [
    'the first 5,000 figures of an indicator',
    (turn: number) => listSeenCells({ slug: pick(turn, slugs), at: now }),
  ],
] as const
for (const [name, work] of reactions)
  lines.push(
    `| ${name} | ${(await read(work, 1)).toFixed(0)} | ${(await read(work, CONNECTIONS)).toFixed(0)} |`,
  )
process.stdout.write(`${lines.join('\n')}\n`)
await db.$disconnect()
