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

/** The datasets that something can be read into, by title. */
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

/** Which part of a file its form is about. */
export interface SamplePlace {
  headerRow?: number
  /** Name of the sheet; one that is not there gives way to the first, and the preview says so. */
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

/** A file or table with which a mapping is made, with its first rows; null when there is none. Throws SheetError for a file that breaks further on. */
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

/** The file of a sample as it was handed in, or null. */
export async function getSampleContent(id: string): Promise<Buffer | null> {
  const row = await db.statSample.findUnique({ where: { id }, select: { content: true } })
  return row?.content ? Buffer.from(row.content) : null
}

/** What can be counted, in its own order. */
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

/** Where figures come from, by name. */
export async function listSources(): Promise<SourceChoice[]> {
  return db.statisticalSource.findMany({
    select: { slug: true, name: true, licence: true },
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
    take: 500,
  })
}
