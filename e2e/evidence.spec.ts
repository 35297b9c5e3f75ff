import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, query, send, signInAs, test, unique } from './fixtures'
import { addPublished } from './initiatives'

async function arrange(page: Page, words: string): Promise<{ id: string; slug: string }> {
  const initiative = await addPublished(unique(words), 'secretariaat-ser-brabant')
  await query(
    `INSERT INTO initiative_indicator (id, initiative_id, position, label, unit, result_type_id) SELECT gen_random_uuid(), $1::uuid, 1, 'Deelnemers met betaald werk', 'deelnemers', id FROM term WHERE vocabulary = 'result_type' AND slug = 'outcome'`,
    [initiative.id],
  )
  await signInAs(page, 'editor')
  await page.goto(`/werkplek/initiatieven/${initiative.id}/metingen`)
  await expect(page.getByRole('heading', { name: 'Een meting toevoegen' })).toBeVisible()
  return initiative
}

const form = (page: Page) => page.locator('form').filter({ has: page.getByLabel('Gemeten op') })

async function fillMeasurement(
  page: Page,
  numbers: { numerator: string; n: string; besides?: readonly [string, string]; design?: string },
): Promise<void> {
  const part = form(page)
  await part.getByLabel('Gemeten op').fill('2026-10-01')
  await part.getByLabel('Aantal mensen met dit resultaat', { exact: true }).fill(numbers.numerator)
  await part.getByLabel('Van hoeveel mensen in totaal').fill(numbers.n)
  await part.getByLabel('Bron', { exact: true }).fill('Eigen telling')
  if (!numbers.besides) return
  await part.getByLabel('Hoe is er gemeten').selectOption(numbers.design ?? 'comparison')
  await part.getByLabel('Met wie vergelijkt u').fill('Mensen op de wachtlijst.')
  await part.getByLabel('Vergelijkingsgroep: aantal met dit resultaat').fill(numbers.besides[0])
  await part.getByLabel('Vergelijkingsgroep: totaal').fill(numbers.besides[1])
}

test('a measurement raises the level and the page tells it in people @S-120', async ({
  page,
  browser,
}) => {
  const { slug } = await arrange(page, 'Gemeten met een vergelijking')
  await fillMeasurement(page, { numerator: '28', n: '40', besides: ['16', '40'] })
  await form(page).getByLabel('Wie zijn er geteld').fill('Iedereen die in 2025 begon.')
  await form(page).getByLabel('Hoe lang na het meedoen').selectOption('twelve_months')
  await form(page)
    .getByLabel('Bronbestand (niet verplicht)')
    .setInputFiles({
      name: 'Jan de Vries geheim.pdf',
      mimeType: 'text/html',
      buffer: Buffer.from('%PDF-1.7 telling'),
    })
  await send(page, 'Opslaan', form(page))
  await expect(page.getByRole('heading', { name: 'Het bewijs is nu: vergeleken' })).toBeVisible()
  await expectAccessible(page)

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/initiatieven/${slug}`)
  const proof = visitor.locator('#bewijs')
  await expect(proof.getByText('28 van de 40 deelnemers')).toBeVisible()
  await expect(proof.getByText('Met 95% zekerheid tussen 22 en 33 van de 40')).toBeVisible()
  await expect(proof.getByText('bij 16 was het toch gelukt')).toBeVisible()
  await expect(proof.getByText('Beter dan bij de groep die niet meedeed.')).toBeVisible()
  await expect(
    proof.getByText('Deze regel gaf de doorslag: de uitkomst is geteld en vergeleken'),
  ).toBeVisible()
  await expect(proof.getByText('Wat nodig is voor ‘sterk bewezen’')).toBeVisible()
  await expect(proof.getByText('Wie: een onderzoeker, samen met de eigenaar')).toBeVisible()
  await expect(visitor.getByText('Geteld: Iedereen die in 2025 begon.')).toBeVisible()
  const link = visitor.getByRole('link', { name: /Bronbestand \(PDF/ })
  const answer = await visitor.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect(answer.headers()['content-disposition']).toMatch(
    /^attachment; filename="meting-[0-9a-f]{12}\.pdf"$/,
  )
  await expectAccessible(visitor)
  await visitor.goto(`/en/initiatives/${slug}`)
  await expect(
    visitor.getByText('Better than in the group that did not take part.').first(),
  ).toBeVisible()
  await visitor.context().close()
})

test('a result without effect leads the page when it is the strongest @S-121', async ({ page }) => {
  const { slug } = await arrange(page, 'Geen effect gevonden')
  await fillMeasurement(page, { numerator: '35', n: '40' })
  await send(page, 'Opslaan', form(page))
  await page.reload()
  await fillMeasurement(page, {
    numerator: '20',
    n: '60',
    besides: ['45', '60'],
    design: 'experiment',
  })
  await send(page, 'Opslaan', form(page))
  await expect(
    page.getByText('naar schatting 25 minder dan zonder het initiatief').first(),
  ).toBeVisible()
  await page.goto(`/initiatieven/${slug}`)
  const lead = page.locator('article').getByText('Het beste onderzoek vond een slechter resultaat')
  await expect(lead).toBeVisible()
  const above = await lead.evaluate((element) =>
    Boolean(
      element.compareDocumentPosition(document.getElementById('aanpak') ?? document.body) &
      Node.DOCUMENT_POSITION_FOLLOWING,
    ),
  )
  expect(above).toBe(true)
  await expect(
    page.locator('#bewijs').getByText('Slechter dan bij de groep die niet meedeed.'),
  ).toBeVisible()
  await expectAccessible(page)
})

test('a correction keeps what stood there, with the reason @S-122', async ({ page }) => {
  const { slug } = await arrange(page, 'Een telfout verbeterd')
  await fillMeasurement(page, { numerator: '12', n: '20' })
  await send(page, 'Opslaan', form(page))
  await page.getByRole('link', { name: 'De meting van 1 oktober 2026 verbeteren' }).click()
  await expect(page.getByRole('heading', { name: 'Deze meting verbeteren' })).toBeVisible()
  await form(page).getByLabel('Aantal mensen met dit resultaat', { exact: true }).fill('11')
  await send(page, 'Opslaan', form(page))
  await expect(
    page.getByRole('alert').filter({ hasText: 'Schrijf op waarom u deze meting verbetert.' }),
  ).toBeFocused()
  await expect(
    form(page).getByLabel('Aantal mensen met dit resultaat', { exact: true }),
  ).toHaveValue('11')
  await form(page)
    .getByLabel('Waarom verbetert u deze meting')
    .fill('Een deelnemer was dubbel geteld.')
  await send(page, 'Opslaan', form(page))
  await expect(page.getByText('11 van de 20 deelnemers').first()).toBeVisible()
  await page.goto(`/initiatieven/${slug}`)
  const policy = page.locator('#beleid')
  await expect(policy.getByText('11 van de 20 deelnemers')).toBeVisible()
  await policy.getByText('Dit is een verbetering. Bekijk wat er eerst stond.').click()
  await expect(policy.getByText('12 van de 20 deelnemers')).toBeVisible()
  await expect(policy.getByText('Reden: Een deelnemer was dubbel geteld.')).toBeVisible()
  await expectAccessible(page)
})

test('numbers that cannot be and a file that is not what it says are refused, and the text stays @S-123', async ({
  page,
}) => {
  const { id } = await arrange(page, 'Verkeerd ingevuld')
  const part = form(page)
  await fillMeasurement(page, { numerator: '21', n: '20' })
  await part.getByLabel('Periode: van').fill('2026-02-02')
  await part.getByLabel('Periode: tot en met').fill('2026-02-01')
  await part.getByLabel('Opmerking').fill('Dit typte ik erbij.')
  await part.getByLabel('Bronbestand (niet verplicht)').setInputFiles({
    name: 'rapport.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1,2)</script></html>'),
  })
  await send(page, 'Opslaan', part)
  const errors = page.getByRole('alert').filter({ hasText: 'Er kloppen nog 3 dingen niet' })
  await expect(errors).toBeFocused()
  await expect(errors).toContainText('Dit aantal kan niet hoger zijn dan het totaal.')
  await expect(errors).toContainText('De einddatum ligt voor de begindatum.')
  await expect(errors).toContainText('De inhoud van dit bestand past niet bij de naam')
  await expect(part.getByLabel('Opmerking')).toHaveValue('Dit typte ik erbij.')
  await expectAccessible(page)

  await part.getByLabel('Aantal mensen met dit resultaat', { exact: true }).fill('12')
  await part.getByLabel('Periode: tot en met').fill('2026-02-03')
  await part.getByLabel('Bronbestand (niet verplicht)').setInputFiles({
    name: 'groot.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(5 * 1_024 * 1_024 + 1, '%PDF-'),
  })
  await expect(
    part.getByText('Dit bestand is groter dan 5 MB. Kies een kleiner bestand.'),
  ).toBeVisible()
  expect(
    await query(
      'SELECT 1 FROM measurement m JOIN initiative_indicator i ON i.id = m.indicator_id WHERE i.initiative_id = $1',
      [id],
    ),
  ).toEqual([])
  await send(page, 'Opslaan', part)
  await expect(page.getByText('12 van de 20 deelnemers').first()).toBeVisible()
})

test('counts that could point at someone are nowhere, also not by subtraction @S-125', async ({
  page,
}) => {
  const { id, slug } = await arrange(page, 'Een kleine uitkomst')
  await fillMeasurement(page, { numerator: '57', n: '60', besides: ['3', '60'] })
  await send(page, 'Opslaan', form(page))
  await expect(page.getByText('Meer dan 55 van de 60 deelnemers').first()).toBeVisible()
  await query(
    'UPDATE policy_monitor SET reach_invited = 64, reach_started = 63, reach_finished = 60 WHERE initiative_id = $1',
    [id],
  )
  await page.goto(`/initiatieven/${slug}`)
  await expect(page.locator('#bewijs').getByText('Meer dan 55 van de 60 deelnemers')).toBeVisible()
  await expect(
    page.locator('#bewijs').getByText('Beter dan bij de groep die niet meedeed.'),
  ).toBeVisible()
  const words = await page.locator('main').innerText()
  expect(words).not.toMatch(/57 van|3 van de 60|95 procent|\b63\b/)
  const answer: unknown = await (await page.request.get(`/api/v1/initiatieven/${slug}`)).json()
  const text = JSON.stringify(answer)
  expect(text).toContain('"afgeschermd":"minder-dan-5-zonder"')
  expect(text).toContain('"teller":null')
  expect(text).toContain('"bereik":{"uitgenodigd":64,"begonnen":null,"afgerond":null}')
  expect(text).not.toMatch(/"teller":57|"teller":3\b|"verschil":0/)
})

test('a source file of what is not public exists for its owner alone @S-126', async ({
  page,
  browser,
}) => {
  const { id, slug } = await arrange(page, 'Nog niet openbaar')
  await fillMeasurement(page, { numerator: '12', n: '20' })
  await form(page)
    .getByLabel('Bronbestand (niet verplicht)')
    .setInputFiles({
      name: 'telling.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('groep;aantal\nwerk;12\n'),
    })
  await send(page, 'Opslaan', form(page))
  const [file] = await query<{ id: string }>(
    'SELECT m.id FROM measurement m JOIN initiative_indicator i ON i.id = m.indicator_id WHERE i.initiative_id = $1',
    [id],
  )
  await query('UPDATE initiative SET published_revision_id = NULL WHERE id = $1', [id])
  await query("UPDATE initiative_revision SET status = 'superseded' WHERE initiative_id = $1", [id])
  const address = `/api/metingen/${file?.id ?? ''}/bestand`
  expect((await page.request.get(address)).status()).toBe(200)
  const visitor = await (await browser.newContext()).newPage()
  expect((await visitor.request.get(address)).status()).toBe(404)
  expect((await visitor.request.get('/api/metingen/onzin/bestand')).status()).toBe(404)
  expect((await visitor.request.get(`/initiatieven/${slug}`)).status()).toBe(404)
  await signInAs(visitor, 'otherEditor')
  expect((await visitor.request.get(address)).status()).toBe(404)
  await visitor.context().close()
})
