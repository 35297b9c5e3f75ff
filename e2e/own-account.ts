import { hash } from '@node-rs/argon2'
import type { Browser, Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, fillSignIn, PASSWORD, query, signInByRequest, test as base } from './fixtures'

export const ACCOUNT = '/werkplek/account'

interface Account {
  email: string
  name: string
}

export async function addAccount(): Promise<Account> {
  const account = { email: `${randomUUID()}@voorbeeld.nl`, name: 'Willemijn de Boer' }
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  await query('INSERT INTO app_user (id, email, name, password_hash) VALUES ($1, $2, $3, $4)', [
    randomUUID(),
    account.email,
    account.name,
    passwordHash,
  ])
  return account
}

/** An account per test, because signing out everywhere would reach other tests. */
export const test = base.extend<{ account: Account }>({
  account: async ({}, use) => {
    await use(await addAccount())
  },
})

export const summary = (page: Page) => page.getByRole('alert').filter({ hasText: /Er klop/ })
export const submit = (page: Page) => page.getByRole('button', { name: 'Inloggen', exact: true })

export async function signIn(page: Page, email: string, password = PASSWORD) {
  await page.goto(ACCOUNT)
  await fillSignIn(page, email, password)
  await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
}

export async function open(page: Page, email: string) {
  await signInByRequest(page, email)
  await page.goto(ACCOUNT)
  await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible()
}

export async function otherDevice(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInByRequest(page, email)
  return page
}
