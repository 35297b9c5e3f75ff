import type { Browser, Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  ignoreNotFound,
  query,
  send,
  signInAs,
  someone,
  test,
  unique,
} from './fixtures'
import { addPublished } from './initiatives'
import { arrangeRound, email, judge } from './rounds'

const OWNER = 'secretariaat-ser-brabant'

async function addIndicator(page: Page, id: string, outcome: string, unit: string) {
  await page.goto(`/werkplek/initiatieven/${id}/metingen`)
  const form = page.locator('form').filter({ has: page.getByLabel('Wat meet u') })
  await form.getByLabel('Welke uitkomst is dit').selectOption({ label: outcome })
  await form.getByLabel('Wat meet u').fill('Aan het werk in de zorg')
  await form.getByLabel('Eenheid').fill(unit)
  await form.getByRole('button', { name: 'Opslaan' }).click()
  return form
}

async function measure(page: Page) {
  await page.reload()
  const form = page.locator('form').filter({ has: page.getByLabel('Gemeten op') })
  await expect(form.getByText('Hoogste trede hiermee: sterk bewezen')).toHaveCount(2)
  await form.getByLabel('Gemeten op').fill('2026-10-01')
  await form.getByLabel('Aantal mensen met dit resultaat', { exact: true }).fill('700')
  await form.getByLabel('Van hoeveel mensen in totaal').fill('1000')
  await form.getByLabel('Hoe lang na het meedoen').selectOption('twelve_months')
  await form.getByLabel('Bron', { exact: true }).fill('Onderzoek')
  await form.getByLabel('Hoe is er gemeten').selectOption('comparison')
  await form.getByLabel('Met wie vergelijkt u').fill('Mensen op de wachtlijst.')
  await form.getByLabel('Vergelijkingsgroep: aantal met dit resultaat').fill('400')
  await form.getByLabel('Vergelijkingsgroep: totaal').fill('1000')
  await send(page, 'Opslaan', form)
  return form
}

async function lookAgain(browser: Browser, title: string): Promise<void> {
  const assessor = await someone(browser, email('limburg'))
  await assessor.goto('/werkplek')
  await assessor
    .getByRole('listitem')
    .filter({ hasText: title })
    .filter({ hasText: 'Klopt uw oordeel nog?' })
    .getByRole('link')
    .first()
    .click()
  await expect(assessor.getByText('4 van 5').first()).toBeVisible()
  await expectAccessible(assessor)
  await expectFits(assessor)
  await assessor.getByLabel('Wat vindt u nu?').selectOption('again')
  await assessor.getByLabel('Waarom', { exact: true }).fill('Het verschil is groter dan ik dacht.')
  await send(assessor, 'Versturen')
  await assessor.goto('/werkplek')
  await expect(assessor.getByText('Klopt uw oordeel nog?').filter({ hasText: title })).toHaveCount(
    0,
  )
  await assessor.context().close()
}

test('a measurement moves the evidence by a rule, is cited and answered, and who judged looks again @S-630', async ({
  page,
  browser,
}) => {
  test.slow()
  const title = unique('Aan de slag')
  const { id, slug } = await addPublished(title, OWNER)
  await arrangeRound(slug, { asked: [email('limburg')] })
  const assessor = await someone(browser, email('limburg'))
  await judge(assessor, slug, 4, 'Dit past bij wat wij in onze regio zien.')
  await assessor.context().close()

  await signInAs(page, 'editor')
  const refused = await addIndicator(page, id, 'Duurzaam betaald werk', 'euro')
  await expect(page.getByText('Deze uitkomst telt mensen.').first()).toBeVisible()
  await expect(refused.getByLabel('Wat meet u')).toHaveValue('Aan het werk in de zorg')
  await refused.getByLabel('Eenheid').fill('deelnemers')
  await send(page, 'Opslaan', refused)
  const form = await measure(page)
  await expect(form.getByText(/Het bewijs was:.*niet vergeleken.*Het is nu:.*helpt/i)).toBeVisible()
  await expect(form.getByText('Deze regel geeft de doorslag: de uitkomst is geteld')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)

  await lookAgain(browser, title)

  await page.reload()
  await page.getByRole('link', { name: 'Adres van deze meting' }).click()
  await expect(page).toHaveURL(new RegExp(`/initiatieven/${slug}/metingen/[0-9a-f-]{36}$`))
  await expect(page.locator('main [data-evidence=helps]').first()).toContainText(
    /Vergeleken: *helpt/i,
  )
  await expect(page.locator('#citeren')).toContainText(page.url().replace(/^https?:\/\/[^/]+/, ''))
  await page.getByLabel('Uw reactie').fill('Dit herkennen wij in de praktijk.')
  await send(page, 'Reactie plaatsen')
  await page.reload()
  await expect(page.locator('#reactie')).toContainText('Reactie van SER Brabant')
  await expectAccessible(page)
  await expectFits(page)
  const path = new URL(page.url()).pathname
  const open = (await (await page.request.get(`/api/v1${path}`)).json()) as unknown
  expect(open).toMatchObject({
    uitkomst: { slug: 'duurzaam-betaald-werk', telt: 'mensen' },
    bewijs: { niveau: 'vergeleken', richting: 'helpt' },
    reactie: { tekst: 'Dit herkennen wij in de praktijk.' },
  })
})

/** An initiative with the adoptions that came of it, each with one measurement. */
async function arrangeFamily(counts: readonly (readonly [number, number])[]) {
  const places = [OWNER, 'secretariaat-ser-zeeland', 'secretariaat-ser-noord-nederland']
  const made: { id: string; slug: string; title: string; measurement: string }[] = []
  for (const [at, [reached, without]] of counts.entries()) {
    const one = { ...(await addPublished(unique('Leerbaan'), places[at] ?? '')), title: '' }
    const [row] = await query<{ id: string; title: string }>(
      `WITH n AS (
         INSERT INTO initiative_indicator (id, initiative_id, position, label, unit, result_type_id, outcome_id)
         SELECT gen_random_uuid(), $1::uuid, 1, 'Aan het werk', 'deelnemers', t.id, o.id FROM term t, term o
         WHERE t.vocabulary = 'result_type' AND t.slug = 'outcome' AND o.vocabulary = 'outcome' AND o.slug = 'betaald-werk'
         RETURNING id)
       INSERT INTO measurement (id, indicator_id, measured_on, horizon, numerator, n, design, comparison_numerator, comparison_n, comparison_description, source_title)
       SELECT gen_random_uuid(), id, '2025-10-01', 'short', $2, 1000, 'comparison', $3, 1000, 'Wachtlijst', 'Telling' FROM n
       RETURNING id::text, (SELECT title FROM initiative_revision WHERE initiative_id = $1::uuid) AS title`,
      [one.id, reached, without],
    )
    made.push({ ...one, title: row?.title ?? '', measurement: row?.id ?? '' })
    const parent = made[0]
    if (at === 0 || !parent) continue
    await query(
      `INSERT INTO adoption (id, initiative_id, organisation_id, goal, target_group_id, updated_at)
       SELECT gen_random_uuid(), $1::uuid, i.organisation_id, 'Ook zo', t.id, now() FROM initiative i, term t
       WHERE i.id = $2::uuid AND t.vocabulary = 'target_group' AND t.slug = 'statushouders'`,
      [parent.id, one.id],
    )
    await query(
      `UPDATE adoption SET status = 'preparing', own_initiative_id = $2::uuid WHERE initiative_id = $1::uuid
       AND organisation_id = (SELECT organisation_id FROM initiative WHERE id = $2::uuid)`,
      [parent.id, one.id],
    )
  }
  return made
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same outcome of an initiative and its adoptions stands side by side, a harm too @S-631', async ({
    page,
    browser,
    problems,
  }) => {
    const [root, , harmful] = await arrangeFamily([
      [700, 400],
      [650, 450],
      [300, 600],
    ])
    await page.goto(`/initiatieven/${root?.slug ?? ''}`)
    const together = page.locator('#samen')
    await expect(together).toContainText('3 onderzoeken samen')
    await expect(together).toContainText('Wisselend')
    await expect(together.getByRole('img')).toHaveAttribute('aria-label', /3 onderzoeken/)
    const row = together.getByRole('row').filter({ hasText: harmful?.title ?? '' })
    await expect(row).toContainText('300 van de 1.000, zonder 600 van de 1.000')
    await expect(row).toContainText('Schaadt')
    // The checks themselves need scripts.
    const reader = await someone(browser, null)
    await reader.goto(page.url())
    await expect(reader.locator('#samen')).toContainText('Wisselend')
    await expectAccessible(reader)
    await expectFits(reader)

    const address = `/initiatieven/${harmful?.slug ?? ''}/metingen/${harmful?.measurement ?? ''}`
    await query(
      `INSERT INTO measurement (id, indicator_id, measured_on, numerator, n, source_title, supersedes_id, correction_reason)
       SELECT gen_random_uuid(), indicator_id, measured_on, 320, 1000, source_title, id, 'Twintig vergeten' FROM measurement WHERE id = $1::uuid`,
      [harmful?.measurement],
    )
    await expect(async () => {
      expect(await (await page.request.get(address)).text()).toContain('Twintig vergeten')
    }).toPass()
    await page.goto(address)
    await page.getByRole('link', { name: 'Bekijk de meting die nu geldt' }).click()
    await expect(page.getByText(/320 van de 1.?000/).first()).toBeVisible()
    await reader.goto(page.url())
    await expectAccessible(reader)
    await reader.goto(address)
    await expectAccessible(reader)
    await reader.context().close()

    await query(
      `WITH last AS (UPDATE initiative SET published_revision_id = NULL WHERE id = $1::uuid
         RETURNING id, (SELECT r.id FROM initiative_revision r WHERE r.initiative_id = initiative.id) AS revision)
       INSERT INTO initiative_closure (initiative_id, kind, revision_id, reason) SELECT id, 'withdrawn', revision, 'Onjuist.' FROM last`,
      [harmful?.id],
    )
    ignoreNotFound(problems)
    await expect.poll(async () => (await page.request.get(address)).status()).toBe(410)
    expect((await page.request.get(`/api/v1${address}`)).status()).toBe(410)
    await expect(async () => {
      await page.goto(`/initiatieven/${root?.slug ?? ''}`)
      await expect(together).toContainText('Te weinig om samen te nemen: er zijn 2 onderzoeken', {
        timeout: 1_000,
      })
    }).toPass()
  })
})

test('an administrator keeps the list of outcomes like the others @S-632', async ({ page }) => {
  const name = unique('Schuldenvrij')
  await signInAs(page, 'administrator')
  await page.goto('/werkplek/beheer/begrippen/uitkomsten')
  await expect(page.getByRole('link', { name: 'Betaald werk', exact: true })).toBeVisible()
  const form = page.locator('form').filter({ has: page.getByLabel('Wat wordt er geteld') })
  await form.getByLabel('Naam', { exact: true }).fill(name)
  await form.getByLabel('Naam in het Engels').fill(`${name} en`)
  await form.getByLabel('Hoe lang na het meedoen').selectOption('twelve_months')
  await send(page, 'Begrip toevoegen', form)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByLabel('Hoe lang na het meedoen')).toHaveValue('twelve_months')
  // What is measured in another way cannot be merged with it.
  await expect(
    page.getByLabel('Samenvoegen met').locator('option', { hasText: 'Duurzaam betaald werk' }),
  ).toHaveCount(1)
  await expect(
    page.getByLabel('Samenvoegen met').locator('option', { hasText: 'Uren betaald werk' }),
  ).toHaveCount(0)
  await expectAccessible(page)
  await expectFits(page)
})
