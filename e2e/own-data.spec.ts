import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unpackBounded } from '../lib/base/files/archive'
import { expect, expectAccessible, expectFits, query, signInByRequest } from './fixtures'
import { ACCOUNT, addAccount, open, test } from './own-account'

const OWN = 'Eigen vraag <b>over</b> reiskosten & tijd'
const OTHERS = 'Vraag van een ander over opvang'
const button = (page: Page) => page.getByRole('button', { name: 'Alles downloaden' })

async function ask(email: string, text: string): Promise<void> {
  await query(
    `INSERT INTO post (id, initiative_id, organisation_id, author_id, text)
     SELECT $1, i.id, i.organisation_id, u.id, $2 FROM initiative i, app_user u
     WHERE i.slug = 'rangeerterrein' AND u.email = $3`,
    [randomUUID(), text, email],
  )
}

async function download(page: Page): Promise<Map<string, string>> {
  const waiting = page.waitForEvent('download')
  await button(page).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe('mijn-gegevens.zip')
  const parts = await unpackBounded(await readFile(await file.path()))
  return new Map([...parts].map(([name, content]) => [name, content.toString('utf8')]))
}

test('someone downloads all that is kept about them, and nothing of another @S-480', async ({
  page,
  account,
}) => {
  const other = await addAccount()
  await ask(account.email, OWN)
  await ask(other.email, OTHERS)
  await open(page, account.email)
  const files = await download(page)
  await expect(button(page)).toBeEnabled()
  expect([...files.keys()].sort()).toEqual(['LEESMIJ.txt', 'gegevens.html', 'gegevens.json'])
  for (const content of files.values()) {
    expect(content).not.toContain(OTHERS)
    expect(content).not.toContain(other.email)
    expect(content).not.toContain('argon2')
  }
  expect(files.get('LEESMIJ.txt')).toContain('artikel 15 en 20 van de AVG')
  const json: unknown = JSON.parse(files.get('gegevens.json') ?? '')
  expect(json).toHaveProperty('data.audit.0.action', 'user.export')
  expect(json).toMatchObject({
    schema: 1,
    incomplete: [],
    data: {
      account: [{ name: account.name, email: account.email }],
      posts: [{ text: OWN, kind: 'question' }],
    },
  })
  const reader = await page.context().newPage()
  await reader.setContent(files.get('gegevens.html') ?? '')
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(
    'Mijn gegevens in de Praktijkbank',
  )
  await expect(reader.getByText(OWN)).toBeVisible()
  await expectAccessible(reader)
  await expectFits(reader)
})

test('the sixth download in an hour is refused in words; without a session one signs in first @S-480', async ({
  page,
  account,
  request,
  baseURL,
}) => {
  const address = '/api/werkplek/mijn-gegevens?taal=nl'
  await signInByRequest(page, account.email)
  const post = async (headers: Record<string, string>) =>
    page.request.post(address, { headers, maxRedirects: 0 })
  const origin = new URL(baseURL ?? '').origin
  expect((await post({ origin: 'https://elders.example' })).status()).toBe(404)
  for (let turn = 1; turn <= 5; turn++) {
    const answer = await post({ origin })
    expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'no-store'])
  }
  await page.goto(ACCOUNT)
  await button(page).click()
  await expect(page.getByText('U hebt uw gegevens dit uur al vijf keer gedownload.')).toBeVisible()
  await expectAccessible(page)
  const visitor = await request.post(address, { headers: { origin } })
  expect(visitor.url()).toContain('/inloggen?terug=')
})
