import type { Browser, Page } from '@playwright/test'
import { addAccount } from './own-account'
import {
  enter,
  expect,
  expectAccessible,
  expectFits,
  query,
  signInByRequest,
  signOut,
  test,
} from './fixtures'

const BRABANT = 'SER Brabant'
const OVERIJSSEL = 'SER Overijssel'

async function editorOfTwo(browser: Browser, javaScriptEnabled = true) {
  const { email } = await addAccount()
  await query(
    `INSERT INTO membership (user_id, organisation_id, role)
     SELECT u.id, o.id, 'editor' FROM app_user u, organisation o
     WHERE u.email = $1 AND o.name = ANY ($2)`,
    [email, [BRABANT, OVERIJSSEL]],
  )
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await signInByRequest(page, email)
  return { page, email }
}

/** The menu stands twice in the page: the first is that of wide screens. */
const menu = (page: Page) =>
  page.getByRole('banner').locator('summary').filter({ hasText: 'Namens' }).first()
const choice = (page: Page) => page.getByLabel('Namens wie werkt u nu?').first()
const asked = (page: Page) => page.getByRole('main').locator('select[name="organisationId"]')
const initiatives = (page: Page) => page.locator('#initiatieven')

test('an editor of two organisations chooses once for which they work, with the keyboard @S-514', async ({
  browser,
}) => {
  const { page, email } = await editorOfTwo(browser)
  await page.goto('/werkplek/knelpunten/nieuw')
  await expect(asked(page)).toHaveCount(1)
  await page.goto('/werkplek')
  await expect(menu(page)).toHaveText('Namens: alle organisaties')
  await expect(initiatives(page)).toContainText(BRABANT)
  await expect(initiatives(page)).toContainText(OVERIJSSEL)
  await menu(page).focus()
  await page.keyboard.press('Enter')
  await expect(choice(page)).toBeVisible()
  await expectAccessible(page)
  await choice(page).selectOption({ label: OVERIJSSEL })
  await choice(page).press('Tab')
  await page.keyboard.press('Enter')
  await expect(menu(page)).toHaveText(`Namens: ${OVERIJSSEL}`)
  await expect(initiatives(page)).toContainText(OVERIJSSEL)
  await expect(initiatives(page)).not.toContainText(BRABANT)

  await page.goto('/werkplek/knelpunten/nieuw')
  await expect(asked(page)).toHaveCount(0)
  const [draft] = await query<{ id: string }>(
    `SELECT r.id::text FROM initiative_revision r JOIN initiative i ON i.id = r.initiative_id
     JOIN organisation o ON o.id = i.organisation_id WHERE o.name = $1 AND r.status = 'draft' LIMIT 1`,
    [BRABANT],
  )
  expect((await page.request.get(`/werkplek/initiatieven/${draft?.id ?? ''}`)).status()).toBe(200)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/werkplek')
  await page.getByRole('banner').getByText('Menu', { exact: true }).click()
  await page.getByRole('banner').getByText(`Namens: ${OVERIJSSEL}`).last().click()
  await expect(page.getByLabel('Namens wie werkt u nu?').last()).toBeVisible()
  await expectFits(page)
  await expectAccessible(page)

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/werkplek')
  await signOut(page)
  await signInByRequest(page, email)
  await page.goto('/werkplek')
  await expect(menu(page)).toHaveText('Namens: alle organisaties')
  await page.context().close()
})

test('the choice works without JavaScript, and is not asked of who has one organisation @S-515', async ({
  browser,
}) => {
  const { page } = await editorOfTwo(browser, false)
  await page.goto('/werkplek')
  await menu(page).click()
  await choice(page).selectOption({ label: BRABANT })
  await page.getByRole('button', { name: 'Kiezen' }).first().click()
  await expect(menu(page)).toHaveText(`Namens: ${BRABANT}`)
  await expect(initiatives(page)).not.toContainText(OVERIJSSEL)
  await page.context().close()

  const one = await (await browser.newContext()).newPage()
  await enter(one, 'redacteur.brabant@voorbeeld.nl')
  expect(await (await one.request.get('/werkplek')).text()).not.toContain('Namens wie werkt u nu?')
  await one.context().close()
})
