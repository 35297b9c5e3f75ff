import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople, saveFollowOf } from '@/lib/people/follows/mutations'
import type { Subject } from '@/lib/people/follows/types'
import { queueMail } from '@/lib/people/messages/mutations'
import { fromCalendarDate, todayInNetherlands, type CalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { isAllowedStep, isExpired, replyEmail } from './rules'

const MAX_PEOPLE = 500
const MAX_DUE = 1_000
const MAX_SLUG = 70
const pathOf = (slug: string) => `/oproepen/${slug}`

export interface CallContent {
  title: string
  text: string
  regionId: string
  openUntil: CalendarDate
  termIds: readonly string[]
}

/** A free address part. Two calls with one title at once: the second waits on the lock and gets the next number. */
async function freeSlug(tx: Transaction, title: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('open_call.slug'))`
  const base = slugFromTitle(title).slice(0, MAX_SLUG).replace(/-$/, '')
  const taken = new Set([
    'nieuw',
    ...(
      await tx.call.findMany({
        where: { slug: { startsWith: base } },
        select: { slug: true },
        orderBy: { slug: 'asc' },
        take: MAX_DUE,
      })
    ).map(({ slug }) => slug),
  ])
  let slug = base
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${String(number)}`
  return slug
}

const writersOf = (organisationIds: readonly string[]): Prisma.UserWhereInput => ({
  disabledAt: null,
  memberships: {
    some: { organisationId: { in: [...organisationIds] }, role: { in: ['editor', 'manager'] } },
  },
})

async function peopleWho(tx: Transaction, where: Prisma.UserWhereInput): Promise<string[]> {
  return (
    await tx.user.findMany({
      where,
      select: { id: true },
      orderBy: { id: 'asc' },
      take: MAX_PEOPLE,
    })
  ).map(({ id }) => id)
}

/** What people follow that hear of this call: its region and target groups, and everything above those. */
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
  /** The question of a learning agenda that it comes of. */
  learningId?: string | null
  content: CallContent
  /** Fitting initiatives; who writes for their owners hears of the call. */
  initiativeIds: readonly string[]
}

/** Posts a call and tells who it may concern, in their inbox. The poster follows it. Returns its address part. */
export async function saveCall({
  organisationId,
  learningId = null,
  content,
  initiativeIds,
  actorId,
  submission,
}: NewCall): Promise<string> {
  const { termIds, openUntil, ...words } = content
  return once({ actorId, submission }, async (tx) => {
    const slug = await freeSlug(tx, content.title)
    const { id } = await tx.call.create({
      data: {
        ...words,
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

/** The row of a call, held until the transaction ends; null when someone else saved it since `version`. */
async function hold(tx: Transaction, { id, version }: Change) {
  await tx.$executeRaw`SELECT 1 FROM open_call WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await tx.call.findUnique({ where: { id }, select: { status: true, version: true } })
  if (!row) throw new AppError('NOT_FOUND')
  return row.version === version ? row : null
}

/** Changes the text of an open call. 'conflict' when someone else saved first, WRONG_STATE when it has ended. */
export async function saveCallContent(
  change: Change & { content: CallContent },
): Promise<'conflict' | null> {
  const {
    id,
    version,
    actorId,
    content: { termIds, openUntil, ...words },
  } = change
  return db.$transaction(async (tx) => {
    const row = await hold(tx, change)
    if (!row) return 'conflict'
    if (row.status !== 'open') throw new AppError('WRONG_STATE')
    await tx.callTerm.deleteMany({ where: { callId: id } })
    await tx.call.update({
      where: { id },
      data: {
        ...words,
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

/** Ends a call with what came of it. 'conflict' when someone else saved first, WRONG_STATE when that was told already. */
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

/** Answers an open call. Its followers read it in their inbox, the poster also by mail: an answer waits on them. WRONG_STATE when it has ended or is hidden. */
export async function saveReply(
  input: Sender & {
    callId: string
    organisation: { id: string; name: string }
    initiativeId: string | null
    text: string
  },
): Promise<void> {
  const { callId, organisation, initiativeId, text, actorId, submission } = input
  await once({ actorId, submission }, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM open_call WHERE id = ${callId}::uuid FOR SHARE`
    const call = await tx.call.findFirst({
      where: { id: callId, status: 'open', hiddenAt: null },
      select: { title: true, slug: true, authorId: true },
      orderBy: { id: 'asc' },
    })
    if (!call) throw new AppError('WRONG_STATE')
    const { id } = await tx.callReply.create({
      data: { callId, organisationId: organisation.id, authorId: actorId, initiativeId, text },
      select: { id: true },
    })
    await notifyPeople(
      tx,
      {
        kind: 'call-replied',
        key: id,
        title: call.title,
        path: `${pathOf(call.slug)}#antwoord-${id}`,
      },
      { people: [], subjects: [{ type: 'call', id: callId }], actorId },
    )
    if (call.authorId !== null && call.authorId !== actorId) {
      await queueMail(tx, {
        recipientId: call.authorId,
        kind: 'question-answered',
        key: `call:${id}`,
        ...replyEmail(call.title, organisation.name, text),
        path: `${pathOf(call.slug)}#antwoord-${id}`,
      })
    }
    await saveAuditEvent(tx, {
      actorId,
      action: 'call.reply',
      objectType: 'call',
      objectId: callId,
      detail: { replyId: id },
    })
  })
}

interface Target {
  callId: string
  replyId: string | null
  actorId: string
}

/** Reports a call or an answer to the moderators. Reporting twice is once. */
export async function saveReport({
  callId,
  replyId,
  actorId,
  reason,
}: Target & { reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM open_call WHERE id = ${callId}::uuid FOR NO KEY UPDATE`
    if (
      (await tx.callReport.count({
        where: { callId, replyId, reporterId: actorId, settledAt: null },
      })) > 0
    )
      return
    const { id, call } = await tx.callReport.create({
      data: { callId, replyId, reporterId: actorId, reason },
      select: { id: true, call: { select: { title: true, slug: true } } },
    })
    const moderators = await peopleWho(tx, {
      disabledAt: null,
      platformRoles: { some: { role: 'moderator' } },
    })
    await notifyPeople(
      tx,
      { kind: 'call-reported', key: id, title: call.title, path: pathOf(call.slug) },
      { people: moderators, subjects: [], actorId: null },
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'call.report',
      objectType: 'call',
      objectId: callId,
      detail: { replyId },
    })
  })
}

/** Hides a call or an answer with a reason, or shows it again; settles its reports. */
export async function saveHidden({
  callId,
  replyId,
  actorId,
  reason,
}: Target & { reason: string | null }): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { hiddenAt: reason === null ? null : new Date(), hiddenReason: reason }
    const { count } =
      replyId === null
        ? await tx.call.updateMany({ where: { id: callId }, data })
        : await tx.callReply.updateMany({ where: { id: replyId, callId }, data })
    if (count === 0) throw new AppError('NOT_FOUND')
    await tx.callReport.updateMany({
      where: { callId, replyId, settledAt: null },
      data: { settledAt: new Date() },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: reason === null ? 'call.restore' : 'call.hide',
      objectType: 'call',
      objectId: callId,
      detail: { replyId, reason },
    })
  })
}

/** Ends calls whose last day went by and asks who posted them what came of it. For a scheduler; may run twice. Returns how many ended. */
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
