import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { fromCalendarDate, toCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
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
  /** Slugs. */
  groups: readonly string[]
  regions: readonly string[]
}

interface Change {
  id: string
  version: number
  actorId: string
}

const isDuplicate = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

/** Ids of these groups and regions. INVALID when one does not exist. */
async function tagIds(
  tx: Transaction,
  { groups, regions }: Pick<ObstacleContent, 'groups' | 'regions'>,
) {
  const terms = await tx.term.findMany({
    where: { vocabulary: 'target_group', slug: { in: [...groups] } },
    select: { id: true },
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
    groups: { create: terms.map(({ id }) => ({ termId: id })) },
    regions: { create: places.map(({ id }) => ({ regionId: id })) },
  }
}

/** Enters an obstacle, with the initiative that names it when there is one. Returns its address part. */
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
    // "bestand" and "file" are the address of the list as a file.
    return await attempt(base === 'bestand' || base === 'file' ? `${base}-1` : base)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return attempt(`${base}-${crypto.randomUUID().slice(0, 8)}`)
  }
}

/** The row of an obstacle, held until the transaction ends; null when someone else saved it since `version`. NOT_FOUND when it was merged. */
async function hold(tx: Transaction, { id, version }: Pick<Change, 'id' | 'version'>) {
  await tx.$executeRaw`SELECT 1 FROM obstacle WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.obstacle.findUnique({
    where: { id, mergedIntoId: null },
    select: { slug: true, title: true, version: true, status: true, raisedOn: true },
  })
  if (!row) throw new AppError('NOT_FOUND')
  return row.version === version ? row : null
}

/** Saves the text and what it is about. 'conflict' when someone else saved first. */
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

/** Notes that an initiative names it. Again is once, with the latest words. NOT_FOUND when the obstacle was merged. */
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

/** Takes back that an initiative names it; also when it did not. */
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

/** Takes a step and tells who follows it. 'conflict' when someone else saved first, 'tooEarly' when it would be solved before it was raised; WRONG_STATE for a step that is not allowed. */
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
      const told = await tx.obstacleStep.create({
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
          key: told.id,
          title: row.title,
          path: `/knelpunten/${row.slug}`,
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

/** Notes what a merge is about to move, and of which rows the kept one had none. */
async function keepMoved(
  tx: Transaction,
  { id, keepId, actorId }: { id: string; keepId: string; actorId: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO obstacle_merge (id, merged_id, kept_id, actor_id, moved) SELECT ${crypto.randomUUID()}::uuid, ${id}::uuid, ${keepId}::uuid, ${actorId}::uuid, jsonb_build_object(
      'links', (SELECT coalesce(jsonb_agg(jsonb_build_object('initiative_id', l.initiative_id, 'note', l.note, 'created_at', l.created_at, 'added', k.initiative_id IS NULL)), '[]')
        FROM obstacle_initiative l LEFT JOIN obstacle_initiative k ON k.obstacle_id = ${keepId}::uuid AND k.initiative_id = l.initiative_id WHERE l.obstacle_id = ${id}::uuid),
      'groups', (SELECT coalesce(jsonb_agg(jsonb_build_object('term_id', l.term_id, 'added', k.term_id IS NULL)), '[]')
        FROM obstacle_group l LEFT JOIN obstacle_group k ON k.obstacle_id = ${keepId}::uuid AND k.term_id = l.term_id WHERE l.obstacle_id = ${id}::uuid),
      'regions', (SELECT coalesce(jsonb_agg(jsonb_build_object('region_id', l.region_id, 'added', k.region_id IS NULL)), '[]')
        FROM obstacle_region l LEFT JOIN obstacle_region k ON k.obstacle_id = ${keepId}::uuid AND k.region_id = l.region_id WHERE l.obstacle_id = ${id}::uuid),
      'follows', (SELECT coalesce(jsonb_agg(jsonb_build_object('user_id', l.user_id, 'created_at', l.created_at, 'added', k.user_id IS NULL)), '[]')
        FROM follow l LEFT JOIN follow k ON k.subject_type = 'obstacle' AND k.subject_id = ${keepId}::uuid AND k.user_id = l.user_id WHERE l.subject_type = 'obstacle' AND l.subject_id = ${id}::uuid),
      'merged', (SELECT coalesce(jsonb_agg(m.id), '[]') FROM obstacle m WHERE m.merged_into_id = ${id}::uuid))`
}

/** Puts back what a merge moved. Words of initiatives and followers that were taken back since stay away; a note that was changed since stays with the kept one. */
async function moveBack(
  tx: Transaction,
  { mergeId, id, keepId }: { mergeId: string; id: string; keepId: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO obstacle_initiative (obstacle_id, initiative_id, note, created_at) SELECT ${id}::uuid, r.initiative_id, r.note, r.created_at
    FROM obstacle_merge m, jsonb_to_recordset(m.moved -> 'links') AS r (initiative_id uuid, note text, created_at timestamptz)
    WHERE m.id = ${mergeId}::uuid AND EXISTS (SELECT FROM obstacle_initiative k WHERE k.obstacle_id = ${keepId}::uuid AND k.initiative_id = r.initiative_id) ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    DELETE FROM obstacle_initiative k USING obstacle_merge m, jsonb_to_recordset(m.moved -> 'links') AS r (initiative_id uuid, note text, added boolean)
    WHERE m.id = ${mergeId}::uuid AND k.obstacle_id = ${keepId}::uuid AND k.initiative_id = r.initiative_id AND r.added AND k.note = r.note`
  await tx.$executeRaw`
    INSERT INTO obstacle_group (obstacle_id, term_id) SELECT ${id}::uuid, r.term_id FROM obstacle_merge m, jsonb_to_recordset(m.moved -> 'groups') AS r (term_id uuid)
    WHERE m.id = ${mergeId}::uuid AND EXISTS (SELECT FROM term t WHERE t.id = r.term_id) ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    DELETE FROM obstacle_group k USING obstacle_merge m, jsonb_to_recordset(m.moved -> 'groups') AS r (term_id uuid, added boolean)
    WHERE m.id = ${mergeId}::uuid AND k.obstacle_id = ${keepId}::uuid AND k.term_id = r.term_id AND r.added`
  await tx.$executeRaw`
    INSERT INTO obstacle_region (obstacle_id, region_id) SELECT ${id}::uuid, r.region_id FROM obstacle_merge m, jsonb_to_recordset(m.moved -> 'regions') AS r (region_id uuid)
    WHERE m.id = ${mergeId}::uuid AND EXISTS (SELECT FROM region t WHERE t.id = r.region_id) ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    DELETE FROM obstacle_region k USING obstacle_merge m, jsonb_to_recordset(m.moved -> 'regions') AS r (region_id uuid, added boolean)
    WHERE m.id = ${mergeId}::uuid AND k.obstacle_id = ${keepId}::uuid AND k.region_id = r.region_id AND r.added`
  await tx.$executeRaw`
    INSERT INTO follow (user_id, subject_type, subject_id, created_at) SELECT r.user_id, 'obstacle', ${id}::uuid, r.created_at
    FROM obstacle_merge m, jsonb_to_recordset(m.moved -> 'follows') AS r (user_id uuid, created_at timestamptz)
    WHERE m.id = ${mergeId}::uuid AND EXISTS (SELECT FROM follow k WHERE k.subject_type = 'obstacle' AND k.subject_id = ${keepId}::uuid AND k.user_id = r.user_id) ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    DELETE FROM follow k USING obstacle_merge m, jsonb_to_recordset(m.moved -> 'follows') AS r (user_id uuid, added boolean)
    WHERE m.id = ${mergeId}::uuid AND k.subject_type = 'obstacle' AND k.subject_id = ${keepId}::uuid AND k.user_id = r.user_id AND r.added`
  await tx.$executeRaw`
    UPDATE obstacle o SET merged_into_id = ${id}::uuid FROM obstacle_merge m
    WHERE m.id = ${mergeId}::uuid AND o.merged_into_id = ${keepId}::uuid AND m.moved -> 'merged' ? o.id::text`
}

/**
 * Undoes the latest merge into this obstacle: both stand in the register again, what moved goes back. 'conflict' when someone undid or merged
 * first; NOT_FOUND when there is no such merge.
 */
export async function saveUnmerge({
  keepId,
  mergeId,
  actorId,
}: {
  keepId: string
  mergeId: string
  actorId: string
}): Promise<{ slug: string } | 'conflict'> {
  return db.$transaction(async (tx) => {
    const merge = await tx.obstacleMerge.findFirst({
      where: { id: mergeId, keptId: keepId },
      select: { mergedId: true, merged: { select: { slug: true } } },
    })
    if (!merge) throw new AppError('NOT_FOUND')
    const { mergedId: id } = merge
    await tx.$executeRaw`SELECT 1 FROM obstacle WHERE id IN (${id}::uuid, ${keepId}::uuid) ORDER BY id FOR UPDATE`
    const latest = await tx.obstacleMerge.findFirst({
      where: { keptId: keepId, undoneAt: null },
      select: { id: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    })
    if (
      latest?.id !== mergeId ||
      (await tx.obstacle.count({ where: { id, mergedIntoId: keepId } })) === 0
    )
      return 'conflict'
    await tx.obstacleMerge.update({
      where: { id: mergeId },
      data: { undoneAt: new Date(), undoneById: actorId },
      select: { id: true },
    })
    await tx.obstacle.update({
      where: { id },
      data: { mergedIntoId: null, version: { increment: 1 } },
      select: { id: true },
    })
    await moveBack(tx, { mergeId, id, keepId })
    await tx.obstacle.update({
      where: { id: keepId },
      data: { version: { increment: 1 } },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'obstacle.unmerge',
      objectType: 'obstacle',
      objectId: id,
      detail: { keptId: keepId },
    })
    return { slug: merge.merged.slug }
  })
}

/**
 * Merges an obstacle into the one that is kept: initiatives, groups, regions and followers move, and its address leads there. INVALID for
 * itself, NOT_FOUND when either was merged already. 'conflict' when someone saved it first.
 */
export async function saveMerge({
  id,
  version,
  keepId,
  actorId,
}: Change & { keepId: string }): Promise<'conflict' | null> {
  if (id === keepId) throw new AppError('INVALID')
  return db.$transaction(async (tx) => {
    // Both rows in one order, so that two people who merge them into each other wait instead of ending in a circle.
    await tx.$executeRaw`SELECT 1 FROM obstacle WHERE id IN (${id}::uuid, ${keepId}::uuid) ORDER BY id FOR UPDATE`
    if (!(await hold(tx, { id, version }))) return 'conflict'
    if ((await tx.obstacle.count({ where: { id: keepId, mergedIntoId: null } })) === 0)
      throw new AppError('NOT_FOUND')
    await keepMoved(tx, { id, keepId, actorId })
    await tx.$executeRaw`INSERT INTO obstacle_initiative (obstacle_id, initiative_id, note, created_at) SELECT ${keepId}::uuid, initiative_id, note, created_at FROM obstacle_initiative WHERE obstacle_id = ${id}::uuid ON CONFLICT DO NOTHING`
    await tx.$executeRaw`INSERT INTO obstacle_group (obstacle_id, term_id) SELECT ${keepId}::uuid, term_id FROM obstacle_group WHERE obstacle_id = ${id}::uuid ON CONFLICT DO NOTHING`
    await tx.$executeRaw`INSERT INTO obstacle_region (obstacle_id, region_id) SELECT ${keepId}::uuid, region_id FROM obstacle_region WHERE obstacle_id = ${id}::uuid ON CONFLICT DO NOTHING`
    await tx.$executeRaw`INSERT INTO follow (user_id, subject_type, subject_id, created_at) SELECT user_id, subject_type, ${keepId}::uuid, created_at FROM follow WHERE subject_type = 'obstacle' AND subject_id = ${id}::uuid ON CONFLICT DO NOTHING`
    await tx.obstacleInitiative.deleteMany({ where: { obstacleId: id } })
    await tx.obstacleGroup.deleteMany({ where: { obstacleId: id } })
    await tx.obstacleRegion.deleteMany({ where: { obstacleId: id } })
    await tx.follow.deleteMany({ where: { subjectType: 'obstacle', subjectId: id } })
    await tx.obstacle.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: keepId } })
    await tx.obstacle.update({
      where: { id },
      data: { mergedIntoId: keepId, version: version + 1 },
      select: { id: true },
    })
    await tx.obstacle.update({
      where: { id: keepId },
      data: { version: { increment: 1 } },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'obstacle.merge',
      objectType: 'obstacle',
      objectId: id,
      detail: { keptId: keepId },
    })
    return null
  })
}
