import { examples } from '../lib/base/testing/documents/examples'
import { docxOf } from '../lib/base/testing/documents/write-documents'
import { expect, query, signInAs, test } from './fixtures'
import type { Page } from '@playwright/test'

/** What the journey may cost a person; a browser without a person needs seconds. */
const MOST = { clicks: 16, fields: 5, pixels: 3_000, questions: 12 }

interface Cost {
  clicks: number
  fields: number
  waited: number
}

/** Counts, over all pages, what a person clicks, which fields they change and how long they wait. */
async function countCost(page: Page): Promise<() => Promise<Cost>> {
  await page.addInitScript(() => {
    const read = () =>
      JSON.parse(sessionStorage.getItem('cost') ?? '{"clicks":0,"fields":[],"waited":0}') as {
        clicks: number
        fields: string[]
        waited: number
      }
    const write = (change: (cost: ReturnType<typeof read>) => void) => {
      const cost = read()
      change(cost)
      sessionStorage.setItem('cost', JSON.stringify(cost))
    }
    addEventListener('click', () => write((cost) => void (cost.clicks += 1)), true)
    addEventListener(
      'change',
      ({ target }) =>
        write(({ fields }) => {
          const name = `${location.pathname} ${(target as HTMLInputElement).name}`
          if (!fields.includes(name)) fields.push(name)
        }),
      true,
    )
    addEventListener('load', () => {
      const [navigation] = performance.getEntriesByType('navigation')
      const end = performance.now()
      if (navigation) write((cost) => void (cost.waited += Math.round(end)))
    })
  })
  return () =>
    page.evaluate(() => {
      const cost = JSON.parse(sessionStorage.getItem('cost') ?? '{}') as {
        clicks: number
        fields: string[]
        waited: number
      }
      return { clicks: cost.clicks, fields: cost.fields.length, waited: cost.waited }
    })
}

test('a Word file becomes a submitted initiative in a few clicks @S-590', async ({ page }) => {
  const plan = examples().find(({ name }) => name === 'plan-01')!
  await signInAs(page, 'editor')
  const cost = await countCost(page)
  await page.goto('/werkplek/initiatieven/nieuw/document')
  await page.getByLabel('Bestand', { exact: true }).setInputFiles({
    name: 'plan.docx',
    mimeType: 'application/octet-stream',
    buffer: await docxOf(plan),
  })
  await page.getByRole('button', { name: 'Lees het bestand' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voorstellen uit uw document')
  const title = await page.getByLabel('Titel').inputValue()
  // What was read in passing is not ticked: a person looks at it and accepts it.
  for (const name of ['Regio Zwolle', 'Werkervaringsplek', 'Krapte op de arbeidsmarkt'])
    await page.getByLabel(`Neem over: ${name}`).check()
  await page.getByRole('button', { name: 'Maak het concept' }).click()

  const answered = page.getByText(/^\d+ van de 12 vragen beantwoord/)
  await expect(answered).toBeVisible()
  const known = Number(/^\d+/.exec(await answered.innerText())?.[0])
  const form = page.locator('form', { has: page.getByLabel('Samenvatting') })
  const pixels = await form.evaluate((element) =>
    Math.round(element.getBoundingClientRect().height),
  )
  await page.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(page.getByText(`Ingediend: ${title}`)).toBeVisible()

  const { clicks, fields, waited } = await cost()
  const counted = { clicks, fields, pixels, waited, known }
  test.info().annotations.push({ type: 'counted', description: JSON.stringify(counted) })
  expect(clicks).toBeLessThanOrEqual(MOST.clicks)
  expect(fields).toBeLessThanOrEqual(MOST.fields)
  expect(pixels).toBeLessThanOrEqual(MOST.pixels)
  expect(known).toBeLessThanOrEqual(MOST.questions)
  await query(
    'DELETE FROM initiative WHERE id IN (SELECT initiative_id FROM initiative_revision WHERE title = $1)',
    [title],
  )
})
