import type { Page } from '@playwright/test'
import {
  dayFromNow,
  enter,
  expect,
  expectAccessible,
  query,
  send,
  signInAs,
  someone,
  test,
  unique,
} from './fixtures'
import { startInitiative } from './initiatives'

/** Nobody else in these tests posts a call as this editor. */
const OWNER = 'redacteur.noord@voorbeeld.nl'
const OTHER = 'redacteur.brabant@voorbeeld.nl'
const CALL = '/werkplek/oproepen/nieuw'
const TEXT = 'Wij zoeken mensen die dit al eens deden.'

const bar = (page: Page) => page.locator('[data-draft-bar]')
const story = (page: Page) => page.getByLabel('Toelichting')
const drafts = async () =>
  query<{ path: string; values: Record<string, string> }>(
    `SELECT d.path, d."values" FROM form_draft d JOIN app_user u ON u.id = d.user_id
     WHERE u.email = $1`,
    [OWNER],
  )

async function clean(): Promise<void> {
  await query('DELETE FROM form_draft WHERE user_id = (SELECT id FROM app_user WHERE email = $1)', [
    OWNER,
  ])
  await query("DELETE FROM rate_limit WHERE key LIKE 'call-%'")
}

test('text that was not sent is kept, found again and gone once it is sent @S-520', async ({
  page,
  browser,
}) => {
  await clean()
  const title = unique('Wie deed dit al?')
  await enter(page, OWNER)
  await page.goto(CALL)
  await page.getByLabel('Wat wilt u weten?').fill(title)
  await story(page).fill(TEXT)
  await page.getByLabel('Voor welke regio?').selectOption({ index: 2 })
  const region = await page.getByLabel('Voor welke regio?').inputValue()
  await expect(bar(page)).toHaveText('Nog niet opgeslagen')
  await expect(bar(page)).toHaveText(/^Als concept opgeslagen om \d+:\d+ uur/)
  await expect(bar(page)).toBeInViewport()
  await expectAccessible(page)

  const stranger = await someone(browser, OTHER)
  await stranger.goto(CALL)
  await expect(story(stranger)).toHaveValue('')
  await stranger.context().close()

  await page.goto('/werkplek')
  const unsent = page.locator('#nog-niet-verstuurd')
  await expect(unsent.getByText(/^Opgeslagen op/)).toBeVisible()
  await expectAccessible(page)
  await unsent.getByRole('link').click()
  await expect(page.getByText(/^Dit typte u hier op/)).toBeVisible()
  await expect(story(page)).toHaveValue(TEXT)
  await expect(page.getByLabel('Voor welke regio?')).toHaveValue(region)
  await expectAccessible(page)

  await page.getByLabel('Tot wanneer kan men antwoorden?').fill(dayFromNow(30))
  await page.getByRole('button', { name: 'Oproep plaatsen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect.poll(drafts).toEqual([])
  await page.goto(CALL)
  await expect(story(page)).toHaveValue('')
})

test('thrown away, the form is as it was @S-521', async ({ page }) => {
  await clean()
  await enter(page, OWNER)
  await page.goto(CALL)
  await story(page).fill(TEXT)
  await expect.poll(async () => (await drafts()).length).toBe(1)
  await page.reload()
  await expect(story(page)).toHaveValue(TEXT)
  await page.getByRole('button', { name: 'Gooi weg en begin opnieuw' }).click()
  await expect(story(page)).toHaveValue('')
  await expect.poll(drafts).toEqual([])
})

test('without a connection and signed out, typed text stays and is saved later @S-522', async ({
  page,
  context,
  problems,
}) => {
  await clean()
  await enter(page, OWNER)
  await page.goto(CALL)
  await context.setOffline(true)
  await story(page).fill(TEXT)
  await expect(bar(page)).toContainText('geen verbinding')
  await context.setOffline(false)
  await expect(bar(page)).toContainText('Als concept opgeslagen')
  expect((await drafts())[0]?.values.text).toBe(TEXT)

  await context.clearCookies()
  await story(page).fill(`${TEXT} En nog een zin.`)
  await expect(bar(page)).toContainText('u bent uitgelogd')
  await expectAccessible(page)
  // The browser closes in the middle of the sentence.
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await enter(again, OWNER)
  await again.goto(CALL)
  await expect(story(again)).toHaveValue(`${TEXT} En nog een zin.`)
  await expect.poll(async () => JSON.stringify(await drafts())).toContain('En nog een zin.')
  problems.length = 0
})

test('a draft of an initiative saves itself, and shows two editors both texts @S-523', async ({
  page,
  context,
}) => {
  await signInAs(page, 'editor')
  await startInitiative(page, unique('Vanzelf opgeslagen'))
  const second = await context.newPage()
  await second.goto(page.url())
  await page.getByLabel('Samenvatting').fill('Van de eerste.')
  await expect(bar(page)).toHaveText(/^Opgeslagen om/)
  const stored = () => query("SELECT 1 FROM initiative_revision WHERE summary = 'Van de eerste.'")
  await expect.poll(async () => (await stored()).length).toBe(1)
  await page.getByLabel('Samenvatting').fill('Van de eerste, met meer.')
  await expect(bar(page)).toHaveText('Nog niet opgeslagen')
  await expect(bar(page)).toHaveText(/^Opgeslagen om/)
  const id = page.url().split('/').at(-1)
  expect(
    await query("SELECT 1 FROM audit_event WHERE action = 'revision.save' AND object_id = $1", [
      id,
    ]),
  ).toHaveLength(1)

  await second.getByLabel('Samenvatting').fill('Van de tweede.')
  const conflict = second.getByRole('alert').filter({ hasText: 'Van de eerste, met meer.' })
  await expect(conflict).toContainText('Van de tweede.')
  await expectAccessible(second)
  await send(second, 'Opslaan')
  await expect(bar(second)).toHaveText(/^Opgeslagen om/)
  expect(
    await query("SELECT 1 FROM initiative_revision WHERE summary = 'Van de tweede.'"),
  ).toHaveLength(1)
})
