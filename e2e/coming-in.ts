import { hash } from '@node-rs/argon2'
import type { Browser, Page } from '@playwright/test'
import { expect, fillSignIn, send } from './fixtures'
import { linkFor, type RealInstallation } from './real-installation'
import { codeAt } from '../lib/people/second-factor/rules'
import { type AppSetUp, codeNow, setUpApp } from './second-step'

export const PASSWORD = 'kastanje fluister emmer noorden'
export const ADMINISTRATOR = {
  email: 'beheer@praktijkbank.test',
  name: 'Bram Beheerder',
  password: PASSWORD,
}
export const addressOf = (name: string) =>
  `${name.toLowerCase().replace(/\W+/g, '.')}@praktijkbank.test`

/** What people did since the start: every click, and every field they changed. */
export const acts = { count: 0 }

export async function counted(page: Page): Promise<Page> {
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

/** The apps of whoever set one up, by address. */
const apps = new Map<string, AppSetUp>()

/** Sets an app up when the role asks for a second step; to the workspace in any case. */
async function finish(page: Page, email: string): Promise<void> {
  await page.waitForURL(/\/werkplek$|\/inloggen\/(?:instellen|tweede-stap)/)
  if (page.url().includes('/instellen')) {
    apps.set(email, await setUpApp(page))
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
  }
  const app = apps.get(email)
  if (page.url().includes('/tweede-stap') && app) {
    const now = codeNow(app.secret)
    // A code counts once; the next one counts half a minute early.
    const code = now === app.used ? codeAt(app.secret, new Date(Date.now() + 30_000)) : now
    await page.getByLabel('Code uit uw app').fill(code)
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  }
  await expect(page).toHaveURL(/\/werkplek$/)
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/inloggen')
  await fillSignIn(page, email, password)
  await finish(page, email)
}

export const PLATFORM = 'Geen (rol op het platform)'
export const onPlatform = (role: string) => `${role} (Op het hele platform)`

export async function invite(
  administrator: Page,
  email: string,
  organisation: string,
  role: string,
): Promise<void> {
  await administrator.goto('/werkplek/beheer/uitnodigen')
  const form = administrator.locator('#een')
  await form.getByLabel('E-mailadres').fill(email)
  await form.getByLabel('Organisatie').selectOption({ label: organisation })
  await form.getByLabel('Rol').selectOption({ label: role })
  await send(administrator, 'Uitnodiging versturen', form)
  await expect(administrator.getByText('De uitnodiging is verstuurd.')).toBeVisible()
}

/** Opens the invitation on a phone and makes the account. */
export async function accept(
  installation: RealInstallation,
  browser: Browser,
  { email, name, subject = /^Doe mee/ }: { email: string; name: string; subject?: RegExp },
): Promise<Page> {
  const page = await counted(await installation.open(browser, 390))
  await page.goto(await linkFor(installation, email, subject))
  await page.getByLabel('Uw naam').fill(name)
  const constituency = page.getByLabel('Namens wie praat u mee?')
  if (await constituency.isVisible()) await constituency.selectOption('werkgevers')
  await page.getByLabel('Kies een wachtwoord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Account maken en inloggen' }).click()
  await finish(page, email)
  return page
}

/** Organisations of these regions, each with an editor and an assessor, and a second administrator. */
export async function arrangePeople(
  { query }: RealInstallation,
  regions: readonly string[],
): Promise<void> {
  const passwordHash = await hash(PASSWORD)
  const person = (email: string, name: string) => `
    INSERT INTO app_user (id, email, name, password_hash, constituency)
    VALUES (gen_random_uuid(), '${email}', '${name}', '${passwordHash}', 'employers')`
  for (const region of regions) {
    const slug = `beraad-${region.toLowerCase().replace(/\W+/g, '-')}`
    await query(`
      INSERT INTO organisation (id, slug, name, kind, region_id)
      SELECT gen_random_uuid(), '${slug}', 'Beraad ${region}', 'regional_board', id
      FROM region
      WHERE type = 'labour_market' AND name = '${region}'`)
    for (const [role, name] of [
      ['editor', `Redacteur Beraad ${region}`],
      ['assessor', `Oordeel Beraad ${region}`],
    ] as const) {
      const email = addressOf(role === 'editor' ? region : `oordeel ${region}`)
      await query(person(email, name))
      await query(`
        INSERT INTO membership (user_id, organisation_id, role)
        SELECT u.id, o.id, '${role}'
        FROM app_user u, organisation o
        WHERE u.email = '${email}' AND o.slug = '${slug}'`)
    }
  }
  await query(person(addressOf('tweede'), 'Tweede Beheerder'))
  await query(`
    INSERT INTO platform_role (user_id, role)
    SELECT id, 'administrator' FROM app_user WHERE email = '${addressOf('tweede')}'`)
}
