import {
  expect,
  expectAccessible,
  expectFits,
  query,
  send,
  signInAs,
  someone,
  test,
  unfold,
} from './fixtures'

const SLUG = 'switch-naar-techniek'
const PAGE = `/initiatieven/${SLUG}`
const REASON = 'Het bewijs is zwakker: er deden maar vier mensen mee.'

const remove = () =>
  query('DELETE FROM contest WHERE initiative_id = (SELECT id FROM initiative WHERE slug = $1)', [
    SLUG,
  ])

interface Opened {
  betwistingen: Record<string, string | null>[]
}

test('a fact is contested once, another region decides, and the outcome stays visible @S-612', async ({
  page,
  browser,
}) => {
  await remove()
  await signInAs(page, 'editor')
  await page.goto(PAGE)
  const part = page.locator('#betwist')
  await unfold(part, 'Betwist een score of een feit')
  await page.getByLabel('Wat klopt er niet?').selectOption('evidence')
  await page.getByLabel('Waarom klopt het niet?').fill(REASON)
  await send(page, 'Betwist')
  await page.reload()
  await expect(part).toContainText('Nog niet beslist')
  await expect(part).toContainText('door SER Brabant, bij versie 1')
  await expectAccessible(page)
  await expectFits(page)
  // Once: the evidence level can no longer be chosen.
  await unfold(part, 'Betwist een score of een feit')
  await expect(page.getByLabel('Wat klopt er niet?').locator('option[value=evidence]')).toHaveCount(
    0,
  )

  const moderator = await someone(browser, 'moderator@voorbeeld.nl')
  await moderator.goto('/werkplek')
  await moderator
    .getByRole('listitem')
    .filter({ hasText: 'Iemand betwist hier iets' })
    .getByRole('link')
    .first()
    .click()
  await expect(moderator.getByText(REASON)).toBeVisible()
  await expectAccessible(moderator)
  await expectFits(moderator)
  await moderator.getByLabel('Besluit', { exact: true }).selectOption('upheld')
  await moderator.getByLabel('Reden', { exact: true }).fill('Dat klopt, het niveau hoort lager.')
  await send(moderator, 'Beslis')
  await moderator.reload()
  await expect(moderator.getByRole('button', { name: 'Beslis' })).toHaveCount(0)
  await moderator.context().close()

  const owner = await someone(browser, 'redacteur.overijssel@voorbeeld.nl')
  await owner.goto('/werkplek')
  await expect(owner.getByText('besloot een andere regio dat hier iets niet klopt')).toBeVisible()
  await owner.context().close()

  const visitor = await someone(browser, null)
  await visitor.goto(PAGE)
  await expect(visitor.locator('#bewijs')).toContainText(/Betwist op .*, besluit: gegrond/)
  await expect(visitor.locator('#betwist')).toContainText('Dat klopt, het niveau hoort lager.')
  await expect(visitor.locator('#betwist')).not.toContainText('(voorbeeld)')
  const answer = await visitor.request.get(`/api/v1/initiatieven/${SLUG}`)
  const { betwistingen } = (await answer.json()) as Opened
  expect(betwistingen[0]).toMatchObject({
    over: 'bewijsniveau',
    organisatie: 'SER Brabant',
    stand: 'gegrond',
    reden: REASON,
  })
  await visitor.context().close()
  await remove()
})

test('a contest is made and withdrawn without JavaScript, and typed text comes back @S-613', async ({
  browser,
}) => {
  await remove()
  const page = await someone(browser, 'redacteur.brabant@voorbeeld.nl', false)
  await page.goto(PAGE)
  const part = page.locator('#betwist')
  await unfold(part, 'Betwist een score of een feit')
  await page.getByLabel('Waarom klopt het niet?').fill(REASON)
  await part.getByRole('button', { name: 'Betwist', exact: true }).click()
  await expect(page.getByLabel('Waarom klopt het niet?')).toHaveValue(REASON)
  await page.getByLabel('Wat klopt er niet?').selectOption('evidence')
  await part.getByRole('button', { name: 'Betwist', exact: true }).click()
  await expect(part).toContainText('Nog niet beslist')
  await part.getByRole('link', { name: 'Bekijk uw betwisting of trek haar in' }).click()
  await page.getByRole('button', { name: 'Trek in' }).click()
  await page.goto(PAGE)
  await expect(part).toContainText('Ingetrokken')
  await page.context().close()
  await remove()
})
