import { hash } from '@node-rs/argon2'
import type { Browser, Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, fillSignIn, PASSWORD, query, test as base } from './fixtures'

const OTHER_PASSWORD = 'kastanje fluister emmer noorden'
const ACCOUNT = '/werkplek/account'

interface Account {
  email: string
  name: string
}

/** An account of its own per test, because signing out everywhere would reach the tests beside it. */
const test = base.extend<{ account: Account }>({
  account: async ({}, use) => {
    const account = { email: `${randomUUID()}@voorbeeld.nl`, name: 'Willemijn de Boer' }
    const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    await query('INSERT INTO app_user (id, email, name, password_hash) VALUES ($1, $2, $3, $4)', [
      randomUUID(),
      account.email,
      account.name,
      passwordHash,
    ])
    await use(account)
  },
})

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: /Er klop/ })
const submit = (page: Page) => page.getByRole('button', { name: 'Inloggen', exact: true })

/** As if strangers who guessed have to wait this long from now. */
const wait = (seconds: number) =>
  query(
    `UPDATE rate_limit SET next_at = now() + make_interval(secs => $1) WHERE key LIKE 'sign-in-pair:%' AND points >= 5`,
    [seconds],
  )

async function signIn(page: Page, email: string, password = PASSWORD) {
  await page.goto(ACCOUNT)
  await fillSignIn(page, email, password)
  await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
}

async function otherDevice(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, email)
  return page
}

test.describe('signing in', () => {
  test('asks a visitor who they are and brings them back to where they were', async ({
    page,
    account,
  }) => {
    await page.goto(`${ACCOUNT}?van=elders`)
    await expect(page).toHaveURL(/\/inloggen\?terug=/)
    await expect(page.getByText('Log eerst in.')).toBeVisible()
    await fillSignIn(page, account.email)
    await expect(page).toHaveURL(new RegExp(`${ACCOUNT}$`))
    await expect(page.getByText(account.email)).toBeVisible()
  })

  test('keeps the e-mail address after a wrong password and says the same for an unknown address', async ({
    page,
    account,
  }) => {
    await page.goto('/inloggen')
    await fillSignIn(page, account.email, 'verkeerd')
    await expect(summary(page)).toBeFocused()
    await expect(summary(page)).toContainText('Controleer uw e-mailadres en wachtwoord.')
    await expect(page.getByLabel('E-mailadres')).toHaveValue(account.email)
    await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveValue('')
    const words = await summary(page).innerText()
    await page.reload()
    await fillSignIn(page, `${randomUUID()}@voorbeeld.nl`)
    await expect(summary(page)).toHaveText(words.replaceAll('\n', ''))
  })

  test('names the fields that are empty', async ({ page }) => {
    await page.goto('/inloggen')
    await submit(page).click()
    await summary(page)
      .getByRole('link', { name: /^Wachtwoord/ })
      .click()
    await expect(page.getByLabel('Wachtwoord', { exact: true })).toBeFocused()
    await expect(page).toHaveTitle('(2 fouten) Inloggen – Praktijkbank')
  })

  test('lets wrong passwords cost more time, says how long, and never closes @S-361', async ({
    page,
    browser,
    account,
  }) => {
    // Somebody elsewhere guesses.
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto('/inloggen')
    for (let round = 0; round < 5; round += 1) {
      await fillSignIn(stranger, account.email, `verkeerd ${round}`)
      await expect(stranger.getByLabel('Wachtwoord', { exact: true })).toHaveValue('')
      await expect(submit(stranger)).toHaveAttribute('aria-disabled', 'false')
    }
    await wait(4 * 60)
    await fillSignIn(stranger, account.email)
    await expect(summary(stranger)).toContainText('Probeer het over 5 minuten opnieuw.')
    await expectAccessible(stranger)
    await wait(0)
    await fillSignIn(stranger, account.email)
    await expect(stranger).toHaveURL(/\/werkplek$/)
    await stranger.context().close()
    await signIn(page, account.email)
  })

  test('does not keep the owner out on a device where they signed in before @S-362', async ({
    page,
    browser,
    account,
  }) => {
    await signIn(page, account.email)
    await page.getByRole('button', { name: 'Uitloggen', exact: true }).first().click()
    await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto('/inloggen')
    for (let round = 0; round < 5; round += 1) {
      await fillSignIn(stranger, account.email, `verkeerd ${round}`)
      await expect(stranger.getByLabel('Wachtwoord', { exact: true })).toHaveValue('')
      await expect(submit(stranger)).toHaveAttribute('aria-disabled', 'false')
    }
    await wait(4 * 60)
    await fillSignIn(stranger, account.email)
    await expect(summary(stranger)).toContainText('opnieuw')
    await stranger.context().close()
    await signIn(page, account.email)
  })

  test('works with the keyboard alone', async ({ page, account }) => {
    await page.goto(ACCOUNT)
    await page.getByLabel('E-mailadres').focus()
    await page.keyboard.type(account.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Toon Wachtwoord' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveAttribute('type', 'text')
    await page.keyboard.press('Tab')
    await expect(submit(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
  })

  test('stays on this site whatever address it is given to go back to', async ({
    page,
    account,
  }) => {
    await page.goto('/inloggen?terug=//evil.example&callbackUrl=https://evil.example')
    await expect(page.getByText('Log eerst in.')).toHaveCount(0)
    await fillSignIn(page, account.email)
    await expect(page).toHaveURL(/\/werkplek$/)
  })

  test('speaks English and goes back to the English page', async ({ page, account }) => {
    await page.goto('/en/workspace/account')
    await page.getByLabel('E-mail address').fill(account.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL(/\/en\/workspace\/account$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('signs in with an example account, changes nothing with a weak password, and signs out everywhere', async ({
    page,
    account,
  }) => {
    await page.goto(`/inloggen?terug=${ACCOUNT}`)
    await fillSignIn(page, account.email, 'verkeerd')
    await expect(summary(page)).toContainText('Inloggen is niet gelukt.')
    await expect(page.getByLabel('E-mailadres')).toHaveValue(account.email)
    await expect(page.getByRole('button', { name: /^Log in als / }).first()).toBeVisible()
    await fillSignIn(page, account.email)
    await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
    await page.getByLabel('Huidig wachtwoord').fill(PASSWORD)
    await page.getByLabel('Nieuw wachtwoord').fill('kort')
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click()
    await expect(summary(page)).toContainText('Dit wachtwoord is te kort.')
    await page.getByRole('button', { name: 'Op alle apparaten uitloggen' }).click()
    await expect(page.getByText('U bent op al uw apparaten uitgelogd.')).toBeVisible()
  })
})

test.describe('the account', () => {
  test('ends the other browser when one signs out everywhere', async ({
    page,
    browser,
    account,
  }) => {
    const other = await otherDevice(browser, account.email)
    await signIn(page, account.email)
    await page.getByRole('button', { name: 'Op alle apparaten uitloggen' }).click()
    await expect(page.getByText('U bent op al uw apparaten uitgelogd.')).toBeVisible()
    await other.goto(ACCOUNT)
    await expect(other.getByText('U bent niet meer ingelogd.')).toBeVisible()
    await other.context().close()
  })

  test('signs out one other device and leaves this one', async ({ page, browser, account }) => {
    const other = await otherDevice(browser, account.email)
    await signIn(page, account.email)
    await page.getByRole('button', { name: /^Uitloggen op/ }).click()
    await expect(page.getByText('Het apparaat is uitgelogd.')).toBeVisible()
    await expect(page.getByText('Dit apparaat', { exact: true })).toHaveCount(1)
    await expect(page.getByRole('button', { name: /^Uitloggen op/ })).toHaveCount(0)
    await other.goto(ACCOUNT)
    await expect(other).toHaveURL(/\/inloggen/)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
    await other.context().close()
  })

  test('changes the password, ends other devices and refuses the old password from then on', async ({
    page,
    browser,
    account,
  }) => {
    const other = await otherDevice(browser, account.email)
    await signIn(page, account.email)
    await page.getByLabel('Huidig wachtwoord').fill('verkeerd')
    await page.getByLabel('Nieuw wachtwoord').fill(OTHER_PASSWORD)
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click()
    await expect(summary(page)).toContainText('Dit is niet uw huidige wachtwoord.')
    await page.getByLabel('Huidig wachtwoord').fill(PASSWORD)
    await page.getByLabel('Nieuw wachtwoord').fill('Willemijn 2026!')
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click()
    await expect(summary(page)).toContainText('lijkt te veel op uw naam')
    await page.getByLabel('Huidig wachtwoord').fill(PASSWORD)
    await page.getByLabel('Nieuw wachtwoord').fill(OTHER_PASSWORD)
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click()
    await expect(page.getByText('Uw wachtwoord is gewijzigd.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
    await other.goto(ACCOUNT)
    await fillSignIn(other, account.email)
    await expect(summary(other)).toContainText('Inloggen is niet gelukt.')
    await fillSignIn(other, account.email, OTHER_PASSWORD)
    await expect(other.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
    await other.context().close()
  })

  test('is never stored by a browser or proxy, and its cookie is out of reach of scripts', async ({
    page,
    context,
    account,
  }) => {
    await signIn(page, account.email)
    const response = await page.goto(ACCOUNT)
    expect(response?.headers()['cache-control']).toContain('no-store')
    const cookies = await context.cookies()
    expect(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== 'Lax')).toEqual([])
    expect(cookies.map(({ name }) => name).sort()).toEqual([
      'praktijkbank-device',
      'praktijkbank-session',
    ])
  })
})

test.describe('closed doors', () => {
  test('keep visitors out, also when they claim to have passed the proxy or ask for data instead of a page', async ({
    request,
  }) => {
    const disguises: Record<string, string>[] = [
      {},
      { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
      { 'x-middleware-rewrite': '/nl/workspace/account' },
      { rsc: '1' },
    ]
    for (const headers of disguises) {
      const response = await request.get(ACCOUNT, { headers, maxRedirects: 0 })
      expect(await response.text()).not.toContain('Waar u bent ingelogd')
    }
  })

  test('refuse sign-in forms from elsewhere', async ({ request }) => {
    const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as {
      csrfToken: string
    }
    for (const origin of ['https://evil.example', 'null', '']) {
      const response = await request.post('/api/auth/callback/credentials', {
        headers: origin === '' ? {} : { origin },
        form: { csrfToken, email: 'moderator@voorbeeld.nl', password: PASSWORD },
        maxRedirects: 0,
      })
      expect(response.status()).toBe(403)
      expect(response.headers()['set-cookie'] ?? '').not.toContain('praktijkbank-session')
    }
  })

  test('slow down guessing by the API as by the form, the same for who does not exist @S-363', async ({
    request,
    baseURL,
    account,
  }) => {
    const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as {
      csrfToken: string
    }
    const post = (email: string, password: string) =>
      request.post('/api/auth/callback/credentials', {
        headers: { origin: baseURL ?? '' },
        form: { csrfToken, email, password, json: 'true' },
        maxRedirects: 0,
      })
    for (const email of [account.email, `${randomUUID()}@voorbeeld.nl`]) {
      for (let round = 0; round < 5; round += 1)
        expect((await post(email, 'verkeerd')).status()).toBe(401)
      await wait(4 * 60)
      const limited = await post(email, PASSWORD)
      expect(limited.status()).toBe(429)
      const seconds = Number(limited.headers()['retry-after'])
      expect(seconds).toBeGreaterThan(200)
      expect(seconds).toBeLessThanOrEqual(240)
      expect(limited.headers()['content-type']).toContain('application/problem+json')
      expect(limited.headers()['set-cookie'] ?? '').not.toContain('praktijkbank-session')
    }
  })

  test('do not believe an invented address, in whatever form it is written @S-363', async ({
    request,
    baseURL,
    account,
  }) => {
    const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as {
      csrfToken: string
    }
    const post = (address: string, password: string) =>
      request.post('/api/auth/callback/credentials', {
        headers: { origin: baseURL ?? '', 'x-forwarded-for': address },
        form: { csrfToken, email: account.email, password, json: 'true' },
        maxRedirects: 0,
      })
    for (let round = 0; round < 5; round += 1) {
      expect((await post(`198.51.100.${String(round)}`, 'verkeerd')).status()).toBe(401)
    }
    await wait(4 * 60)
    for (const address of [
      '198.51.100.9',
      '10.0.0.1, 198.51.100.9',
      '2001:db8::1',
      ',',
      'unknown',
    ]) {
      expect((await post(address, PASSWORD)).status(), address).toBe(429)
    }
  })

  test('next-auth agrees with the form about who is signed in', async ({
    page,
    request,
    baseURL,
    account,
  }) => {
    const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as {
      csrfToken: string
    }
    const headers = { origin: baseURL ?? '' }
    await request.post('/api/auth/callback/credentials', {
      headers,
      form: { csrfToken, email: account.email, password: PASSWORD },
      maxRedirects: 0,
    })
    expect(await (await request.get(ACCOUNT)).text()).toContain(account.email)
    await request.post('/api/auth/signout', { headers, form: { csrfToken }, maxRedirects: 0 })
    expect(await (await request.get('/api/auth/session')).json()).toEqual({})
    await signIn(page, account.email)
    expect(await (await page.request.get('/api/auth/session')).json()).toMatchObject({
      user: { email: account.email },
    })
  })
})

test.describe('for everyone', () => {
  test('sign-in and account pages pass axe in both themes, empty and with errors, on a phone too', async ({
    page,
    account,
  }) => {
    await page.goto('/inloggen')
    await expectAccessible(page)
    await submit(page).click()
    await expect(summary(page)).toBeVisible()
    await page.setViewportSize({ width: 320, height: 640 })
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await signIn(page, account.email)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click()
    await expect(summary(page)).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('leaving for good', () => {
  test('takes the person away on every device, and what they asked stays under their organisation @S-320', async ({
    page,
    account,
    browser,
  }) => {
    const words = `Hoe vond u de eerste werkgever? ${randomUUID()}`
    await query(
      `INSERT INTO post (id, initiative_id, organisation_id, author_id, text) SELECT $1::uuid, i.id, o.id, u.id, $2 FROM initiative i, app_user u, organisation o
      WHERE i.slug = 'voorschakeltraject-zorg' AND u.email = $3 AND o.id = (SELECT id FROM organisation WHERE name = 'SER Overijssel')`,
      [randomUUID(), words, account.email],
    )
    await signIn(page, account.email)
    const other = await otherDevice(browser, account.email)
    const part = page.locator('#verwijderen')
    await part.locator('summary').click()
    await expectAccessible(page)
    const leave = part.getByRole('button', { name: 'Account verwijderen' })
    await leave.click()
    await expect(part.getByRole('alert')).toContainText('Vul dit veld in')
    await part.getByLabel('Uw wachtwoord').fill('dit is het niet')
    await part.getByLabel('Ja, verwijder mijn account voorgoed').check()
    await leave.click()
    await expect(part.getByText('Dit is niet uw huidige wachtwoord').first()).toBeVisible()
    await part.getByLabel('Uw wachtwoord').fill(PASSWORD)
    await part.getByLabel('Ja, verwijder mijn account voorgoed').check()
    await leave.click()
    await expect(page.getByText('Uw account is verwijderd.')).toBeVisible()
    expect(await query('SELECT 1 FROM app_user WHERE email = $1', [account.email])).toEqual([])
    await other.goto('/werkplek')
    await expect(other).toHaveURL(/\/inloggen/)
    await other.context().close()
    await page.goto('/initiatieven/voorschakeltraject-zorg')
    const question = page.locator('#vragen li').filter({ hasText: words }).first()
    await expect(question).toContainText('SER Overijssel')
    await expect(question).not.toContainText(account.name)
    await query('DELETE FROM post WHERE text = $1', [words])
  })

  test('is not for example accounts, and works without JavaScript @S-321', async ({
    browser,
    account,
    baseURL,
  }) => {
    const page = await (
      await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })
    ).newPage()
    const leave = async (email: string) => {
      await page.goto(ACCOUNT)
      await fillSignIn(page, email)
      await page.locator('#verwijderen summary').click()
      await page.getByLabel('Uw wachtwoord', { exact: true }).fill(PASSWORD)
      await page.getByLabel('Ja, verwijder mijn account voorgoed').check()
      await page.getByRole('button', { name: 'Account verwijderen' }).click()
    }
    await leave(account.email)
    await expect(page.getByText('Uw account is verwijderd.')).toBeVisible()
    await leave('redacteur.noord@voorbeeld.nl')
    await expect(
      page.getByText('Dit is een voorbeeldaccount. Dat kan niet worden verwijderd.').first(),
    ).toBeVisible()
    await page.context().close()
  })
})
