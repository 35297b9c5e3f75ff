/** Files with initiatives for the tests: rows that are right, and faults of every kind. */
import { toXlsx } from '@/lib/base/files/workbook'

type Cells = Readonly<Record<string, string>>

export const HEADERS = [
  'Kenmerk',
  'Titel',
  'Samenvatting',
  'Doelgroepen',
  'Regio',
  'Instrumenten',
  'Maatschappelijke opgaven',
  'Aanpak',
  'Contactpersoon',
  'E-mail contactpersoon',
  'Toestemming contactpersoon',
  'Fase',
  'Begin',
  'Einde',
  'Lessen',
  'Resultaten',
  'Bronnen',
  'Partners',
] as const

const goodRow = (number: number): Cells => ({
  Kenmerk: `P-${String(number)}`,
  Titel: `Taal op de vloer ${String(number)}`,
  Samenvatting: 'Nieuwkomers leren Nederlands op de werkvloer.',
  Doelgroepen: 'Statushouders',
  Regio: 'Midden-Brabant',
  Aanpak: 'Werven: via de gemeente\nLeren: twee uur per week',
  Fase: 'Loopt',
  Begin: 'maart 2024',
  Einde: '31-12-2026',
  Lessen: 'Begin met kennismaken\nLaat het bedrijf leiden',
  Resultaten: 'Bereik: mensen die begonnen | 24 | deelnemers',
  Bronnen: 'Verslag | https://voorbeeld.nl/verslag',
  Partners: 'UWV\nGemeente',
})

/** What is put wrong in a row, where it is reported, and with which code. */
const FAULTS: readonly (readonly [Cells, string, string])[] = [
  [{ Titel: '' }, 'Titel', 'required'],
  [{ Titel: 'x'.repeat(141) }, 'Titel', 'tooLong'],
  [{ Samenvatting: 'x'.repeat(1_501) }, 'Samenvatting', 'tooLong'],
  [{ Doelgroepen: 'Statushoders' }, 'Doelgroepen', 'unknownNear'],
  [{ Doelgroepen: 'Statushouders; Marsmannetjes' }, 'Doelgroepen', 'unknown'],
  [{ Regio: 'Groningen' }, 'Regio', 'ambiguous'],
  [{ Regio: 'Kampen' }, 'Regio', 'municipality'],
  [{ Regio: 'Atlantis' }, 'Regio', 'unknown'],
  [{ Regio: 'Midden-Brabnat' }, 'Regio', 'unknownNear'],
  [{ Instrumenten: 'Toverstaf' }, 'Instrumenten', 'unknown'],
  [{ 'Maatschappelijke opgaven': 'Wereldvrede' }, 'Maatschappelijke opgaven', 'unknown'],
  [{ Contactpersoon: 'Anna de Boer' }, 'Toestemming contactpersoon', 'consent'],
  [
    { Contactpersoon: 'Anna', 'Toestemming contactpersoon': 'wel' },
    'Toestemming contactpersoon',
    'yesNo',
  ],
  [
    { 'E-mail contactpersoon': 'anna at a', 'Toestemming contactpersoon': 'ja' },
    'E-mail contactpersoon',
    'email',
  ],
  [{ Fase: 'bijna' }, 'Fase', 'stage'],
  [{ Fase: 'beëindigd' }, 'Fase', 'stageTwofold'],
  [{ Begin: '1-3-24' }, 'Begin', 'dateShort'],
  [{ Begin: '31-2-2024' }, 'Begin', 'date'],
  [{ Begin: '3/25/2024' }, 'Begin', 'date'],
  [{ Einde: 'ooit' }, 'Einde', 'date'],
  [{ Begin: '2025', Einde: '2024' }, 'Einde', 'endBeforeStart'],
  [{ Lessen: 'les\n'.repeat(41) }, 'Lessen', 'tooManyLines'],
  [{ Lessen: 'x'.repeat(1_001) }, 'Lessen', 'lineTooLong'],
  [{ Resultaten: '24 deelnemers' }, 'Resultaten', 'resultForm'],
  [{ Resultaten: 'Winst: veel | 3' }, 'Resultaten', 'resultKind'],
  [{ Resultaten: 'Bereik: mensen | veel' }, 'Resultaten', 'number'],
  [{ Resultaten: `Bereik: ${'x'.repeat(301)}` }, 'Resultaten', 'tooLong'],
  [{ Bronnen: 'Verslag | www.voorbeeld.nl' }, 'Bronnen', 'url'],
  [{ Bronnen: `${'x'.repeat(301)} | https://voorbeeld.nl` }, 'Bronnen', 'tooLong'],
  [{ Aanpak: `Stap: ${'x'.repeat(2_001)}` }, 'Aanpak', 'tooLong'],
  [{ Aanpak: 'stap\n'.repeat(21) }, 'Aanpak', 'tooMany'],
  [{ Partners: 'x'.repeat(1_001) }, 'Partners', 'lineTooLong'],
  [{ Kenmerk: 'x'.repeat(81) }, 'Kenmerk', 'tooLong'],
  [{ Kenmerk: 'P-2' }, 'Kenmerk', 'keyTwice'],
  [{ Kenmerk: '', Titel: 'Al geplaatst' }, 'Titel', 'titleExists'],
  [{ Doelgroepen: '=1+1' }, 'Doelgroepen', 'unknown'],
  [{ Begin: '=VANDAAG()' }, 'Begin', 'date'],
]
export const FAULT_COUNT = FAULTS.length
/** A title that the organisation has before the file comes. */
export const TAKEN_TITLE = 'Al geplaatst'

export interface ExpectedFault {
  rowNumber: number
  column: string
  code: string
}

export interface InitiativeFile {
  rows: string[][]
  expected: ExpectedFault[]
  buffer: () => Promise<Buffer<ArrayBuffer>>
}

/** A file of so many rows, the faults spread over it from row `first` on, each in a row of its own. */
export function initiativeFile(count: number, { faulty = true, suffix = '' } = {}): InitiativeFile {
  const step = Math.max(1, Math.floor((count - 10) / FAULT_COUNT))
  const expected: ExpectedFault[] = []
  const rows = Array.from({ length: count }, (_, at) => {
    const number = at + 2
    const good = goodRow(number)
    const fault = faulty && at >= 5 && (at - 5) % step === 0 ? FAULTS[(at - 5) / step] : undefined
    if (fault) expected.push({ rowNumber: number, column: fault[1], code: fault[2] })
    const cells: Cells = { ...good, ...(suffix && { Lessen: suffix }), ...fault?.[0] }
    return HEADERS.map((header) => cells[header] ?? '')
  })
  return {
    rows,
    expected,
    buffer: async () =>
      Buffer.from(await toXlsx([{ name: 'Initiatieven', header: HEADERS, rows }])),
  }
}
