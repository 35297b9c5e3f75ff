import { createRequire } from 'node:module'
import { Problem, step } from './console.mjs'
import { inRoot } from './paths.mjs'
import { startPostgres } from './postgres.mjs'
import { onExit, run } from './processes.mjs'
import { applyMigrations } from './schema-engine.mjs'

function explainConnection(error, url) {
  const host = (() => {
    try {
      return new URL(url).host
    } catch {
      return null
    }
  })()
  if (host === null)
    return new Problem(
      'DATABASE_URL is geen goed adres.',
      'Gebruik de vorm postgresql://gebruiker:wachtwoord@server:5432/database.',
      error,
    )
  const text = `${error.code ?? ''} ${error.message}`
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timeout/i.test(text))
    return new Problem(
      `De database op ${host} antwoordt niet.`,
      'Controleer of de server draait en of DATABASE_URL klopt.',
      error,
    )
  if (/28P01|28000|password|authentication/i.test(text))
    return new Problem(
      `De database op ${host} weigert deze gebruiker.`,
      'Controleer de gebruiker en het wachtwoord in DATABASE_URL.',
      error,
    )
  if (/3D000/.test(text))
    return new Problem(
      'De database in DATABASE_URL bestaat niet.',
      'Maak hem aan met CREATE DATABASE en start opnieuw.',
      error,
    )
  return new Problem(
    `De database op ${host} is niet te gebruiken: ${error.message}`,
    'Controleer DATABASE_URL en de rechten van deze gebruiker.',
    error,
  )
}

async function checkConnection(url) {
  const { Client } = createRequire(inRoot('package.json'))('pg')
  let client
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    await client.connect()
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int AS version",
    )
    if (rows[0].version < 150_000)
      throw new Problem('Deze PostgreSQL is te oud.', 'Gebruik PostgreSQL 15 of nieuwer.')
  } catch (error) {
    throw error instanceof Problem ? error : explainConnection(error, url)
  } finally {
    await client?.end().catch(() => undefined)
  }
}

export async function openDatabase({ keep = false } = {}) {
  const external = process.env.DATABASE_URL
  if (external) {
    await step('Verbinden met de database', () => checkConnection(external))
    return { url: external, demo: process.env.DEMO_DATA === '1' }
  }
  const server = await step('Ingebouwde database starten', () => startPostgres({ keep }))
  onExit(server.stop)
  return { url: server.url, demo: process.env.DEMO_DATA !== '0', lost: server.lost }
}

export async function migrate(url) {
  await step('Database bijwerken', async () => {
    try {
      await applyMigrations(url)
    } catch (error) {
      throw new Problem(
        `Een migratie lukte niet: ${error.message}`,
        'Er is niets half gewijzigd. Herstel de oorzaak en start opnieuw.',
        error,
      )
    }
  })
}

export async function seed(url, demo) {
  await step(demo ? 'Voorbeelden en cijfers laden' : 'Vaste gegevens laden', async () => {
    const env = {
      ...process.env,
      DATABASE_URL: url,
      DEMO_DATA: demo ? '1' : '0',
      NODE_OPTIONS: '--conditions=react-server',
    }
    const { code, output } = await run(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'prisma/seed/main.ts'],
      { env, stdio: 'pipe' },
    )
    if (code !== 0)
      throw new Problem(
        'De gegevens zijn niet te laden.',
        'Met DEBUG=1 ziet u waarom. Wat al geladen was, blijft staan.',
        new Error(output),
      )
  })
}

export async function seedIsCurrent(url, print) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT obj_description(oid) AS mark FROM pg_class WHERE oid = 'criterion'::regclass",
    )
    return rows[0]?.mark === `seed ${print}`
  })
}

export async function markSeeded(url, print) {
  await withClient(url, (client) =>
    client.query(`COMMENT ON TABLE criterion IS ${client.escapeLiteral(`seed ${print}`)}`),
  )
}

async function withClient(url, work) {
  const { Client } = createRequire(inRoot('package.json'))('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
