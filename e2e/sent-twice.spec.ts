import type { Locator, Page } from '@playwright/test'
import { dayFromNow, expect, query, someone, test, unique } from './fixtures'

const EDITOR = 'redacteur.overijssel@voorbeeld.nl'

async function contentOf(
  form: Locator,
  typed: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const content: Record<string, string> = {}
  for (const field of await form.locator('input, textarea, select').all()) {
    const name = await field.getAttribute('name')
    const skipped =
      ['checkbox', 'radio'].includes((await field.getAttribute('type')) ?? '') &&
      !(await field.isChecked())
    if (name !== null && !skipped) content[name] = await field.inputValue()
  }
  return { ...content, ...typed }
}

async function pressTwice(
  page: Page,
  button: string,
  typed: Readonly<Record<string, string>>,
): Promise<string[]> {
  const multipart = await contentOf(
    page.locator('form').filter({ has: page.getByRole('button', { name: button, exact: true }) }),
    typed,
  )
  const press = async () =>
    (
      await page.request.post(page.url(), {
        multipart,
        headers: { origin: new URL(page.url()).origin },
      })
    ).url()
  return Promise.all([press(), press()])
}

const FORMS = [
  {
    what: 'collection',
    table: 'collection',
    path: '/werkplek/verzamelingen',
    button: 'Verzameling beginnen',
    typed: { lead: 'Voor wie begint.' },
  },
  {
    what: 'call',
    table: 'open_call',
    path: '/werkplek/oproepen/nieuw',
    button: 'Oproep plaatsen',
    typed: { text: 'Wij beginnen.', region: 'twente', openUntil: dayFromNow(30) },
  },
  {
    what: 'obstacle',
    table: 'obstacle',
    path: '/werkplek/knelpunten/nieuw',
    button: 'Knelpunt toevoegen',
    typed: { description: 'Het kost te veel tijd.', authority: 'national', groups: 'jongeren' },
  },
] as const

test('two presses at once without JavaScript make one collection, call and obstacle @S-370', async ({
  browser,
}) => {
  const page = await someone(browser, EDITOR, false)
  await query("DELETE FROM rate_limit WHERE key LIKE 'call-%' OR key LIKE 'obstacle-%'")
  for (const { what, table, path, button, typed } of FORMS) {
    const title = unique(`Tweemaal ${crypto.randomUUID()}`)
    await page.goto(path)
    const [first, second] = await pressTwice(page, button, { ...typed, title })
    expect(await query(`SELECT title FROM ${table} WHERE title = $1`, [title]), what).toHaveLength(
      1,
    )
    expect(new URL(first ?? '').pathname, what).not.toBe(path)
    expect(second, what).toBe(first)
    const [third] = await pressTwice(page, button, { ...typed, title })
    expect(third, what).toBe(first)
    // Another text from that page is meant; it is no second press.
    const [other] = await pressTwice(page, button, {
      ...typed,
      title: unique(`Iets anders ${crypto.randomUUID()}`),
    })
    expect(other, what).not.toBe(first)
  }
  await page.context().close()
})

test('a double click makes one, and the same words once more make another @S-371', async ({
  browser,
}) => {
  const page = await someone(browser, EDITOR)
  const title = unique('Dubbelklik')
  for (const times of [1, 2]) {
    await page.goto('/werkplek/verzamelingen')
    await page.getByLabel('Titel').fill(title)
    await page.getByLabel('Inleiding').fill('Voor wie begint.')
    await page.getByRole('button', { name: 'Verzameling beginnen' }).dblclick()
    await expect(page).toHaveURL(/\/werkplek\/verzamelingen\/[0-9a-f-]{36}$/)
    expect(await query('SELECT id FROM collection WHERE title = $1', [title])).toHaveLength(times)
  }
  await page.context().close()
})
