import { expect, PEOPLE, query, send, sendAs, someone, test, unfold, unique } from './fixtures'
import {
  part,
  thread,
  ask,
  answer,
  fillDay,
  SLUG,
  PAGE,
  OWNER,
  ASKER,
  OUTSIDER,
} from './question-threads'

test.describe.configure({ timeout: 240_000 })

test('asking works without JavaScript, mistakes cost no words, and there is an end to a day @S-278', async ({
  browser,
}) => {
  const page = await someone(browser, OUTSIDER, false)
  await page.goto(PAGE)
  await page.getByRole('button', { name: 'Vraag stellen' }).click()
  await expect(page.getByText('Vul dit veld in').first()).toBeVisible()
  const long = 'woord '.repeat(600)
  await page.getByLabel('Uw vraag').fill(long)
  await page.getByRole('button', { name: 'Vraag stellen' }).click()
  await expect(page.getByText('Deze tekst is te lang').first()).toBeVisible()
  expect((await page.getByLabel('Uw vraag').inputValue()).length).toBeGreaterThan(3_000)
  const question = unique('Hoe begint u')
  await page.getByLabel('Uw vraag').fill(question)
  await page.getByRole('button', { name: 'Vraag stellen' }).click()
  await expect(thread(page, question)).toBeVisible()
  await thread(page, question).locator('summary').filter({ hasText: 'Antwoord geven' }).click()
  await thread(page, question).getByLabel('Uw antwoord').fill('Met een werkgever die ik ken.')
  await thread(page, question).getByRole('button', { name: 'Antwoord plaatsen' }).click()
  await expect(thread(page, question).getByText('Met een werkgever die ik ken.')).toBeVisible()

  const undo = await fillDay(OUTSIDER)
  const last = unique('Nog een vraag')
  await page.getByLabel('Uw vraag').fill(last)
  await page.getByRole('button', { name: 'Vraag stellen' }).click()
  await expect(page.getByText('morgen kunt u weer schrijven').first()).toBeVisible()
  await expect(page.getByLabel('Uw vraag')).toHaveValue(last)
  expect(await query('SELECT 1 FROM post WHERE text = $1', [last])).toEqual([])
  await undo()
  await page.context().close()
})

test('moderation exists for moderators alone, and forged forms change nothing @S-279', async ({
  browser,
}) => {
  const asker = await someone(browser, ASKER)
  const question = unique('Een vraag om aan te zitten')
  await ask(asker, question)
  const [post] = await query<{ id: string }>('SELECT id::text FROM post WHERE text = $1', [
    question,
  ])
  const outsider = await someone(browser, OUTSIDER)
  for (const one of [asker, outsider])
    expect((await one.request.get('/werkplek/vragen')).status()).toBe(404)

  await outsider.goto(PAGE)
  for (const [name, sql] of [
    ['initiativeId', 'SELECT id::text FROM initiative WHERE published_revision_id IS NULL LIMIT 1'],
    ['organisationId', `SELECT organisation_id::text AS id FROM initiative WHERE slug = '${SLUG}'`],
  ] as const) {
    const [forged] = await query<{ id: string }>(sql)
    await outsider.goto(PAGE)
    const text = unique('Vervalst')
    await outsider.getByLabel('Uw vraag').fill(text)
    await part(outsider)
      .locator(`input[name="${name}"]`)
      .last()
      .evaluate((field, value) => {
        if (field instanceof HTMLInputElement) field.value = value
      }, forged?.id ?? '')
    await send(outsider, 'Vraag stellen', part(outsider))
    await expect(
      part(outsider)
        .getByRole('alert')
        .filter({ hasText: 'Dit bestaat niet of u mag het niet zien.' }),
    ).toBeVisible()
    await expect(outsider.getByLabel('Uw vraag')).toHaveValue(text)
    expect(await query('SELECT 1 FROM post WHERE text = $1', [text])).toEqual([])
  }

  await query(`UPDATE post SET hidden_at = now(), hide_reason = 'Toets' WHERE id = $1`, [post?.id])
  const other = unique('Een andere vraag')
  await ask(asker, other)
  await outsider.goto(PAGE)
  const there = thread(outsider, other)
  await unfold(there, 'Melden')
  await there
    .locator('input[name="postId"]')
    .first()
    .evaluate((field, value) => {
      if (field instanceof HTMLInputElement) field.value = value
    }, post?.id ?? '')
  await there.getByLabel('Wat is er mis met deze tekst?').fill('Bestaat dit nog?')
  await send(outsider, 'Melden', there)
  await expect(there.getByRole('alert')).toContainText('Dit bestaat niet of u mag het niet zien.')
  expect(await query('SELECT 1 FROM post_report WHERE post_id = $1', [post?.id])).toEqual([])

  // Forms of the moderator and the asker: sent by others they do nothing.
  const visitor = await someone(browser, null)
  const owner = await someone(browser, OWNER, false)
  const moderator = await someone(browser, PEOPLE.moderator, false)
  await answer(asker, other, 'Een antwoord om te merken.')
  const state = () =>
    query(
      `SELECT accepted_id, hidden_at IS NULL AS shown FROM post WHERE text = $1 OR id = $2 ORDER BY id`,
      [other, post?.id],
    )
  const before = await state()
  await moderator.goto(PAGE)
  const hide = thread(moderator, other)
    .locator('form')
    .filter({ has: moderator.getByText('Waarom verbergt u deze tekst?') })
    .first()
  for (const one of [outsider, asker, owner, visitor]) await sendAs(hide, one, { reason: 'Zomaar' })
  await owner.goto(PAGE)
  const accept = thread(owner, other)
    .locator('form')
    .filter({ has: owner.getByRole('button', { name: /^Dit hielp/ }) })
    .first()
  for (const one of [outsider, moderator, visitor]) await sendAs(accept, one)
  await moderator.goto('/werkplek/vragen')
  const show = moderator.locator('#verborgen li').filter({ hasText: question }).locator('form')
  for (const one of [outsider, asker, owner, visitor]) await sendAs(show, one)
  expect(await state()).toEqual(before)
  await sendAs(show, moderator)
  await sendAs(accept, owner)
  expect(await state()).not.toEqual(before)
  expect(
    await query(
      'SELECT 1 FROM post WHERE (text = $1 AND accepted_id IS NOT NULL) OR (id = $2 AND hidden_at IS NULL)',
      [other, post?.id],
    ),
  ).toHaveLength(2)
  for (const one of [asker, outsider, visitor, owner, moderator]) await one.context().close()
})
