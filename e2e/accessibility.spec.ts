import { expect, expectWhole, query, signInAs, test, type PEOPLE } from './fixtures'

const PUBLIC = [
  '/',
  '/initiatieven',
  '/initiatieven?doelgroep=statushouders&q=werk',
  '/initiatieven?q=zzzzqqq',
  '/initiatieven/rangeerterrein',
  '/initiatieven/ontdek-wat-jij-in-huis-hebt',
  '/regios',
  '/regios/midden-brabant',
  '/doelgroepen',
  '/doelgroepen/statushouders',
  '/knelpunten',
  '/knelpunten?stand=opgelost',
  '/knelpunten/geen-proefplaatsing-voor-asielzoekers',
  '/bijeenkomsten',
  '/bijeenkomsten/voorbeeld-kijken-bij-het-rangeerterrein',
  '/bijeenkomsten/voorbeeld-snel-aan-het-werk-met-taal',
  '/methode',
  '/uitwisselen',
  '/oproepen',
  '/oproepen/voorbeeld-taal-op-de-werkvloer',
  '/toegankelijkheid',
  '/privacy',
  '/en',
  '/en/initiatives/rangeerterrein',
]

for (const path of PUBLIC) {
  test(`axe finds nothing on ${path}, it has one main heading and fits a small screen @S-13`, async ({
    page,
  }) => {
    await page.goto(path)
    await expectWhole(page)
  })
}

const SIGNED_IN: readonly (readonly [keyof typeof PEOPLE, string, string])[] = [
  ['editor', 'workspace', '/werkplek'],
  ['moderator', 'workspace', '/werkplek'],
  ['assessor', 'workspace', '/werkplek'],
  ['editor', 'new initiative', '/werkplek/initiatieven/nieuw'],
  ['editor', 'draft', '/werkplek/initiatieven/{draft}'],
  ['editor', 'preview', '/werkplek/initiatieven/{draft}/voorbeeld'],
  ['editor', 'policy', '/werkplek/initiatieven/{rangeerterrein}/beleid'],
  ['editor', 'measurements', '/werkplek/initiatieven/{rangeerterrein}/metingen'],
  ['editor', 'panel', '/werkplek/initiatieven/{rangeerterrein}/panel'],
  ['moderator', 'panel', '/werkplek/initiatieven/{rangeerterrein}/panel'],
  ['editor', 'new obstacle', '/werkplek/knelpunten/nieuw'],
  ['editor', 'advice', '/werkplek/knelpunten/advies?knelpunt=taal-op-de-werkvloer&fout=1'],
  ['editor', 'obstacle', '/werkplek/knelpunten/taal-op-de-werkvloer/bijwerken'],
  ['moderator', 'questions', '/werkplek/vragen'],
  ['assessor', 'account', '/werkplek/account'],
  ['assessor', 'assessment', '/werkplek/beoordelen/ontdek-wat-jij-in-huis-hebt'],
]

for (const [person, name, path] of SIGNED_IN) {
  test(`axe finds nothing on the ${name} page of the ${person} and it fits a small screen @S-14`, async ({
    page,
  }) => {
    const [ids] = await query<Record<string, string>>(
      `SELECT (SELECT id::text FROM initiative WHERE slug = 'rangeerterrein') AS rangeerterrein,
        (SELECT r.id::text FROM initiative_revision r WHERE r.title LIKE 'Proefdagen%') AS draft`,
    )
    await signInAs(page, person)
    await page.goto(path.replace(/\{(\w+)\}/, (_, key: string) => ids?.[key] ?? ''))
    await expectWhole(page)
  })
}

test('the skip link moves the keyboard to the content @S-15', async ({ page }) => {
  await page.goto('/initiatieven')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Ga naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})
