import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { completeness } from '@/lib/knowledge/revisions/parts.rules'
import { draftSelect, toContent } from '@/lib/knowledge/revisions/data'
import type { SavedColumns } from './columns.rules'
import type { ImportedRow, ImportView, RowFault } from './types'

const LIST_LIMIT = 20

const viewSelect = {
  id: true,
  organisationId: true,
  organisation: { select: { name: true } },
  createdBy: { select: { name: true } },
  fileName: true,
  headers: true,
  columns: true,
  status: true,
  rows: true,
  added: true,
  changed: true,
  unchanged: true,
  faultyRows: true,
  faults: true,
  withoutFaulty: true,
  progress: true,
  problem: true,
  createdAt: true,
  cancelAskedAt: true,
  finishedAt: true,
  undoneAt: true,
  deleted: true,
  restored: true,
} satisfies Prisma.InitiativeImportSelect

type ViewRow = Prisma.InitiativeImportGetPayload<{ select: typeof viewSelect }>

const toView = ({ organisation, createdBy, ...row }: ViewRow, hasFile: boolean): ImportView => ({
  ...row,
  organisationName: organisation?.name ?? null,
  createdByName: createdBy?.name ?? null,
  hasFile,
})

/** An import by its id, or null. The policy decides who may see it. */
export async function getImport(id: string): Promise<ImportView | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.initiativeImport.findUnique({ where: { id }, select: viewSelect })
  if (!row) return null
  const kept = await db.initiativeImport.count({ where: { id, content: { not: null } } })
  return toView(row, kept > 0)
}

/** The latest imports of these organisations, newest first; null for those of all. */
export async function listImports(
  organisationIds: readonly string[] | null,
): Promise<ImportView[]> {
  const rows = await db.initiativeImport.findMany({
    where: organisationIds === null ? {} : { organisationId: { in: [...organisationIds] } },
    select: viewSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LIST_LIMIT,
  })
  return rows.map((row) => toView(row, false))
}

/** The bytes of a file; null when its retention period is over. */
export async function getContent(id: string): Promise<Buffer | null> {
  const row = await db.initiativeImport.findUnique({ where: { id }, select: { content: true } })
  return row?.content ? Buffer.from(row.content) : null
}

/** The columns of the latest file of an organisation whose rows were checked; null for the first. */
export async function getSavedColumns(organisationId: string | null): Promise<SavedColumns | null> {
  return db.initiativeImport.findFirst({
    where: { organisationId, status: { not: 'mapping' }, columns: { isEmpty: false } },
    select: { headers: true, columns: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

/** Faults in the order of the file. */
export async function listFaults(
  importId: string,
  { skip, take }: { skip: number; take: number },
): Promise<RowFault[]> {
  const rows = await db.initiativeImportFault.findMany({
    where: { importId },
    select: { rowNumber: true, column: true, value: true, code: true, detail: true },
    orderBy: { position: 'asc' },
    skip,
    take,
  })
  return rows as RowFault[]
}

/** What an import wrote, as it is now, in the order of the file. */
export async function listImported(
  importId: string,
  { skip, take }: { skip: number; take: number },
): Promise<ImportedRow[]> {
  const rows = await db.initiativeImportRow.findMany({
    where: { importId },
    select: {
      rowNumber: true,
      key: true,
      isNew: true,
      version: true,
      organisation: { select: { id: true, name: true } },
      revision: { select: draftSelect },
    },
    orderBy: { rowNumber: 'asc' },
    skip,
    take,
  })
  return rows.map(({ rowNumber, key, isNew, version, organisation, revision }) => ({
    rowNumber,
    key,
    isNew,
    revisionId: revision.id,
    organisationId: organisation.id,
    organisationName: organisation.name,
    title: revision.title,
    status: revision.status,
    isSame: revision.status === 'draft' && revision.version === version,
    ...completeness(toContent(revision)),
  }))
}

/** How many drafts of an import are still there. */
export async function countImported(importId: string): Promise<number> {
  return db.initiativeImportRow.count({ where: { importId } })
}
