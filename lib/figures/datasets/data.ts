import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { isSameName, openSheet, takeRows } from '@/lib/base/files/sheets'
import { previewFile, SCANNED_ROWS } from './rules'
import { tablePreviewSchema } from './schema'
import type { DatasetRow, FilePreview, IndicatorChoice, SampleView, SourceChoice } from './types'

const datasetSelect = {
  id: true,
  slug: true,
  title: true,
  kind: true,
  isComplete: true,
  mapping: true,
  version: true,
  source: { select: { name: true, slug: true } },
  rollups: { select: { id: true }, orderBy: { id: 'asc' }, take: 5 },
} satisfies Prisma.StatDatasetSelect

const toDataset = ({
  source,
  rollups,
  ...row
}: Prisma.StatDatasetGetPayload<{ select: typeof datasetSelect }>): DatasetRow => ({
  ...row,
  sourceName: source.name,
  sourceSlug: source.slug,
  rollupIds: rollups.map(({ id }) => id),
})

/** A dataset by its slug, or null. */
export async function getDataset(slug: string): Promise<DatasetRow | null> {
  const row = await db.statDataset.findUnique({ where: { slug }, select: datasetSelect })
  return row && toDataset(row)
}

/** The datasets that can be imported, by title. */
export async function listDatasets(): Promise<DatasetRow[]> {
  const rows = await db.statDataset.findMany({
    where: { kind: { not: 'rollup' } },
    select: datasetSelect,
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(toDataset)
}

const sampleSelect = {
  id: true,
  kind: true,
  label: true,
  table: true,
  dataset: { select: { slug: true } },
} satisfies Prisma.StatSampleSelect

export interface SamplePlace {
  headerRow?: number
  /** Name of the sheet; an unknown one falls back to the first, and the preview says so. */
  sheet?: string
}

async function previewSample(
  content: Buffer,
  { headerRow = 1, sheet: wanted }: SamplePlace,
): Promise<FilePreview> {
  const first = await openSheet(content)
  const there =
    wanted === undefined ? undefined : first.sheets.find((name) => isSameName(name, wanted))
  const opened =
    there === undefined || there === first.sheet ? first : await openSheet(content, there)
  const { sheet, sheets } = opened
  const sheetGone = there === undefined && sheet !== null ? (wanted ?? null) : null
  return previewFile(await takeRows(opened, SCANNED_ROWS), headerRow, { sheet, sheets, sheetGone })
}

/** A sample with its first rows; null for an unknown id. Throws SheetError for a broken file. */
export async function getSample(
  by: { id: string } | { datasetId: number },
  place: SamplePlace = {},
): Promise<SampleView | null> {
  const row = await db.statSample.findUnique({ where: by, select: sampleSelect })
  if (!row) return null
  const { dataset, table, ...rest } = row
  const content = row.kind === 'file' ? await getSampleContent(row.id) : null
  return {
    ...rest,
    datasetSlug: dataset?.slug ?? null,
    table: table === null ? null : tablePreviewSchema.parse(table),
    file: content === null ? null : await previewSample(content, place),
  }
}

/** The file of a sample as it was uploaded, or null. */
export async function getSampleContent(id: string): Promise<Buffer | null> {
  const row = await db.statSample.findUnique({ where: { id }, select: { content: true } })
  return row?.content ? Buffer.from(row.content) : null
}

/** The indicators, in their own order. */
export async function listIndicatorChoices(): Promise<IndicatorChoice[]> {
  return db.statIndicator.findMany({
    select: {
      slug: true,
      labelNl: true,
      labelEn: true,
      unit: true,
      decimals: true,
      additive: true,
    },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: 500,
  })
}

/** The sources, by name. */
export async function listSources(): Promise<SourceChoice[]> {
  return db.statisticalSource.findMany({
    select: { slug: true, name: true, licence: true },
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
    take: 500,
  })
}
