/**
 * The template: a sheet to fill in with two examples, a sheet with the allowed values and one that
 * says per column what goes in it. In Dutch, as the initiatives are; headers are also known in
 * English. Read back, the rows that explain and show are left out.
 * Source: docs/adr/0047-many-initiatives-at-once.md.
 */
import type { Table, TableRow } from '@/lib/base/files/workbook'
import { RESULT_KINDS, STAGES } from './cells.rules'
import { columnsFor, headerOf } from './columns.rules'
import { EXAMPLE_KEYS } from './rules'
import { TERM_COLUMNS, type ColumnField, type Known, type KnownName } from './types'

interface Help {
  what: string
  size: string
  examples?: readonly [string, string]
}

const ONE_LINE = 'Eén regel'
const PER_LINE = 'Elk punt op een eigen regel in de cel (Alt+Enter), hoogstens 40 van 1.000 tekens'
const FROM_LIST = 'Een of meer waarden van het blad Toegestane waarden, met ; ertussen'

const HELP: Readonly<Record<ColumnField, Help>> = {
  key: {
    what: 'Een eigen kenmerk, zoals een projectnummer. Met hetzelfde kenmerk werkt een volgende import dit concept bij.',
    size: 'Hoogstens 80 tekens; mag leeg blijven',
    examples: [EXAMPLE_KEYS.first, EXAMPLE_KEYS.second],
  },
  organisation: {
    what: 'De organisatie namens wie u importeert.',
    size: 'Een naam van het blad Toegestane waarden',
  },
  title: {
    what: 'De naam waaronder mensen het initiatief kennen. Verplicht.',
    size: 'Hoogstens 140 tekens',
    examples: ['Taal op de vloer', 'Proefdagen in de zorg'],
  },
  summary: {
    what: 'Voor wie, wat en waar. Nodig om in te dienen.',
    size: 'Hoogstens 120 woorden',
    examples: [
      'Nieuwkomers leren Nederlands op de werkvloer, twee uur per week, met een taalmaatje van het bedrijf.',
      'Werkzoekenden kijken drie dagen mee in een zorginstelling voordat zij kiezen voor een opleiding.',
    ],
  },
  targetGroups: { what: 'Om welke groepen gaat het? Nodig om in te dienen.', size: FROM_LIST },
  regions: {
    what: 'De arbeidsmarktregio, provincie of SER-regio. Nodig om in te dienen.',
    size: FROM_LIST,
  },
  instruments: {
    what: 'Wat doet u met of voor mensen? Nodig om in te dienen.',
    size: FROM_LIST,
  },
  sectors: { what: 'In welke sectoren?', size: FROM_LIST },
  challenges: { what: 'Aan welke opgave werkt u? Nodig om in te dienen.', size: FROM_LIST },
  steps: {
    what: 'Wat hebt u gedaan? Elke stap op een eigen regel. Met een dubbele punt krijgt een stap een naam. Nodig om in te dienen.',
    size: 'Hoogstens 20 stappen',
    examples: [
      'Werven: via de gemeente en het bedrijf\nLeren: twee uur per week op de werkvloer',
      'Kennismaken: een gesprek van een uur\nMeelopen: drie dagen met een vaste begeleider',
    ],
  },
  impact: {
    what: 'Wat leverde het op? Schrijf het ook op als het tegenviel.',
    size: PER_LINE,
    examples: ['Deelnemers vragen vaker zelf om uitleg', 'De helft koos na de proefdagen anders'],
  },
  obstacles: {
    what: 'Wat was lastig?',
    size: PER_LINE,
    examples: ['De roosters van het bedrijf wisselden', 'Reiskosten werden niet vergoed'],
  },
  contactName: {
    what: 'De contactpersoon, alleen met toestemming.',
    size: 'Hoogstens 120 tekens',
  },
  contactEmail: { what: 'Komt nooit op een pagina te staan.', size: 'Een e-mailadres' },
  contactConsent: {
    what: 'Vindt de contactpersoon het goed dat naam en functie op de site staan? Verplicht als u een naam of e-mailadres invult.',
    size: 'ja of nee',
    examples: ['nee', 'nee'],
  },
  contactRole: { what: 'De functie van de contactpersoon.', size: 'Hoogstens 120 tekens' },
  lifecycle: {
    what: 'Hoe ver is het?',
    size: 'Een waarde van het blad Toegestane waarden',
    examples: ['Loopt', 'Afgerond'],
  },
  stopReason: {
    what: 'Vul dit in als de fase Gestopt is.',
    size: 'Hoogstens 2.000 tekens',
  },
  startsOn: {
    what: 'Wanneer begon het? Een maand of jaar mag ook.',
    size: '1-3-2024, 1 maart 2024, maart 2024 of 2024',
    examples: ['1-3-2024', 'september 2023'],
  },
  endsOn: {
    what: 'Wanneer eindigt het?',
    size: '31-12-2025, december 2025 of 2025',
    examples: ['', 'juni 2024'],
  },
  period: {
    what: 'In plaats van Begin en Einde.',
    size: '2023-2025, maart 2024 tot en met juni 2025, of sinds 2023',
  },
  problem: {
    what: 'Welk probleem wilde u oplossen, en voor wie?',
    size: 'Hoogstens 4.000 tekens',
  },
  story: {
    what: 'Een langere tekst voor wie meer wil lezen. Opmaak met tekens mag: ## voor een kop, - voor een punt.',
    size: 'Hoogstens 20.000 tekens',
  },
  goals: { what: 'Wat wilde u bereiken?', size: PER_LINE },
  workingElements: { what: 'Wat maakt deze aanpak bijzonder?', size: PER_LINE },
  style: {
    what: 'De benaderingsstijl.',
    size: 'Eén waarde van het blad Toegestane waarden',
  },
  drivers: { what: 'Wat beweegt deelnemers om mee te doen?', size: FROM_LIST },
  results: {
    what: 'Resultaten met een getal. Per regel: soort: wat | getal | eenheid | toelichting. Vanaf het getal mag u het weglaten.',
    size: 'Hoogstens 20 regels',
    examples: [
      'Bereik: mensen die begonnen | 24 | deelnemers',
      'Ervaring: minder spijt van de keuze',
    ],
  },
  expectedImpact: { what: 'Wat verwacht u dat er verandert?', size: PER_LINE },
  knowledgeGaps: { what: 'Wat is nog niet bekend?', size: PER_LINE },
  successFactors: { what: 'Waardoor werkte het?', size: PER_LINE },
  lessons: { what: 'Wat hebt u geleerd?', size: PER_LINE },
  wouldDoDifferently: { what: 'Wat zou u een volgende keer anders doen?', size: PER_LINE },
  recommendations: { what: 'Wat raadt u anderen aan?', size: PER_LINE },
  scalabilitySupports: { what: 'Wat maakt overnemen makkelijk?', size: PER_LINE },
  scalabilityLimits: { what: 'Wat maakt overnemen lastig?', size: PER_LINE },
  ownerName: { what: 'De organisatie die het initiatief trekt.', size: 'Hoogstens 200 tekens' },
  partners: { what: 'Wie doen er mee?', size: PER_LINE },
  sources: {
    what: 'Waar kan iemand dit nalezen? Per regel: titel | webadres.',
    size: 'Hoogstens 30 regels',
    examples: ['Tussenverslag 2024 | https://www.voorbeeld.nl/verslag', ''],
  },
}

const nameAt = (names: readonly KnownName[], at: number) =>
  names.filter(({ retired }) => !retired)[at]?.label ?? ''

function exampleOf(field: ColumnField, at: 0 | 1, known: Known): string {
  if (field === 'regions') return nameAt(known.regions, at)
  if (field === 'organisation') return known.organisations.find(({ ended }) => !ended)?.name ?? ''
  const term = TERM_COLUMNS.find((one) => one === field)
  if (term !== undefined) {
    const names = [nameAt(known.terms[term], at), nameAt(known.terms[term], at + 2)]
    return (term === 'style' ? names.slice(0, 1) : names).filter(Boolean).join('; ')
  }
  return HELP[field].examples?.[at] ?? ''
}

const widthOf = (field: ColumnField): number =>
  HELP[field].size === PER_LINE ||
  ['summary', 'steps', 'results', 'problem', 'story'].includes(field)
    ? 44
    : 24

function allowedRows(known: Known, fields: readonly ColumnField[]): TableRow[] {
  const of = (field: ColumnField, names: readonly KnownName[]): TableRow[] =>
    names
      .filter(({ retired }) => !retired)
      .map(({ label, others, code, definition }) => [
        headerOf(field),
        label,
        [...new Set(others)].filter((other) => other !== label).join('; '),
        code,
        definition,
      ])
  const fixed = (field: ColumnField, values: readonly (readonly [string, string])[]): TableRow[] =>
    values.map(([value, others]) => [headerOf(field), value, others, '', ''])
  return [
    ...(fields.includes('organisation')
      ? fixed(
          'organisation',
          known.organisations.filter(({ ended }) => !ended).map(({ name }) => [name, '']),
        )
      : []),
    ...of('regions', known.regions),
    ...TERM_COLUMNS.flatMap((field) => of(field, known.terms[field])),
    ...fixed(
      'lifecycle',
      Object.values(STAGES).map(([first, ...others]) => [first, others.join('; ')]),
    ),
    ...fixed(
      'results',
      Object.values(RESULT_KINDS).map((kind) => [kind, '']),
    ),
    ...fixed('contactConsent', [
      ['ja', 'x'],
      ['nee', ''],
    ]),
  ]
}

/** The sheet with all values that cells may hold. */
export const allowedTable = (known: Known, withOrganisation: boolean): Table => ({
  name: 'Toegestane waarden',
  header: ['Kolom', 'Waarde', 'Mag ook heten', 'Code', 'Betekenis'],
  rows: allowedRows(known, columnsFor(withOrganisation)),
  widths: [26, 40, 40, 22, 70],
})

/** The three sheets of the template. */
export function templateTables(known: Known, withOrganisation: boolean): Table[] {
  const fields = columnsFor(withOrganisation)
  const note = (field: ColumnField) =>
    field === 'key' ? EXAMPLE_KEYS.note : `${HELP[field].what} ${HELP[field].size}.`
  return [
    {
      name: 'Initiatieven',
      header: fields.map(headerOf),
      rows: [
        fields.map(note),
        fields.map((field) => exampleOf(field, 0, known)),
        fields.map((field) => exampleOf(field, 1, known)),
      ],
      widths: fields.map(widthOf),
    },
    allowedTable(known, withOrganisation),
    {
      name: 'Uitleg',
      header: ['Kolom', 'Wat u invult', 'Vorm', 'Voorbeeld'],
      rows: [
        ...fields.map((field) => [
          headerOf(field),
          HELP[field].what,
          HELP[field].size,
          exampleOf(field, 0, known),
        ]),
        [
          'Regels met UITLEG of VOORBEELD',
          'Laat ze staan of haal ze weg: ze worden niet geïmporteerd.',
          ONE_LINE,
          '',
        ],
      ],
      widths: [30, 60, 50, 50],
    },
  ]
}
