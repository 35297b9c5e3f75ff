import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { type Change, hold } from './mutations'

const linksOf = (id: string, keepId: string) => Prisma.sql`
  SELECT coalesce(
    jsonb_agg(
      jsonb_build_object(
        'initiative_id', l.initiative_id, 'note', l.note, 'created_at', l.created_at,
        'added', k.initiative_id IS NULL
      )
    ),
    '[]'
  )
  FROM obstacle_initiative l
  LEFT JOIN obstacle_initiative k ON k.obstacle_id = ${keepId}::uuid
    AND k.initiative_id = l.initiative_id
  WHERE l.obstacle_id = ${id}::uuid`

const groupsOf = (id: string, keepId: string) => Prisma.sql`
  SELECT coalesce(
    jsonb_agg(jsonb_build_object('term_id', l.term_id, 'added', k.term_id IS NULL)), '[]'
  )
  FROM obstacle_group l
  LEFT JOIN obstacle_group k ON k.obstacle_id = ${keepId}::uuid AND k.term_id = l.term_id
  WHERE l.obstacle_id = ${id}::uuid`

const regionsOf = (id: string, keepId: string) => Prisma.sql`
  SELECT coalesce(
    jsonb_agg(jsonb_build_object('region_id', l.region_id, 'added', k.region_id IS NULL)),
    '[]'
  )
  FROM obstacle_region l
  LEFT JOIN obstacle_region k ON k.obstacle_id = ${keepId}::uuid
    AND k.region_id = l.region_id
  WHERE l.obstacle_id = ${id}::uuid`

const followsOf = (id: string, keepId: string) => Prisma.sql`
  SELECT coalesce(
    jsonb_agg(
      jsonb_build_object(
        'user_id', l.user_id, 'created_at', l.created_at, 'added', k.user_id IS NULL
      )
    ),
    '[]'
  )
  FROM follow l
  LEFT JOIN follow k ON k.subject_type = 'obstacle'
    AND k.subject_id = ${keepId}::uuid
    AND k.user_id = l.user_id
  WHERE l.subject_type = 'obstacle' AND l.subject_id = ${id}::uuid`

const mergedInto = (id: string) => Prisma.sql`
  SELECT coalesce(jsonb_agg(m.id), '[]')
  FROM obstacle m
  WHERE m.merged_into_id = ${id}::uuid`

async function recordMoved(
  tx: Transaction,
  { id, keepId, actorId }: { id: string; keepId: string; actorId: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO obstacle_merge (id, merged_id, kept_id, actor_id, moved)
    SELECT ${crypto.randomUUID()}::uuid, ${id}::uuid, ${keepId}::uuid, ${actorId}::uuid,
      jsonb_build_object(
        'links', (${linksOf(id, keepId)}), 'groups', (${groupsOf(id, keepId)}),
        'regions', (${regionsOf(id, keepId)}), 'follows', (${followsOf(id, keepId)}),
        'merged', (${mergedInto(id)})
      )`
}

async function moveOver(tx: Transaction, id: string, keepId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO obstacle_initiative (obstacle_id, initiative_id, note, created_at)
    SELECT ${keepId}::uuid, initiative_id, note, created_at
    FROM obstacle_initiative
    WHERE obstacle_id = ${id}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO obstacle_group (obstacle_id, term_id)
    SELECT ${keepId}::uuid, term_id
    FROM obstacle_group
    WHERE obstacle_id = ${id}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO obstacle_region (obstacle_id, region_id)
    SELECT ${keepId}::uuid, region_id
    FROM obstacle_region
    WHERE obstacle_id = ${id}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO follow (user_id, subject_type, subject_id, created_at)
    SELECT user_id, subject_type, ${keepId}::uuid, created_at
    FROM follow
    WHERE subject_type = 'obstacle' AND subject_id = ${id}::uuid
    ON CONFLICT DO NOTHING`
  await tx.obstacleInitiative.deleteMany({ where: { obstacleId: id } })
  await tx.obstacleGroup.deleteMany({ where: { obstacleId: id } })
  await tx.obstacleRegion.deleteMany({ where: { obstacleId: id } })
  await tx.follow.deleteMany({ where: { subjectType: 'obstacle', subjectId: id } })
}

/** Moves the version of the obstacle that stays, and records who merged or unmerged the other. */
export async function changeKept(
  tx: Transaction,
  {
    id,
    keepId,
    actorId,
    action,
  }: {
    id: string
    keepId: string
    actorId: string
    action: 'obstacle.merge' | 'obstacle.unmerge'
  },
): Promise<void> {
  await tx.obstacle.update({
    where: { id: keepId },
    data: { version: { increment: 1 } },
    select: { id: true },
  })
  await saveAuditEvent(tx, {
    actorId,
    action,
    objectType: 'obstacle',
    objectId: id,
    detail: { keptId: keepId },
  })
}

/** Merges an obstacle into another, or 'conflict'. INVALID into itself, NOT_FOUND when merged. */
export async function saveMerge({
  id,
  version,
  keepId,
  actorId,
}: Change & { keepId: string }): Promise<'conflict' | null> {
  if (id === keepId) throw new AppError('INVALID')
  return db.$transaction(async (tx) => {
    // Lock in one order, so that opposite merges wait instead of forming a circle.
    await tx.$executeRaw`
      SELECT 1
      FROM obstacle
      WHERE id IN (${id}::uuid, ${keepId}::uuid)
      ORDER BY id
      FOR UPDATE`
    if (!(await hold(tx, { id, version }))) return 'conflict'
    if ((await tx.obstacle.count({ where: { id: keepId, mergedIntoId: null } })) === 0)
      throw new AppError('NOT_FOUND')
    await recordMoved(tx, { id, keepId, actorId })
    await moveOver(tx, id, keepId)
    await tx.obstacle.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: keepId } })
    await tx.obstacle.update({
      where: { id },
      data: { mergedIntoId: keepId, version: version + 1 },
      select: { id: true },
    })
    await changeKept(tx, { id, keepId, actorId, action: 'obstacle.merge' })
    return null
  })
}
