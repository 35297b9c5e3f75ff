import { createHash } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expect, query, send, unfold } from './fixtures'

export const SLUG = 'rangeerterrein'
export const PAGE = `/initiatieven/${SLUG}`
export const OWNER = 'redacteur.brabant@voorbeeld.nl'
export const ASKER = 'redacteur.overijssel@voorbeeld.nl'
export const OUTSIDER = 'beoordelaar.noord@voorbeeld.nl'

export const part = (page: Page) => page.locator('#vragen')
export const thread = (page: Page, text: string): Locator =>
  part(page).locator('> div > ol > li').filter({ hasText: text })

export async function ask(page: Page, text: string): Promise<void> {
  await page.goto(PAGE)
  await page.getByLabel('Uw vraag').fill(text)
  await send(page, 'Vraag stellen', part(page))
  await expect(thread(page, text)).toBeVisible()
}

export async function answer(page: Page, question: string, text: string): Promise<void> {
  await page.goto(PAGE)
  await unfold(thread(page, question), 'Antwoord geven')
  await thread(page, question).getByLabel('Uw antwoord').fill(text)
  await send(page, 'Antwoord plaatsen', thread(page, question))
  // A sign for other sites follows each link, so a text is looked up by what stands before one.
  await expect(thread(page, question).getByText(text.replace(/ https:.*/, ''))).toBeVisible()
}

export async function fillDay(email: string): Promise<() => Promise<unknown>> {
  const [writer] = await query<{ id: string }>('SELECT id::text FROM app_user WHERE email = $1', [
    email,
  ])
  const key = `question-person:${createHash('sha256').update(writer!.id).digest('base64url')}`
  const changed = await query(
    'UPDATE rate_limit SET points = 1000 WHERE key = $1 RETURNING points',
    [key],
  )
  expect(changed).toHaveLength(1)
  return () => query('DELETE FROM rate_limit WHERE key = $1', [key])
}
