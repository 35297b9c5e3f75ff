import { describe, expect, it } from 'vitest'
import { draftSchema } from '@/lib/knowledge/revisions/schema'
import { columnsFor, headerOf } from './columns.rules'
import { isExample, percentDone, planOf, planText, type CheckInput } from './rules'
import { templateTables } from './template.rules'
import type { ColumnField, KeyedDraft, Known, KnownName } from './types'

const name = (label: string, others: string[] = [], retired = false): KnownName => ({
  slug: label.toLowerCase().replace(/\W+/g, '-'),
  code: '',
  label,
  others,
  definition: '',
  retired,
})
const known: Known = {
  terms: {
    targetGroups: [name('Statushouders', ['Nieuwkomers']), name('Jongeren'), name('Oud', [], true)],
    instruments: [name('Jobcoaching')],
    sectors: [name('Zorg')],
    challenges: [name('Krapte')],
    drivers: [name('Leren')],
    style: [name('Persoonlijk'), name('Zakelijk')],
  },
  regions: [
    { ...name('Groningen (provincie)', ['Groningen']), slug: 'provincie-groningen', code: 'PV20' },
    { ...name('Groningen (arbeidsmarktregio)', ['Groningen']), slug: 'groningen', code: 'AM01' },
    name('Regio Zwolle'),
  ],
  municipalities: [{ name: 'Kampen', region: 'Regio Zwolle' }],
  organisations: [
    { id: 'org-1', name: 'Gemeente Tilburg', slug: 'gemeente-tilburg', ended: false },
  ],
}
const NOTHING = { drafts: [], titles: [] }

type Cells = Partial<Record<ColumnField, string>>

function inputOf(rows: readonly Cells[], more: Partial<CheckInput> = {}): CheckInput {
  const columns = [
    ...new Set(['title', ...rows.flatMap((row) => Object.keys(row))]),
  ] as ColumnField[]
  return {
    file: {
      headers: columns.map(headerOf),
      rows: rows.map((row, at) => ({
        number: at + 2,
        cells: columns.map((field) => row[field] ?? ''),
      })),
    },
    columns,
    known,
    standing: NOTHING,
    organisationId: 'own',
    ...more,
  }
}
const faultsOf = async (row: Cells, more: Partial<CheckInput> = {}) =>
  (await planOf(inputOf([{ title: 'Taal', ...row }], more))).faults.map(
    ({ column, code, detail }) => [column, code, detail],
  )

describe('the rows of a file', () => {
  it('become drafts as the form would save them', async () => {
    const plan = await planOf(
      inputOf([
        {
          title: ' Taal op de vloer ',
          targetGroups: 'nieuwkomers; Jongeren',
          regions: 'AM01',
          steps: '- Werven: via de gemeente\n- Leren',
          contactName: 'Anna de Boer',
          contactConsent: 'ja',
          lifecycle: 'Loopt',
          period: 'maart 2024 t/m juni 2025',
          results: 'Bereik: deelnemers | 12,5 | mensen',
          sources: 'Verslag | https://voorbeeld.nl/a',
          partners: 'UWV\nGemeente',
          summary: '=1+1',
        },
      ]),
    )
    expect(plan.faults).toEqual([])
    expect(plan.write[0]?.content).toMatchObject({
      title: 'Taal op de vloer',
      summary: '=1+1',
      targetGroups: ['statushouders', 'jongeren'],
      regions: ['groningen'],
      steps: [
        { name: 'Werven', description: 'via de gemeente' },
        { name: 'Leren', description: '' },
      ],
      contactConsent: true,
      lifecycle: 'running',
      startsOn: '2024-03-01',
      endsOn: '2025-06-30',
      results: [{ kind: 'reach', label: 'deelnemers', value: '12.5', unit: 'mensen', note: null }],
      sources: [{ title: 'Verslag', url: 'https://voorbeeld.nl/a' }],
      partners: ['UWV', 'Gemeente'],
    })
  })

  it.each<[Cells, string, string, object]>([
    [{ title: '' }, 'Titel', 'required', {}],
    [{ title: 'x'.repeat(141) }, 'Titel', 'tooLong', { max: 140 }],
    [{ targetGroups: 'Statushoders' }, 'Doelgroepen', 'unknownNear', { near: 'Statushouders' }],
    [
      { targetGroups: 'Statushouders; Marsmannen' },
      'Doelgroepen',
      'unknown',
      { name: 'Marsmannen' },
    ],
    [{ targetGroups: 'oud' }, 'Doelgroepen', 'retired', {}],
    [
      { regions: 'Groningen' },
      'Regio',
      'ambiguous',
      { first: 'Groningen (provincie)', second: 'Groningen (arbeidsmarktregio)' },
    ],
    [{ regions: 'Kampen' }, 'Regio', 'municipality', { near: 'Regio Zwolle' }],
    [{ style: 'Persoonlijk; Zakelijk' }, 'Benaderingsstijl', 'single', {}],
    [{ startsOn: '2025', endsOn: '2024' }, 'Einde', 'endBeforeStart', {}],
    [{ period: '2023-2025', startsOn: '1-1-2024' }, 'Looptijd', 'periodTwice', {}],
    [{ contactName: 'Anna' }, 'Toestemming contactpersoon', 'consent', {}],
    [{ contactName: 'Anna', contactConsent: 'wel' }, 'Toestemming contactpersoon', 'yesNo', {}],
    [{ contactEmail: 'anna', contactConsent: 'ja' }, 'E-mail contactpersoon', 'email', {}],
    [{ lessons: `kort\n${'x'.repeat(1_001)}` }, 'Lessen', 'lineTooLong', { max: 1_000, line: 2 }],
    [{ lessons: 'les\n'.repeat(41) }, 'Lessen', 'tooManyLines', { max: 40 }],
    [{ results: 'Bereik: goed\nBereik: fout | veel' }, 'Resultaten', 'number', { line: 2 }],
    [{ sources: 'Fout | https://' }, 'Bronnen', 'url', { line: 1 }],
    [{ sources: 'Fout | www.voorbeeld.nl' }, 'Bronnen', 'url', { line: 1 }],
  ])('say what is wrong with %o', async (cells, column, code, detail) => {
    const found = await faultsOf(cells)
    expect(found).toEqual([[column, code, expect.objectContaining(detail)]])
  })

  it('are faulty once for each cell, and counted by row', async () => {
    const plan = await planOf(
      inputOf([{ title: '', lifecycle: 'bijna', startsOn: '1-1-24' }, { title: 'Goed' }]),
    )
    expect(plan).toMatchObject({ rows: 2, faultyRows: 1, unchanged: 0 })
    expect(plan.faults.map(({ code }) => code)).toEqual(['required', 'stage', 'dateShort'])
    expect(plan.write.map(({ rowNumber }) => rowNumber)).toEqual([3])
  })

  it('are never doubled: a title or key that is there already is a fault', async () => {
    const rows = [
      { title: 'Een' },
      { title: 'één' },
      { title: 'Twee' },
      { title: 'Twee', key: 'a' },
    ]
    const titles = [{ organisationId: 'own', title: 'TWEE' }]
    const plan = await planOf(inputOf(rows, { standing: { drafts: [], titles } }))
    expect(plan.faults.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [3, 'titleTwice'],
      [4, 'titleExists'],
    ])
    const twice = await planOf(
      inputOf([
        { title: 'A', key: 'k1' },
        { title: 'B', key: 'K1' },
      ]),
    )
    expect(twice.faults).toMatchObject([{ rowNumber: 3, code: 'keyTwice', detail: { row: 2 } }])
  })

  it('name their organisation where a column does', async () => {
    const all = { organisationId: null }
    const plan = await planOf(inputOf([{ title: 'A', organisation: 'gemeente tilburg' }], all))
    expect(plan.write).toMatchObject([{ organisationId: 'org-1' }])
    expect(await faultsOf({ organisation: 'Gemeente Tilburgh' }, all)).toEqual([
      ['Organisatie', 'organisationNear', { name: 'Gemeente Tilburgh', near: 'Gemeente Tilburg' }],
    ])
    expect(await faultsOf({ organisation: '' }, all)).toEqual([['Organisatie', 'required', {}]])
  })
})

describe('a key that was imported before', () => {
  const content = draftSchema.parse({ title: 'Oud', summary: 'Van toen', lessons: 'een' })
  const draft: KeyedDraft = {
    organisationId: 'own',
    key: 'P-1',
    initiativeId: 'i',
    revisionId: 'r',
    written: 3,
    version: 3,
    status: 'draft',
    isLatest: true,
    content,
  }
  const plan = (cells: Cells, now: Partial<KeyedDraft> = {}) =>
    planOf(
      inputOf([{ key: 'p-1', ...cells }], {
        standing: { drafts: [{ ...draft, ...now }], titles: [] },
      }),
    )

  it('changes that draft; what the file has no column for stays', async () => {
    const { write, faults } = await plan({ title: 'Nieuw' })
    expect(faults).toEqual([])
    expect(write).toMatchObject([
      {
        draft: { revisionId: 'r' },
        content: { title: 'Nieuw', summary: 'Van toen', lessons: ['een'] },
      },
    ])
    expect((await plan({ title: 'Oud', lessons: '' })).write).toMatchObject([
      { content: { lessons: [] } },
    ])
  })

  it('is no change when nothing differs', async () => {
    expect(await plan({ title: 'Oud', summary: 'Van toen' })).toMatchObject({
      write: [],
      unchanged: 1,
    })
  })

  it.each<[Partial<KeyedDraft>, string]>([
    [{ version: 4 }, 'keyChanged'],
    [{ status: 'returned' }, 'keyChanged'],
    [{ isLatest: false }, 'keyChanged'],
    [{ status: 'submitted' }, 'keySubmitted'],
    [{ status: 'published' }, 'keyPublished'],
  ])('is a conflict once people went on with it: %o', async (now, code) => {
    expect((await plan({ title: 'Nieuw' }, now)).faults).toMatchObject([
      { column: 'Kenmerk', code },
    ])
  })
})

describe('a plan', () => {
  it('is another one when it would write other words or change another version', async () => {
    const text = async (title: string) => planText(await planOf(inputOf([{ title }])))
    expect(await text('A')).toBe(await text('A'))
    expect(await text('A')).not.toBe(await text('B'))
  })

  it('gives others their turn', async () => {
    let turns = 0
    const rows = Array.from({ length: 250 }, (_, at) => ({ title: `T${String(at)}` }))
    await planOf(inputOf(rows), () => {
      turns += 1
      return Promise.resolve()
    })
    expect(turns).toBe(10)
    expect([percentDone(0, 0), percentDone(1, 3), percentDone(3, 3)]).toEqual([0, 33, 100])
  })
})

describe('the template', () => {
  it('has three sheets, and its own rows are no initiatives', () => {
    const [sheet, allowed, help] = templateTables(known, true)
    expect([sheet?.name, allowed?.name, help?.name]).toEqual([
      'Initiatieven',
      'Toegestane waarden',
      'Uitleg',
    ])
    expect(sheet?.header).toEqual(columnsFor(true).map(headerOf))
    expect(sheet?.rows).toHaveLength(3)
    expect(sheet?.rows.every(([key]) => isExample(String(key)))).toBe(true)
    expect(isExample('Voorbeeldproject')).toBe(false)
    expect(allowed?.rows.map(([, value]) => value)).not.toContain('Oud')
  })

  it('shows examples that are right', async () => {
    const [sheet] = templateTables(known, false)
    const columns = columnsFor(false)
    const rows = (sheet?.rows ?? []).slice(1).map((cells, at) => ({
      number: at + 3,
      cells: cells.map(String),
    }))
    const file = { headers: columns.map(headerOf), rows }
    const plan = await planOf({ ...inputOf([]), file, columns })
    expect(plan.faults).toEqual([])
    expect(plan.write).toHaveLength(2)
  })
})
