import AxeBuilder from '@axe-core/playwright'
import {
  expect,
  test as base,
  type Browser,
  type Cookie,
  type Locator,
  type Page,
} from '@playwright/test'
import { Client } from 'pg'
import { routing } from '../i18n/routing'
import { unpackBounded } from '../lib/base/files/archive'

export const PASSWORD = 'zeilboot-klaver-wortel-gracht'

export const PEOPLE = {
  editor: 'redacteur.brabant@voorbeeld.nl',
  otherEditor: 'redacteur.overijssel@voorbeeld.nl',
  moderator: 'moderator@voorbeeld.nl',
  administrator: 'beheerder@voorbeeld.nl',
  assessor: 'beoordelaar.noord@voorbeeld.nl',
  ownRegionAssessor: 'beoordelaar.brabant@voorbeeld.nl',
} as const

/** A console error fails the test, also in pages opened through `page.context()`. */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ context }, use) => {
      const problems: string[] = []
      context.on(
        'console',
        (message) => message.type() === 'error' && problems.push(message.text()),
      )
      context.on('weberror', (error) => problems.push(error.error().message))
      await use(problems)
      expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Chromium reports a 404 as a console error; a test that asks for one takes it off the list. */
export function ignoreNotFound(problems: string[]): void {
  problems.splice(
    0,
    problems.length,
    ...problems.filter((text) => !text.includes('404 (Not Found)')),
  )
}

export async function fillSignIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

/** Gives this browser a session by the API, as the form does; accounts.spec.ts proves the form. */
export async function signInByRequest(page: Page, email: string): Promise<void> {
  const { request } = page
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as {
    csrfToken: string
  }
  const answer = await request.post('/api/auth/callback/credentials', {
    headers: { origin: process.env.E2E_ORIGIN ?? '' },
    form: { csrfToken, email, password: PASSWORD, json: 'true' },
  })
  expect(answer.status(), email).toBe(200)
}

const isSignedIn = async (page: Page): Promise<boolean> =>
  'user' in ((await (await page.request.get('/api/auth/session')).json()) as object)

/** Sessions of this worker by address, so that nobody has to sign in twice. */
const sessions = new Map<string, Cookie[]>()

export async function enter(page: Page, address: string): Promise<void> {
  const kept = sessions.get(address)
  if (kept) {
    await page.context().addCookies(kept)
    if (await isSignedIn(page)) return
  }
  await page.context().clearCookies()
  await signInByRequest(page, address)
  expect(await isSignedIn(page), address).toBe(true)
  sessions.set(address, await page.context().cookies())
}

export const signInAs = (page: Page, person: keyof typeof PEOPLE): Promise<void> =>
  enter(page, PEOPLE[person])

export async function someone(
  browser: Browser,
  address: string | null,
  javaScriptEnabled = true,
): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  if (address !== null) await enter(page, address)
  return page
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Uitloggen' }).first().click()
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What can differ between the themes: they share everything but colour. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Address templates: pages of one kind have the same colours. */
const KINDS = Object.values(routing.pathnames).flatMap((pathname) => {
  const template = typeof pathname === 'string' ? pathname : pathname.nl
  return { template, pattern: new RegExp(`^${template.replaceAll(/\[\w+\]/g, '[^/]+')}$`) }
})
const kindOf = (page: Page): string => {
  const { pathname } = new URL(page.url())
  return KINDS.find(({ pattern }) => pattern.test(pathname))?.template ?? pathname
}
const seenInTheDark = new Set<string>()

async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const found = await (
    colorScheme === 'light' ? axe.withTags(AXE_TAGS) : axe.withRules(COLOUR_RULES)
  ).analyze()
  return found.violations.map(
    ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html).join(' ')}`,
  )
}

/** Without motion, so that no colour is caught half-way, and without frames, which we refuse. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/./)
  expect(await violations(page, 'light')).toEqual([])
  const kind = kindOf(page)
  if (seenInTheDark.has(kind)) return
  seenInTheDark.add(kind)
  expect(await violations(page, 'dark')).toEqual([])
}

export async function expectFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 })
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 720 })
}

export async function wordParts(
  file: Buffer,
): Promise<{ document: string; styles: string; core: string }> {
  const parts = await unpackBounded(file)
  const part = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  return {
    document: part('word/document.xml'),
    styles: part('word/styles.xml'),
    core: part('docProps/core.xml'),
  }
}

export async function expectWhole(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) if (fold instanceof HTMLDetailsElement) fold.open = true
  })
  await expectAccessible(page)
  await expectFits(page)
}

export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export async function unfold(part: Locator, name: string | RegExp): Promise<void> {
  const summary = part.locator('summary').filter({ hasText: name }).first()
  if (!(await summary.evaluate((element) => element.parentElement?.hasAttribute('open') ?? false)))
    await summary.click()
}

export async function send(
  page: Page,
  name: string | RegExp,
  part: Page | Locator = page,
): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await part.getByRole('button', { name, exact: true }).first().click()
  await answer
  await expect(page.locator('button[type=submit][aria-disabled=true]')).toHaveCount(0)
}

/** What a request made by hand can do: sends one person's form, without JavaScript, as another. */
export async function sendAs(
  form: Locator,
  reader: Page,
  typed: Readonly<Record<string, string>> = {},
): Promise<void> {
  const multipart: Record<string, string> = {}
  for (const field of await form.locator('input, textarea, select').all()) {
    const name = await field.getAttribute('name')
    const skipped = (await field.getAttribute('type')) === 'checkbox' && !(await field.isChecked())
    if (name !== null && !skipped) multipart[name] = typed[name] ?? (await field.inputValue())
  }
  await reader.request.post(form.page().url(), {
    multipart,
    maxRedirects: 0,
    headers: { origin: new URL(form.page().url()).origin },
  })
}

export async function query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL })
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows as Row[]
  } finally {
    await client.end()
  }
}

export const unique = (words: string): string => `${words} ${crypto.randomUUID().slice(0, 8)}`
