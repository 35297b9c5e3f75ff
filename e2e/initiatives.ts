import type { Page } from '@playwright/test'
import { expect, query, unfold } from './fixtures'

export async function startInitiative(page: Page, title: string): Promise<void> {
  await page.goto('/werkplek/initiatieven/nieuw')
  await page.getByLabel('Titel').fill(title)
  await page.getByRole('button', { name: 'Concept beginnen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** By typing a few letters and Enter, as an editor does. */
export async function chooseTerm(page: Page, field: string, name: string): Promise<void> {
  const group = page.getByRole('group', { name: field, exact: true })
  await group.getByRole('combobox').fill(name)
  await group
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect(group.getByRole('button', { name: new RegExp(`^${name}.* weghalen`) })).toBeVisible()
}

export async function fillInitiative(page: Page, summary: string): Promise<void> {
  await page.getByLabel('Samenvatting').fill(summary)
  await chooseTerm(page, 'Regio', 'Midden-Brabant')
  await chooseTerm(page, 'Doelgroepen', 'Statushouders')
  await chooseTerm(page, 'Instrumenten', 'Jobcoaching')
  const challenges = page.getByRole('group', { name: 'Maatschappelijke opgaven' })
  await unfold(challenges, 'Kies uit de hele lijst')
  await challenges.getByRole('checkbox').first().check()
  await page
    .getByLabel('Wat hebt u gedaan?')
    .fill('Kennismaken: Deelnemers lopen drie dagen mee met een vakman.')
  await page.getByLabel('Fase', { exact: true }).selectOption('Loopt')
}

/** From the page of an initiative: seven scores with their reasons, not handed in yet. */
export async function fillJudgement(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Dit initiatief beoordelen' }).click()
  const scores = page.getByRole('group', { name: 'Uw score' })
  await expect(scores).toHaveCount(7)
  for (let index = 0; index < 7; index += 1) {
    await scores
      .nth(index)
      .getByRole('radio')
      .nth(index === 6 ? 5 : 3)
      .check()
    await page
      .getByLabel('Waarom?')
      .nth(index)
      .fill(`Dit past goed bij wat wij in onze regio zien, punt ${index + 1}.`)
  }
}

export async function addAdoption({
  initiative,
  organisation,
  goal,
  group = 'zij-instromers',
}: {
  initiative: string
  organisation: string
  goal: string
  group?: string
}): Promise<string> {
  await query(
    'DELETE FROM adoption WHERE initiative_id = (SELECT id FROM initiative WHERE slug = $1) AND organisation_id = (SELECT id FROM organisation WHERE slug = $2)',
    [initiative, organisation],
  )
  const [row] = await query<{ id: string }>(
    `INSERT INTO adoption (id, initiative_id, organisation_id, goal, target_group_id, updated_at) SELECT gen_random_uuid(), i.id, o.id, $3, t.id, now() FROM initiative i, organisation o, term t
     WHERE i.slug = $1 AND o.slug = $2 AND t.vocabulary = 'target_group' AND t.slug = $4 RETURNING id::text`,
    [initiative, organisation, goal, group],
  )
  if (!row)
    throw new Error(`no initiative ${initiative}, organisation ${organisation} or group ${group}`)
  return row.id
}

/** Takes the steps that the database requires; `child` is the initiative that came of it. */
export async function runAdoption(id: string, child: string | null = null): Promise<void> {
  await query(
    `UPDATE adoption SET status = 'preparing', kept = 'De jobcoach', reason = 'Dat werkt hier ook.' WHERE id = $1::uuid`,
    [id],
  )
  await query(
    `UPDATE adoption SET status = 'running', starts_on = '2025-01-01', own_initiative_id = (SELECT id FROM initiative WHERE slug = $2) WHERE id = $1::uuid`,
    [id, child],
  )
}

export async function addPublished(
  title: string,
  organisation: string,
  slug = `proef-${crypto.randomUUID().slice(0, 8)}`,
): Promise<{ id: string; slug: string }> {
  const [row] = await query<{ id: string }>(
    `WITH o AS (SELECT id FROM organisation WHERE slug = $3),
    i AS (INSERT INTO initiative (id, slug, organisation_id, first_published_at) SELECT gen_random_uuid(), $2, id, now() FROM o RETURNING id),
    m AS (INSERT INTO policy_monitor (initiative_id, displacement_id, updated_at) SELECT i.id, t.id, now() FROM i, term t WHERE t.vocabulary = 'displacement' AND t.slug = 'niet-onderzocht')
    INSERT INTO initiative_revision (id, initiative_id, number, status, title, summary, updated_at, published_at) SELECT gen_random_uuid(), id, 1, 'published', $1, 'Zo doen wij het.', now(), now() FROM i RETURNING initiative_id::text AS id`,
    [title, slug, organisation],
  )
  if (!row) throw new Error(`no organisation ${organisation}`)
  await query(
    'UPDATE initiative SET published_revision_id = (SELECT r.id FROM initiative_revision r WHERE r.initiative_id = initiative.id) WHERE id = $1::uuid',
    [row.id],
  )
  for (const refresh of ['search_refresh', 'search_retag'])
    await query(`SELECT ${refresh}(ARRAY[$1::uuid])`, [row.id])
  return { id: row.id, slug }
}
