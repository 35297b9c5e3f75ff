import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, expectWhole, fillSignIn, send, test, unfold } from './fixtures'
import { fillInitiative, startInitiative } from './initiatives'
import {
  linkFor,
  sendMail,
  startRealInstallation,
  type RealInstallation,
} from './real-installation'

test.describe.configure({ mode: 'serial', timeout: 600_000 })

const PASSWORD = 'kastanje fluister emmer noorden'
const ADMINISTRATOR = {
  email: 'beheer@praktijkbank.test',
  name: 'Bram Beheerder',
  password: PASSWORD,
}
const ORGANISATIONS = [
  { name: 'Beraad Midden-Brabant', region: 'Midden-Brabant', editor: 'brabant' },
  { name: 'Beraad Twente', region: 'Twente', editor: 'twente' },
  { name: 'Beraad Zeeland', region: 'Zeeland', editor: 'zeeland' },
  { name: 'Beraad Flevoland', region: 'Flevoland', editor: 'flevoland' },
  { name: 'Beraad Drenthe', region: 'Drenthe', editor: 'drenthe' },
] as const
const ASSESSORS = ['Beraad Twente', 'Beraad Zeeland', 'Beraad Flevoland'] as const
const addressOf = (name: string) => `${name.toLowerCase().replace(/\W+/g, '.')}@praktijkbank.test`

let installation: RealInstallation
let administrator: Page
const acts = { count: 0, since: 0 }

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  installation = await startRealInstallation('praktijkbank_first_day', ADMINISTRATOR)
  administrator = await installation.open(browser)
  acts.since = Date.now()
})

test.afterAll(async () => {
  await administrator.context().close()
  await installation.stop()
})

/** Counts what people do: every click, and every field they change. */
async function counted(page: Page): Promise<Page> {
  await page.exposeBinding('countAct', () => (acts.count += 1))
  await page.addInitScript(() => {
    for (const kind of ['click', 'change'])
      document.addEventListener(
        kind,
        ({ isTrusted, target }) => {
          const isControl =
            target instanceof Element && target.closest('a, button, summary, input[type=checkbox]')
          if (isTrusted && (kind === 'change' || isControl))
            (window as unknown as { countAct: () => void }).countAct()
        },
        true,
      )
  })
  return page
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/inloggen')
  await fillSignIn(page, email, PASSWORD)
  await expect(page).toHaveURL(/\/werkplek$/)
}

const PLATFORM = 'Geen (rol op het platform)'
const onPlatform = (role: string) => `${role} (Op het hele platform)`

async function invite(email: string, organisation: string, role: string): Promise<void> {
  await administrator.goto('/werkplek/beheer/uitnodigen')
  const form = administrator.locator('#een')
  await form.getByLabel('E-mailadres').fill(email)
  await form.getByLabel('Organisatie').selectOption({ label: organisation })
  await form.getByLabel('Rol').selectOption({ label: role })
  await send(administrator, 'Uitnodiging versturen', form)
  await expect(administrator.getByText('De uitnodiging is verstuurd.')).toBeVisible()
}

async function accept(
  browser: Browser,
  email: string,
  name: string,
  subject = /^Doe mee/,
): Promise<Page> {
  const page = await counted(await installation.open(browser, 390))
  await page.goto(await linkFor(installation, email, subject))
  await page.getByLabel('Uw naam').fill(name)
  const constituency = page.getByLabel('Namens wie praat u mee?')
  if (await constituency.isVisible()) await constituency.selectOption('werkgevers')
  await page.getByLabel('Kies een wachtwoord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Account maken en inloggen' }).click()
  await expect(page).toHaveURL(/\/werkplek$/)
  return page
}

test('a new installation says what is missing, and mail is tried out @S-460', async () => {
  await counted(administrator)
  await signIn(administrator, ADMINISTRATOR.email)
  await administrator.getByRole('link', { name: 'Beheer', exact: true }).click()
  await expect(administrator.getByText('Klaar om te beginnen?')).toBeVisible()
  await expect(administrator.getByText('1 van 7 klaar')).toBeVisible()
  await expectWhole(administrator)
  await send(administrator, 'Proefbericht sturen')
  await expect(administrator.getByText(/Het proefbericht staat klaar/)).toBeVisible()
  await sendMail(administrator)
  await linkFor(installation, ADMINISTRATOR.email, /^Proefbericht/)
  await administrator.goto('/werkplek/beheer')
  await expect(administrator.getByText('2 van 7 klaar')).toBeVisible()
})

test('five organisations with their people come in by invitation @S-461', async ({ browser }) => {
  for (const { name, region, editor } of ORGANISATIONS) {
    await administrator.goto('/werkplek/beheer/organisaties')
    const form = administrator.locator('#nieuw')
    await form.getByLabel('Naam', { exact: true }).fill(name)
    await form.getByLabel('Regio waarvoor zij werkt').selectOption({ label: region })
    await send(administrator, 'Organisatie toevoegen', form)
    await expect(administrator.getByRole('heading', { level: 1, name })).toBeVisible()
    await invite(addressOf(editor), name, 'redacteur')
  }
  for (const organisation of ASSESSORS)
    await invite(addressOf(`oordeel ${organisation}`), organisation, 'beoordelaar')
  await invite(addressOf('tweede'), PLATFORM, onPlatform('beheerder van het platform'))
  await invite(addressOf('drenthe'), PLATFORM, onPlatform('moderator van het platform'))
  await administrator.goto('/werkplek/beheer/mensen')
  await expect(administrator.locator('#uitnodigingen li')).toHaveCount(10)
  await expectWhole(administrator)
  await sendMail(administrator)
  for (const { editor, name } of ORGANISATIONS) {
    const page = await accept(browser, addressOf(editor), `Redacteur ${name}`, /als redacteur/)
    if (editor === 'drenthe') await acceptAsModerator(page)
    await page.context().close()
  }
  for (const organisation of ASSESSORS) {
    const email = addressOf(`oordeel ${organisation}`)
    await (await accept(browser, email, `Oordeel ${organisation}`)).context().close()
  }
  await (await accept(browser, addressOf('tweede'), 'Tweede Beheerder')).context().close()
  await administrator.goto('/werkplek/beheer')
  await expect(administrator.getByText('6 van 7 klaar')).toBeVisible()
  await expect(administrator.getByText('Het adres van deze website is ingesteld')).toBeVisible()
})

/** The address has an account by now, so the link adds the role. */
async function acceptAsModerator(page: Page): Promise<void> {
  await page.goto(await linkFor(installation, addressOf('drenthe'), /als moderator/))
  await expect(page.getByText(/U hebt al een account/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Rol aannemen' }).click()
  await expect(page).toHaveURL(/\/werkplek$/)
}

test('one initiative is published and judged by them @S-462', async ({ browser }) => {
  const title = 'Meelopen in de techniek'
  const [editor, moderator] = [
    await counted(await installation.open(browser)),
    await counted(await installation.open(browser)),
  ]
  await signIn(editor, addressOf('brabant'))
  await startInitiative(editor, title)
  await fillInitiative(editor, 'Statushouders werken drie dagen mee in een technisch bedrijf.')
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor).toHaveURL(/\/werkplek/)
  await signIn(moderator, addressOf('drenthe'))
  await moderator
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await moderator.getByRole('button', { name: 'Publiceren' }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const address = moderator.url()
  await editor.goto(address)
  await editor.getByRole('link', { name: 'Beoordeling vragen' }).click()
  await send(editor, 'Beoordeling vragen')
  await expect(editor.getByRole('heading', { name: 'Ronde 1' })).toBeVisible()
  for (const organisation of ASSESSORS) {
    const page = await counted(await installation.open(browser))
    await signIn(page, addressOf(`oordeel ${organisation}`))
    await page.goto(address)
    await judge(page)
    await page.context().close()
  }
  const visitor = await installation.open(browser)
  await visitor.goto(address)
  await expect(visitor.getByText(/3 beoordelaars/).first()).toBeVisible()
  for (const page of [editor, moderator, visitor]) await page.context().close()
  const minutes = (Date.now() - acts.since) / 60_000
  test.info().annotations.push({
    type: 'first day',
    description: `${String(acts.count)} acts, ${minutes.toFixed(1)} minutes for the browser`,
  })
})

async function judge(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Dit initiatief beoordelen' }).click()
  const scores = page.getByRole('group', { name: 'Uw score' })
  await expect(scores).toHaveCount(7)
  for (let index = 0; index < 7; index += 1) {
    await scores.nth(index).getByRole('radio').nth(3).check()
    await page
      .getByLabel('Waarom?')
      .nth(index)
      .fill(`Dit past bij onze regio, punt ${index + 1}.`)
  }
  await page.getByRole('button', { name: 'Oordeel indienen' }).click()
  await expect(page.getByText('Uw oordeel is ingediend')).toBeVisible()
}

test('a link that was used, withdrawn or broken says what to do @S-463', async ({ browser }) => {
  const visitor = await installation.open(browser, 390)
  await visitor.goto(await linkFor(installation, addressOf('twente'), /als redacteur/))
  await expect(
    visitor.getByRole('heading', { name: 'Deze uitnodiging is al gebruikt' }),
  ).toBeVisible()
  await expectWhole(visitor)
  await visitor.goto('/uitnodiging?token=geen.token')
  await expect(visitor.getByRole('heading', { name: 'Deze link klopt niet' })).toBeVisible()
  await invite(addressOf('vergissing'), 'Beraad Twente', 'redacteur')
  await sendMail(administrator)
  const link = await linkFor(installation, addressOf('vergissing'), /^Doe mee/)
  await administrator.goto('/werkplek/beheer/mensen')
  await send(administrator, `Intrekken: ${addressOf('vergissing')}`)
  await visitor.goto(link)
  await expect(
    visitor.getByRole('heading', { name: 'Deze uitnodiging geldt niet meer' }),
  ).toBeVisible()
  await visitor.context().close()
})

test('a list of addresses is shown before it is sent @S-464', async () => {
  await administrator.goto('/werkplek/beheer/uitnodigen')
  const form = administrator.locator('#meer')
  await form.getByLabel('Organisatie').selectOption({ label: 'Beraad Twente' })
  await form.getByLabel('Rol').selectOption({ label: 'redacteur' })
  await form
    .getByLabel('E-mailadressen')
    .fill(`Jan <jan@praktijkbank.test>\n${addressOf('twente')}\ngeen adres\nJAN@praktijkbank.test`)
  await send(administrator, 'Eerst bekijken', form)
  await expect(form.getByText('Eén persoon krijgt een uitnodiging.')).toBeVisible()
  await expect(form.getByText(/Regel 2:.*heeft deze rol al/)).toBeVisible()
  await expect(form.getByText(/Regel 3:.*dit is geen e-mailadres/)).toBeVisible()
  await expect(form.getByText(/Regel 4:.*staat er twee keer/)).toBeVisible()
  await expectWhole(administrator)
  await send(administrator, 'Eén uitnodiging versturen', form)
  await expect(form.getByText('Eén uitnodiging is verstuurd.')).toBeVisible()
  await administrator.goto('/werkplek/beheer/mensen')
  await expect(administrator.getByText('jan@praktijkbank.test')).toHaveCount(1)
})

test('a role that would let someone judge the own region is refused with the reason @S-465', async () => {
  await administrator.goto('/werkplek/beheer/organisaties')
  const form = administrator.locator('#nieuw')
  await form.getByLabel('Naam', { exact: true }).fill('Stichting Zonder Regio')
  await send(administrator, 'Organisatie toevoegen', form)
  await administrator.goto('/werkplek/beheer/uitnodigen')
  const one = administrator.locator('#een')
  await one.getByLabel('E-mailadres').fill('overal@praktijkbank.test')
  await one.getByLabel('Organisatie').selectOption({ label: 'Stichting Zonder Regio' })
  await one.getByLabel('Rol').selectOption({ label: 'beoordelaar' })
  await send(administrator, 'Uitnodiging versturen', one)
  await expect(one.getByText(/kan niet bij een organisatie zonder regio/).first()).toBeVisible()
  await expect(one.getByLabel('E-mailadres')).toHaveValue('overal@praktijkbank.test')
})

test('a forgotten password is chosen anew, and nobody learns who has an account @S-466', async ({
  browser,
}) => {
  const visitor = await installation.open(browser, 390)
  await visitor.goto('/inloggen')
  await visitor.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
  await expectWhole(visitor)
  const answers: string[] = []
  for (const email of ['niemand@praktijkbank.test', addressOf('zeeland')]) {
    await visitor.goto('/wachtwoord-vergeten')
    await visitor.getByLabel('E-mailadres').fill(email)
    await send(visitor, 'Link versturen')
    answers.push(await visitor.getByRole('status').innerText())
  }
  expect(answers[0]).toBe(answers[1])
  await sendMail(administrator)
  const link = await linkFor(installation, addressOf('zeeland'), /^Kies een nieuw wachtwoord/)
  await visitor.goto(link)
  await expectWhole(visitor)
  await visitor.getByLabel('Nieuw wachtwoord').fill('praktijkbank')
  await send(visitor, 'Wachtwoord opslaan')
  await expect(visitor.getByText(/lijkt te veel op/).first()).toBeVisible()
  await visitor.getByLabel('Nieuw wachtwoord').fill('oorbel kruiwagen dinsdag mosterd')
  await visitor.getByRole('button', { name: 'Wachtwoord opslaan' }).click()
  await expect(visitor.getByText('Uw nieuwe wachtwoord is opgeslagen.')).toBeVisible()
  await fillSignIn(visitor, addressOf('zeeland'), 'oorbel kruiwagen dinsdag mosterd')
  await expect(visitor).toHaveURL(/\/werkplek$/)
  await visitor.goto(link)
  await expect(visitor.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible()
  await visitor.context().close()
})

test('someone without an account asks for access and is let in @S-467', async ({ browser }) => {
  const visitor = await installation.open(browser, 390)
  await visitor.goto('/toegang-vragen')
  await expectWhole(visitor)
  await visitor.getByLabel('Uw naam').fill('Nora Nieuw')
  await visitor.getByLabel('Uw e-mailadres op het werk').fill("Nora.O'Neil+ser@praktijkbank.test")
  await visitor.getByLabel('Uw organisatie', { exact: true }).selectOption('Staat er niet bij')
  await visitor.getByLabel('Wat wilt u doen?').selectOption({ index: 1 })
  await visitor.getByLabel('Waarom wilt u meedoen?').fill('Wij hebben drie goede voorbeelden.')
  await send(visitor, 'Aanvraag versturen')
  await expect(visitor.getByLabel('Waarom wilt u meedoen?')).toHaveValue(/drie goede/)
  await visitor.getByLabel('Naam van uw organisatie').fill('Stichting Nieuw')
  await send(visitor, 'Aanvraag versturen')
  await expect(visitor.getByText('Uw aanvraag is verstuurd.')).toBeVisible()
  await administrator.goto('/werkplek/berichten')
  await administrator.getByRole('link', { name: /Nora Nieuw, Stichting Nieuw/ }).click()
  await expectWhole(administrator)
  await administrator.getByLabel('Organisatie').selectOption({ label: 'Beraad Flevoland' })
  await send(administrator, 'Aannemen en uitnodigen')
  await expect(administrator.getByText('Er zijn geen aanvragen')).toBeVisible()
  await sendMail(administrator)
  const page = await accept(browser, "nora.o'neil+ser@praktijkbank.test", 'Nora Nieuw')
  await page.context().close()
  await visitor.context().close()
})

test('a new address counts when both mailboxes confirm it @S-468', async ({ browser }) => {
  const page = await installation.open(browser)
  await signIn(page, addressOf('flevoland'))
  await page.goto('/werkplek/account')
  const section = page.locator('#adres')
  await unfold(section, 'E-mailadres veranderen')
  await section.getByLabel('Nieuw e-mailadres').fill('nieuw.flevoland@praktijkbank.test')
  await section.getByLabel('Uw wachtwoord').fill(PASSWORD)
  await send(page, 'Berichten versturen', section)
  await expect(section.getByText('Wij hebben twee berichten gestuurd')).toBeVisible()
  await sendMail(administrator)
  await page.goto(await linkFor(installation, addressOf('flevoland'), /^Uw e-mailadres verandert/))
  await expectWhole(page)
  await send(page, 'Bevestigen')
  await expect(page.getByText('Open nu ook het bericht aan uw andere adres')).toBeVisible()
  await page.goto(
    await linkFor(installation, 'nieuw.flevoland@praktijkbank.test', /^Bevestig uw nieuwe/),
  )
  await send(page, 'Bevestigen')
  await expect(page.getByText(/Log voortaan in met nieuw.flevoland/)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, 'nieuw.flevoland@praktijkbank.test')
  await page.context().close()
})

test('a manager sees the own people alone and changes their roles @S-469', async ({ browser }) => {
  await invite(addressOf('manager twente'), 'Beraad Twente', 'manager')
  await sendMail(administrator)
  const manager = await accept(browser, addressOf('manager twente'), 'Mona Manager')
  await manager.goto('/werkplek/beheer')
  await expectWhole(manager)
  await expect(manager.getByText('Uitgaande post')).toHaveCount(0)
  await manager.goto('/werkplek/beheer/mensen')
  const people = manager.getByRole('table').getByRole('row')
  await expect(people.filter({ hasText: 'Beraad Twente' })).toHaveCount(3)
  await expect(people.filter({ hasText: 'Beraad Zeeland' })).toHaveCount(0)
  await manager.getByRole('link', { name: 'Redacteur Beraad Twente' }).click()
  await expectWhole(manager)
  await expect(manager.getByText('Account uitzetten')).toHaveCount(0)
  await unfold(manager.locator('#rollen'), 'Rol veranderen bij Beraad Twente')
  await manager.getByLabel('Andere rol').selectOption({ label: 'manager' })
  await send(manager, 'Rol veranderen')
  await expect(manager.getByRole('heading', { name: 'manager bij Beraad Twente' })).toBeVisible()
  for (const path of ['/werkplek/beheer/post', '/werkplek/beheer/organisaties/beraad-zeeland'])
    expect((await manager.request.get(installation.address + path)).status(), path).toBe(404)
  await manager.context().close()
})

test('an administrator disables an account, and two administrators stay @S-470', async ({
  browser,
}) => {
  const page = await installation.open(browser)
  await signIn(page, addressOf('twente'))
  const open = async (name: string) => {
    await administrator.goto('/werkplek/beheer/mensen')
    await administrator.getByLabel('Zoek op naam of e-mailadres').fill(name)
    await administrator.getByRole('button', { name: 'Toon', exact: true }).click()
    await administrator.getByRole('link', { name, exact: true }).click()
  }
  await open('Redacteur Beraad Twente')
  await expectWhole(administrator)
  await send(administrator, 'Account uitzetten')
  await expect(administrator.getByText(/Deze persoon kan niet inloggen/)).toBeVisible()
  await page.goto('/werkplek')
  await expect(page).toHaveURL(/inloggen/)
  await page.context().close()
  await open('Tweede Beheerder')
  await send(administrator, 'Rol weghalen: beheerder van het platform')
  await expect(administrator.getByText(/Er moeten twee beheerders blijven/).first()).toBeVisible()
})

test('organisations that merge take their people and work along @S-471', async () => {
  await administrator.goto('/werkplek/beheer/organisaties/beraad-midden-brabant')
  const section = administrator.locator('#stoppen')
  await unfold(section, 'Stoppen of samengaan')
  await section.getByLabel('Ik weet het zeker').check()
  await send(administrator, 'Organisatie stoppen', section)
  await expect(section.getByText(/Kies welke organisatie verdergaat/).first()).toBeVisible()
  await section.getByLabel('Gaat verder als').selectOption({ label: 'Beraad Drenthe' })
  await section.getByLabel('Ik weet het zeker').check()
  await send(administrator, 'Organisatie stoppen', section)
  await expect(administrator.getByText(/Zij gaat verder als Beraad Drenthe/)).toBeVisible()
  await expectWhole(administrator)
  await administrator.goto('/werkplek/beheer/organisaties/beraad-drenthe')
  await expect(
    administrator.getByRole('link', { name: 'Redacteur Beraad Midden-Brabant' }),
  ).toBeVisible()
})
