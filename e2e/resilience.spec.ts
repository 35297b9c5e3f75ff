import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { Client } from 'pg'
import { createDatabase, freePort, startApplication, type Application } from './application'
import { expect, fillSignIn, PEOPLE, test, unique } from './fixtures'
import { startInitiative } from './initiatives'

test.describe.configure({ mode: 'serial' })

let database: Awaited<ReturnType<typeof createDatabase>>
let application: Application
let address: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  database = await createDatabase()
  const port = await freePort()
  address = `http://localhost:${port}`
  application = await startApplication(port, database.url)
})
test.afterAll(async () => {
  await application.kill()
  await database.drop()
})

const logged = (message: string) =>
  application
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { level: number; msg: string })
    .filter(({ msg }) => msg === message)

async function lock(table: string): Promise<{ release: () => Promise<void> }> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  return {
    release: async () => {
      await client.query('ROLLBACK')
      await client.end()
    },
  }
}

test('readers of a locked table are told to come back, soon, and by whose fault @S-381', async () => {
  const held = await lock('initiative, initiative_revision, region')
  try {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) => fetch(`${address}/initiatieven?q=woord${number}`)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(new Set(answers.map(({ headers }) => headers.get('retry-after')))).toEqual(
      new Set(['30']),
    )
    expect(await answers[0]!.text()).toContain('Even geduld alstublieft')
    const problem = await fetch(`${address}/api/v1/initiatieven`)
    expect([problem.status, problem.headers.get('retry-after')]).toEqual([503, '30'])
  } finally {
    await held.release()
  }
  expect((await fetch(`${address}/initiatieven?q=woord`)).status).toBe(200)
  expect(logged('database unavailable').length).toBeGreaterThan(0)
})

/** A disk that is full, as PostgreSQL says it (SQLSTATE 53100). */
const FULL_DISK = `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
  CREATE TRIGGER disk_full BEFORE INSERT OR UPDATE ON initiative_revision FOR EACH ROW EXECUTE FUNCTION disk_full()`

for (const javaScriptEnabled of [true, false]) {
  test(`a full disk costs no typed text ${javaScriptEnabled ? 'with' : 'without'} scripts @S-382`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('/inloggen')
    await fillSignIn(page, PEOPLE.editor)
    await expect(page).toHaveURL(/\/werkplek$/)
    await startInitiative(page, unique('Volle schijf'))
    await page.getByLabel('Wat was lastig?').fill('Dit mag niet weg zijn als de schijf vol is.')
    await database.query(FULL_DISK)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).first().click()
    const answer = await answered
    if (!javaScriptEnabled)
      expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '30'])
    await expect(page.getByText('De gegevens zijn nu niet bereikbaar.').first()).toBeVisible()
    await expect(page.getByLabel('Wat was lastig?')).toHaveValue(
      'Dit mag niet weg zijn als de schijf vol is.',
    )
    await database.query('DROP FUNCTION disk_full CASCADE')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).first().click()
    await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
    await context.close()
  })
}

test('a form of an earlier version, or without a line, keeps its text @S-383', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  await page.goto('/inloggen')
  await fillSignIn(page, PEOPLE.editor)
  await expect(page).toHaveURL(/\/werkplek$/)
  await startInitiative(page, unique('Andere versie'))
  const text = 'Een zin die niemand twee keer wil typen.'
  await page.getByLabel('Wat was lastig?').fill(text)
  const save = () => page.getByRole('button', { name: 'Opslaan', exact: true }).first().click()
  // As after an upgrade: the form names an action that this version does not have.
  await page.route('**/werkplek/**', (route) => {
    const headers = route.request().headers()
    return route.request().method() === 'POST'
      ? route.continue({ headers: { ...headers, 'next-action': `40${'0'.repeat(40)}` } })
      : route.continue()
  })
  await save()
  await expect(page.getByText('Er staat een nieuwe versie van deze website.').first()).toBeVisible()
  await expect(page.getByLabel('Wat was lastig?')).toHaveValue(text)
  await page.unrouteAll()
  await page.route('**/werkplek/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await save()
  await expect(page.getByText('Uw tekst staat nog in dit formulier.').first()).toBeVisible()
  await expect(page.getByLabel('Wat was lastig?')).toHaveValue(text)
  await page.unrouteAll()
  await save()
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
  await context.close()
})

test('a form that cannot be answered at all comes back with its text, without scripts @S-383', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/inloggen')
  await fillSignIn(page, PEOPLE.editor)
  await startInitiative(page, unique('Tabel op slot'))
  const text = 'Een zin die terug moet komen, ook als de pagina zelf niet te maken is.'
  await page.getByLabel('Wat was lastig?').fill(text)
  const held = await lock('initiative_revision, initiative, app_user, user_session')
  try {
    await page.getByRole('button', { name: 'Opslaan', exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Even geduld alstublieft')
    await expect(page.getByRole('heading', { name: 'Wat u had ingevuld' })).toBeVisible()
    await expect(page.locator('textarea').filter({ hasText: text })).toBeVisible()
  } finally {
    await held.release()
  }
  await page.getByRole('button', { name: 'Verstuur opnieuw' }).click()
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
  await expect(page.getByLabel('Wat was lastig?')).toHaveValue(text)
  await context.close()
})

test('a server that is asked to stop finishes what runs and cuts nothing @S-384', async () => {
  const agents = Array.from({ length: 8 }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  const read = (agent: Agent, path: string) =>
    new Promise<{ status: number; connection: string }>((resolve, reject) => {
      get(`${address}${path}`, { agent }, (answer) =>
        answer
          .resume()
          .on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              connection: answer.headers.connection ?? '',
            }),
          )
          .on('error', reject),
      ).on('error', reject)
    })
  await Promise.all(agents.map((agent) => read(agent, '/methode')))
  const exit = new Promise<number | null>((resolve) => application.child.once('exit', resolve))
  const running = agents
    .slice(0, 4)
    .map((agent, number) => read(agent, `/initiatieven?q=laatste${number}`))
  application.child.kill('SIGTERM')
  await expect.poll(() => logged('stopping: running requests are finished first').length).toBe(1)
  const late = await Promise.all(agents.slice(4).map((agent) => read(agent, '/methode')))
  expect(late).toEqual(agents.slice(4).map(() => ({ status: 200, connection: 'close' })))
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(await exit).toBe(0)
})

test('the log is JSON lines that say what happened @S-385', () => {
  const lines = application
    .output()
    .split('\n')
    .filter((line) => line.trim() !== '')
  for (const line of lines) expect(() => JSON.parse(line) as unknown, line).not.toThrow()
  for (const message of [
    'listening',
    'changes of the database are heard',
    'database unavailable',
    'stopped',
  ])
    expect(logged(message).length, message).toBeGreaterThan(0)
  expect(application.output()).not.toContain('voorbeeld.nl')
})

test('npm start shows the log of the application @S-385', async () => {
  test.slow()
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: database.url,
    NEXTAUTH_URL: `http://localhost:${port}`,
    DEMO_DATA: '1',
    LOG_LEVEL: 'info',
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await expect.poll(() => printed, { timeout: 240_000 }).toContain('De Praktijkbank draait op')
  expect(printed).toMatch(/^\{"level":30,.*"msg":"listening"\}$/m)
  expect((await fetch(`http://localhost:${port}/initiatieven`)).status).toBe(200)
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  expect(printed).toMatch(/^\{"level":30,.*"msg":"stopped"\}$/m)
})
