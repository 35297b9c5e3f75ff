import { enter, expect, ignoreNotFound, query, signInAs, test } from '../fixtures'

interface Ids {
  initiative: string
  revision: string
  draft: string
  draftSlug: string
  submitted: string
}

async function ids(): Promise<Ids> {
  const [row] = await query<Ids>(`SELECT
    (SELECT id::text FROM initiative WHERE slug = 'rangeerterrein') AS initiative,
    (SELECT published_revision_id::text FROM initiative WHERE slug = 'rangeerterrein') AS revision,
    (SELECT id::text FROM initiative_revision WHERE title LIKE 'Proefdagen%') AS draft,
    (SELECT i.slug FROM initiative_revision r JOIN initiative i ON i.id = r.initiative_id WHERE r.title LIKE 'Proefdagen%') AS "draftSlug",
    (SELECT id::text FROM initiative_revision WHERE title LIKE 'Taalmaatjes%') AS submitted`)
  if (!row) throw new Error('the demonstration data is missing')
  return row
}

const closed = ({ initiative, revision, draft, submitted }: Ids) => [
  `/werkplek/initiatieven/${draft}`,
  `/werkplek/initiatieven/${draft}/voorbeeld`,
  `/werkplek/initiatieven/${draft}/indienen`,
  `/werkplek/initiatieven/${revision}`,
  `/werkplek/initiatieven/${initiative}/beleid`,
  `/werkplek/initiatieven/${initiative}/metingen`,
  `/werkplek/initiatieven/${initiative}/panel`,
  `/werkplek/initiatieven/${initiative}/archief`,
  `/werkplek/initiatieven/${initiative}/samenvoegen`,
  `/werkplek/overdracht/${initiative}`,
  `/werkplek/achteraf/${revision}`,
  `/werkplek/redactie/${submitted}`,
  '/werkplek/initiatieven/geen-nummer',
  '/werkplek/vragen',
  '/werkplek/knelpunten/bestaat-niet/bijwerken',
  '/werkplek/overnames/geen-nummer',
  '/werkplek/oproepen/voorbeeld-deeltijders-in-de-schoonmaak',
  '/werkplek/oproepen/bestaat-niet',
  '/werkplek/bijeenkomsten/voorbeeld-kijken-bij-het-rangeerterrein',
  '/werkplek/bijeenkomsten/bestaat-niet',
  '/werkplek/beoordelen/bestaat-niet',
  '/werkplek/aansluiten/geen-nummer',
  '/werkplek/betwist/geen-nummer',
  '/werkplek/knelpunten/advies/geen-nummer',
  '/werkplek/regios/west-brabant/contactpersonen',
  '/werkplek/regios/bestaat-niet/contactpersonen',
]

test('a visitor is asked to sign in and comes back @S-16', async ({ page }) => {
  for (const path of [
    '/werkplek',
    '/werkplek/account',
    '/werkplek/account/tweede-stap',
    '/werkplek/beheer/tweede-stap',
    '/werkplek/overnames',
    '/werkplek/oproepen/nieuw',
    '/werkplek/knelpunten/nieuw',
    '/werkplek/knelpunten/advies',
    '/werkplek/knelpunten/taal-op-de-werkvloer/bijwerken',
    '/werkplek/bijeenkomsten/nieuw',
    '/werkplek/vragen',
    '/werkplek/beoordelen/rangeerterrein',
    ...closed(await ids()),
  ]) {
    expect((await page.request.get(path)).url()).toContain(
      `/inloggen?terug=${encodeURIComponent(path)}`,
    )
  }
})

test('an editor of another region finds nothing behind these addresses @S-17', async ({ page }) => {
  await signInAs(page, 'otherEditor')
  for (const path of closed(await ids())) {
    expect((await page.request.get(path)).status(), path).toBe(404)
  }
  await page.goto('/initiatieven/rangeerterrein')
  await expect(page.getByRole('link', { name: 'Dit initiatief bewerken' })).toHaveCount(0)
})

test('nobody assesses their own region, and a draft is found by nobody else @S-18', async ({
  page,
}) => {
  const { draftSlug, draft } = await ids()
  await signInAs(page, 'ownRegionAssessor')
  for (const path of [
    '/werkplek/beoordelen/rangeerterrein',
    '/werkplek/beoordelen/werknemersnetwerk-neurodiversiteit',
    `/werkplek/beoordelen/${draftSlug}`,
    `/initiatieven/${draftSlug}`,
    `/werkplek/initiatieven/${draft}`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404)
  }
  await page.goto('/initiatieven/rangeerterrein')
  await expect(page.getByRole('link', { name: 'Dit initiatief beoordelen' })).toHaveCount(0)
  await page.goto('/initiatieven?q=Proefdagen')
  await expect(page.getByText('Nog geen initiatief over ‘Proefdagen’')).toBeVisible()
})

test('an assessor who still has to judge does not see the panel, not even in the page source @S-19', async ({
  page,
}) => {
  const [reason] = await query<{ reason: string }>(
    `SELECT s.reason FROM assessment_score s JOIN assessment a ON a.id = s.assessment_id JOIN initiative i ON i.id = a.initiative_id
     WHERE i.slug = 'switch-naar-techniek' AND a.kind = 'panel' AND a.status = 'submitted' LIMIT 1`,
  )
  await page.goto('/initiatieven/switch-naar-techniek')
  expect(await page.content()).toContain(reason?.reason)
  const [free] = await query<{ email: string }>(
    `SELECT u.email FROM app_user u JOIN membership m ON m.user_id = u.id WHERE m.role = 'assessor' AND u.email NOT LIKE '%overijssel%' AND NOT EXISTS (
       SELECT 1 FROM assessment a JOIN initiative i ON i.id = a.initiative_id WHERE a.assessor_id = u.id AND i.slug = 'switch-naar-techniek') LIMIT 1`,
  )
  await enter(page, free?.email ?? '')
  await page.goto('/initiatieven/switch-naar-techniek')
  await expect(page.getByText('U ziet de scores van anderen nog niet')).toBeVisible()
  expect(await page.content()).not.toContain(reason?.reason)
})

test('a right that ends closes the page that is open, and its form changes nothing @S-20', async ({
  page,
  problems,
}) => {
  const { draft } = await ids()
  const before = await query('SELECT version, problem FROM initiative_revision WHERE id = $1', [
    draft,
  ])
  await signInAs(page, 'editor')
  await page.goto(`/werkplek/initiatieven/${draft}`)
  await page.getByLabel('Wat was lastig?').fill('Dit mag niet worden bewaard.')
  await page.evaluate(
    (id) => {
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name="revisionId"]'))
        field.value = id
    },
    (await ids()).submitted,
  )
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Dit bestaat niet of u mag het niet zien.' }),
  ).toBeVisible()
  await expect(page.getByLabel('Wat was lastig?')).toHaveValue('Dit mag niet worden bewaard.')
  expect(
    await query('SELECT version, problem FROM initiative_revision WHERE id = $1', [draft]),
  ).toEqual(before)
  expect(
    await query('SELECT id FROM initiative_revision WHERE problem = $1', [
      'Dit mag niet worden bewaard.',
    ]),
  ).toEqual([])
  ignoreNotFound(problems)
})
