import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { Problem, say } from './console.mjs'
import { markSeeded, migrate, openDatabase, seed, seedIsCurrent } from './database.mjs'
import { inRoot } from './paths.mjs'
import { secret } from './postgres.mjs'
import { fingerprint } from './sources.mjs'

const SEED_INPUTS = ['prisma/seed', 'prisma/migrations', 'package-lock.json']

/** Fails clearly when another program has the port. */
export async function ownPort() {
  const flag = process.argv.indexOf('--port')
  const wanted = Number(flag === -1 ? (process.env.PORT ?? 3000) : process.argv[flag + 1])
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535)
    throw new Problem(
      'De poort is geen getal tussen 0 en 65535.',
      'Bijvoorbeeld: PORT=3001 npm start',
    )
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Problem(
              `Poort ${wanted} is al in gebruik.`,
              `Stop het andere programma, of kies een andere poort: PORT=${wanted + 1} npm start`,
            )
          : new Problem(
              `Poort ${wanted} is niet te openen.`,
              'Kies een poort boven 1023: PORT=3001 npm start',
              error,
            ),
      ),
    )
    server.listen(wanted, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** `lost` rejects when our own database does not come back. */
export async function prepare(port) {
  const { url, demo, lost } = await openDatabase({ keep: true })
  await migrate(url)
  const print = `${fingerprint(SEED_INPUTS)}${demo ? '+demo' : ''}`
  if (!(await seedIsCurrent(url, print))) {
    await seed(url, demo)
    await markSeeded(url, print)
  }
  const address = process.env.NEXTAUTH_URL ?? `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DEMO_DATA: demo ? '1' : '0',
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? secret(inRoot('.data'), 'session-secret'),
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
  }
  return { env, address, demo, lost: lost ?? new Promise(() => undefined) }
}

export function announce({ address, demo }) {
  say()
  say(`  De Praktijkbank draait op ${address}`)
  const accounts = inRoot('prisma', 'seed', 'demo', 'accounts.json')
  if (demo && existsSync(accounts)) {
    say()
    say('  Voorbeeldaccounts (alleen om te proberen):')
    for (const { email, password, roleLabelNl } of JSON.parse(readFileSync(accounts, 'utf8')))
      say(`    ${email.padEnd(38)} ${password.padEnd(34)} ${roleLabelNl}`)
  }
  say()
  say('  Stoppen: Ctrl-C')
  say()
}
