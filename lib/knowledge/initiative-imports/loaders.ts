import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { readSettings } from '@/lib/base/settings/data'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { organisationsWhere } from '@/lib/people/accounts/working-for.rules'
import { canCreate } from '@/lib/knowledge/revisions/policy'
import { columnsFor, headerChanges } from './columns.rules'
import {
  countImported,
  getContent,
  getImport,
  getSavedColumns,
  listFaults,
  listImported,
  listImports,
} from './data'
import { listOrganisations } from './names.data'
import { canImport } from './policy'
import { readRows } from './rows.data'
import { MAX_FAULTS, MAX_ROWS } from './rules'
import { FILE_PROBLEMS, type FileContent, type FileProblem, type ImportView } from './types'

export const PAGE_SIZE = 50
export const MAX_PAGES = Math.max(MAX_FAULTS, MAX_ROWS) / PAGE_SIZE
const EXAMPLES = 3
const DAY_MS = 24 * 60 * 60_000

const problemOf = (text: string): FileProblem | null =>
  FILE_PROBLEMS.find((problem) => problem === text) ?? null

/** For whom someone may import; the first is proposed. */
async function choicesOf(actor: Actor): Promise<{ value: string; label: string }[]> {
  const own = organisationsWhere(actor, (id) => canImport(actor, id))
  const all = canImport(actor, null)
    ? (await listOrganisations()).filter(({ id, ended }) => !ended && canImport(actor, id))
    : []
  return [...new Map([...own, ...all].map(({ id, name }) => [id, name]))].map(([value, label]) => ({
    value,
    label,
  }))
}

/** The page where a file is chosen; `fault` comes from the address. */
export async function loadImportStart(returnTo: string, fault: string) {
  const actor = await requireActorPage(returnTo)
  const mayAll = canImport(actor, null)
  const choices = await choicesOf(actor)
  const imports =
    mayAll || choices.length > 0
      ? await listImports(mayAll ? null : choices.map(({ value }) => value))
      : []
  return { choices, mayAll, imports, problem: problemOf(fault) }
}

/** The first filled cells of each column, to recognise it by. */
const examplesOf = ({ headers, rows }: FileContent): string[][] =>
  headers.map((_, at) =>
    rows
      .map(({ cells }) => (cells[at] ?? '').slice(0, 80))
      .filter((cell) => cell !== '')
      .slice(0, EXAMPLES),
  )

async function mappingOf(found: ImportView) {
  const [content, saved] = await Promise.all([
    getContent(found.id),
    getSavedColumns(found.organisationId),
  ])
  const file = content && (await readRows(content))
  if (file === null || 'problem' in file) return null
  return {
    examples: examplesOf(file),
    rows: file.rows.length,
    fields: columnsFor(found.organisationId === null),
    isFirst: saved === null,
    changes: found.status === 'mapping' ? headerChanges(found.headers, saved) : null,
  }
}

const hasRows = ({ status }: ImportView) => status === 'done' || status === 'undone'

/** An import with what its state needs: choice of columns, faults, or what became of its rows. */
export const loadImport = cache(
  async (id: string, returnTo: string, page: number, wantsColumns: boolean) => {
    const actor = await requireActorPage(returnTo)
    const found = await getImport(id)
    if (!found || !canImport(actor, found.organisationId)) notFound()
    const isChoosing =
      found.status === 'mapping' || (wantsColumns && found.status === 'checked' && found.hasFile)
    const part = { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE }
    const [mapping, faults, imported, importedCount, settings] = await Promise.all([
      isChoosing ? mappingOf(found) : null,
      found.status === 'checked' && !isChoosing ? listFaults(id, part) : [],
      hasRows(found) ? listImported(id, part) : [],
      hasRows(found) ? countImported(id) : 0,
      readSettings(),
    ])
    return {
      found,
      mapping,
      faults,
      imported: imported.map((row) => ({ ...row, mayOpen: canCreate(actor, row.organisationId) })),
      importedCount,
      keptUntil: new Date(found.createdAt.getTime() + settings.retention.importFiles * DAY_MS),
    }
  },
)
