import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, fillSignIn, PASSWORD, query } from './fixtures'
import { signIn, submit, summary, test } from './own-account'

const wait = (seconds: number) =>
  query(
    `UPDATE rate_limit SET next_at = now() + make_interval(secs => $1) WHERE key LIKE 'sign-in-pair:%' AND points >= 5`,
    [seconds],
  )

test.describe('signing in', () => {
  test('lets wrong passwords cost more time, says how long, and never closes @S-361', async ({
    page,
    browser,
    account,
  }) => {
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
})

test.describe('closed doors', () => {
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
})
