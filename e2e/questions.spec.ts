import {
  expect,
  expectAccessible,
  ignoreNotFound,
  PEOPLE,
  query,
  send,
  sendAs,
  someone,
  test,
  unfold,
  unique,
} from './fixtures'
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

const LEAVER = 'manager.twente@voorbeeld.nl'

test('a question is asked, answered and marked; both sides are told @S-276', async ({
  page,
  browser,
}) => {
  const asker = await someone(browser, ASKER)
  const question = unique('Wat kost een <b>plek</b>? javascript:alert(1)')
  await ask(asker, question)
  await expect(asker.getByLabel('Uw vraag')).toHaveValue('')
  await expectAccessible(asker)

  const owner = await someone(browser, OWNER)
  const [mail] = await query<{ text: string }>(
    `SELECT m.text FROM mail m JOIN app_user u ON u.id = m.recipient_id WHERE m.kind = 'question-asked' AND u.email = $1 ORDER BY m.created_at DESC LIMIT 1`,
    [OWNER],
  )
  expect(mail?.text).toContain(question)
  await owner.goto('/werkplek/berichten')
  await expect(
    owner.getByRole('list', { name: 'Berichten' }).getByText('Vraag aan u').first(),
  ).toBeVisible()
  // Someone whom no other test knows, because their account is closed below.
  const outsider = await someone(browser, LEAVER)
  await answer(outsider, question, 'Dat weet ik niet.')
  await answer(owner, question, 'Ongeveer tienduizend euro, zie https://voorbeeld.nl/kosten.')
  await expect(
    thread(owner, question).getByRole('button', { name: /^Dit hielp: het antwoord van/ }),
  ).toHaveCount(2)
  await expect(thread(outsider, question).getByRole('button', { name: /^Dit hielp/ })).toHaveCount(
    0,
  )

  await asker.goto('/werkplek/berichten')
  await asker
    .getByRole('list', { name: 'Berichten' })
    .getByRole('listitem')
    .filter({ hasText: 'Antwoord op uw vraag' })
    .first()
    .getByRole('link')
    .click()
  await expect(asker).toHaveURL(/#vragen$/)
  await thread(asker, question)
    .getByRole('button', { name: /^Dit hielp: het antwoord van Roos/ })
    .click()
  await expect(thread(asker, question).getByRole('button', { name: /^Toch niet/ })).toHaveCount(1)
  await expectAccessible(asker)

  await page.goto(PAGE)
  const mine = thread(page, question)
  const answers = mine.locator('ol > li')
  await expect(answers.first()).toContainText('Dit hielp')
  await expect(answers.first()).toContainText('Ongeveer tienduizend euro')
  await expect(answers.first()).toContainText('Eigenaar')
  await expect(mine.getByText(question)).toBeVisible()
  await expect(mine.locator('b')).toHaveCount(0)
  expect(
    await mine
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]),
      ),
  ).toEqual([['https://voorbeeld.nl/kosten', 'nofollow ugc noreferrer']])
  await expect(mine.getByText('Melden')).toHaveCount(0)
  await expect(
    part(page).getByRole('link', { name: 'Log in om een vraag te stellen' }),
  ).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)

  const theirs = answers.filter({ hasText: 'Dat weet ik niet.' })
  await expect(theirs).toContainText('Eva ter Horst')
  try {
    await query(`UPDATE app_user SET disabled_at = now() WHERE email = $1`, [LEAVER])
    await answer(owner, question, unique('Nog een antwoord'))
    await page.reload()
    await expect(theirs).toContainText('Twente')
    await expect(theirs).not.toContainText('Eva ter Horst')
  } finally {
    await query(`UPDATE app_user SET disabled_at = NULL WHERE email = $1`, [LEAVER])
  }
  for (const one of [asker, owner, outsider]) await one.context().close()
})

test('a text is reported, hidden with a reason, nowhere then, and shown again @S-277', async ({
  page,
  browser,
}) => {
  const asker = await someone(browser, ASKER)
  const question = unique('Mag ik iets vragen')
  const advert = unique('Koop nu bij ons')
  await ask(asker, question)
  const owner = await someone(browser, OWNER)
  await answer(owner, question, advert)
  await asker.goto(PAGE)
  const bad = thread(asker, question).locator('ol > li').filter({ hasText: advert })
  await unfold(bad, 'Melden')
  await send(asker, 'Melden', bad)
  await expect(bad.getByRole('alert')).toContainText('Schrijf er in een zin bij waarom')
  await bad.getByLabel('Wat is er mis met deze tekst?').fill('Dit is reclame.')
  await send(asker, 'Melden', bad)
  await expect(bad.getByText(/Opgeslagen om/)).toBeVisible()
  await expect(bad.getByText('Verbergen')).toHaveCount(0)

  const moderator = await someone(browser, PEOPLE.moderator)
  await moderator.goto('/werkplek')
  await expect(moderator.getByText('Bekijk de melding')).toBeVisible()
  await moderator.goto('/werkplek/vragen')
  const item = moderator
    .locator('#gemeld')
    .getByRole('listitem')
    .filter({ hasText: advert })
    .first()
  await expect(item.getByText('Dit is reclame.')).toBeVisible()
  await unfold(item, 'Verbergen')
  await item.getByLabel('Waarom verbergt u deze tekst?').fill('Reclame hoort hier niet.')
  await expectAccessible(moderator)
  await send(moderator, 'Verbergen', item)
  const hidden = moderator
    .locator('#verborgen')
    .getByRole('listitem')
    .filter({ hasText: advert })
    .first()
  await expect(hidden.getByText('Reclame hoort hier niet.')).toBeVisible()
  expect(
    await query(
      `SELECT 1 FROM audit_event WHERE action = 'question.hide' AND detail->>'reason' = 'Reclame hoort hier niet.'`,
    ),
  ).not.toEqual([])

  for (const reader of [page, asker, owner]) {
    await reader.goto(PAGE)
    await expect(thread(reader, question)).toBeVisible()
    expect(await reader.content()).not.toContain(advert)
  }
  expect(await (await page.request.get(`/api/v1/initiatieven/${SLUG}`)).text()).not.toContain(
    advert,
  )
  expect(
    await (
      await page.request.get(`/api/v1/initiatieven?q=%22${encodeURIComponent(advert)}%22`)
    ).json(),
  ).toMatchObject({ totaal: 0 })
  await hidden.getByRole('button', { name: /^Weer tonen/ }).click()
  await expect(moderator.locator('#verborgen').getByText(advert)).toHaveCount(0)
  await page.goto(PAGE)
  await expect(thread(page, question).getByText(advert)).toBeVisible()
  for (const one of [asker, owner, moderator]) await one.context().close()
})

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
  problems,
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

  // A draft cannot be asked about, and nobody writes in the name of someone else's organisation.
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

  // The report form of one post leads to one that is hidden.
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

  // The forms of a moderator and of the one who asked, sent by hand by others: nothing happens. Sent by themselves they do what they say.
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
  ignoreNotFound(problems)
})
