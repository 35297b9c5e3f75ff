import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { TextItemKind, Vocabulary } from '@/generated/prisma/enums'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyFollowers } from '@/lib/people/follows/mutations'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { canMove, slugFromTitle } from './rules'
import {
  LINE_LISTS,
  TAG_FIELDS,
  type DraftContent,
  type LineList,
  type RevisionStatus,
  type TagField,
} from './types'

/** A slug nobody uses yet; the unique index decides when two people pick the same one at once. */
async function freeSlug(tx: Transaction, title: string): Promise<string> {
  const base = slugFromTitle(title)
  const taken = new Set(
    (
      await tx.initiative.findMany({
        where: { slug: { startsWith: base } },
        select: { slug: true },
        orderBy: { slug: 'asc' },
        take: 1_000,
      })
    ).map((row) => row.slug),
  )
  if (!taken.has(base)) return base
  let counter = 2
  while (taken.has(`${base}-${counter}`)) counter += 1
  return `${base}-${counter}`
}

/** Starts an initiative with an empty first draft and its policy monitor. Returns the id of the draft. */
export async function saveNewInitiative(
  input: Sender & { title: string; organisationId: string },
): Promise<{ initiativeId: string; revisionId: string }> {
  const { title, organisationId, actorId, submission } = input
  return once({ actorId, submission }, async (tx) => {
    const initiative = await tx.initiative.create({
      data: { slug: await freeSlug(tx, title), organisationId, createdById: actorId },
      select: { id: true },
    })
    const notExamined = await tx.term.findUniqueOrThrow({
      where: { vocabulary_slug: { vocabulary: 'displacement', slug: 'niet-onderzocht' } },
      select: { id: true },
    })
    await tx.policyMonitor.create({
      data: { initiativeId: initiative.id, displacementId: notExamined.id },
      select: { initiativeId: true },
    })
    const revision = await tx.initiativeRevision.create({
      data: { initiativeId: initiative.id, number: 1, title, createdById: actorId },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.create',
      objectType: 'initiative',
      objectId: initiative.id,
    })
    return { initiativeId: initiative.id, revisionId: revision.id }
  })
}

async function termRows(
  tx: Transaction,
  content: DraftContent,
): Promise<{ termId: string; position: number }[]> {
  const wanted: { vocabulary: Vocabulary; slug: string }[] = (
    Object.keys(TAG_FIELDS) as TagField[]
  ).flatMap((field) => content[field].map((slug) => ({ vocabulary: TAG_FIELDS[field], slug })))
  if (content.style !== null) wanted.push({ vocabulary: 'approach_style', slug: content.style })
  if (wanted.length === 0) return []
  const terms = await tx.term.findMany({
    where: { OR: wanted },
    select: { id: true, slug: true, vocabulary: true },
    orderBy: { id: 'asc' },
    take: 300,
  })
  const ids = new Map(terms.map((term) => [`${term.vocabulary}/${term.slug}`, term.id]))
  return [...new Set(wanted.map(({ vocabulary, slug }) => `${vocabulary}/${slug}`))].map(
    (key, position) => {
      const termId = ids.get(key)
      if (termId === undefined) throw new AppError('INVALID', `unknown term ${key}`)
      return { termId, position }
    },
  )
}

async function regionRows(
  tx: Transaction,
  slugs: readonly string[],
): Promise<{ regionId: string; position: number }[]> {
  const unique = [...new Set(slugs)]
  const regions = await tx.region.findMany({
    where: { slug: { in: unique } },
    select: { id: true, slug: true },
    orderBy: { id: 'asc' },
    take: 100,
  })
  const ids = new Map(regions.map((region) => [region.slug, region.id]))
  return unique.map((slug, position) => {
    const regionId = ids.get(slug)
    if (regionId === undefined) throw new AppError('INVALID', `unknown region ${slug}`)
    return { regionId, position }
  })
}

/** What came with a row from its source and has no field in the form survives a save by someone who left that row alone. */
async function keepSupport(tx: Transaction, revisionId: string) {
  const { terms, regions, results, sources } = await tx.initiativeRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      terms: { select: { termId: true, certainty: true, basis: true } },
      regions: { select: { regionId: true, certainty: true } },
      results: { select: { label: true, qualifier: true, resultTypeId: true } },
      sources: { select: { title: true, kind: true, publishedOn: true, note: true } },
    },
  })
  return {
    terms: new Map(terms.map(({ termId, ...support }) => [termId, support])),
    regions: new Map(regions.map(({ regionId, ...support }) => [regionId, support])),
    results: new Map(results.map(({ label, ...support }) => [label, support])),
    sources: new Map(sources.map(({ title, ...support }) => [title, support])),
  }
}

async function replaceChildren(
  tx: Transaction,
  revisionId: string,
  content: DraftContent,
): Promise<void> {
  const support = await keepSupport(tx, revisionId)
  const terms = await termRows(tx, content)
  const regions = await regionRows(tx, content.regions)
  const where = { revisionId }
  await tx.revisionTerm.deleteMany({ where })
  await tx.revisionTerm.createMany({
    data: terms.map((row) => ({ revisionId, ...row, ...support.terms.get(row.termId) })),
  })
  await tx.revisionRegion.deleteMany({ where })
  await tx.revisionRegion.createMany({
    data: regions.map((row) => ({ revisionId, ...row, ...support.regions.get(row.regionId) })),
  })
  await tx.revisionStep.deleteMany({ where })
  await tx.revisionStep.createMany({
    data: content.steps.map((step, position) => ({ revisionId, position, ...step })),
  })
  await tx.revisionPartner.deleteMany({ where })
  await tx.revisionPartner.createMany({
    data: content.partners.map((name, position) => ({ revisionId, position, name })),
  })
  await tx.revisionSource.deleteMany({ where })
  await tx.revisionSource.createMany({
    data: content.sources.map((row, position) => ({
      revisionId,
      position,
      ...row,
      ...support.sources.get(row.title),
    })),
  })
  await tx.revisionResult.deleteMany({ where })
  await tx.revisionResult.createMany({
    data: content.results.map((row, position) => ({
      revisionId,
      position,
      ...row,
      ...support.results.get(row.label),
      measured: row.kind === 'outcome' && row.value !== null,
    })),
  })
  await tx.revisionTextItem.deleteMany({ where })
  await tx.revisionTextItem.createMany({
    data: (Object.entries(LINE_LISTS) as [LineList, TextItemKind][]).flatMap(([field, kind]) =>
      content[field].map((text, position) => ({ revisionId, kind, position, text })),
    ),
  })
}

/**
 * Saves the typed content of a draft or returned version.
 * Returns the new version number, or 'conflict' when someone saved since `version` was read.
 * Throws INVALID for a term or region that does not exist.
 */
export async function saveDraft(input: {
  revisionId: string
  version: number
  content: DraftContent
  actorId: string
}): Promise<number | 'conflict'> {
  const { revisionId, version, content, actorId } = input
  return db.$transaction(async (tx) => {
    const { count } = await tx.initiativeRevision.updateMany({
      where: { id: revisionId, version, status: { in: ['draft', 'returned'] } },
      data: {
        version: version + 1,
        title: content.title,
        summary: content.summary,
        problem: content.problem,
        ownerName: content.ownerName,
        lifecycle: content.lifecycle,
        stopReason: content.stopReason,
        startsOn: fromCalendarDate(content.startsOn),
        endsOn: fromCalendarDate(content.endsOn),
        contactName: content.contactName,
        contactRole: content.contactRole,
        contactEmail: content.contactEmail,
        contactConsent: content.contactConsent,
      },
    })
    if (count === 0) return 'conflict' as const
    await replaceChildren(tx, revisionId, content)
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.save',
      objectType: 'revision',
      objectId: revisionId,
      detail: { version: version + 1 },
    })
    return version + 1
  })
}

async function moveStatus(
  tx: Transaction,
  input: {
    revisionId: string
    version: number
    from: RevisionStatus
    to: RevisionStatus
    data?: Prisma.InitiativeRevisionUncheckedUpdateManyInput
  },
): Promise<void> {
  const { revisionId, version, from, to, data } = input
  if (!canMove(from, to)) throw new AppError('WRONG_STATE')
  const { count } = await tx.initiativeRevision.updateMany({
    where: { id: revisionId, version, status: from },
    data: { status: to, version: version + 1, ...data },
  })
  if (count === 0) throw new AppError('WRONG_STATE')
}

interface StatusChange {
  revisionId: string
  version: number
  from: RevisionStatus
  actorId: string
}

/** Hands a version to the moderators. WRONG_STATE when it changed in the meantime. */
export async function submitRevision(input: StatusChange): Promise<void> {
  await db.$transaction(async (tx) => {
    await moveStatus(tx, { ...input, to: 'submitted', data: { submittedAt: new Date() } })
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.submit',
      objectType: 'revision',
      objectId: input.revisionId,
    })
  })
}

/** Takes a submitted version back. WRONG_STATE when a moderator was first. */
export async function withdrawRevision(input: StatusChange): Promise<void> {
  await db.$transaction(async (tx) => {
    await moveStatus(tx, { ...input, to: 'draft', data: { submittedAt: null } })
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.withdraw',
      objectType: 'revision',
      objectId: input.revisionId,
    })
  })
}

/** Sends a submitted version back with a reason that the editor reads. */
export async function returnRevision(input: StatusChange & { reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { returnReason: input.reason, decidedAt: new Date(), decidedById: input.actorId }
    await moveStatus(tx, { ...input, to: 'returned', data })
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.return',
      objectType: 'revision',
      objectId: input.revisionId,
    })
  })
}

/** Publishes a submitted version; the one before it becomes superseded in the same transaction. Returns the initiative. */
export async function publishRevision(
  input: StatusChange,
): Promise<{ initiativeId: string; slug: string }> {
  return db.$transaction(async (tx) => {
    const now = new Date()
    const { initiativeId, initiative } = await tx.initiativeRevision.findUniqueOrThrow({
      where: { id: input.revisionId },
      select: {
        initiativeId: true,
        initiative: { select: { slug: true, firstPublishedAt: true } },
      },
    })
    await tx.initiativeRevision.updateMany({
      where: { initiativeId, status: 'published' },
      data: { status: 'superseded' },
    })
    await moveStatus(tx, {
      ...input,
      to: 'published',
      data: { publishedAt: now, decidedAt: now, decidedById: input.actorId },
    })
    await tx.initiative.update({
      where: { id: initiativeId },
      data: {
        publishedRevisionId: input.revisionId,
        confirmedAt: now,
        firstPublishedAt: initiative.firstPublishedAt ?? now,
      },
      select: { id: true },
    })
    await refreshSearch(tx, [initiativeId])
    const kind =
      initiative.firstPublishedAt === null ? 'initiative-published' : 'initiative-updated'
    await notifyFollowers(tx, { kind, initiativeId, key: input.revisionId, actorId: input.actorId })
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.publish',
      objectType: 'revision',
      objectId: input.revisionId,
      detail: { initiativeId },
    })
    return { initiativeId, slug: initiative.slug }
  })
}

/** Copies rows of a child table from one version to the next in the database itself. */
async function copyChildren(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO revision_region (revision_id, region_id, position, certainty)
    SELECT ${to}::uuid, region_id, position, certainty FROM revision_region WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`INSERT INTO revision_term (revision_id, term_id, position, certainty, basis)
    SELECT ${to}::uuid, term_id, position, certainty, basis FROM revision_term WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`INSERT INTO revision_step (id, revision_id, position, name, description)
    SELECT gen_random_uuid(), ${to}::uuid, position, name, description FROM revision_step WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`INSERT INTO revision_text_item (id, revision_id, kind, position, text)
    SELECT gen_random_uuid(), ${to}::uuid, kind, position, text FROM revision_text_item WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`INSERT INTO revision_result (id, revision_id, position, kind, result_type_id, label, value, unit, qualifier, measured, note)
    SELECT gen_random_uuid(), ${to}::uuid, position, kind, result_type_id, label, value, unit, qualifier, measured, note
    FROM revision_result WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`INSERT INTO revision_partner (id, revision_id, position, name)
    SELECT gen_random_uuid(), ${to}::uuid, position, name FROM revision_partner WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`INSERT INTO revision_source (id, revision_id, position, title, url, kind, published_on, note)
    SELECT gen_random_uuid(), ${to}::uuid, position, title, url, kind, published_on, note
    FROM revision_source WHERE revision_id = ${from}::uuid`
}

/**
 * Starts a new version as a copy of the published one, which stays visible until the new one is published.
 * Returns the open version when there already is one: two editors who start at once end up in the same draft.
 * Throws NOT_FOUND when nothing is published.
 */
export async function startRevision(input: {
  initiativeId: string
  actorId: string
}): Promise<{ revisionId: string }> {
  const { initiativeId, actorId } = input
  return db.$transaction(async (tx) => {
    // One starter at a time per initiative; the partial unique index holds the same rule.
    await tx.$queryRaw`SELECT id FROM initiative WHERE id = ${initiativeId}::uuid FOR UPDATE`
    const open = await tx.initiativeRevision.findFirst({
      where: { initiativeId, status: { in: ['draft', 'submitted', 'returned'] } },
      select: { id: true },
    })
    if (open) return { revisionId: open.id }
    const published = await tx.initiativeRevision.findFirst({
      where: { initiativeId, status: 'published' },
      omit: {
        id: true,
        number: true,
        status: true,
        version: true,
        createdById: true,
        createdAt: true,
        updatedAt: true,
        submittedAt: true,
        decidedAt: true,
        decidedById: true,
        returnReason: true,
        publishedAt: true,
      },
    })
    const source = await tx.initiativeRevision.findFirst({
      where: { initiativeId, status: 'published' },
      select: { id: true },
    })
    if (!published || !source) throw new AppError('NOT_FOUND')
    const { _max } = await tx.initiativeRevision.aggregate({
      where: { initiativeId },
      _max: { number: true },
    })
    const created = await tx.initiativeRevision.create({
      data: { ...published, number: (_max.number ?? 0) + 1, createdById: actorId },
      select: { id: true },
    })
    await copyChildren(tx, source.id, created.id)
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.start',
      objectType: 'revision',
      objectId: created.id,
      detail: { initiativeId },
    })
    return { revisionId: created.id }
  })
}
