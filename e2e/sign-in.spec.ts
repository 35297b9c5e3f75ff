import { randomUUID } from 'node:crypto'
import { expect, fillSignIn, PASSWORD } from './fixtures'
import { ACCOUNT, signIn, submit, summary, test } from './own-account'

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
