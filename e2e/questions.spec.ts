import {
  expect,
  expectAccessible,
  PEOPLE,
  query,
  send,
  someone,
  test,
  unfold,
  unique,
} from './fixtures'
import { part, thread, ask, answer, SLUG, PAGE, OWNER, ASKER } from './question-threads'

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
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)

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
  await expect(bad.getByText('De moderators krijgen bericht')).toBeVisible()
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
