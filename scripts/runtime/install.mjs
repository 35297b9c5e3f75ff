import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Problem, step } from './console.mjs'
import { npm } from './node.mjs'
import { inRoot } from './paths.mjs'
import { run } from './processes.mjs'

const MARK = inRoot('node_modules', '.praktijkbank-installed')

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

/** Installs what the lockfile says, when that has not happened yet. */
export async function ensureInstalled() {
  const wanted = fingerprint()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return
  await step('Onderdelen installeren (eerste keer: enkele minuten)', async () => {
    // Engines of Prisma are not downloaded: the migrations run on the engine inside the package (docs/adr/0002).
    const env = { ...process.env, PRISMA_SKIP_POSTINSTALL_GENERATE: '1', NODE_ENV: 'development' }
    const options = { env, stdio: 'pipe', shell: process.platform === 'win32' }
    const { code, output } = await run(
      npm,
      ['ci', '--include=dev', '--no-audit', '--no-fund'],
      options,
    )
    if (code !== 0) {
      if (/ENOSPC/.test(output))
        throw new Problem(
          'De schijf is vol.',
          'Maak minstens 3 GB vrij en start opnieuw.',
          new Error(output),
        )
      throw new Problem(
        'Installeren lukte niet.',
        'Controleer de verbinding met het npm-register en start opnieuw. Met DEBUG=1 ziet u wat npm meldde.',
        new Error(output),
      )
    }
    writeFileSync(MARK, wanted)
  })
}

const SCHEMA_MARK = inRoot('generated', '.schema')

/** Makes the database client from the schema, when the schema changed. */
export async function ensureGenerated(schemaHash) {
  if (existsSync(SCHEMA_MARK) && readFileSync(SCHEMA_MARK, 'utf8') === schemaHash) return
  // Generating needs no engine, but the command insists on finding one: any program that exists will do.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  const { code, output } = await run(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema'],
    { env, stdio: 'pipe' },
  )
  if (code !== 0)
    throw new Problem(
      'De databaseclient is niet te maken.',
      'Kijk met DEBUG=1 wat er mis is in prisma/schema.',
      new Error(output),
    )
  writeFileSync(SCHEMA_MARK, schemaHash)
}
