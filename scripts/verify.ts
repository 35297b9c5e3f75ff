/** Checks that nothing that was signed has been rewritten. Exit code 1 when something was. */
import { parseArgs } from 'node:util'
import { db } from '@/lib/base/db/db'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { checkLedger } from '@/lib/site/ledger/check.data'
import { findHash } from '@/lib/site/ledger/data'
import { publishHead, saveCheck } from '@/lib/site/ledger/mutations'
import { faultText, readHash, recordKey } from '@/lib/site/ledger/rules'
import { listSubjects } from '@/lib/site/ledger/subjects.data'
import type { Fault } from '@/lib/site/ledger/types'

const USAGE = `Gebruik: npm run verify [-- --hash <vingerafdruk>] [--publish]

Controleert of niets dat ondertekend is, later is veranderd. Met --hash controleert u ook een vingerafdruk die u eerder bewaarde.
Met --publish publiceert u eerst de vingerafdruk van vandaag en komt de uitkomst op /onveranderd, voor wie zelf plant (JOBS=0).
De uitkomst is 0 als alles klopt en 1 als er iets is veranderd.`

async function printFaults(faults: readonly Fault[]): Promise<void> {
  const subjects = await listSubjects(
    faults.flatMap(({ kind, recordId }) => (kind && recordId ? [{ kind, recordId }] : [])),
  )
  for (const fault of faults) {
    const { kind, recordId } = fault
    const subject = kind && recordId ? subjects.get(recordKey({ kind, recordId })) : undefined
    console.log(`  - ${faultText(fault, subject)}`)
  }
}

async function isKept(typed: string): Promise<boolean> {
  const hash = readHash(typed)
  const found = hash === null ? null : await findHash(hash)
  console.log(
    hash === null
      ? 'Dit is geen vingerafdruk. Die heeft 64 tekens: cijfers en de letters a tot en met f.'
      : found
        ? `De vingerafdruk die u bewaarde hoort bij nummer ${found.seq} en staat nog in de reeks.`
        : 'De vingerafdruk die u bewaarde staat niet meer in de reeks. De reeks is dus herschreven.',
  )
  return found !== null
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      hash: { type: 'string' },
      publish: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(USAGE)
  const now = new Date()
  if (values.publish) await publishHead(now)
  const result = await checkLedger()
  if (values.publish) await saveCheck(result, now)
  const { entries, heads, faultCount, faults, head } = result
  console.log(`Gecontroleerd: ${entries} vastleggingen en ${heads} vingerafdrukken van een dag.`)
  console.log(`Laatste vingerafdruk: nummer ${head.seq}, ${head.hash}`)
  if (faultCount > 0) {
    console.log(`Er klopt iets niet (${faultCount}):`)
    await printFaults(faults)
    if (faultCount > faults.length)
      console.log(
        `  en nog ${faultCount - faults.length} andere. De eerste ${faults.length} staan hierboven.`,
      )
    process.exitCode = 1
  } else console.log('Niets is veranderd.')
  if (values.hash !== undefined && !(await isKept(values.hash))) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  if (!isDatabaseUnavailable(error)) throw error
  console.error('De database antwoordt niet. Controleer DATABASE_URL en probeer het opnieuw.')
  process.exitCode = 2
} finally {
  await db.$disconnect()
}
