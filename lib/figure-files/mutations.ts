import 'server-only'
import type { Client } from 'pg'
import { inBulkTransaction } from '@/lib/platform/bulk'
import { isWorkbook, sheetRows, type SheetRow } from '@/lib/platform/sheets'
import { getIndicatorIds, getRegionNames } from '@/lib/statistics/data'
import { SeriesBook, stageFigures, takeOutDoubles } from '@/lib/statistics/mutations'
import { ImportStop, withAttribute } from '@/lib/statistics/rules'
import type { StagedFigure } from '@/lib/statistics/types'
import { findColumns, ISSUE_LIMIT, readRow } from './rules'
import type { FileMapping } from './schema'
import type { ReadFigure, RowIssue } from './types'

const FIGURES_PER_STEP = 20_000

interface Reading {
  client: Client
  datasetId: number
  importId: string
  stageKey: number
}

interface Counts {
  read: number
  staged: number
  skipped: number
}

/** Where the columns of the mapping stand. Throws ImportStop when the file does not fit. */
function fitColumns(row: SheetRow | undefined, mapping: FileMapping): Map<string, number> {
  const { at, missing, twice } = findColumns(row?.cells ?? [], mapping)
  if (missing.length > 0) throw new ImportStop('columnMissing', missing.join(', '))
  if (twice.length > 0) throw new ImportStop('columnTwice', twice.join(', '))
  return at
}

async function requireIndicators(mapping: FileMapping): Promise<Map<string, string>> {
  const slugs = [...mapping.values.map(({ indicator }) => indicator), ...Object.values(mapping.indicators)].filter((slug) => typeof slug === 'string')
  const indicators = await getIndicatorIds(slugs)
  const unknown = slugs.find((slug) => !indicators.has(slug))
  if (unknown !== undefined) throw new ImportStop('indicatorUnknown', unknown)
  return indicators
}

const toStaged = ({ indicator, value, attribute, status, ...figure }: ReadFigure, row: number, indicators: ReadonlyMap<string, string>): StagedFigure[] => {
  const indicatorId = indicators.get(indicator)
  return indicatorId === undefined ? [] : [{ ...figure, row, indicatorId, ...withAttribute(value, attribute, status) }]
}

async function saveIssues({ client, importId }: Reading, issues: readonly RowIssue[]): Promise<void> {
  const kept = issues.toSorted((a, b) => (a.rowNumber ?? 0) - (b.rowNumber ?? 0)).slice(0, ISSUE_LIMIT)
  await client.query(
    `INSERT INTO import_issue (import_id, position, row_number, "column", code, text)
     SELECT $1, n, r, c, k, t FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[]) u (n, r, c, k, t) ON CONFLICT DO NOTHING`,
    [importId, kept.map((_, index) => index + 1), kept.map((issue) => issue.rowNumber), kept.map((issue) => issue.column), kept.map((issue) => issue.code), kept.map((issue) => issue.text)],
  )
}

/** Reads the rows one after the other; what is held in memory is one step of figures, whatever the size of the file. */
async function stageRows(reading: Reading, file: Buffer, mapping: FileMapping, issues: RowIssue[]): Promise<Counts> {
  const { client, stageKey, datasetId } = reading
  const [names, indicators] = await Promise.all([getRegionNames(), requireIndicators(mapping)])
  const fitted = isWorkbook(file) ? { ...mapping, decimalMark: 'comma' as const } : mapping
  const book = new SeriesBook(client, datasetId)
  const counts = { read: 0, staged: 0, skipped: 0 }
  let columns: Map<string, number> | null = null
  let waiting: StagedFigure[] = []
  const flush = async () => {
    await inBulkTransaction(client, () => stageFigures(client, stageKey, book, waiting))
    counts.staged += waiting.length
    waiting = []
  }
  for await (const row of sheetRows(file)) {
    if (row.number < mapping.headerRow) continue
    if (columns === null) {
      columns = fitColumns(row, mapping)
      continue
    }
    const found = readRow(row, columns, fitted, names)
    if (found.figures.length + found.issues.length > 0) counts.read += 1
    if (found.issues.length > 0) {
      counts.skipped += 1
      if (issues.length < ISSUE_LIMIT) issues.push(...found.issues)
      continue
    }
    for (const figure of found.figures) waiting.push(...toStaged(figure, row.number, indicators))
    if (waiting.length >= FIGURES_PER_STEP) await flush()
  }
  if (columns === null) fitColumns(undefined, mapping)
  await flush()
  return counts
}

/** Reads a file into the waiting room, and says what is wrong per row. Throws ImportStop or SheetError for a file that does not fit. */
export async function stageFile(reading: Reading, file: Buffer, mapping: FileMapping): Promise<void> {
  const issues: RowIssue[] = []
  const counts = await stageRows(reading, file, mapping, issues)
  if (counts.read === 0) throw new ImportStop('empty')
  const doubles = await takeOutDoubles(reading.client, reading.stageKey)
  counts.staged -= doubles.figures
  counts.skipped += doubles.rows.length
  for (const rowNumber of doubles.rows.slice(0, ISSUE_LIMIT)) issues.push({ rowNumber, column: null, code: 'sameCellTwice', text: '' })
  await saveIssues(reading, issues)
  await reading.client.query('UPDATE stat_import SET is_read = true, rows_read = $2, rows_staged = $3, rows_skipped = $4 WHERE id = $1', [reading.importId, counts.read, counts.staged, counts.skipped])
}
