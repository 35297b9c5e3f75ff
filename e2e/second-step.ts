import type { CDPSession, Page } from '@playwright/test'
import { codeAt } from '../lib/people/second-factor/rules'
import { expect, PASSWORD } from './fixtures'

export const STEP = '/inloggen/tweede-stap'

/** The code of this moment, as an app shows it. */
export const codeNow = (secret: string): string => codeAt(secret, new Date())

export interface AppSetUp {
  secret: string
  /** The code that was typed, which counts no more. */
  used: string
}

/** Sets an app up on the page that is open: reads the key, types the code. */
export async function setUpApp(page: Page): Promise<AppSetUp> {
  await page.getByRole('button', { name: 'App instellen' }).click()
  await expect(page.getByRole('img', { name: 'QR-code om de app in te stellen' })).toBeVisible()
  const secret = (await page.locator('#app-title ~ * code').innerText()).replaceAll(/\s/g, '')
  const used = codeNow(secret)
  await page.getByLabel('Code uit uw app').fill(used)
  await page.getByRole('button', { name: 'App aanzetten' }).click()
  return { secret, used }
}

/** The recovery codes that are shown now. */
export async function readCodes(page: Page): Promise<string[]> {
  const codes = page.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  return codes.allInnerTexts()
}

/** Sets an app up from the account page, where the password is asked again. */
export async function addApp(page: Page): Promise<AppSetUp & { codes: string[] }> {
  await page.goto('/werkplek/account/tweede-stap')
  await page.getByLabel('Uw wachtwoord', { exact: true }).first().fill(PASSWORD)
  const app = await setUpApp(page)
  return { ...app, codes: await readCodes(page) }
}

/** An authenticator in the browser (WebAuthn in the DevTools protocol). */
export async function plugInAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return session
}
