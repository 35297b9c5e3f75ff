import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { freePort, startApplication, type Application } from './application'
import { expect, expectAccessible, fillSignIn, PASSWORD, query, test } from './fixtures'
import { setUpApp } from './second-step'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const ADMINISTRATOR = 'eerste.beheerder@voorbeeld.nl'
const PUBLIC = [
  '/',
  '/initiatieven',
  '/initiatieven?weergave=tabel',
  '/initiatieven?weergave=kaart',
  '/initiatieven?regio=friesland',
  '/regios',
  '/regios/friesland',
  '/regios/friesland/monitor',
  '/regios/friesland/vergelijken',
  '/regios/friesland/welvaart',
  '/doelgroepen',
  '/doelgroepen/statushouders',
  '/sectoren',
  '/sectoren/zorg',
  '/opgaven',
  '/opgaven/arbeidsmarktkrapte',
  '/instrumenten',
  '/instrumenten/begeleiding',
  '/uitwisselen',
  '/oproepen',
  '/bijeenkomsten',
  '/knelpunten',
  '/knelpunten?stand=open',
  '/lessen',
  '/lessen?regio=friesland',
  '/verzamelingen',
  '/vergelijken',
  '/monitor',
  '/monitor/dekking',
  '/monitor/financiering',
  '/monitor/regios',
  '/methode',
  '/en',
  '/en/initiatives',
  '/en/regions',
  '/en/regions/friesland',
  '/en/regions/friesland/monitor',
  '/en/regions/friesland/compare',
  '/en/target-groups',
  '/en/target-groups/statushouders',
  '/en/sectors',
  '/en/challenges',
  '/en/instruments',
  '/en/exchange',
  '/en/calls',
  '/en/meetings',
  '/en/obstacles',
  '/en/lessons',
  '/en/collections',
  '/en/compare',
  '/en/monitor',
  '/en/monitor/gaps',
  '/en/monitor/funding',
  '/en/monitor/regions',
  '/en/method',
] as const

const FALSE = [
  /\b(elk|ieder) initiatief (heeft|is)\b/i,
  /\bvan elk initiatief\b/i,
  /\balle initiatieven (hebben|zijn)\b/i,
  /\belke (doelgroep|arbeidsmarktregio) (heeft|doet)\b/i,
  /\b0 van de\b/,
  /\ber staa[nt] 0\b/i,
  /\bgeen enkel doel wordt\b/i,
  /\ber staat niets los\b/i,
  /\b0 open, 0\b/,
  /\bhaal een (keuze|filter) weg\b/i,
  /\bevery initiative (has|was|is)\b/i,
  /\bfor (every|each) initiative\b/i,
  /\b0 of the\b/,
  /\bthere are 0\b/i,
  /\bnothing stands loose\b/i,
  /\bevery (target group|labour-market region) (has|takes)\b/i,
  /\bNaN\b/,
  /\bundefined\b/,
  /\bInfinity\b/,
  /\b[a-z]+\.[a-z]+[A-Z][a-z]+\b/,
]
/** With a choice in the address a reader did choose; taking it away is then advice. */
const CHOSEN = /haal een (keuze|filter) weg/i

let port: number
let application: Application | null = null
let databaseUrl: string

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

test.beforeAll(async () => {
  test.setTimeout(120_000)
  await onServer('DROP DATABASE IF EXISTS praktijkbank_empty WITH (FORCE)')
  await onServer('CREATE DATABASE praktijkbank_empty TEMPLATE praktijkbank_template')
  const url = new URL(process.env.E2E_DATABASE_URL ?? '')
  url.pathname = '/praktijkbank_empty'
  databaseUrl = url.href
  // What a real installation gets at its first start: reference data and nothing else.
  const seed = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'prisma/seed/main.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DEMO_DATA: '0',
      NODE_OPTIONS: '--conditions=react-server',
    },
    stdio: 'ignore',
  })
  await once(seed, 'exit')
  const [{ hash }] = (await query<{ hash: string }>(
    "SELECT password_hash AS hash FROM app_user WHERE email = 'beheerder@voorbeeld.nl'",
  )) as [{ hash: string }]
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `WITH u AS (INSERT INTO app_user (id, email, name, password_hash) VALUES (gen_random_uuid(), $1, 'Eerste Beheerder', $2) RETURNING id)
    INSERT INTO platform_role (user_id, role) SELECT id, 'administrator' FROM u`,
    [ADMINISTRATOR, hash],
  )
  await client.end()
  port = await freePort()
  application = await startApplication(port, databaseUrl, false)
})

test.afterAll(async () => {
  await application?.kill()
  await onServer('DROP DATABASE IF EXISTS praktijkbank_empty WITH (FORCE)')
})

const falseSentences = (text: string, path: string) =>
  text
    .split('\n')
    .filter(
      (line) =>
        FALSE.some((pattern) => pattern.test(line)) && !(path.includes('?') && CHOSEN.test(line)),
    )

test('no page of an empty base says what is not true @S-374', async ({ browser }) => {
  const page = await (
    await browser.newContext({
      baseURL: `http://localhost:${String(port)}`,
      javaScriptEnabled: false,
    })
  ).newPage()
  for (const path of PUBLIC) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    expect(falseSentences(await page.locator('main').innerText(), path), path).toEqual([])
  }
  await page.context().close()
})

test('no heading of an empty base stands above nothing, and comparing says what to do @S-387', async ({
  browser,
}) => {
  const page = await (
    await browser.newContext({ baseURL: `http://localhost:${String(port)}` })
  ).newPage()
  for (const path of PUBLIC) {
    await page.goto(path)
    const bare = await page.locator('main').evaluate((main) => {
      const headings = [...main.querySelectorAll('h1, h2, h3, h4')]
      const isBare = (heading: Element, index: number) => {
        const next = headings[index + 1]
        const under = document.createRange()
        under.setStartAfter(heading)
        if (next) under.setEndBefore(next)
        else under.setEndAfter(main)
        const part = under.cloneContents()
        const deeper = next !== undefined && next.tagName > heading.tagName
        return !deeper && part.textContent.trim() === '' && !part.querySelector('svg, input')
      }
      const lists = [...main.querySelectorAll('ul:empty, ol:empty, dl:empty, tbody:empty')]
      return [
        ...headings.filter(isBare).map((heading) => heading.outerHTML),
        ...lists.filter((list) => list.checkVisibility()).map((list) => list.outerHTML),
      ]
    })
    expect(bare, path).toEqual([])
  }
  await page.goto('/vergelijken')
  await expect(page.getByText('Er is nog geen initiatief om te vergelijken')).toBeVisible()
  await expect(page.getByText('De nieuwste initiatieven')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: "Bekijk de regio's" }).click()
  await expect(page).toHaveURL(/\/regios$/)
  await page.context().close()
})

test('the workspace of the first administrator says nothing that is not true @S-375', async ({
  browser,
}) => {
  const page = await (
    await browser.newContext({ baseURL: `http://localhost:${String(port)}` })
  ).newPage()
  await page.goto('/inloggen')
  await fillSignIn(page, ADMINISTRATOR, PASSWORD)
  await setUpApp(page)
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
  await expect(page).toHaveURL(/\/werkplek$/)
  const paths = await page
    .locator('main a[href^="/werkplek"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
  for (const path of new Set(['/werkplek', ...paths])) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    expect(falseSentences(await page.locator('main').innerText(), path), path).toEqual([])
  }
  await page.context().close()
})
