/** Reads figures in from the command line. Started with tsx and NODE_OPTIONS=--conditions=react-server. */
import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { saveDataset } from '@/lib/figures/datasets/mutations'
import { datasetSchema } from '@/lib/figures/datasets/schema'
import { checkFile, runImport, saveImport } from '@/lib/figures/imports/mutations'
import { listIssues } from '@/lib/figures/imports/data'
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
  const { dataset, cbs, into, file, write } = values
  if (dataset !== undefined) {
    const input = datasetSchema.parse(JSON.parse(readFileSync(dataset, 'utf8'), xmlSafeReviver))
    await saveDataset(input, null)
    return console.log(`Bron vastgelegd: ${input.slug}`)
  }
  if (cbs === undefined && (into === undefined || file === undefined)) return console.log(USAGE)
  const order = { trigger: 'command' as const, actorId: null }
  const outcome =
    cbs !== undefined
      ? await runImport(
          { ...order, datasetSlug: cbs, dryRun: !write },
          { base: env.CBS_ODATA_URL, hosts: env.IMPORT_HOSTS },
        )
      : await checkFile(
          { ...order, datasetSlug: into ?? '', fileName: cleanText(basename(file ?? '')) },
          await collectBytes(createReadStream(file ?? '')),
        )
  if (outcome === 'unchanged') return console.log('De bron is niet veranderd. Er is niets gelezen.')
  for (const issue of await listIssues(outcome.id))
    console.log(
      `  rij ${issue.rowNumber ?? '?'}, ${issue.column ?? ''}: ${issue.code} ${issue.text}`,
    )
  const done = write && outcome.status === 'checked' ? await saveImport(outcome.id, null) : outcome
  const { status, problem, detail, rowsRead, rowsSkipped, added, revised, unchanged, withdrawn } =
    done
  if (done.sheet !== null) console.log(`Gelezen werkblad: ${done.sheet}`)
  console.log(
    `${status}${problem === null ? '' : `: ${problem}`} ${detail ?? ''}\n${rowsRead} rijen gelezen, ${rowsSkipped} overgeslagen; ${added} nieuw, ${revised} veranderd, ${unchanged} gelijk, ${withdrawn} vervallen`,
  )
  if (status === 'failed' || status === 'reading') process.exitCode = 1
}

try {
  await main()
} catch (error) {
  if (error instanceof SheetError || error instanceof AppError)
    console.error(
      `Dit lukte niet: ${error.message}${error instanceof SheetError && error.detail !== '' ? ` (${error.detail})` : ''}`,
    )
  else throw error
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
