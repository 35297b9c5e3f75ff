import { formatterFactory, HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, query, signInAs, test, type PEOPLE } from './fixtures'

/** Browsers mend faulty HTML in silence, and then assistive technology reads something else. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard'],
    // React leaves the action of a form empty that a script or the same address handles.
    elements: ['html5', { form: { attributes: { action: { omit: true } } } }],
    rules: {
      // React writes these; they are sound HTML in another style.
      'attribute-boolean-style': 'off',
      'attr-quotes': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      'no-inline-style': 'off',
      'attribute-empty-style': 'off',
    },
  }),
)
const words = formatterFactory('text')

const PUBLIC = [
  '/',
  '/lessen',
  '/regios/ser-overijssel',
  '/uitwisselen',
  '/initiatieven',
  '/initiatieven?doelgroep=statushouders&q=werk',
  '/initiatieven/rangeerterrein',
  '/initiatieven/rangeerterrein/monitor',
  '/regios',
  '/regios/midden-brabant',
  '/regios/midden-brabant/monitor',
  '/monitor',
  '/doelgroepen',
  '/doelgroepen/statushouders',
  '/sectoren',
  '/opgaven',
  '/instrumenten',
  '/vergelijken',
  '/methode',
  '/cijfers',
  '/cijfers/rapport',
  '/cijfers/gwu-personen',
  '/toegankelijkheid',
  '/privacy',
  '/inloggen',
  '/en',
  '/en/initiatives/rangeerterrein',
]

test('every public page is sound HTML @S-269', async ({ request }) => {
  for (const path of PUBLIC) {
    const report = await validator.validateString(await (await request.get(path)).text(), path)
    expect.soft(words(report.results), path).toBe('')
  }
})

const SIGNED_IN: readonly (readonly [keyof typeof PEOPLE, readonly string[]])[] = [
  [
    'editor',
    [
      '/werkplek',
      '/werkplek/account',
      '/werkplek/berichten',
      '/werkplek/initiatieven/nieuw',
      '/werkplek/initiatieven/{draft}',
      '/werkplek/initiatieven/{one}/beleid',
      '/werkplek/initiatieven/{one}/metingen',
      '/werkplek/regios/midden-brabant',
      '/werkplek/maatregelen/{measure}/2026',
    ],
  ],
  ['moderator', ['/werkplek/beheer/cijfers', '/werkplek/beheer/cijfers/nieuw']],
]

for (const [person, paths] of SIGNED_IN) {
  test(`the pages of the ${person} are sound HTML @S-269`, async ({ page }) => {
    const [ids] = await query<
      Record<string, string>
    >(`SELECT (SELECT id::text FROM initiative WHERE slug = 'rangeerterrein') AS one, (SELECT id::text FROM initiative_revision WHERE title LIKE 'Proefdagen%') AS draft,
      (SELECT id::text FROM policy_measure WHERE slug LIKE 'voorbeeld-%' ORDER BY slug LIMIT 1) AS measure`)
    await signInAs(page, person)
    for (const path of paths) {
      const response = await page.request.get(
        path.replace(/\{(\w+)\}/, (_, key: string) => ids?.[key] ?? ''),
      )
      expect(response.status(), path).toBe(200)
      const report = await validator.validateString(await response.text(), path)
      expect.soft(words(report.results), path).toBe('')
    }
  })
}
