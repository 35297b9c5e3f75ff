import { Problem, step } from './console.mjs'
import { ensureGenerated } from './install.mjs'
import { run } from './processes.mjs'
import { buildFingerprint, isBuilt, markBuilt, schemaFingerprint } from './sources.mjs'

const NEXT = 'node_modules/next/dist/bin/next'

export const generate = () => ensureGenerated(schemaFingerprint())

export async function ensureBuilt({ quiet = false } = {}) {
  const print = buildFingerprint()
  if (isBuilt(print)) return
  await step('Bouwen (een halve tot hele minuut)', async () => {
    // Building reads no database; the address only has to exist.
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: process.env.DATABASE_URL ?? 'postgresql://build@127.0.0.1/build',
    }
    const { code, output } = await run(process.execPath, [NEXT, 'build'], {
      env,
      stdio: process.env.DEBUG && !quiet ? 'inherit' : 'pipe',
    })
    if (code !== 0) {
      if (/ENOSPC/.test(output))
        throw new Problem('De schijf is vol.', 'Maak minstens 3 GB vrij en start opnieuw.')
      throw new Problem(
        `Bouwen lukte niet.\n${output.slice(-4_000)}`,
        'Herstel de fout hierboven en start opnieuw.',
      )
    }
    markBuilt(print)
  })
}

export const SERVER = 'server/main.ts'

export { NEXT }
