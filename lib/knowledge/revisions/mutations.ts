import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyFollowers } from '@/lib/people/follows/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { freeSlug } from '@/lib/base/db/free-slug'
import { once, type Sender } from '@/lib/base/http/submission'
import { tellPublished, tellReturned, tellReviewers, untellReviewers } from './telling.mutations'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { canMove, slugFromTitle } from './rules'
import type { RevisionStatus } from './types'

/**
 * Creates an initiative with an empty draft and its policy monitor. Returns the draft's id. With a
 * transaction of the caller, who then sees to a form that is sent twice.
 */
export async function saveNewInitiative(
  input: Sender & { title: string; organisationId: string },
  client?: Transaction,
): Promise<{ initiativeId: string; revisionId: string }> {
  const { title, organisationId, actorId, submission } = input
  const create = async (tx: Transaction) => {
    const slug = await freeSlug(slugFromTitle(title), (query) => tx.initiative.findMany(query))
    const initiative = await tx.initiative.create({
      data: { slug, organisationId, createdById: actorId },
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
  }
  return client ? create(client) : once({ actorId, submission }, create)
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

/** Submits a version and tells who may decide. WRONG_STATE when it changed in the meantime. */
export async function submitRevision(input: StatusChange): Promise<void> {
  await db.$transaction(async (tx) => {
    await moveStatus(tx, { ...input, to: 'submitted', data: { submittedAt: new Date() } })
    await tellReviewers(tx, input.revisionId, input.actorId)
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.submit',
      objectType: 'revision',
      objectId: input.revisionId,
    })
  })
}

/** Takes back a submitted version. WRONG_STATE when a moderator was first. */
export async function withdrawRevision(input: StatusChange): Promise<void> {
  await db.$transaction(async (tx) => {
    await moveStatus(tx, { ...input, to: 'draft', data: { submittedAt: null } })
    await untellReviewers(tx, input.revisionId)
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.withdraw',
      objectType: 'revision',
      objectId: input.revisionId,
    })
  })
}

/** Returns a submitted version and tells its editors why. */
export async function returnRevision(input: StatusChange & { reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { returnReason: input.reason, decidedAt: new Date(), decidedById: input.actorId }
    await moveStatus(tx, { ...input, to: 'returned', data })
    await untellReviewers(tx, input.revisionId)
    await tellReturned(tx, input.revisionId, input)
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.return',
      objectType: 'revision',
      objectId: input.revisionId,
    })
  })
}

/** Publishes a version and supersedes the previous one in one transaction. */
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
    await untellReviewers(tx, input.revisionId)
    const { revisionId: key, actorId } = input
    const except = await tellPublished(tx, key, actorId)
    await notifyFollowers(tx, { kind, initiativeId, key, actorId, except })
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

async function copyChildren(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO revision_region (revision_id, region_id, position, certainty)
    SELECT ${to}::uuid, region_id, position, certainty
    FROM revision_region
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_term (revision_id, term_id, position, certainty, basis)
    SELECT ${to}::uuid, term_id, position, certainty, basis
    FROM revision_term
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_step (id, revision_id, position, name, description)
    SELECT gen_random_uuid(), ${to}::uuid, position, name, description
    FROM revision_step
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_text_item (id, revision_id, kind, position, text)
    SELECT gen_random_uuid(), ${to}::uuid, kind, position, text
    FROM revision_text_item
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_result (
      id, revision_id, position, kind, result_type_id, label, value, unit, qualifier, measured, note
    )
    SELECT gen_random_uuid(), ${to}::uuid, position, kind, result_type_id, label, value, unit,
      qualifier, measured, note
    FROM revision_result
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_partner (id, revision_id, position, name)
    SELECT gen_random_uuid(), ${to}::uuid, position, name
    FROM revision_partner
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_source (id, revision_id, position, title, url, kind, published_on, note)
    SELECT gen_random_uuid(), ${to}::uuid, position, title, url, kind, published_on, note
    FROM revision_source
    WHERE revision_id = ${from}::uuid`
}

/**
 * Copies the published version to a new one, or returns the open one, so that two editors share a
 * draft. Throws NOT_FOUND when nothing is published.
 */
export async function startRevision(input: {
  initiativeId: string
  actorId: string
}): Promise<{ revisionId: string }> {
  const { initiativeId, actorId } = input
  return db.$transaction(async (tx) => {
    // One at a time per initiative; a partial unique index enforces the same.
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
