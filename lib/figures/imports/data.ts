import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { ISSUE_LIMIT } from '@/lib/figures/figure-files/rules'
import type { ImportIssueView, ImportView } from './types'

const LIST_LIMIT = 50

const importSelect = {
  id: true,
  stageKey: true,
  status: true,
  trigger: true,
  label: true,
  sheet: true,
  mappingVersion: true,
  startedAt: true,
  finishedAt: true,
  requestedAt: true,
  touchedAt: true,
  rowsRead: true,
  rowsStaged: true,
  rowsSkipped: true,
  added: true,
  revised: true,
  unchanged: true,
  withdrawn: true,
  problem: true,
  detail: true,
  dataset: {
    select: { id: true, slug: true, title: true, kind: true, isComplete: true, version: true },
  },
} satisfies Prisma.StatImportSelect

/** An import by its id, or null. */
export async function getImport(id: string): Promise<ImportView | null> {
  return db.statImport.findUnique({ where: { id }, select: importSelect })
}

/** The latest imports, newest first. */
export async function listImports(): Promise<ImportView[]> {
  return db.statImport.findMany({
    select: importSelect,
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: LIST_LIMIT,
  })
}

/** The issues of an import, in file order. */
export async function listIssues(importId: string): Promise<ImportIssueView[]> {
  return db.importIssue.findMany({
    where: { importId },
    select: { rowNumber: true, column: true, code: true, text: true },
    orderBy: [{ rowNumber: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }],
    take: ISSUE_LIMIT,
  })
}
