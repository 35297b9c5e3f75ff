import type { Page } from '@playwright/test'
import {
  accept,
  addressOf,
  ADMINISTRATOR,
  arrangePeople,
  invite,
  PASSWORD,
  signIn,
} from './coming-in'
import { picture } from './pictures'
import { expect, expectWhole, fillSignIn, send, test, unfold } from './fixtures'
import {
  linkFor,
  sendMail,
  startRealInstallation,
  type RealInstallation,
} from './real-installation'

test.describe.configure({ timeout: 240_000 })

let installation: RealInstallation
let administrator: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  installation = await startRealInstallation('praktijkbank_people', ADMINISTRATOR)
  await arrangePeople(installation, ['Midden-Brabant', 'Twente', 'Zeeland', 'Flevoland', 'Drenthe'])
  administrator = await installation.open(browser)
  await signIn(administrator, ADMINISTRATOR.email)
})

test.afterAll(async () => {
  await administrator.context().close()
  await installation.stop()
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
    answers.push(await visitor.getByText(/^Als dit adres bij een account/).innerText())
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
  await picture(administrator, 'aanvraag')
  await administrator.getByLabel('Organisatie').selectOption({ label: 'Beraad Flevoland' })
  await send(administrator, 'Aannemen en uitnodigen')
  await expect(administrator.getByText('Er zijn geen aanvragen')).toBeVisible()
  await sendMail(administrator)
  const page = await accept(installation, browser, {
    email: "nora.o'neil+ser@praktijkbank.test",
    name: 'Nora Nieuw',
  })
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
  await invite(administrator, addressOf('manager twente'), 'Beraad Twente', 'manager')
  await sendMail(administrator)
  const manager = await accept(installation, browser, {
    email: addressOf('manager twente'),
    name: 'Mona Manager',
  })
  await manager.goto('/werkplek/beheer')
  await expectWhole(manager)
  await expect(manager.getByText('Uitgaande post')).toHaveCount(0)
  await manager.goto('/werkplek/beheer/mensen')
  const people = manager.getByRole('table').getByRole('row')
  await expect(people.filter({ hasText: 'Beraad Twente' })).toHaveCount(3)
  await expect(people.filter({ hasText: 'Beraad Zeeland' })).toHaveCount(0)
  await expect(people.getByRole('cell', { name: 'aan', exact: true })).toHaveCount(1)
  await manager.getByLabel('Toon').selectOption({ label: 'Zonder tweede stap' })
  await manager.getByRole('button', { name: 'Toon', exact: true }).click()
  await expect(people.filter({ hasText: 'Beraad Twente' })).toHaveCount(2)
  await expect(people.filter({ hasText: 'Mona Manager' })).toHaveCount(0)
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
  await picture(administrator, 'persoon')
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
  await installation.query(`
    INSERT INTO initiative (id, slug, organisation_id)
    SELECT gen_random_uuid(), 'meelopen', id FROM organisation WHERE slug = 'beraad-midden-brabant'`)
  await administrator.goto('/werkplek/beheer/organisaties/beraad-midden-brabant')
  const section = administrator.locator('#stoppen')
  await unfold(section, 'Stoppen of samengaan')
  await picture(section, 'samengaan')
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
