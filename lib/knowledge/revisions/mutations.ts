import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyFollowers } from '@/lib/people/follows/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { CHOSEN_REGIONS } from '@/lib/base/regions/rules'
import { freeSlug } from '@/lib/base/db/free-slug'
import { once, type Sender } from '@/lib/base/http/submission'
import { tellPublished, tellReturned, tellReviewers, untellReviewers } from './telling.mutations'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { canMove, needsChangeReason, slugFromTitle } from './rules'
import { copyVersion, lockOpenVersion } from './copying.mutations'
import { saveReturn } from './remarks.mutations'
import type { Remarks, RevisionStatus } from './types'

/** The region of the organisation, as a first proposal; none for what works in the whole country. */
async function ownRegion(
  tx: Transaction,
  organisationId: string,
): Promise<{ regionId: string; position: number }[]> {
  const { region } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { region: { select: { id: true, type: true } } },
  })
  const isChoice = region !== null && CHOSEN_REGIONS.some((type) => type === region.type)
  return isChoice ? [{ regionId: region.id, position: 0 }] : []
}

/**
 * Creates an initiative with its policy monitor and a draft that holds the title and the region of
 * the organisation. Returns the draft's id. With a transaction of the caller, who then sees to a form
 * that is sent twice.
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
      data: {
        initiativeId: initiative.id,
        number: 1,
        title,
        createdById: actorId,
        regions: { create: await ownRegion(tx, organisationId) },
      },
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

/** Throws WRONG_STATE of a version that is to be published later; its row is locked by now. */
async function requireUnplanned(tx: Transaction, revisionId: string): Promise<void> {
  if ((await tx.initiativeSchedule.count({ where: { revisionId } })) > 0)
    throw new AppError('WRONG_STATE')
}

/**
 * Readers of a second version and later are told why it differs. Throws INVALID without a reason,
 * WRONG_STATE of an initiative that is closed.
 */
async function requireReady(tx: Transaction, revisionId: string): Promise<void> {
  const { number, changeReason, initiative } = await tx.initiativeRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      number: true,
      changeReason: true,
      initiative: { select: { closure: { select: { kind: true } } } },
    },
  })
  if (initiative.closure) throw new AppError('WRONG_STATE')
  if (needsChangeReason(number) && changeReason === '')
    throw new AppError('INVALID', 'no reason of change')
}

/**
 * Submits a version and tells who may decide. WRONG_STATE when it changed in the meantime, INVALID
 * when a second version or later has no reason of change.
 */
export async function submitRevision(
  input: StatusChange & { changeReason?: string },
): Promise<void> {
  const { changeReason } = input
  await db.$transaction(async (tx) => {
    const data = { submittedAt: new Date(), ...(changeReason !== undefined && { changeReason }) }
    await moveStatus(tx, { ...input, to: 'submitted', data })
    await requireReady(tx, input.revisionId)
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
    await requireUnplanned(tx, input.revisionId)
    await untellReviewers(tx, input.revisionId)
    await saveAuditEvent(tx, {
      actorId: input.actorId,
      action: 'revision.withdraw',
      objectType: 'revision',
      objectId: input.revisionId,
    })
  })
}

/** Returns a submitted version and tells its editors why, with a remark for each field that has one. */
export async function returnRevision(
  input: StatusChange & { reason: string; remarks?: Remarks },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { returnReason: input.reason, decidedAt: new Date(), decidedById: input.actorId }
    await moveStatus(tx, { ...input, to: 'returned', data })
    await requireUnplanned(tx, input.revisionId)
    await saveReturn(tx, input)
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

/**
 * Publishes a version and supersedes the previous one in one transaction, which may be the caller's.
 * The actor is null when the schedule does it for someone who left.
 */
export async function publishRevision(
  input: Omit<StatusChange, 'actorId'> & { actorId: string | null },
  client?: Transaction,
): Promise<{ initiativeId: string; slug: string }> {
  const publish = async (tx: Transaction) => {
    const now = new Date()
    const { initiativeId, initiative } = await tx.initiativeRevision.findUniqueOrThrow({
      where: { id: input.revisionId },
      select: {
        initiativeId: true,
        initiative: {
          select: { slug: true, firstPublishedAt: true, closure: { select: { kind: true } } },
        },
      },
    })
    if (initiative.closure) throw new AppError('WRONG_STATE')
    await tx.initiativeRevision.updateMany({
      where: { initiativeId, status: 'published' },
      data: { status: 'superseded' },
    })
    await moveStatus(tx, {
      ...input,
      to: 'published',
      data: { publishedAt: now, decidedAt: now, decidedById: input.actorId },
    })
    await requireUnplanned(tx, input.revisionId)
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
  }
  return client ? publish(client) : db.$transaction(publish)
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
    const open = await lockOpenVersion(tx, initiativeId)
    if (open) return { revisionId: open.id }
    const published = await tx.initiativeRevision.findFirst({
      where: { publishedAs: { id: initiativeId } },
      select: { id: true },
    })
    if (!published) throw new AppError('NOT_FOUND')
    const created = await copyVersion(tx, { sourceId: published.id, actorId })
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
