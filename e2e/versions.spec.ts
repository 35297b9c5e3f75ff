import { expect, expectWhole, PEOPLE, query, signInAs, someone, test, unique } from './fixtures'
import { addPublished } from './initiatives'

const REASON = 'Het aantal deelnemers van 2026 staat erbij.'
const ORGANISATION = 'secretariaat-ser-brabant'

async function idOf(title: string, status: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    'SELECT id FROM initiative_revision WHERE title = $1 AND status = $2::revision_status',
    [title, status],
  )
  return row?.id ?? ''
}

/** What an editor fills in before a version can be handed in. */
async function fill(revisionId: string, summary: string): Promise<void> {
  await query(
    `UPDATE initiative_revision SET summary = $2, problem = 'Te weinig mensen.', lifecycle = 'running'
     WHERE id = $1`,
    [revisionId, summary],
  )
  await query(
    `INSERT INTO revision_region (revision_id, region_id, position)
     SELECT $1, id, 0 FROM region WHERE slug = 'midden-brabant'`,
    [revisionId],
  )
  await query(
    `INSERT INTO revision_term (revision_id, term_id, position)
     SELECT $1, (SELECT id FROM term t WHERE t.vocabulary = v.vocabulary AND replaced_by_id IS NULL ORDER BY slug LIMIT 1), 0
     FROM (SELECT unnest(ARRAY['target_group', 'instrument', 'societal_challenge']::vocabulary[]) AS vocabulary) v`,
    [revisionId],
  )
  await query(
    `INSERT INTO revision_step (id, revision_id, position, name, description)
     VALUES (gen_random_uuid(), $1, 0, 'Kennismaken', 'Drie dagen meelopen.')`,
    [revisionId],
  )
}

test('a new version tells readers what changed and why, after a moderator saw each word @S-540', async ({
  page: editor,
  browser,
}) => {
  test.setTimeout(120_000)
  const title = unique('Meelopen in de bouw')
  const { slug } = await addPublished(title, ORGANISATION)
  await signInAs(editor, 'editor')
  await editor.goto(`/werkplek/initiatieven/${await idOf(title, 'published')}`)
  await editor.getByRole('button', { name: 'Nieuwe versie maken' }).click()
  await expect(editor.getByText(/^Versie 2 namens/)).toBeVisible()
  const id = await idOf(title, 'draft')
  await fill(id, 'Zo doen wij het met twintig mensen.')

  await editor.reload()
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor).toHaveURL(new RegExp(`/werkplek/initiatieven/${id}/indienen$`))
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor.getByRole('alert').filter({ hasText: 'Vul dit veld in' })).toBeFocused()
  await expectWhole(editor)
  await editor.getByLabel('Wat is er veranderd, en waarom?').fill(REASON)
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor.getByText(`Ingediend: ${title}`)).toBeVisible()

  const moderator = await someone(browser, PEOPLE.moderator)
  await moderator.goto(`/werkplek/redactie/${id}`)
  await expect(moderator.getByText(REASON)).toBeVisible()
  const summary = moderator.locator('#verandert section').filter({
    has: moderator.getByRole('heading', { level: 3, name: 'Samenvatting' }),
  })
  await expect(summary.getByRole('group', { name: 'Nieuw' }).locator('ins')).toHaveText(
    /\(nieuw:\s+met twintig mensen\s+einde nieuw\)/,
  )
  await expect(moderator.getByRole('button', { name: 'Publiceren' })).toBeInViewport()
  await expectWhole(moderator)
  await moderator.getByLabel('Opmerking bij Samenvatting').fill('Noem ook het jaar.')
  for (let stop = 0; stop < 12; stop += 1) {
    await moderator.keyboard.press('Tab')
    await expect
      .poll(() =>
        moderator.evaluate(() => {
          const [focus, bar] = [
            document.activeElement,
            document.querySelector('[data-decision-bar]'),
          ]
          if (!focus || !bar || bar.contains(focus)) return false
          const [a, b] = [focus.getBoundingClientRect(), bar.getBoundingClientRect()]
          return a.height > 0 && a.top >= b.top && a.bottom <= b.bottom
        }),
      )
      .toBe(false)
  }
  await moderator.getByRole('button', { name: 'Teruggeven' }).click()
  await expect(
    moderator.getByRole('alert').filter({ hasText: 'Wat moet er veranderen?' }),
  ).toBeFocused()
  await expect(moderator.getByLabel('Opmerking bij Samenvatting')).toHaveValue('Noem ook het jaar.')
  await moderator.getByLabel('Wat moet er veranderen?').fill('Bijna klaar.')
  await moderator.getByRole('button', { name: 'Teruggeven' }).click()
  await expect(moderator.getByText(`Teruggegeven: ${title}`)).toBeVisible()

  await editor.goto(`/werkplek/initiatieven/${id}`)
  await expect(editor.getByText('Noem ook het jaar.').first()).toBeVisible()
  await expect(editor.getByText('Opmerking van de redactie:')).toBeVisible()
  await query('UPDATE initiative_revision SET summary = $2 WHERE id = $1', [
    id,
    'Zo doen wij het met twintig mensen in 2026.',
  ])
  await editor.goto(`/werkplek/initiatieven/${id}/indienen`)
  await expect(editor.getByLabel('Wat is er veranderd, en waarom?')).toHaveValue(REASON)
  await editor.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(editor.getByText(`Ingediend: ${title}`)).toBeVisible()

  await moderator.goto(`/werkplek/redactie/${id}`)
  const earlier = moderator.getByRole('region', { name: 'Eerdere redenen' })
  await expect(earlier).toContainText('Bijna klaar.')
  await expect(earlier).toContainText('Noem ook het jaar.')
  await moderator.getByRole('button', { name: 'Publiceren' }).click()
  await expect(moderator.getByText(`Gepubliceerd: ${title}`)).toBeVisible()
  await moderator.context().close()

  const reader = await someone(browser, null)
  await reader.goto(`/initiatieven/${slug}`)
  await expect(reader.getByRole('region', { name: 'Wat er veranderde' })).toContainText(REASON)
  await reader.getByRole('link', { name: 'Bekijk wat er anders is in versie 2' }).click()
  await expect(
    reader.getByRole('heading', { level: 1, name: 'Wat er veranderde in versie 2' }),
  ).toBeVisible()
  await expect(reader.locator('ins').filter({ hasText: 'twintig mensen' })).toBeVisible()
  await expectWhole(reader)
  const { versies } = (await (await reader.request.get(`/api/v1/initiatieven/${slug}`)).json()) as {
    versies: object[]
  }
  expect(versies).toMatchObject([
    { nummer: 2, reden: REASON },
    { nummer: 1, reden: null },
  ])

  await reader.goto(`/initiatieven/${slug}/versies/1`)
  await expect(reader.getByText('Zo doen wij het.', { exact: true })).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Zet deze versie terug' })).toHaveCount(0)
  await editor.goto(`/initiatieven/${slug}/versies/1`)
  await expectWhole(editor)
  await editor.getByRole('button', { name: 'Zet deze versie terug' }).click()
  await expect(editor.getByText(/^Versie 3 namens/)).toBeVisible()
  await expect(editor.getByLabel('Samenvatting')).toHaveValue('Zo doen wij het.')
  await reader.context().close()
})

test('without JavaScript nothing that a moderator typed is lost by a decision @S-541', async ({
  browser,
}) => {
  const title = unique('Leren in de haven')
  const { id: initiativeId } = await addPublished(title, ORGANISATION)
  await query(
    `INSERT INTO initiative_revision (id, initiative_id, number, status, title, summary, change_reason, submitted_at, updated_at)
     VALUES (gen_random_uuid(), $1, 2, 'submitted', $2, 'Zo doen wij het nu.', $3, now(), now())`,
    [initiativeId, title, REASON],
  )
  const id = await idOf(title, 'submitted')
  const moderator = await someone(browser, PEOPLE.moderator, false)
  await moderator.goto(`/werkplek/redactie/${id}`)
  await moderator.getByLabel('Opmerking bij Samenvatting').fill('Korter.')
  await moderator.getByRole('button', { name: 'Publiceren' }).click()
  await expect(moderator.getByText(/Die gaat alleen mee als u teruggeeft/).first()).toBeVisible()
  await expect(moderator.getByLabel('Opmerking bij Samenvatting')).toHaveValue('Korter.')
  await moderator.getByLabel('Wat moet er veranderen?').fill('Bijna klaar.')
  await moderator.getByRole('button', { name: 'Teruggeven' }).click()
  await expect(moderator.getByText(`Teruggegeven: ${title}`)).toBeVisible()
  expect(
    await query(
      `SELECT m.field, m.text FROM revision_remark m JOIN revision_return r ON r.id = m.return_id
       WHERE r.revision_id = $1`,
      [id],
    ),
  ).toEqual([{ field: 'summary', text: 'Korter.' }])
  await moderator.context().close()
})
