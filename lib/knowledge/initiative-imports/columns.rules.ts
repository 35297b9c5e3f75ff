/**
 * Which column of a file holds what. A header is recognised by its name in the template or another
 * usual one, without case, accents and signs. What was chosen for the last file of the organisation
 * comes first; what is not known is left for people to choose, and never guessed.
 * Source: docs/adr/0047-many-initiatives-at-once.md.
 */
import { bareLabel } from '@/lib/knowledge/documents/words.rules'
import { COLUMNS, type ColumnField } from './types'

/** Names in the template first, then what other files call the same. */
const HEADERS: Readonly<Record<ColumnField, readonly [string, ...string[]]>> = {
  key: ['Kenmerk', 'Eigen kenmerk', 'Referentie', 'Nummer', 'ID', 'Projectnummer', 'Reference'],
  organisation: ['Organisatie', 'Namens', 'Organisation'],
  title: ['Titel', 'Naam', 'Initiatief', 'Naam initiatief', 'Project', 'Projectnaam', 'Title'],
  summary: ['Samenvatting', 'Korte beschrijving', 'Beschrijving', 'Omschrijving', 'Summary'],
  targetGroups: ['Doelgroepen', 'Doelgroep', 'Voor wie', 'Target groups'],
  regions: ['Regio', 'Regio’s', 'Arbeidsmarktregio', 'Waar', 'Regions', 'Region'],
  instruments: ['Instrumenten', 'Instrument', 'Wat', 'Instruments'],
  sectors: ['Sectoren', 'Sector', 'Branche', 'Sectors'],
  challenges: ['Maatschappelijke opgaven', 'Maatschappelijke opgave', 'Opgave', 'Challenges'],
  steps: ['Aanpak', 'Stappen', 'Wat hebt u gedaan', 'Werkwijze', 'Activiteiten', 'Steps'],
  impact: ['Wat het opleverde', 'Wat leverde het op', 'Wat er veranderde', 'Opbrengst', 'Impact'],
  obstacles: ['Wat lastig was', 'Wat was lastig', 'Knelpunten', 'Belemmeringen', 'Obstacles'],
  contactName: ['Contactpersoon', 'Naam contactpersoon', 'Contact', 'Contact name'],
  contactEmail: ['E-mail contactpersoon', 'E-mailadres', 'E-mail', 'Email', 'Contact e-mail'],
  contactConsent: ['Toestemming contactpersoon', 'Toestemming', 'Consent'],
  contactRole: ['Functie contactpersoon', 'Functie', 'Contact role'],
  lifecycle: ['Fase', 'Status', 'Stand van zaken', 'Stage'],
  stopReason: ['Waarom gestopt', 'Reden van stoppen', 'Reason for stopping'],
  startsOn: ['Begin', 'Begonnen op', 'Start', 'Startdatum', 'Begindatum', 'Start date'],
  endsOn: ['Einde', 'Eindigt op', 'Einddatum', 'End date'],
  period: ['Looptijd', 'Periode', 'Period'],
  problem: ['Aanleiding', 'Probleem', 'Problem'],
  story: ['Het hele verhaal', 'Verhaal', 'Uitgebreide beschrijving', 'Story'],
  goals: ['Doelen', 'Doel', 'Doelstelling', 'Goals'],
  workingElements: ['Wat de aanpak bijzonder maakt', 'Werkzame elementen', 'Working elements'],
  style: ['Benaderingsstijl', 'Stijl', 'Approach style'],
  drivers: ['Drijfveren', 'Drijfveer', 'Drivers'],
  results: ['Resultaten', 'Resultaat', 'Results'],
  expectedImpact: ['Verwachte verandering', 'Verwacht resultaat', 'Expected impact'],
  knowledgeGaps: ['Wat nog niet bekend is', 'Kennishiaten', 'Knowledge gaps'],
  successFactors: ['Succesfactoren', 'Success factors'],
  lessons: ['Lessen', 'Geleerde lessen', 'Lessons'],
  wouldDoDifferently: ['Wat u anders zou doen', 'Anders doen', 'Would do differently'],
  recommendations: ['Aanbevelingen', 'Recommendations'],
  scalabilitySupports: ['Wat overnemen makkelijk maakt', 'Scalability supports'],
  scalabilityLimits: ['Wat overnemen lastig maakt', 'Scalability limits'],
  ownerName: ['Eigenaar', 'Trekker', 'Owner'],
  partners: ['Partners', 'Samenwerkingspartners'],
  sources: ['Bronnen', 'Bron', 'Links', 'Sources'],
}

/** Column that a list of faults adds to the file; left out when the file comes back. */
export const FAULT_HEADER = 'Wat er mis is'

/** Name of a column in the template and, where a file lacks it, in a list of faults. */
export const headerOf = (field: ColumnField): string => HEADERS[field][0]

const bare = (text: string) => bareLabel(text.replaceAll('’', "'"))

const BY_NAME: ReadonlyMap<string, ColumnField> = new Map(
  COLUMNS.flatMap((field) => HEADERS[field].map((name) => [bare(name), field] as const)),
)

export interface SavedColumns {
  headers: readonly string[]
  columns: readonly string[]
}

/** Each field once: of two columns that could be the same, the first has it. */
function onlyOnce(columns: readonly string[]): string[] {
  const seen = new Set<string>()
  return columns.map((field) => {
    if (field === '' || seen.has(field)) return ''
    seen.add(field)
    return field
  })
}

/** The field of each header: as it was chosen last time, else by its name; empty when not known. */
export function proposeColumns(
  headers: readonly string[],
  saved: SavedColumns | null,
  allowed: readonly ColumnField[],
): string[] {
  const before = new Map(
    saved?.headers.map((header, at) => [bare(header), saved.columns[at] ?? '']),
  )
  const found = headers.map((header) => before.get(bare(header)) ?? BY_NAME.get(bare(header)) ?? '')
  return onlyOnce(found.map((field) => (allowed.some((one) => one === field) ? field : '')))
}

/** What another file than last time has more and less; null when the headers are the same. */
export function headerChanges(
  headers: readonly string[],
  saved: SavedColumns | null,
): { added: string[]; gone: string[] } | null {
  if (saved === null) return null
  const [now, then] = [headers, saved.headers].map((list) => new Set(list.map(bare)))
  const added = headers.filter((header) => then?.has(bare(header)) !== true)
  const gone = saved.headers.filter((header) => now?.has(bare(header)) !== true)
  return added.length + gone.length > 0 ? { added, gone } : null
}

/** Whether no column needs a choice: every header has a field, and what is needed is there. */
export function isComplete(columns: readonly string[], needsOrganisation: boolean): boolean {
  return (
    columns.every((field) => field !== '') && columnProblem(columns, needsOrganisation) === null
  )
}

export type ColumnProblem = 'columnTwice' | 'titleColumn' | 'organisationColumn'

/** Why rows cannot be read with this choice of columns; null when they can. */
export function columnProblem(
  columns: readonly string[],
  needsOrganisation: boolean,
): ColumnProblem | null {
  const used = columns.filter((field) => field !== '')
  if (new Set(used).size < used.length) return 'columnTwice'
  if (!used.includes('title')) return 'titleColumn'
  return needsOrganisation && !used.includes('organisation') ? 'organisationColumn' : null
}

/** The fields that a file may have: the organisation only where a column names it. */
export const columnsFor = (needsOrganisation: boolean): ColumnField[] =>
  COLUMNS.filter((field) => needsOrganisation || field !== 'organisation')

/** Name of the control with the choice for a column of the file. */
export const columnField = (at: number): string => `column-${String(at)}`
