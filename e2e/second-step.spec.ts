import type { Page } from '@playwright/test'
import { createDatabase, freePort, startApplication, type Application } from './application'
import { expect, expectWhole, fillSignIn, PASSWORD, PEOPLE, query, send } from './fixtures'
import { ACCOUNT, open, summary, test } from './own-account'
import { addApp, codeNow, plugInAuthenticator, readCodes, setUpApp, STEP } from './second-step'

/** The codes of this moment count again, as half a minute later. */
const letCodesCount = (email: string) =>
  query(
    'UPDATE totp_secret SET last_step = 0 WHERE user_id = (SELECT id FROM app_user WHERE email = $1)',
    [email],
  )
const passWaits = () =>
  query(
    "UPDATE rate_limit SET next_at = now() - interval '1 second' WHERE key LIKE 'second-step:%'",
  )
const atStep = async (page: Page, email: string) => {
  await page.context().clearCookies()
  await page.goto(ACCOUNT)
  await fillSignIn(page, email)
  await expect(page.getByRole('heading', { level: 1, name: 'Tweede stap' })).toBeVisible()
}
const inAccount = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()

test('someone turns the second step on, signs in with a code, and only then gets in @S-401', async ({
  page,
  account,
}) => {
  await open(page, account.email)
  await expect(page.locator('#second-step')).toContainText('U logt in met alleen uw wachtwoord.')
  const { secret } = await addApp(page)
  await expect(page.getByRole('heading', { name: 'Bewaar uw herstelcodes' })).toBeFocused()
  await expectWhole(page)
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
  await expect(page.locator('#second-step')).toContainText('U hebt nog 10 herstelcodes.')
  await expectWhole(page)
  await letCodesCount(account.email)
  await atStep(page, account.email)
  await expect(page).toHaveURL(new RegExp(`${STEP}\\?terug=`))
  await expectWhole(page)
  // The password alone opens nothing, whatever is asked.
  expect(await (await page.request.get(ACCOUNT, { maxRedirects: 0 })).text()).not.toContain(
    'Waar u bent ingelogd',
  )
  await page.getByLabel('Code uit uw app').fill(codeNow(secret))
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await inAccount(page)
  await expect(page).toHaveURL(new RegExp(`${ACCOUNT}$`))
})

test('a recovery code lets in once, and one can sign in as someone else instead @S-402', async ({
  page,
  account,
}) => {
  await open(page, account.email)
  const { codes } = await addApp(page)
  const typeCode = async (code: string) => {
    await page.getByText('Lukt dat niet? Gebruik een herstelcode').click()
    await page.getByLabel('Herstelcode', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Inloggen met herstelcode' }).click()
  }
  await atStep(page, account.email)
  await typeCode(codes[0]!.toLowerCase().replaceAll('-', ' '))
  await inAccount(page)
  await expect(page.locator('#second-step')).toContainText('U hebt nog 9 herstelcodes.')
  await atStep(page, account.email)
  await typeCode(codes[0]!)
  await expect(summary(page)).toContainText('Deze herstelcode klopt niet of is al gebruikt.')
  await page.getByRole('button', { name: 'Met een ander account inloggen' }).click()
  await expect(page).toHaveURL(/\/inloggen\?melding=uitgelogd/)
  await page.goto(STEP)
  await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
})

test('a passkey is made, named, used and removed @S-403', async ({ page, account }) => {
  await plugInAuthenticator(page)
  await open(page, account.email)
  await page.goto('/werkplek/account/tweede-stap')
  await expectWhole(page)
  const part = page.locator('section', { has: page.locator('#passkey-title') })
  await part.getByLabel('Naam').fill('Werklaptop')
  await part.getByLabel('Uw wachtwoord', { exact: true }).fill('verkeerd')
  await part.getByRole('button', { name: 'Passkey maken' }).click()
  await expect(summary(page)).toContainText('Dit is niet uw huidige wachtwoord.')
  await part.getByLabel('Uw wachtwoord', { exact: true }).fill(PASSWORD)
  await part.getByRole('button', { name: 'Passkey maken' }).click()
  await readCodes(page)
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
  const row = page.locator('#second-step li').filter({ hasText: 'nog niet gebruikt' })
  await row.getByText('Naam wijzigen van Werklaptop').click()
  await row.getByLabel('Naam').fill('Laptop van het werk')
  await row.getByRole('button', { name: 'Opslaan' }).click()
  await expect(page.getByText('Laptop van het werk weghalen')).toBeVisible()

  await atStep(page, account.email)
  await page.getByRole('button', { name: 'Inloggen met passkey' }).click()
  await inAccount(page)
  await expect(page.locator('#second-step')).toContainText('laatst gebruikt op')

  await page.getByText('Laptop van het werk weghalen').click()
  await page
    .locator('#second-step')
    .getByLabel('Uw wachtwoord', { exact: true })
    .first()
    .fill(PASSWORD)
  await page.getByRole('button', { name: 'Weghalen Laptop van het werk' }).click()
  await expect(page.getByText('Weggehaald. U kunt hiermee niet meer inloggen.')).toBeVisible()
  await page.context().clearCookies()
  await page.goto(ACCOUNT)
  await fillSignIn(page, account.email)
  await inAccount(page)
})

test('wrong codes say nothing, cost more time, and keep nobody out @S-404', async ({
  page,
  account,
}) => {
  await open(page, account.email)
  const { secret, used } = await addApp(page)
  await atStep(page, account.email)
  const type = async (code: string) => {
    await page.getByLabel('Code uit uw app').fill(code)
    await send(page, 'Inloggen')
    await expect(summary(page)).toBeFocused()
    return summary(page).innerText()
  }
  const refused = 'Deze code klopt niet of is al gebruikt.'
  // The code with which the app was set up counted already.
  expect(await type(used)).toContain(refused)
  for (let round = 0; round < 11; round += 1) {
    await passWaits()
    await page.getByLabel('Code uit uw app').fill('000000')
    await send(page, 'Inloggen')
  }
  expect(await type('000000')).toMatch(/U hebt dit te vaak geprobeerd/)
  await letCodesCount(account.email)
  await passWaits()
  await page.getByLabel('Code uit uw app').fill(codeNow(secret))
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await inAccount(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('someone sets an app up, signs in with a code and makes new recovery codes @S-405', async ({
    page,
    account,
  }) => {
    await open(page, account.email)
    const { secret } = await addApp(page)
    await expect(page.getByRole('button', { name: 'Kopiëren' })).toHaveCount(0)
    await letCodesCount(account.email)
    await atStep(page, account.email)
    await page.getByLabel('Code uit uw app').fill('123')
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await expect(summary(page)).toContainText('Deze code klopt niet of is al gebruikt.')
    await page.getByLabel('Code uit uw app').fill(codeNow(secret))
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await inAccount(page)
    const part = page.locator('#second-step')
    await part.getByText('Nieuwe herstelcodes maken').click()
    await part.getByLabel('Uw wachtwoord', { exact: true }).last().fill(PASSWORD)
    await part.getByRole('button', { name: 'Nieuwe codes maken' }).click()
    await readCodes(page)
  })
})

test('the API of signing in lets nobody past the second step @S-406', async ({
  page,
  request,
  baseURL,
  account,
}) => {
  await open(page, account.email)
  await addApp(page)
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as {
    csrfToken: string
  }
  await request.post('/api/auth/callback/credentials', {
    headers: { origin: baseURL ?? '' },
    form: { csrfToken, email: account.email, password: PASSWORD },
    maxRedirects: 0,
  })
  const closed = await request.get(ACCOUNT, { maxRedirects: 0 })
  expect(closed.status()).toBe(307)
  expect(closed.headers().location).toContain(STEP)
  expect(await (await request.get('/api/auth/session')).json()).toEqual({})
})

test.describe('on a real installation', () => {
  let application: Application
  let database: Awaited<ReturnType<typeof createDatabase>>
  let address: string

  test.beforeAll(async () => {
    test.setTimeout(120_000)
    database = await createDatabase()
    const port = await freePort()
    address = `http://localhost:${String(port)}`
    application = await startApplication(port, database.url, false)
  })
  test.afterAll(async () => {
    await application.kill()
    await database.drop()
  })

  const count = (email: string) =>
    database.query(
      'UPDATE totp_secret SET last_step = 0 WHERE user_id = (SELECT id FROM app_user WHERE email = $1)',
      [email],
    )

  test('an administrator sets it up in the first session, before anything else @S-400', async ({
    page,
  }) => {
    await page.goto(`${address}/werkplek/beheer/post`)
    await fillSignIn(page, PEOPLE.administrator)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tweede stap instellen')
    await expectWhole(page)
    await page.goto(`${address}/werkplek`)
    await expect(page).toHaveURL(/\/inloggen\/instellen\?terug=%2Fwerkplek$/)
    await page.goto(`${address}/inloggen/instellen?terug=%2Fwerkplek%2Fbeheer%2Fpost`)
    const { secret } = await setUpApp(page)
    await readCodes(page)
    // Loaded again before they were kept: new ones.
    await page.reload()
    await expect(page.getByText('U hebt de herstelcodes nog niet bewaard.')).toBeVisible()
    await expectWhole(page)
    await page.getByRole('button', { name: 'Nieuwe codes maken' }).click()
    await readCodes(page)
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
    await expect(page).toHaveURL(/\/werkplek\/beheer\/post$/)
    await page.goto(`${address}${ACCOUNT}`)
    await expect(page.getByText('U kunt de laatste niet weghalen.')).toBeVisible()
    await count(PEOPLE.administrator)
    await page.context().clearCookies()
    await page.goto(`${address}/werkplek`)
    await fillSignIn(page, PEOPLE.administrator)
    await page.getByLabel('Code uit uw app').fill(codeNow(secret))
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await expect(page).toHaveURL(/\/werkplek$/)
    await page.context().clearCookies()
    await page.goto(`${address}/werkplek`)
    await fillSignIn(page, PEOPLE.assessor)
    await expect(page).toHaveURL(/\/werkplek$/)
  })
})

test('two administrators take the second step of someone away @S-407', async ({
  page,
  browser,
  account,
}) => {
  const admins = ['een', 'twee'].map((name) => `${name}-${crypto.randomUUID()}@voorbeeld.nl`)
  await query(
    `WITH made AS (
       INSERT INTO app_user (id, email, name, password_hash)
       SELECT gen_random_uuid(), e, 'Beheerder ' || split_part(e, '-', 1), u.password_hash
       FROM unnest($1::text[]) e, app_user u WHERE u.email = $2 RETURNING id)
     INSERT INTO platform_role (user_id, role) SELECT id, 'administrator' FROM made`,
    [admins, account.email],
  )
  await open(page, account.email)
  await addApp(page)
  const desk = `/werkplek/beheer/tweede-stap?adres=${encodeURIComponent(account.email)}`
  const [first, second] = await Promise.all(
    admins.map(async (email) => {
      const one = await (await browser.newContext()).newPage()
      await open(one, email)
      return one
    }),
  )
  await first!.goto(desk)
  await first!.getByRole('button', { name: 'Vraag een andere beheerder' }).click()
  await expect(first!.getByText('U vroeg dit zelf.')).toBeVisible()
  await expect(first!.getByRole('button', { name: 'Tweede stap weghalen' })).toHaveCount(0)
  await expectWhole(first!)
  await second!.goto('/werkplek/beheer/tweede-stap')
  const request = second!.locator('section').filter({ hasText: 'Beheerder een vroeg' }).first()
  await request.getByRole('button', { name: 'Tweede stap weghalen' }).click()
  await expect(request).toHaveCount(0)
  await page.goto(ACCOUNT)
  await expect(page).toHaveURL(/\/inloggen\?/)
  await fillSignIn(page, account.email)
  await inAccount(page)
  await open(first!, account.email)
  expect((await first!.goto(desk))?.status()).toBe(404)
})
