import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, fillSignIn, PASSWORD, query } from './fixtures'
import { ACCOUNT, open, otherDevice, signIn, submit, summary, test } from './own-account'

const OTHER_PASSWORD = 'kastanje fluister emmer noorden'

test.describe('the account', () => {
  test('ends the other browser when one signs out everywhere', async ({
    page,
    browser,
    account,
  }) => {
    const other = await otherDevice(browser, account.email)
    await open(page, account.email)
    await page.getByRole('button', { name: 'Op alle apparaten uitloggen' }).click()
    await expect(page.getByText('U bent op al uw apparaten uitgelogd.')).toBeVisible()
    await other.goto(ACCOUNT)
    await expect(other.getByText('U bent niet meer ingelogd.')).toBeVisible()
    await other.context().close()
  })

  test('signs out one other device and leaves this one', async ({ page, browser, account }) => {
    const other = await otherDevice(browser, account.email)
    await open(page, account.email)
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
    await open(page, account.email)
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
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320)
    await signIn(page, account.email)
    await expectAccessible(page)
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320)
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
    await open(page, account.email)
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
      await page.locator('#verwijderen').getByLabel('Uw wachtwoord', { exact: true }).fill(PASSWORD)
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
