import type { Page } from '@playwright/test'
import { startProvider } from '../lib/base/testing/provider-process'
import { createDatabase, freePort, startApplication, type Application } from './application'
import { expect, expectWhole, fillSignIn, PASSWORD, PEOPLE, test } from './fixtures'
import { ACCOUNT, summary } from './own-account'

test.describe.configure({ mode: 'serial' })

const NAME = 'de provincie'
const CLIENT = { client_id: 'praktijkbank', client_secret: 'a secret of the tests' }
const verified = (email: string, groups: string[] = []) => ({
  claims: { email, email_verified: true, name: 'Noor van Dijk', groups },
})
const PERSONS = {
  nieuw: verified('noor@provincie.test', ['redactie']),
  sterk: { ...verified('sterk@provincie.test', ['redactie']), amr: ['pwd', 'mfa'] },
  onbekend: verified('onbekend@provincie.test'),
  zonder: { claims: { email: 'los@provincie.test', email_verified: false, groups: ['redactie'] } },
  bekend: verified(PEOPLE.assessor),
}

let provider: Awaited<ReturnType<typeof startProvider>>
let database: Awaited<ReturnType<typeof createDatabase>>
let application: Application
let site: string

test.beforeAll(async () => {
  test.setTimeout(180_000)
  database = await createDatabase()
  const port = await freePort()
  site = `http://localhost:${String(port)}`
  provider = await startProvider(
    [{ ...CLIENT, redirect_uris: [`${site}/api/oidc/callback`] }],
    PERSONS,
  )
  application = await startApplication(port, database.url, false, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.client_id,
    OIDC_CLIENT_SECRET: CLIENT.client_secret,
    OIDC_NAME: NAME,
    OIDC_GROUP_CLAIM: 'groups',
    OIDC_GROUP_MAP: JSON.stringify({
      redactie: { organisation: 'secretariaat-ser-overijssel', role: 'member' },
    }),
  })
})
test.afterAll(async () => {
  await application.kill()
  await provider.stop()
  await database.drop()
})

const atProvider = async (page: Page, person: string, act = 'Agree') => {
  await page.getByLabel('Person').fill(person)
  await page.getByRole('button', { name: act }).click()
}
const goOn = (page: Page) => page.getByRole('link', { name: `Inloggen met ${NAME}` }).click()
const through = async (page: Page, person: string, act?: string) => {
  await page.context().clearCookies()
  await page.goto(`${site}/inloggen`)
  await goOn(page)
  await atProvider(page, person, act)
}

test('someone from an organisation gets in without a password, where they were going @S-410', async ({
  page,
}) => {
  await page.goto(`${site}${ACCOUNT}`)
  await expectWhole(page)
  await goOn(page)
  await atProvider(page, 'nieuw')
  await expect(page).toHaveURL(`${site}${ACCOUNT}`)
  await expect(page.getByText('noor@provincie.test')).toBeVisible()
  await expect(page.getByText('lid van een geleding bij')).toBeVisible()
  await expect(page.locator('#provider')).toContainText(
    'U hebt geen wachtwoord van de Praktijkbank',
  )
  await expect(page.locator('#password')).toHaveCount(0)
  await expectWhole(page)
  await through(page, 'nieuw')
  await expect(page).toHaveURL(`${site}/werkplek`)
  expect(
    await database.query("SELECT 1 FROM app_user WHERE email = 'noor@provincie.test'"),
  ).toHaveLength(1)
  await page.getByRole('button', { name: 'Uitloggen' }).first().click()
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
})

test('whoever is not let in reads why and signs in with a password @S-411', async ({ page }) => {
  const refused = async (person: string, words: string, act?: string) => {
    await through(page, person, act)
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
    await expect(summary(page)).toContainText(words)
  }
  await refused('nieuw', 'U hebt het inloggen bij uw organisatie afgebroken.', 'Refuse')
  await refused('onbekend', 'u hebt nog geen toegang tot de Praktijkbank')
  await refused('zonder', 'geeft geen bevestigd e-mailadres door')
  await refused('bekend', 'Er is al een account met dit e-mailadres.')
  await expectWhole(page)
  await fillSignIn(page, PEOPLE.assessor)
  await expect(page).toHaveURL(`${site}/werkplek`)
})

test('an answer that comes again, is made up or is for somebody else signs nobody in @S-412', async ({
  page,
  browser,
}) => {
  let answer = ''
  page.on('request', (request) => {
    if (request.url().includes('/api/oidc/callback')) answer = request.url()
  })
  await through(page, 'nieuw')
  await expect(page).toHaveURL(`${site}/werkplek`)
  const stranger = await (await browser.newContext()).newPage()
  const failed = async (address: string) => {
    await stranger.goto(address)
    await expect(summary(stranger)).toContainText('Inloggen met uw organisatie is niet gelukt.')
    await stranger.goto(`${site}${ACCOUNT}`)
    await expect(stranger.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
  }
  await failed(answer)
  // With a sign-in of their own on its way: the state is another one.
  await goOn(stranger)
  await failed(answer)
  for (const query of [
    '',
    '?code=x',
    '?state=x',
    '?error=server_error',
    `?code=${'x'.repeat(3_000)}`,
  ])
    await failed(`${site}/api/oidc/callback${query}`)
  await stranger.context().close()
})

test('someone links their account after their password, and nobody else can make them @S-413', async ({
  page,
}) => {
  await page.goto(`${site}${ACCOUNT}`)
  await fillSignIn(page, PEOPLE.assessor)
  await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
  // A link from elsewhere does not link.
  await page.goto(`${site}/api/oidc/start?taal=nl&doel=koppelen`)
  await expect(page).toHaveURL(`${site}${ACCOUNT}#provider`)
  const part = page.locator('#provider')
  await part.getByLabel('Uw wachtwoord', { exact: true }).fill('verkeerd')
  await part.getByRole('button', { name: 'Koppelen' }).click()
  await expect(part.getByText('Dit is niet uw huidige wachtwoord.').first()).toBeVisible()
  await part.getByLabel('Uw wachtwoord', { exact: true }).fill(PASSWORD)
  await part.getByRole('button', { name: 'Koppelen' }).click()
  await part.getByRole('link', { name: `Ga door naar ${NAME}` }).click()
  await atProvider(page, 'bekend')
  await expect(part).toContainText(`Uw account is gekoppeld aan ${NAME}.`)
  await expectWhole(page)
  await through(page, 'bekend')
  await expect(page).toHaveURL(`${site}/werkplek`)
  await page.goto(`${site}${ACCOUNT}`)
  await part.getByLabel('Uw wachtwoord', { exact: true }).fill(PASSWORD)
  await part.getByRole('button', { name: 'Koppeling weghalen' }).click()
  await expect(part.getByText('De koppeling is weggehaald.')).toBeVisible()
  await through(page, 'bekend')
  await expect(summary(page)).toContainText('Er is al een account met dit e-mailadres.')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the second step is asked after the provider, save when the provider asked for it @S-414', async ({
    page,
  }) => {
    await through(page, 'sterk')
    await expect(page).toHaveURL(`${site}/werkplek`)
    await database.query(
      `INSERT INTO totp_secret (user_id, secret, added_at)
       SELECT id, 's', now() FROM app_user WHERE email LIKE '%@provincie.test'`,
    )
    await through(page, 'sterk')
    await expect(page).toHaveURL(`${site}/werkplek`)
    await through(page, 'nieuw')
    await expect(page.getByRole('heading', { level: 1, name: 'Tweede stap' })).toBeVisible()
    await page.goto(`${site}/werkplek`)
    await expect(page).toHaveURL(/\/inloggen\/tweede-stap/)
  })
})

test('a provider that is away costs nobody their password sign-in @S-415', async ({ page }) => {
  await provider.stop()
  // A start after that: what the provider said of itself is not known yet.
  await application.kill()
  const port = Number(new URL(site).port)
  application = await startApplication(port, database.url, false, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.client_id,
    OIDC_CLIENT_SECRET: CLIENT.client_secret,
  })
  await page.goto(`${site}/inloggen`)
  await page.getByRole('link', { name: 'Inloggen met uw organisatie' }).click()
  await expect(summary(page)).toContainText('de andere kant antwoordt niet')
  await fillSignIn(page, PEOPLE.assessor)
  await expect(page).toHaveURL(`${site}/werkplek`)
})

test('there is no button and no address where no provider is set @S-416', async ({ page }) => {
  await page.goto('/inloggen')
  await expect(page.getByRole('heading', { name: 'Of log in met uw organisatie' })).toHaveCount(0)
  for (const path of ['/api/oidc/start', '/api/oidc/callback'])
    expect((await page.request.get(path)).status()).toBe(404)
})
