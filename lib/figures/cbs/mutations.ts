import 'server-only'
import type { Client } from 'pg'
import { inBulkTransaction } from '@/lib/base/db/bulk'
import { fetchPages, type RemoteOptions } from '@/lib/base/files/odata'
import { getIndicatorIds, getRegionNames } from '@/lib/figures/statistics/data'
import { SeriesRegistry, stageFigures } from '@/lib/figures/statistics/mutations'
import { toFigure } from './rules'
import { observationSchema, type CbsMapping } from './schema'
import type { CbsTable } from './types'

interface ImportRun {
  client: Client
  datasetId: number
  importId: string
  stageKey: number
}

/** Stages the pages of a table from this address on, each with its progress. Throws RemoteError. */
export async function stageTablePages(
  { client, datasetId, importId, stageKey }: ImportRun,
  table: CbsTable,
  mapping: CbsMapping,
  from: string,
  remote: RemoteOptions,
): Promise<void> {
  const book = new SeriesRegistry(client, datasetId)
  const [names, indicators] = await Promise.all([
    getRegionNames(),
    getIndicatorIds(Object.values(mapping.measures).map(({ indicator }) => indicator)),
  ])
  for await (const page of fetchPages(from, observationSchema, remote)) {
    const figures = page.rows.flatMap(
      (row) => toFigure(row, { mapping, table, regions: names.byCode, indicators }) ?? [],
    )
    await inBulkTransaction(client, async () => {
      await stageFigures(client, stageKey, book, figures)
      // In the transaction of the rows: a killed import has the page and its progress, or neither.
      await client.query(
        `
        UPDATE stat_import
        SET
          next_page = $2,
          pages = pages + 1,
          is_read = $2::text IS NULL,
          touched_at = now(),
          rows_read = rows_read + $3,
          rows_staged = rows_staged + $4,
          rows_skipped = rows_skipped + $5
        WHERE id = $1
      `,
        [importId, page.next, page.rows.length, figures.length, page.rows.length - figures.length],
      )
    })
  }
}
