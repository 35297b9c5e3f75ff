import type { Browser, Page } from '@playwright/test'
import { startMailServer } from '../lib/base/testing/mail-server'
import { createDatabase, freePort, startApplication, type Application } from './application'
import { expect, expectWhole, fillSignIn, PEOPLE, send, test, unique } from './fixtures'
import { fillInitiative, startInitiative } from './initiatives'

// An application, a database and a mail server of its own: mail of other tests must not go out.
test.describe.configure({ mode: 'serial', timeout: 240_000 })

const SUMMARY = 'Statushouders lopen mee in een werkplaats en leren het vak.'
let application: Application
let address = ''
let database: Awaited<ReturnType<typeof createDatabase>>
let mailServer: Awaited<ReturnType<typeof startMailServer>>

test.beforeAll(async () => {
  mailServer = await startMailServer()
  database = await createDatabase()
  // Examples get no mail; the moderator works for another region.
  await database.query('UPDATE app_user SET is_example = false WHERE email = ANY ($1)', [
    [PEOPLE.editor, PEOPLE.moderator, PEOPLE.administrator, PEOPLE.assessor],
  ])
  await database.query(
    `INSERT INTO membership (user_id, organisation_id, role)
     SELECT u.id, o.id, 'assessor' FROM app_user u, organisation o
     WHERE u.email = $1 AND o.slug = 'secretariaat-ser-overijssel'`,
    [PEOPLE.moderator],
  )
  const port = await freePort()
  address = `http://localhost:${String(port)}`
  application = await startApplication(port, database.url, true, {
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Praktijkbank <post@praktijkbank.test>',
  })
})

test.afterAll(async () => {
  await application.kill()
  await database.drop()
  await mailServer.stop()
})

async function as(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: address })).newPage()
  await page.goto('/inloggen')
  await fillSignIn(page, email)
  await expect(page).toHaveURL(/\/werkplek$/)
  return page
}

/** Lets the application send what waits, and gives what one person got with this subject. */
async function mailOf(administrator: Page, email: string, subject: string) {
  await administrator.goto('/werkplek/beheer/taken')
  await send(administrator, 'Post versturen: nu doen')
  const found = () =>
    mailServer.inbox.find(
      (mail) => mail.subject === subject && JSON.stringify(mail.to).includes(email),
    )
  await expect.poll(() => found()?.subject, { timeout: 90_000 }).toBe(subject)
  return found()!
}

const linkIn = (text: string | undefined) =>
  new RegExp(`Ga ernaartoe:\\s+(${address}\\S+)`).exec(text ?? '')?.[1] ?? ''

test('submitting, returning and publishing reach who acts next, in the inbox and by mail @S-420', async ({
  browser,
}) => {
  const title = unique('Werkplaats voor statushouders')
  const administrator = await as(browser, PEOPLE.administrator)
  const editor = await as(browser, PEOPLE.editor)
  await startInitiative(editor, title)
  await fillInitiative(editor, SUMMARY)
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor.getByText(`Ingediend: ${title}`)).toBeVisible()
  await expect(
    editor.getByText(/Een moderator van een andere organisatie kijkt mee: .*Overijssel/),
  ).toBeVisible()
  await expectWhole(editor)

  const moderator = await as(browser, PEOPLE.moderator)
  await moderator.goto('/werkplek/berichten')
  const waiting = moderator.getByRole('listitem').filter({ hasText: title })
  await expect(waiting).toContainText('Lees en beslis')
  const asked = await mailOf(administrator, PEOPLE.moderator, `Ingediend: "${title}"`)
  expect(asked.text).toContain('Publiceer hem, of geef hem terug')
  await moderator.goto(linkIn(asked.text))
  const reason = 'Schrijf erbij hoeveel mensen meedoen.'
  await moderator.getByLabel('Wat moet er veranderen?').fill(reason)
  await moderator.getByRole('button', { name: 'Teruggeven' }).click()
  await expect(moderator.getByText(`Teruggegeven: ${title}`)).toBeVisible()
  await expect(moderator.getByText(/krijgen bericht met uw reden/)).toBeVisible()

  await editor.goto('/werkplek/berichten')
  const returned = editor.getByRole('listitem').filter({ hasText: title })
  await expect(returned).toContainText('Terug van de redactie')
  await expect(returned).toContainText(reason)
  await expectWhole(editor)
  const back = await mailOf(administrator, PEOPLE.editor, `Terug van de redactie: "${title}"`)
  expect(back.text).toContain(reason)
  await editor.goto(linkIn(back.text))
  await editor.getByLabel('Samenvatting').fill(`${SUMMARY} Er doen twintig mensen mee.`)
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor.getByText(`Ingediend: ${title}`)).toBeVisible()

  await moderator.goto('/werkplek/berichten')
  await waiting.getByRole('link', { name: title }).click()
  await moderator.getByRole('button', { name: 'Publiceren' }).click()
  await expect(moderator.getByText(`Gepubliceerd: ${title}`)).toBeVisible()
  await moderator.getByRole('link', { name: 'Bekijk de pagina' }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await moderator.goto('/werkplek/berichten')
  await expect(waiting).toHaveCount(0)

  await editor.goto('/werkplek/berichten')
  await expect(
    editor.getByRole('listitem').filter({ hasText: 'Uw initiatief is gepubliceerd' }),
  ).toContainText(title)
  const published = await mailOf(administrator, PEOPLE.editor, `Gepubliceerd: "${title}"`)
  await editor.goto(linkIn(published.text))
  await expect(editor.getByRole('heading', { level: 1, name: title })).toBeVisible()
  for (const page of [administrator, editor, moderator]) await page.context().close()
})

test('what someone wants weekly comes in the overview of the week, and stopping that stops it all @S-421', async ({
  browser,
}) => {
  const title = unique('Leren in de zorg')
  const administrator = await as(browser, PEOPLE.administrator)
  const moderator = await as(browser, PEOPLE.moderator)
  await moderator.goto('/werkplek/account')
  await moderator.getByLabel('Redactie', { exact: true }).selectOption('Eén keer per week')
  await send(moderator, 'Opslaan', moderator.locator('#mail'))
  await expect(moderator.getByText('Dit geldt vanaf de volgende mail.')).toBeVisible()
  const editor = await as(browser, PEOPLE.editor)
  await startInitiative(editor, title)
  await fillInitiative(editor, SUMMARY)
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor.getByText(`Ingediend: ${title}`)).toBeVisible()

  await administrator.goto('/werkplek/beheer/taken')
  await send(administrator, 'Weekoverzichten maken: nu doen')
  await expect
    .poll(() => database.query(`SELECT subject FROM mail WHERE kind = 'digest'`), {
      timeout: 90_000,
    })
    .toEqual([{ subject: 'Eén nieuw bericht deze week' }])
  const digest = await mailOf(administrator, PEOPLE.moderator, 'Eén nieuw bericht deze week')
  expect(digest.text).toContain(title)
  expect(mailServer.inbox.some(({ subject }) => subject === `Ingediend: "${title}"`)).toBe(false)
  const stop = /Dit soort bericht niet meer krijgen: (\S+)/.exec(digest.text ?? '')?.[1] ?? ''
  await moderator.goto(stop)
  await moderator.getByRole('button', { name: 'Niet meer mailen' }).click()
  await expect(moderator.getByText('U krijgt hierover geen e-mail meer.')).toBeVisible()
  await moderator.goto('/werkplek/account')
  await expect(moderator.getByLabel('Redactie', { exact: true })).toHaveValue('never')
  for (const page of [administrator, editor, moderator]) await page.context().close()
})
