import { performance } from 'node:perf_hooks'
import { saveDataset } from '@/lib/figures/datasets/mutations'
import { datasetSchema } from '@/lib/figures/datasets/schema'
import { saveImport } from '@/lib/figures/imports/mutations'
import { checkFile, runImport } from '@/lib/figures/imports/run.mutations'
import type { ImportView } from '@/lib/figures/imports/types'
import { db } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'

const number = (value: number) => Math.round(value).toLocaleString('en')
const megabytes = () => process.memoryUsage().rss / 1_048_576
const order = { trigger: 'command' as const, actorId: null }

async function watched(work: () => Promise<ImportView>) {
  const seen: number[] = []
  const timer = setInterval(() => seen.push(megabytes()), 100)
  const from = performance.now()
  const outcome = await work()
  clearInterval(timer)
  const tenth = (at: number) =>
    Math.max(
      ...seen.slice(Math.floor(seen.length * at), Math.max(1, Math.ceil(seen.length * (at + 0.1)))),
    )
  if (outcome.status !== 'done')
    throw new Error(`${outcome.status}: ${outcome.problem ?? ''} ${outcome.detail ?? ''}`)
  return {
    seconds: (performance.now() - from) / 1_000,
    added: outcome.added,
    start: tenth(0.05),
    middle: tenth(0.45),
    end: tenth(0.9),
    top: Math.max(...seen),
  }
}

async function table(): Promise<ImportView> {
  const mapping = {
    table: '99999NED',
    regionDimension: 'RegioS',
    measures: { M001: { indicator: 'gwu-personen', title: 'Synthetisch' } },
  }
  await saveDataset(
    datasetSchema.parse({
      kind: 'cbs_odata',
      slug: 'meting-tabel',
      title: 'Meting',
      source: 'cbs-85648NED',
      mapping,
    }),
    null,
  )
  const outcome = await runImport(
    { ...order, datasetSlug: 'meting-tabel' },
    { base: env.CBS_ODATA_URL, hosts: env.IMPORT_HOSTS },
  )
  if (outcome === 'unchanged') throw new Error('nothing was read')
  return outcome
}

async function file(columns: number): Promise<ImportView> {
  const regions = (
    await db.region.findMany({
      where: { type: 'municipality' },
      select: { code: true },
      orderBy: { code: 'asc' },
    })
  ).map(({ code }) => code)
  const slugs = (
    await db.statIndicator.findMany({
      select: { slug: true },
      orderBy: { slug: 'asc' },
      take: columns,
    })
  ).map(({ slug }) => slug)
  const lines = regions.flatMap((code, at) =>
    Array.from(
      { length: 580 },
      (_, index) =>
        `${code};${1970 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}${slugs.map((_slug, column) => `;${(at + index * 7 + column) % 1000}`).join('')}`,
    ),
  )
  const content = Buffer.from(
    `Gemeente;Maand;${slugs.map((_, column) => `K${column}`).join(';')}\n${lines.join('\n')}\n`,
  )
  lines.length = 0
  const mapping = {
    region: 'Gemeente',
    periodColumn: 'Maand',
    values: slugs.map((indicator, column) => ({ column: `K${column}`, indicator })),
  }
  await saveDataset(
    datasetSchema.parse({
      kind: 'file',
      slug: 'meting-bestand',
      title: 'Meting',
      source: 'cbs-85648NED',
      mapping,
    }),
    null,
  )
  const { id } = await checkFile(
    { ...order, datasetSlug: 'meting-bestand', fileName: 'meting.csv' },
    content,
  )
  return saveImport(id, null)
}

const lines = [
  '| importer | figures | seconds | figures per second | memory at the start, MB | half-way | at the end | highest |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
]
for (const [name, work] of [
  ['a table of CBS over HTTP, pages of 100,000', table],
  ['a CSV file, 19 MB', () => file(20)],
] as const) {
  const row = await watched(work)
  lines.push(
    `| ${name} | ${number(row.added)} | ${number(row.seconds)} | ${number(row.added / row.seconds)} | ${number(row.start)} | ${number(row.middle)} | ${number(row.end)} | ${number(row.top)} |`,
  )
  process.stderr.write(`${lines.at(-1) ?? ''}\n`)
}
process.stdout.write(`${lines.join('\n')}\n`)
await db.$disconnect()
