import { expect, fillSignIn, query, send, signInAs, test, PEOPLE } from './fixtures'
import { userId, tell, mail, forget } from './mailbox'
import { addAccount } from './own-account'

test('a reader follows, reads what is new and stops @S-140', async ({ page }) => {
  // Nobody else brings news to this reader, nor about this region and group.
  const { email } = await addAccount()
  await page.goto('/regios/achterhoek')
  await page.getByRole('link', { name: 'Log in om te volgen' }).click()
  await fillSignIn(page, email)
  await expect(page).toHaveURL(/\/regios\/achterhoek$/)
  for (const path of [
    '/regios/achterhoek',
    '/doelgroepen/mantelzorgers',
    '/initiatieven/rangeerterrein',
  ]) {
    await page.goto(path)
    await page.getByRole('button', { name: 'Volgen', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Niet meer volgen' })).toBeVisible()
  }
  await tell(email, 'nieuws', 'Rangeerterrein vernieuwd')
  await page.goto('/werkplek')
  await page.getByRole('link', { name: 'Postvak (1 nieuw)' }).click()
  await expect(page.getByText('Eén bericht is nieuw.')).toBeVisible()
  for (const name of ['Achterhoek', 'Mantelzorgers'])
    await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Als gelezen markeren: Rangeerterrein vernieuwd' }).click()
  await expect(page.getByText('U hebt alles gelezen.')).toBeVisible()
  await page.getByRole('link', { name: 'Rangeerterrein vernieuwd' }).click()
  await page.getByRole('button', { name: 'Niet meer volgen' }).click()
  await expect(page.getByRole('button', { name: 'Volgen', exact: true })).toBeVisible()
  expect(
    await query('SELECT subject_type FROM follow WHERE user_id = $1', [await userId(email)]),
  ).toHaveLength(2)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('following and reading work @S-141', async ({ page }) => {
    await forget(PEOPLE.ownRegionAssessor)
    await tell(PEOPLE.ownRegionAssessor, 'zonder', 'Nieuws zonder script')
    await signInAs(page, 'ownRegionAssessor')
    await page.goto('/doelgroepen/statushouders')
    await page.getByRole('button', { name: 'Volgen', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Niet meer volgen' })).toBeVisible()
    await page.goto('/werkplek/berichten')
    await page.getByRole('button', { name: 'Alles als gelezen markeren' }).click()
    await expect(page.getByText('U hebt alles gelezen.')).toBeVisible()
  })
})

test('outbox and recurring work exist for administrators alone, and an inbox for its owner @S-146', async ({
  page,
}) => {
  const closed = ['/werkplek/beheer/post', '/werkplek/beheer/taken']
  for (const path of [...closed, '/werkplek/berichten']) {
    expect((await page.request.get(path)).url()).toContain(
      `/inloggen?terug=${encodeURIComponent(path)}`,
    )
  }
  await mail(PEOPLE.editor, 'e2e-failed', 'failed', 'Niet voor andere ogen')
  await tell(PEOPLE.otherEditor, 'e2e-private', 'Alleen voor een ander')
  for (const person of ['editor', 'moderator'] as const) {
    await signInAs(page, person)
    for (const path of closed) expect((await page.request.get(path)).status(), path).toBe(404)
    await page.goto('/werkplek')
    await expect(page.getByRole('link', { name: 'Beheer' })).toHaveCount(0)
    await page.goto('/werkplek/berichten')
    await expect(page.getByText('Alleen voor een ander')).toHaveCount(0)
    await page.context().clearCookies()
  }
  const [other] = await query<{ id: string }>(
    `SELECT id::text FROM notification WHERE key = 'e2e-private'`,
  )
  await tell(PEOPLE.editor, 'e2e-own', 'Voor mijzelf')
  await signInAs(page, 'editor')
  await page.goto('/werkplek/berichten')
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Als gelezen markeren: Voor mijzelf' }) })
  await form
    .locator('input[name=id]')
    .evaluate((field, id) => ((field as HTMLInputElement).value = id), other?.id ?? '')
  await send(page, 'Als gelezen markeren: Voor mijzelf', form)
  expect(await query(`SELECT read_at FROM notification WHERE key = 'e2e-private'`)).toEqual([
    { read_at: null },
  ])
  const [draft] = await query<{ slug: string }>(
    'SELECT slug FROM initiative WHERE published_revision_id IS NULL LIMIT 1',
  )
  await page.goto('/initiatieven/rangeerterrein')
  const follow = page.locator('form').filter({ has: page.locator('input[name=follow]') })
  await follow
    .locator('input[name=slug]')
    .evaluate((field, slug) => ((field as HTMLInputElement).value = slug), draft?.slug ?? '')
  await follow.getByRole('button').click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Dit bestaat niet of u mag het niet zien.' }),
  ).toBeVisible()
})

test('a list has feeds with the same filters @S-147', async ({ page, request }) => {
  await page.goto('/initiatieven?regio=midden-brabant')
  const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
  const atom = await request.get(address ?? '')
  expect(atom.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const text = await atom.text()
  // A browser reads it as XML only when it is well formed.
  const entries = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'application/xml')
    return parsed.querySelector('parsererror')
      ? null
      : [...parsed.querySelectorAll('entry > title')].map((title) => title.textContent)
  }, text)
  expect(entries).toContain('Rangeerterrein Midden-Brabant')
  const results = page.getByRole('main').getByRole('heading', { level: 3 })
  expect(await results.filter({ has: page.getByRole('link') }).count()).toBe(entries?.length)
  const again = await request.get(address ?? '', {
    headers: { 'if-none-match': atom.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  const json = (await (
    await request.get('/en/initiatives/feed.json?q=zzzzqqq&regio=bestaat-niet')
  ).json()) as { version: string; items: unknown[] }
  expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] })
})
