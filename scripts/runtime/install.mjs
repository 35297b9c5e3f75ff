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

export async function ensureInstalled() {
  const wanted = fingerprint()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return
  await step('Onderdelen installeren (eerste keer: enkele minuten)', async () => {
    // Migrations use the engine inside the package, so none is downloaded (docs/adr/0002).
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

export async function ensureGenerated(schemaHash) {
  if (existsSync(SCHEMA_MARK) && readFileSync(SCHEMA_MARK, 'utf8') === schemaHash) return
  // Generating needs no engine, but the command wants a path that exists.
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
