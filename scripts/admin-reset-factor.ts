/**
 * Takes someone's second factor away, for who administers alone and lost everything. Started by
 * scripts/with-database.mjs with DATABASE_URL set.
 */
import { parseArgs } from 'node:util'
import { emailKey } from '@/lib/people/accounts/schema'
import { resetFromConsole } from '@/lib/people/second-factor/resets.mutations'
import { db } from '@/lib/base/db/db'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'

const USAGE = `Gebruik: npm run admin:reset-factor -- --email u@organisatie.nl

Haalt app, passkeys en herstelcodes van dit account weg en logt het overal uit. Is er een tweede beheerder, doe het dan samen in de werkplek.`

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

function readAddress(): string | null {
  try {
    const { values } = parseArgs({ options: { email: { type: 'string' } } })
    return emailKey.safeParse(values.email).data ?? null
  } catch {
    return null
  }
}

try {
  const email = readAddress()
  if (email === null) fail(USAGE)
  else if ((await resetFromConsole(email)) === 'ok')
    console.log(
      `De tweede stap van ${email} is weggehaald. Bij de volgende keer inloggen stelt deze persoon hem opnieuw in.`,
    )
  else fail('Dit e-mailadres heeft geen account, of geen tweede stap. Er is niets veranderd.')
} catch (error) {
  if (!isDatabaseUnavailable(error)) throw error
  fail(
    'De database antwoordt niet. Controleer DATABASE_URL en of de server draait, en probeer het opnieuw.',
  )
} finally {
  await db.$disconnect()
}
