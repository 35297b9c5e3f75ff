import {
  enter,
  expect,
  expectAccessible,
  query,
  signInAs,
  someone,
  test,
  unique,
  wordParts,
} from './fixtures'

const MEMBER = 'lid.brabant@voorbeeld.nl'

interface Signed {
  measure: string
  year: number
  title: string
  slug: string
}

async function signed(): Promise<Signed> {
  const [row] =
    await query<Signed>(`SELECT v.measure_id::text AS measure, v.year, m.title, r.slug FROM policy_verdict v JOIN policy_measure m ON m.id = v.measure_id JOIN policy_goal g ON g.id = m.goal_id JOIN region r ON r.id = g.region_id
    WHERE v.signed_at IS NOT NULL AND g.slug LIKE 'voorbeeld-%' AND NOT EXISTS (SELECT 1 FROM policy_verdict c WHERE c.supersedes_id = v.id) ORDER BY v.year DESC, m.title LIMIT 1`)
  if (!row) throw new Error('the demonstration data is missing')
  return row
}

test('a member reacts to a verdict for the own constituency; it stands on the chain and in the board paper @S-266', async ({
  page,
}) => {
  const { measure, year, title, slug } = await signed()
  const words = unique('Voor onze achterban telt vooral')
  await enter(page, MEMBER)
  await page.goto(`/werkplek/maatregelen/${measure}/${year}/reactie`)
  await expect(page.getByRole('heading', { level: 1, name: `Uw reactie: ${title}` })).toBeVisible()
  await expect(page.getByText('Wat vinden de werknemers van dit oordeel')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  await page.getByRole('button', { name: 'Reactie toevoegen' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Vul dit veld in' })).toBeFocused()
  await page.getByLabel('Wat vindt uw geleding van dit oordeel?').fill(words)
  await page.getByRole('button', { name: 'Reactie toevoegen' }).click()
  await expect(page.locator('#oordeel')).toContainText(words)
  await expect(page.locator('#oordeel')).toContainText('Van een lid zelf')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`/regios/${slug}/monitor?jaar=${year}`)
  const article = page.locator('#oordelen li').filter({ hasText: title }).first()
  await expect(article).toContainText(`Werknemers: ${words}`)
  await expect(page.getByText('Yusuf Aydin')).toHaveCount(
    0 + (await page.locator('header').getByText('Yusuf Aydin').count()),
  )
  const paper = await page.request.get(
    `/api/monitor/${slug}/bestuursstuk.docx?jaar=${year}&taal=nl`,
  )
  expect(paper.status()).toBe(200)
  const { document: text } = await wordParts(await paper.body())
  const paragraph = text
    .split('</w:p>')
    .find((part) => part.includes(words))
    ?.replace(/<[^>]+>/g, '')
  expect(paragraph).toMatch(new RegExp(`^Werknemers.*${words}`))
  expect(paragraph).toContain('Van een lid zelf')
  expect(text).not.toContain('Yusuf Aydin')
  expect(
    await query('SELECT constituency::text, by_member FROM verdict_reading WHERE text = $1', [
      words,
    ]),
  ).toEqual([{ constituency: 'employees', by_member: true }])
})

test('a member adds a reaction without JavaScript @S-267', async ({ browser }) => {
  const { measure, year } = await signed()
  const page = await someone(browser, MEMBER, false)
  const words = unique('Zonder script gelezen')
  await page.goto(`/werkplek/maatregelen/${measure}/${year}/reactie`)
  await page.getByLabel('Wat vindt uw geleding van dit oordeel?').fill(words)
  await page.getByRole('button', { name: 'Reactie toevoegen' }).click()
  await expect(page.locator('#oordeel')).toContainText(words)
  await page.context().close()
})

test('reactions are closed to who sits in no constituency of the region, and a member writes nothing else @S-268', async ({
  page,
}) => {
  const { measure, year, slug } = await signed()
  const path = `/werkplek/maatregelen/${measure}/${year}/reactie`
  await page.goto(path)
  await expect(page).toHaveURL(new RegExp(`/inloggen\\?terug=${encodeURIComponent(path)}`))
  await signInAs(page, 'assessor')
  expect((await page.request.get(path)).status()).toBe(404)
  await page.context().clearCookies()
  await enter(page, MEMBER)
  for (const other of [
    `/werkplek/maatregelen/${measure}/${year}`,
    `/werkplek/regios/${slug}`,
    '/werkplek/beheer/cijfers',
  ])
    expect((await page.request.get(other)).status(), other).toBe(404)
})
