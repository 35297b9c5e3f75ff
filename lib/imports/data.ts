import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db'
import type { RegionNames } from './rules'
import type { DatasetRow, ImportIssueView, ImportView } from './types'

const LIST_LIMIT = 50
export const ISSUE_LIMIT = 300

const datasetSelect = {
  id: true, slug: true, title: true, kind: true, isComplete: true, mapping: true, source: { select: { name: true } },
  rollups: { select: { id: true }, orderBy: { id: 'asc' }, take: 5 },
} satisfies Prisma.StatDatasetSelect

const toDataset = ({ source, rollups, ...row }: Prisma.StatDatasetGetPayload<{ select: typeof datasetSelect }>): DatasetRow => ({
  ...row, sourceName: source.name, rollupIds: rollups.map(({ id }) => id),
})

/** A dataset by its slug, or null. */
export async function getDataset(slug: string): Promise<DatasetRow | null> {
  const row = await db.statDataset.findUnique({ where: { slug }, select: datasetSelect })
  return row && toDataset(row)
}

/** The datasets that something can be read into, by title. */
export async function listDatasets(): Promise<DatasetRow[]> {
  const rows = await db.statDataset.findMany({ where: { kind: { not: 'rollup' } }, select: datasetSelect, orderBy: [{ title: 'asc' }, { id: 'asc' }], take: 200 })
  return rows.map(toDataset)
}

const importSelect = {
  id: true, stageKey: true, status: true, trigger: true, label: true, startedAt: true, finishedAt: true, rowsRead: true, rowsStaged: true, rowsSkipped: true,
  added: true, revised: true, unchanged: true, withdrawn: true, problem: true, detail: true,
  dataset: { select: { id: true, slug: true, title: true, kind: true, isComplete: true } },
} satisfies Prisma.StatImportSelect

/** An import by its id, or null. */
export async function getImport(id: string): Promise<ImportView | null> {
  return db.statImport.findUnique({ where: { id }, select: importSelect })
}

/** The latest imports, newest first. */
export async function listImports(): Promise<ImportView[]> {
  return db.statImport.findMany({ select: importSelect, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: LIST_LIMIT })
}

/** What was wrong with the rows of an import, in the order of the file. */
export async function listIssues(importId: string): Promise<ImportIssueView[]> {
  return db.importIssue.findMany({ where: { importId }, select: { rowNumber: true, column: true, code: true, text: true }, orderBy: { position: 'asc' }, take: ISSUE_LIMIT })
}

/** Every region by code and by kind and name, its other names too. */
export async function getRegionNames(): Promise<RegionNames> {
  const rows = await db.region.findMany({ select: { id: true, code: true, type: true, name: true, nameVariants: true }, orderBy: { code: 'asc' }, take: 5_000 })
  return {
    byCode: new Map(rows.map((row) => [row.code, row.id])),
    byName: new Map(rows.flatMap((row) => [row.name, ...row.nameVariants].map((name) => [`${row.type}|${name.toLowerCase()}`, row.id] as const))),
  }
}

/** Ids of these indicators by slug. */
export async function getIndicatorIds(slugs: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.statIndicator.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true }, orderBy: { slug: 'asc' }, take: 500 })
  return new Map(rows.map((row) => [row.slug, row.id]))
}
