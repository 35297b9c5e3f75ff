/** Imports figures from the command line; needs NODE_OPTIONS=--conditions=react-server. */
import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { saveDataset } from '@/lib/figures/datasets/mutations'
import { datasetSchema } from '@/lib/figures/datasets/schema'
import { saveImport } from '@/lib/figures/imports/mutations'
import { checkFile, runImport } from '@/lib/figures/imports/run.mutations'
import { listIssues } from '@/lib/figures/imports/data'
import type { ImportView } from '@/lib/figures/imports/types'
import { db } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { collectBytes, SheetError } from '@/lib/base/files/sheets'
import { cleanText, xmlSafeReviver } from '@/lib/base/text/text'

const USAGE = `Gebruik:
  npm run stats:import -- --dataset bron.json             een bron met zijn kolommen of codes vastleggen
  npm run stats:import -- --cbs slug [--write]            een tabel van het CBS lezen
  npm run stats:import -- --into slug --file x.csv [--write]   een CSV of XLSX lezen

Zonder --write ziet u alleen wat er zou gebeuren.`

interface Options {
  dataset?: string | undefined
  cbs?: string | undefined
  into?: string | undefined
  file?: string | undefined
  write: boolean
}

async function describe(path: string): Promise<void> {
  const input = datasetSchema.parse(JSON.parse(readFileSync(path, 'utf8'), xmlSafeReviver))
  await saveDataset(input, null)
  console.log(`Bron vastgelegd: ${input.slug}`)
}

async function read({ cbs, into, file, write }: Options): Promise<ImportView | 'unchanged' | null> {
  const order = { trigger: 'command' as const, actorId: null }
  if (cbs !== undefined)
    return runImport(
      { ...order, datasetSlug: cbs, dryRun: !write },
      { base: env.CBS_ODATA_URL, hosts: env.IMPORT_HOSTS },
    )
  if (into === undefined || file === undefined) return null
  return checkFile(
    { ...order, datasetSlug: into, fileName: cleanText(basename(file)) },
    await collectBytes(createReadStream(file)),
  )
}

function report(view: ImportView): void {
  const { status, problem, detail, rowsRead, rowsSkipped, added, revised, unchanged, withdrawn } =
    view
  if (view.sheet !== null) console.log(`Gelezen werkblad: ${view.sheet}`)
  console.log(
    `${status}${problem === null ? '' : `: ${problem}`} ${detail ?? ''}\n${rowsRead} rijen gelezen, ${rowsSkipped} overgeslagen; ${added} nieuw, ${revised} veranderd, ${unchanged} gelijk, ${withdrawn} vervallen`,
  )
  if (status === 'failed' || status === 'reading') process.exitCode = 1
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dataset: { type: 'string' },
      cbs: { type: 'string' },
      into: { type: 'string' },
      file: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  if (values.dataset !== undefined) return describe(values.dataset)
  const outcome = await read(values)
  if (outcome === null) return console.log(USAGE)
  if (outcome === 'unchanged') return console.log('De bron is niet veranderd. Er is niets gelezen.')
  for (const issue of await listIssues(outcome.id))
    console.log(
      `  rij ${issue.rowNumber ?? '?'}, ${issue.column ?? ''}: ${issue.code} ${issue.text}`,
    )
  const isWanted = values.write && outcome.status === 'checked'
  report(isWanted ? await saveImport(outcome.id, null) : outcome)
}

try {
  await main()
} catch (error) {
  if (error instanceof SheetError)
    console.error(
      `Dit lukte niet: ${error.problem}${error.detail === '' ? '' : ` (${error.detail})`}`,
    )
  else if (error instanceof AppError) console.error(`Dit lukte niet: ${error.detail ?? error.code}`)
  else throw error
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
