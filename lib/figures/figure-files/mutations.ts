import 'server-only'
import type { Client } from 'pg'
import { inBulkTransaction } from '@/lib/base/db/bulk'
import { openSheet, type SheetRow } from '@/lib/base/files/sheets'
import { getIndicatorIds, getRegionNames } from '@/lib/figures/statistics/data'
import { SeriesRegistry, stageFigures, removeDuplicates } from '@/lib/figures/statistics/mutations'
import { ImportStop, withAttribute } from '@/lib/figures/statistics/rules'
import type { StagedFigure } from '@/lib/figures/statistics/types'
import { findColumns, ISSUE_LIMIT, readRow } from './rules'
import type { FileMapping } from './schema'
import type { ReadFigure, RowIssue } from './types'

const FIGURES_PER_STEP = 20_000

interface ImportRun {
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

function fitColumns(row: SheetRow | undefined, mapping: FileMapping): Map<string, number> {
  const { at, missing, twice } = findColumns(row?.cells ?? [], mapping)
  if (missing.length > 0) throw new ImportStop('columnMissing', missing.join(', '))
  if (twice.length > 0) throw new ImportStop('columnTwice', twice.join(', '))
  return at
}

async function requireIndicators(mapping: FileMapping): Promise<Map<string, string>> {
  const slugs = [
    ...mapping.values.map(({ indicator }) => indicator),
    ...Object.values(mapping.indicators),
  ].filter((slug) => typeof slug === 'string')
  const indicators = await getIndicatorIds(slugs)
  const unknown = slugs.find((slug) => !indicators.has(slug))
  if (unknown !== undefined) throw new ImportStop('indicatorUnknown', unknown)
  return indicators
}

const toStaged = (
  { indicator, value, attribute, status, ...figure }: ReadFigure,
  row: number,
  indicators: ReadonlyMap<string, string>,
): StagedFigure[] => {
  const indicatorId = indicators.get(indicator)
  return indicatorId === undefined
    ? []
    : [{ ...figure, row, indicatorId, ...withAttribute(value, attribute, status) }]
}

async function saveIssues(
  { client, importId }: ImportRun,
  issues: readonly RowIssue[],
  stored: number,
): Promise<number> {
  const more = issues.slice(0, Math.max(0, ISSUE_LIMIT - stored))
  if (more.length > 0) {
    await client.query(
      `
      INSERT INTO import_issue (import_id, position, row_number, "column", code, text)
      SELECT $1, n + $2, r, c, k, t
      FROM unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[]) u (n, r, c, k, t)
    `,
      [
        importId,
        stored,
        more.map((_, index) => index + 1),
        more.map((issue) => issue.rowNumber),
        more.map((issue) => issue.column),
        more.map((issue) => issue.code),
        more.map((issue) => issue.text),
      ],
    )
  }
  return stored + more.length
}

async function readProgress({ client, importId }: ImportRun): Promise<Counts & { issues: number }> {
  const {
    rows: [row],
  } = await client.query<Counts & { issues: number }>(
    `
    SELECT
      rows_read AS read, rows_staged AS staged, rows_skipped AS skipped,
      (
        SELECT count(*)::int
        FROM import_issue
        WHERE import_id = i.id
      ) AS issues
    FROM stat_import i
    WHERE id = $1
  `,
    [importId],
  )
  return row ?? { read: 0, staged: 0, skipped: 0, issues: 0 }
}

/** Each batch and its progress are one transaction: a killed run has both, or neither. */
async function stageRows(
  run: ImportRun,
  file: Buffer,
  mapping: FileMapping,
  after: number,
): Promise<Counts & { issues: number }> {
  const { client, stageKey, datasetId, importId } = run
  const [names, indicators, { issues: stored, ...counts }] = await Promise.all([
    getRegionNames(),
    requireIndicators(mapping),
    readProgress(run),
  ])
  const book = new SeriesRegistry(client, datasetId)
  let columns: Map<string, number> | null = null
  let batch: StagedFigure[] = []
  let issues: RowIssue[] = []
  let issueCount = stored
  const flush = async (row: number) => {
    counts.staged += batch.length
    await inBulkTransaction(client, async () => {
      await stageFigures(client, stageKey, book, batch)
      issueCount = await saveIssues(run, issues, issueCount)
      await client.query(
        'UPDATE stat_import SET next_page = $2, pages = pages + 1, touched_at = now(), rows_read = $3, rows_staged = $4, rows_skipped = $5 WHERE id = $1',
        [importId, String(row), counts.read, counts.staged, counts.skipped],
      )
    })
    batch = []
    issues = []
  }
  let last = after
  const { sheet, rows } = await openSheet(file, mapping.sheet)
  await client.query('UPDATE stat_import SET sheet = $2 WHERE id = $1', [importId, sheet])
  for await (const row of rows) {
    if (row.number < mapping.headerRow) continue
    if (columns === null) {
      columns = fitColumns(row, mapping)
      continue
    }
    if (row.number <= after) continue
    const found = readRow(row, columns, mapping, names)
    last = row.number
    if (found.figures.length + found.issues.length > 0) counts.read += 1
    if (found.issues.length > 0) {
      counts.skipped += 1
      if (issueCount + issues.length < ISSUE_LIMIT) issues.push(...found.issues)
      continue
    }
    for (const figure of found.figures) batch.push(...toStaged(figure, row.number, indicators))
    if (batch.length >= FIGURES_PER_STEP) await flush(row.number)
  }
  if (columns === null) fitColumns(undefined, mapping)
  await flush(last)
  return { ...counts, issues: issueCount }
}

/** Stages a file after row `after`, with its issues. Throws ImportStop or SheetError. */
export async function stageFile(
  run: ImportRun,
  file: Buffer,
  mapping: FileMapping,
  after = 0,
): Promise<void> {
  const { client, importId } = run
  const counts = await stageRows(run, file, mapping, after)
  if (counts.read === 0) throw new ImportStop('empty')
  await inBulkTransaction(client, async () => {
    const duplicates = await removeDuplicates(client, run.stageKey)
    await saveIssues(
      run,
      duplicates.rows.map((rowNumber) => ({
        rowNumber,
        column: null,
        code: 'sameCellTwice',
        text: '',
      })),
      counts.issues,
    )
    await client.query(
      'UPDATE stat_import SET is_read = true, rows_staged = $2, rows_skipped = $3 WHERE id = $1',
      [importId, counts.staged - duplicates.figures, counts.skipped + duplicates.rows.length],
    )
  })
}
