import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople, saveFollowOf } from '@/lib/people/follows/mutations'
import type { Subject } from '@/lib/people/follows/types'
import { type CalendarDate, fromCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { freeSlug } from '@/lib/base/db/free-slug'
import { once, type Sender } from '@/lib/base/http/submission'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { isAllowedStep, isExpired } from './rules'

const MAX_PEOPLE = 500
const MAX_DUE = 1_000
const MAX_SLUG = 70
/** The public page of a call. */
export const pathOf = (slug: string) => pagePath('/calls/[slug]', { slug })

export interface CallContent {
  title: string
  text: string
  regionId: string
  openUntil: CalendarDate
  termIds: readonly string[]
}

/** A free slug. A concurrent call with this title waits for the lock. */
async function slugOfCall(tx: Transaction, title: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('open_call.slug'))`
  const wanted = slugFromTitle(title).slice(0, MAX_SLUG).replace(/-$/, '')
  return freeSlug(wanted, (query) => tx.call.findMany(query), ['nieuw'])
}

const writersOf = (organisationIds: readonly string[]): Prisma.UserWhereInput => ({
  disabledAt: null,
  memberships: {
    some: { organisationId: { in: [...organisationIds] }, role: { in: ['editor', 'manager'] } },
  },
})

/** Ids of matching people, up to the limit for one notification. */
export async function peopleWho(tx: Transaction, where: Prisma.UserWhereInput): Promise<string[]> {
  return (
    await tx.user.findMany({
      where,
      select: { id: true },
      orderBy: { id: 'asc' },
      take: MAX_PEOPLE,
    })
  ).map(({ id }) => id)
}

async function followedBy(tx: Transaction, { regionId, termIds }: CallContent): Promise<Subject[]> {
  const groups: Subject[] = []
  for (let ids = [...termIds]; ids.length > 0;) {
    const rows = await tx.term.findMany({
      where: { id: { in: ids }, vocabulary: 'target_group' },
      select: { id: true, parentId: true },
      orderBy: { id: 'asc' },
      take: MAX_PEOPLE,
    })
    groups.push(...rows.map(({ id }) => ({ type: 'target_group' as const, id })))
    ids = rows.flatMap(({ parentId }) => parentId ?? [])
  }
  const regions = [...regionLineage(await getRegionGraph(), [regionId])].map((id) => ({
    type: 'region' as const,
    id,
  }))
  return [...groups, ...regions]
}

export interface NewCall extends Sender {
  organisationId: string
  learningId?: string | null
  content: CallContent
  initiativeIds: readonly string[]
}

/** Posts a call and notifies whom it concerns; the poster follows it. Returns its slug. */
export async function saveCall({
  organisationId,
  learningId = null,
  content,
  initiativeIds,
  actorId,
  submission,
}: NewCall): Promise<string> {
  const { termIds, openUntil, ...texts } = content
  return once({ actorId, submission }, async (tx) => {
    const slug = await slugOfCall(tx, content.title)
    const { id } = await tx.call.create({
      data: {
        ...texts,
        slug,
        organisationId,
        learningId,
        authorId: actorId,
        openUntil: fromCalendarDate(openUntil),
        terms: { createMany: { data: termIds.map((termId) => ({ termId })) } },
      },
      select: { id: true },
    })
    const owners = await tx.initiative.findMany({
      where: { id: { in: [...initiativeIds] }, organisationId: { not: organisationId } },
      select: { organisationId: true },
      orderBy: { id: 'asc' },
      take: MAX_PEOPLE,
    })
    const people = await peopleWho(tx, writersOf(owners.map((owner) => owner.organisationId)))
    await notifyPeople(
      tx,
      { kind: 'call-posted', key: id, title: content.title, path: pathOf(slug) },
      { people, subjects: await followedBy(tx, content), actorId },
    )
    await saveFollowOf(tx, actorId, { type: 'call', id })
    await saveAuditEvent(tx, {
      actorId,
      action: 'call.post',
      objectType: 'call',
      objectId: id,
      detail: { organisationId },
    })
    return slug
  })
}

interface Change {
  id: string
  version: number
  actorId: string
}

/** Locks the row; null when someone else saved it since `version`. */
async function hold(tx: Transaction, { id, version }: Change) {
  await tx.$executeRaw`SELECT 1 FROM open_call WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await tx.call.findUnique({ where: { id }, select: { status: true, version: true } })
  if (!row) throw new AppError('NOT_FOUND')
  return row.version === version ? row : null
}

/** Saves the text of an open call, or 'conflict'. WRONG_STATE when it has ended. */
export async function saveCallContent(
  change: Change & { content: CallContent },
): Promise<'conflict' | null> {
  const {
    id,
    version,
    actorId,
    content: { termIds, openUntil, ...texts },
  } = change
  return db.$transaction(async (tx) => {
    const row = await hold(tx, change)
    if (!row) return 'conflict'
    if (row.status !== 'open') throw new AppError('WRONG_STATE')
    await tx.callTerm.deleteMany({ where: { callId: id } })
    await tx.call.update({
      where: { id },
      data: {
        ...texts,
        openUntil: fromCalendarDate(openUntil),
        version: version + 1,
        terms: { createMany: { data: termIds.map((termId) => ({ termId })) } },
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, { actorId, action: 'call.edit', objectType: 'call', objectId: id })
    return null
  })
}

/** Ends a call with its outcome, or 'conflict'. WRONG_STATE when it has one. */
export async function saveOutcome(
  change: Change & { how: 'answered' | 'closed'; outcome: string },
): Promise<'conflict' | null> {
  const { id, version, actorId, how, outcome } = change
  return db.$transaction(async (tx) => {
    const row = await hold(tx, change)
    if (!row) return 'conflict'
    if (!isAllowedStep(row.status, how)) throw new AppError('WRONG_STATE')
    const { title, slug } = await tx.call.update({
      where: { id },
      data: { status: how, outcome, endedAt: new Date(), version: version + 1 },
      select: { title: true, slug: true },
    })
    await notifyPeople(
      tx,
      { kind: 'call-ended', key: id, title, path: pathOf(slug) },
      { people: [], subjects: [{ type: 'call', id }], actorId },
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'call.end',
      objectType: 'call',
      objectId: id,
      detail: { how },
    })
    return null
  })
}

/** Expires calls and asks for the outcome. For a scheduler; idempotent. Returns how many. */
export async function expireCalls(now: Date): Promise<number> {
  const today = todayInNetherlands(now)
  const rows = await db.call.findMany({
    where: { status: 'open', openUntil: { lt: fromCalendarDate(today) } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: MAX_DUE,
  })
  let ended = 0
  for (const { id } of rows) {
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM open_call WHERE id = ${id}::uuid FOR NO KEY UPDATE`
      const call = await tx.call.findUnique({
        where: { id },
        select: {
          status: true,
          openUntil: true,
          title: true,
          slug: true,
          version: true,
          organisationId: true,
        },
      })
      if (
        !call ||
        !isExpired(
          { status: call.status, openUntil: call.openUntil.toISOString().slice(0, 10) },
          today,
        )
      )
        return
      await tx.call.update({
        where: { id },
        data: { status: 'expired', endedAt: now, version: call.version + 1 },
        select: { id: true },
      })
      const people = await peopleWho(tx, writersOf([call.organisationId]))
      await notifyPeople(
        tx,
        { kind: 'call-expired', key: id, title: call.title, path: pathOf(call.slug) },
        { people, subjects: [], actorId: null },
      )
      await saveAuditEvent(tx, {
        actorId: null,
        action: 'call.expire',
        objectType: 'call',
        objectId: id,
      })
      ended += 1
    })
  }
  return ended
}
