import type { Page } from '@playwright/test'
import { expect, query } from './fixtures'

export const email = (name: string) => `beoordelaar.${name}@voorbeeld.nl`
export async function arrangeRound(
  slug: string,
  { kind = 'fresh', asked = [] }: { kind?: 'fresh' | 'second_look'; asked?: string[] } = {},
): Promise<string> {
  await query(
    `UPDATE assessment_round SET status = 'closed', closed_at = now(), closing_reason = 'ended' WHERE status = 'open' AND initiative_id = (SELECT id FROM initiative WHERE slug = $1)`,
    [slug],
  )
  const [row] = await query<{ id: string }>(
    `INSERT INTO assessment_round (id, initiative_id, number, kind, revision_id, deadline)
     SELECT gen_random_uuid(), i.id, (SELECT coalesce(max(number), 0) + 1 FROM assessment_round r WHERE r.initiative_id = i.id), $2::round_kind, i.published_revision_id, current_date + 20
     FROM initiative i WHERE i.slug = $1 RETURNING id::text`,
    [slug, kind],
  )
  const id = row?.id ?? ''
  await query(
    `INSERT INTO assessment_invitation (id, round_id, assessor_id) SELECT gen_random_uuid(), $1, id FROM app_user WHERE email = ANY ($2)`,
    [id, asked],
  )
  return id
}

export const form = (slug: string) => `/werkplek/beoordelen/${slug}`

export async function judge(
  page: Page,
  slug: string,
  point: number,
  reason: string,
): Promise<void> {
  await page.goto(form(slug))
  const scores = page.getByRole('group', { name: 'Uw score' })
  await expect(scores).toHaveCount(7)
  for (let index = 0; index < 7; index += 1) {
    await scores
      .nth(index)
      .getByRole('radio')
      .nth(point - 1)
      .check()
    await page.getByLabel('Waarom?').nth(index).fill(reason)
  }
  await page.getByRole('button', { name: 'Oordeel indienen' }).click()
  await expect(page.getByText('Uw oordeel is ingediend')).toBeVisible()
}
