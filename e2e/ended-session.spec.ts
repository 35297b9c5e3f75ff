import type { Browser, Locator, Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { addAccount } from './own-account'
import { expect, expectWhole, query, signInByRequest, test, unfold } from './fixtures'

const LIST = 'Kim de Vries <kim@voorbeeld.nl>\nNoa Bakker <noa@voorbeeld.nl>'
const SENTENCE = 'Een zin die niet verloren mag gaan.'

interface Form {
  path: string
  part: string
  label: string
  text: string
  button: string
  /** What is chosen first. */
  choose?: (form: Locator) => Promise<unknown>
}

const editorAt = async (form: Locator) => {
  await form.getByLabel('Organisatie').selectOption({ index: 1 })
  await form.getByLabel('Rol').selectOption({ label: 'redacteur' })
}

const LIST_FORM: Form = {
  path: '/werkplek/beheer/uitnodigen',
  part: '#meer',
  label: 'E-mailadressen',
  text: LIST,
  button: 'Eerst bekijken',
  choose: editorAt,
}

const FORMS: readonly Form[] = [
  {
    path: '/werkplek/beheer/uitnodigen',
    part: '#een',
    label: 'E-mailadres',
    text: 'kim@voorbeeld.nl',
    button: 'Uitnodiging versturen',
    choose: editorAt,
  },
  LIST_FORM,
  {
    path: '/werkplek/beheer/organisaties',
    part: '#nieuw',
    label: 'Naam',
    text: 'Beraad dat nog niet bestaat',
    button: 'Organisatie toevoegen',
  },
  {
    path: '/werkplek/beheer/aanvragen',
    part: 'li:has-text("Vrager zonder sessie")',
    label: 'Waarom niet?',
    text: SENTENCE,
    button: 'Weigeren en bericht sturen',
    choose: (form) => unfold(form, 'Weigeren met een reden'),
  },
  {
    path: '/werkplek/beheer/instellingen',
    part: '#home',
    label: 'Inleiding',
    text: SENTENCE,
    button: 'Opslaan',
  },
  {
    path: '/werkplek/knelpunten/advies?knelpunt=taal-op-de-werkvloer',
    part: 'form:has([name="inleiding"])',
    label: 'Inleiding',
    text: SENTENCE,
    button: 'Vaststellen en bewaren',
  },
]

test.beforeAll(() =>
  query(
    `INSERT INTO access_request (id, email, name, organisation_name, role, reason)
     VALUES (gen_random_uuid(), $1, 'Vrager zonder sessie', 'Nieuw', 'editor', 'Ik doe graag mee.')`,
    [`${randomUUID()}@voorbeeld.nl`],
  ),
)
test.afterAll(() => query("DELETE FROM access_request WHERE name = 'Vrager zonder sessie'"))

async function administrator(browser: Browser, javaScriptEnabled: boolean) {
  const { email } = await addAccount()
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  const signIn = async () => {
    await signInByRequest(page, email)
    await query(
      `INSERT INTO platform_role (user_id, role)
       SELECT id, unnest('{administrator,moderator}'::platform_role_name[]) FROM app_user
       WHERE email = $1 ON CONFLICT DO NOTHING`,
      [email],
    )
  }
  const end = () =>
    query('DELETE FROM user_session WHERE user_id = (SELECT id FROM app_user WHERE email = $1)', [
      email,
    ])
  await signIn()
  return { page, end, signIn }
}

/** Axe needs scripts, which the page does without. */
async function expectSameIsWhole(browser: Browser, html: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto('/contact')
  await page.setContent(html)
  await expectWhole(page)
  await page.close()
}

async function type(page: Page, { path, part, label, text, choose }: Form): Promise<Locator> {
  await page.goto(path)
  const form = page.locator(part)
  await choose?.(form)
  await form.getByLabel(label, { exact: true }).first().fill(text)
  return form
}

test('typed text waits in the form when the session has ended @S-512', async ({ browser }) => {
  const { page, end, signIn } = await administrator(browser, true)
  for (const one of FORMS) {
    const form = await type(page, one)
    await end()
    await form.getByRole('button', { name: one.button }).click()
    await expect(form.getByRole('alert')).toContainText('U bent niet meer ingelogd')
    await expect(form.getByLabel(one.label, { exact: true }).first()).toHaveValue(one.text)
    await signIn()
  }
  await page.context().close()
})

test('without scripts it comes back, and is sent again after signing in @S-513', async ({
  browser,
}) => {
  const { page, end, signIn } = await administrator(browser, false)
  for (const one of FORMS) {
    const form = await type(page, one)
    await end()
    await form.getByRole('button', { name: one.button }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent niet meer ingelogd')
    await expect
      .poll(() =>
        page
          .locator('main form [name]')
          .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
      )
      .toContain(one.text)
    await signIn()
  }
  await type(page, LIST_FORM)
  await end()
  await page.locator(LIST_FORM.part).getByRole('button', { name: LIST_FORM.button }).click()
  await expectSameIsWhole(browser, await page.content())
  await signIn()
  await page.getByRole('button', { name: 'Verstuur opnieuw' }).click()
  await expect(page.getByText('2 mensen krijgen een uitnodiging.')).toBeVisible()
  await expect(page.getByLabel('E-mailadressen')).toHaveValue(LIST)
  await page.context().close()
})
