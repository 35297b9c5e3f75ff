import { expect, PEOPLE, query, someone, test } from './fixtures'

test('the owner confirms an entry with one click, on the page and from the list of things to do @S-124', async ({
  browser,
  problems,
}) => {
  const page = await someone(browser, PEOPLE.editor, false)
  const [row] = await query<{ id: string; slug: string }>(
    "SELECT id, slug FROM initiative WHERE slug = 'werknemersnetwerk-neurodiversiteit'",
  )
  await query("UPDATE initiative SET confirmed_at = now() - interval '13 months' WHERE id = $1", [
    row?.id,
  ])
  await page.goto('/werkplek')
  const todo = page.getByRole('listitem').filter({ hasText: 'Klopt het nog?' })
  await expect(todo).toHaveCount(1)
  await todo.getByRole('button', { name: 'Dit klopt nog' }).click()
  await page.goto('/werkplek')
  await expect(todo).toHaveCount(0)
  await page.goto(`/initiatieven/${row?.slug ?? ''}`)
  await page.getByRole('button', { name: 'Dit klopt nog' }).click()
  const today = new Intl.DateTimeFormat('nl-NL', {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date())
  await expect(page.getByText(`Laatst bevestigd op ${today}`)).toBeVisible()
  const audits = await query(
    "SELECT 1 FROM audit_event WHERE action = 'initiative.confirm' AND object_id = $1",
    [row?.id],
  )
  expect(audits).toHaveLength(2)
  expect(problems).toEqual([])
  await page.context().close()
})
