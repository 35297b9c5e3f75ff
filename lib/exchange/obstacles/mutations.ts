import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { type CalendarDate, fromCalendarDate, toCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError, isUniqueViolation } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { slugOf } from '@/lib/base/text/text'
import { takeStep } from './rules'
import type { ObstacleAuthority, ObstacleStatus } from './types'

export interface ObstacleContent {
  title: string
  description: string
  law: string
  authority: ObstacleAuthority
  authorityName: string
  groups: readonly string[]
  regions: readonly string[]
}

export interface Change {
  id: string
  version: number
  actorId: string
}

async function tagIds(
  tx: Transaction,
  { groups, regions }: Pick<ObstacleContent, 'groups' | 'regions'>,
) {
  const terms = await tx.term.findMany({
    where: { vocabulary: 'target_group', slug: { in: [...groups] } },
    select: { id: true, replacedById: true },
    orderBy: { id: 'asc' },
    take: groups.length,
  })
  const places = await tx.region.findMany({
    where: { slug: { in: [...regions] } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: regions.length,
  })
  if (terms.length < groups.length || places.length < regions.length)
    throw new AppError('INVALID', 'unknown group or region')
  return {
    groups: {
      create: [...new Set(terms.map(({ id, replacedById }) => replacedById ?? id))].map(
        (termId) => ({ termId }),
      ),
    },
    regions: { create: places.map(({ id }) => ({ regionId: id })) },
  }
}

/** Creates an obstacle, with its initiative if any. Returns its slug. */
export async function saveNewObstacle(
  input: Sender & ObstacleContent & { organisationId: string; initiativeId: string | null },
): Promise<string> {
  const { groups, regions, organisationId, initiativeId, actorId, submission, ...texts } = input
  const base = slugOf(texts.title, 'knelpunt')
  const attempt = (slug: string) =>
    once({ actorId, submission }, async (tx) => {
      const { id } = await tx.obstacle.create({
        data: {
          slug,
          organisationId,
          ...texts,
          ...(await tagIds(tx, { groups, regions })),
          ...(initiativeId !== null && { initiatives: { create: { initiativeId } } }),
        },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'obstacle.add',
        objectType: 'obstacle',
        objectId: id,
        detail: { organisationId, initiativeId },
      })
      return slug
    })
  try {
    // Reserved: the list as a file.
    return await attempt(base === 'bestand' || base === 'file' ? `${base}-1` : base)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return attempt(`${base}-${crypto.randomUUID().slice(0, 8)}`)
  }
}

/** Locks the row; null when someone else saved it since `version`. NOT_FOUND when merged. */
export async function hold(tx: Transaction, { id, version }: Pick<Change, 'id' | 'version'>) {
  await tx.$executeRaw`SELECT 1 FROM obstacle WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.obstacle.findUnique({
    where: { id, mergedIntoId: null },
    select: { slug: true, title: true, version: true, status: true, raisedOn: true },
  })
  if (!row) throw new AppError('NOT_FOUND')
  return row.version === version ? row : null
}

/** Saves the text and tags, or 'conflict'. */
export async function saveObstacle({
  id,
  version,
  actorId,
  groups,
  regions,
  ...texts
}: Change & ObstacleContent): Promise<'conflict' | null> {
  return db.$transaction(async (tx) => {
    if (!(await hold(tx, { id, version }))) return 'conflict'
    const tags = await tagIds(tx, { groups, regions })
    await tx.obstacle.update({
      where: { id },
      data: {
        ...texts,
        version: version + 1,
        groups: { deleteMany: {}, ...tags.groups },
        regions: { deleteMany: {}, ...tags.regions },
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'obstacle.save',
      objectType: 'obstacle',
      objectId: id,
    })
    return null
  })
}

/** Links an initiative; again replaces the note. NOT_FOUND when the obstacle was merged. */
export async function saveLink({
  id,
  initiativeId,
  note,
  actorId,
}: {
  id: string
  initiativeId: string
  note: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM obstacle WHERE id = ${id}::uuid FOR SHARE`
    if ((await tx.obstacle.count({ where: { id, mergedIntoId: null } })) === 0)
      throw new AppError('NOT_FOUND')
    await tx.obstacleInitiative.upsert({
      where: { obstacleId_initiativeId: { obstacleId: id, initiativeId } },
      create: { obstacleId: id, initiativeId, note },
      update: { note },
      select: { obstacleId: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'obstacle.link',
      objectType: 'obstacle',
      objectId: id,
      detail: { initiativeId },
    })
  })
}

/** Unlinks an initiative. Idempotent. */
export async function deleteLink({
  id,
  initiativeId,
  actorId,
}: {
  id: string
  initiativeId: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.obstacleInitiative.deleteMany({
      where: { obstacleId: id, initiativeId },
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'obstacle.unlink',
        objectType: 'obstacle',
        objectId: id,
        detail: { initiativeId },
      })
  })
}

export interface Step {
  to: ObstacleStatus
  on: CalendarDate
  note: string
}

/** Takes a step, or 'conflict' or 'tooEarly' (solved before raised). WRONG_STATE when illegal. */
export async function saveStep({
  id,
  version,
  actorId,
  step,
  submission,
}: Change & Sender & { step: Step }): Promise<'conflict' | 'tooEarly' | null> {
  return once(
    { actorId, submission },
    async (tx) => {
      const row = await hold(tx, { id, version })
      if (!row) return 'conflict'
      const taken = takeStep({ status: row.status, raisedOn: toCalendarDate(row.raisedOn) }, step)
      if (taken === 'notAllowed') throw new AppError('WRONG_STATE')
      if (taken === 'tooEarly') return 'tooEarly'
      await tx.obstacle.update({
        where: { id },
        data: {
          status: step.to,
          version: version + 1,
          answer: taken.answer,
          raisedOn: fromCalendarDate(taken.raisedOn),
          solvedOn: fromCalendarDate(taken.solvedOn),
        },
        select: { id: true },
      })
      const created = await tx.obstacleStep.create({
        data: {
          obstacleId: id,
          status: step.to,
          onDay: fromCalendarDate(step.on),
          note: step.note,
          authorId: actorId,
        },
        select: { id: true },
      })
      await notifyPeople(
        tx,
        {
          kind: `obstacle-${step.to === 'open' ? 'reopened' : step.to}`,
          key: created.id,
          title: row.title,
          path: pagePath('/obstacles/[slug]', { slug: row.slug }),
        },
        { people: [], subjects: [{ type: 'obstacle', id }], actorId },
      )
      await saveAuditEvent(tx, {
        actorId,
        action: 'obstacle.step',
        objectType: 'obstacle',
        objectId: id,
        detail: { from: row.status, to: step.to },
      })
      return null
    },
    { refusals: ['conflict', 'tooEarly'] },
  )
}
