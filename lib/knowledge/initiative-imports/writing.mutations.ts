import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Vocabulary } from '@/generated/prisma/enums'
import { freeSlug } from '@/lib/base/db/free-slug'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { rowsUnder, versionFields } from '@/lib/knowledge/revisions/rows.rules'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { TAG_FIELDS, USED_TAG_FIELDS, type DraftContent } from '@/lib/knowledge/revisions/types'
import type { KeyedDraft, PlannedRow } from './types'

export interface Ids {
  term: (vocabulary: Vocabulary, slug: string) => string
  region: (slug: string) => string
  notExamined: string
}

function idIn(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new AppError('INVALID', `unknown ${key}`)
  return id
}

/** The ids of all terms and regions, read once for a whole import. */
export async function readIds(): Promise<Ids> {
  const [terms, regions] = await Promise.all([
    db.term.findMany({
      select: { id: true, slug: true, vocabulary: true, replacedById: true },
      orderBy: { id: 'asc' },
      take: 5_000,
    }),
    db.region.findMany({
      select: { id: true, slug: true },
      orderBy: { id: 'asc' },
      take: 5_000,
    }),
  ])
  const termIds = new Map(
    terms.map(({ vocabulary, slug, id, replacedById }) => [
      `${vocabulary}/${slug}`,
      replacedById ?? id,
    ]),
  )
  const regionIds = new Map(regions.map(({ slug, id }) => [slug, id]))
  return {
    term: (vocabulary, slug) => idIn(termIds, `${vocabulary}/${slug}`),
    region: (slug) => idIn(regionIds, slug),
    notExamined: idIn(termIds, 'displacement/niet-onderzocht'),
  }
}

function termIdsOf(content: DraftContent, ids: Ids): string[] {
  const tags = USED_TAG_FIELDS.flatMap((field) =>
    content[field].map((slug) => ids.term(TAG_FIELDS[field], slug)),
  )
  return [
    ...new Set([
      ...tags,
      ...(content.style === null ? [] : [ids.term('approach_style', content.style)]),
    ]),
  ]
}

interface Version {
  revisionId: string
  content: DraftContent
}

/** The rows under many versions at once, in a statement for each table. */
async function createUnder(tx: Transaction, versions: readonly Version[], ids: Ids): Promise<void> {
  const all = versions.map(({ revisionId, content }) => ({
    revisionId,
    content,
    rows: rowsUnder(content),
  }))
  const of = <T extends object>(pick: (one: (typeof all)[number]) => readonly T[]) =>
    all.flatMap((one) => pick(one).map((row) => ({ revisionId: one.revisionId, ...row })))
  await tx.revisionTerm.createMany({
    data: of(({ content }) =>
      termIdsOf(content, ids).map((termId, position) => ({ termId, position })),
    ),
  })
  await tx.revisionRegion.createMany({
    data: of(({ content }) =>
      [...new Set(content.regions)].map((slug, position) => ({
        regionId: ids.region(slug),
        position,
      })),
    ),
  })
  await tx.revisionStep.createMany({ data: of(({ rows }) => rows.steps) })
  await tx.revisionPartner.createMany({ data: of(({ rows }) => rows.partners) })
  await tx.revisionSource.createMany({ data: of(({ rows }) => rows.sources) })
  await tx.revisionResult.createMany({ data: of(({ rows }) => rows.results) })
  await tx.revisionTextItem.createMany({ data: of(({ rows }) => rows.items) })
}

async function deleteUnder(tx: Transaction, revisionIds: readonly string[]): Promise<void> {
  const where = { revisionId: { in: [...revisionIds] } }
  await tx.revisionTerm.deleteMany({ where })
  await tx.revisionOtherInstrument.deleteMany({ where })
  await tx.revisionRegion.deleteMany({ where })
  await tx.revisionStep.deleteMany({ where })
  await tx.revisionPartner.deleteMany({ where })
  await tx.revisionSource.deleteMany({ where })
  await tx.revisionResult.deleteMany({ where })
  await tx.revisionTextItem.deleteMany({ where })
}

export interface Writing {
  importId: string
  actorId: string | null
  ids: Ids
}

async function createDrafts(
  tx: Transaction,
  rows: readonly PlannedRow[],
  { importId, actorId, ids }: Writing,
): Promise<void> {
  // Of earlier steps the database knows the addresses already.
  const slugs: string[] = []
  const made: (PlannedRow & { initiativeId: string; revisionId: string; slug: string })[] = []
  for (const row of rows) {
    const slug = await freeSlug(
      slugFromTitle(row.content.title),
      (query) => tx.initiative.findMany(query),
      slugs,
    )
    slugs.push(slug)
    made.push({ ...row, initiativeId: randomUUID(), revisionId: randomUUID(), slug })
  }
  await tx.initiative.createMany({
    data: made.map(({ initiativeId, slug, organisationId }) => ({
      id: initiativeId,
      slug,
      organisationId,
      createdById: actorId,
    })),
  })
  await tx.policyMonitor.createMany({
    data: made.map(({ initiativeId }) => ({ initiativeId, displacementId: ids.notExamined })),
  })
  await tx.initiativeRevision.createMany({
    data: made.map(({ initiativeId, revisionId, content }) => ({
      id: revisionId,
      initiativeId,
      number: 1,
      createdById: actorId,
      ...versionFields(content),
    })),
  })
  await createUnder(tx, made, ids)
  await tx.initiativeImportRow.createMany({
    data: made.map(({ rowNumber, key, organisationId, initiativeId, revisionId }) => ({
      importId,
      rowNumber,
      key,
      organisationId,
      initiativeId,
      revisionId,
      version: 1,
      isNew: true,
    })),
  })
  await tx.auditEvent.createMany({
    data: made.map(({ initiativeId }) => ({
      actorId,
      action: 'initiative.create',
      objectType: 'initiative',
      objectId: initiativeId,
      detail: { importId },
    })),
  })
}

type Change = PlannedRow & { draft: KeyedDraft }

/** False when somebody changed or handed in one of the drafts since it was checked. */
async function updateDrafts(
  tx: Transaction,
  rows: readonly Change[],
  { importId, actorId, ids }: Writing,
): Promise<boolean> {
  for (const { draft, content } of rows) {
    const { count } = await tx.initiativeRevision.updateMany({
      where: { id: draft.revisionId, version: draft.version, status: 'draft' },
      data: { version: draft.version + 1, ...versionFields(content) },
    })
    if (count === 0) return false
  }
  await deleteUnder(
    tx,
    rows.map(({ draft }) => draft.revisionId),
  )
  await createUnder(
    tx,
    rows.map(({ draft, content }) => ({ revisionId: draft.revisionId, content })),
    ids,
  )
  await tx.initiativeImportRow.createMany({
    data: rows.map(({ rowNumber, key, organisationId, draft }) => ({
      importId,
      rowNumber,
      key,
      organisationId,
      initiativeId: draft.initiativeId,
      revisionId: draft.revisionId,
      version: draft.version + 1,
      isNew: false,
      before: { ...draft.content },
    })),
  })
  await tx.auditEvent.createMany({
    data: rows.map(({ draft }) => ({
      actorId,
      action: 'revision.save',
      objectType: 'revision',
      objectId: draft.revisionId,
      detail: { importId, version: draft.version + 1 },
    })),
  })
  return true
}

/** Writes some rows of an import. 'moved' when a draft is no longer as it was checked. */
export async function writeRows(
  tx: Transaction,
  rows: readonly PlannedRow[],
  writing: Writing,
): Promise<{ created: number; updated: number } | 'moved'> {
  const isChange = (row: PlannedRow): row is Change => row.draft !== null
  const changes = rows.filter(isChange)
  const fresh = rows.filter((row) => !isChange(row))
  await createDrafts(tx, fresh, writing)
  if (changes.length > 0 && !(await updateDrafts(tx, changes, writing))) return 'moved'
  return { created: fresh.length, updated: changes.length }
}
