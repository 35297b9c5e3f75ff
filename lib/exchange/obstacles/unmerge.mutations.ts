import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { changeKept } from './merge.mutations'

interface Moved {
  mergeId: string
  id: string
  keepId: string
}

async function moveLinksBack(tx: Transaction, { mergeId, id, keepId }: Moved): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO obstacle_initiative (obstacle_id, initiative_id, note, created_at)
    SELECT ${id}::uuid, r.initiative_id, r.note, r.created_at
    FROM obstacle_merge m, jsonb_to_recordset(m.moved -> 'links') AS r (
      initiative_id uuid, note text, created_at timestamptz
    )
    WHERE m.id = ${mergeId}::uuid
      AND EXISTS (
        SELECT
        FROM obstacle_initiative k
        WHERE k.obstacle_id = ${keepId}::uuid AND k.initiative_id = r.initiative_id
      )
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    DELETE FROM obstacle_initiative k
    USING obstacle_merge m,
      jsonb_to_recordset(m.moved -> 'links') AS r (initiative_id uuid, note text, added boolean)
    WHERE m.id = ${mergeId}::uuid
      AND k.obstacle_id = ${keepId}::uuid
      AND k.initiative_id = r.initiative_id
      AND r.added
      AND k.note = r.note`
}

async function moveTagsBack(tx: Transaction, { mergeId, id, keepId }: Moved): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO obstacle_group (obstacle_id, term_id)
    SELECT ${id}::uuid, r.term_id
    FROM obstacle_merge m,
      jsonb_to_recordset(m.moved -> 'groups') AS r (term_id uuid)
    WHERE m.id = ${mergeId}::uuid
      AND EXISTS (
        SELECT
        FROM term t
        WHERE t.id = r.term_id
      )
    ON CONFLICT DO NOTHING
  `
  await tx.$executeRaw`
    DELETE FROM obstacle_group k
    USING obstacle_merge m,
      jsonb_to_recordset(m.moved -> 'groups') AS r (term_id uuid, added boolean)
    WHERE m.id = ${mergeId}::uuid
      AND k.obstacle_id = ${keepId}::uuid
      AND k.term_id = r.term_id
      AND r.added`
  await tx.$executeRaw`
    INSERT INTO obstacle_region (obstacle_id, region_id)
    SELECT ${id}::uuid, r.region_id
    FROM obstacle_merge m,
      jsonb_to_recordset(m.moved -> 'regions') AS r (region_id uuid)
    WHERE m.id = ${mergeId}::uuid
      AND EXISTS (
        SELECT
        FROM region t
        WHERE t.id = r.region_id
      )
    ON CONFLICT DO NOTHING
  `
  await tx.$executeRaw`
    DELETE FROM obstacle_region k
    USING obstacle_merge m,
      jsonb_to_recordset(m.moved -> 'regions') AS r (region_id uuid, added boolean)
    WHERE m.id = ${mergeId}::uuid
      AND k.obstacle_id = ${keepId}::uuid
      AND k.region_id = r.region_id
      AND r.added`
}

async function moveFollowsBack(tx: Transaction, { mergeId, id, keepId }: Moved): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO follow (user_id, subject_type, subject_id, created_at)
    SELECT r.user_id, 'obstacle', ${id}::uuid, r.created_at
    FROM obstacle_merge m,
      jsonb_to_recordset(m.moved -> 'follows') AS r (user_id uuid, created_at timestamptz)
    WHERE m.id = ${mergeId}::uuid
      AND EXISTS (
        SELECT
        FROM follow k
        WHERE k.subject_type = 'obstacle'
          AND k.subject_id = ${keepId}::uuid
          AND k.user_id = r.user_id
      )
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    DELETE FROM follow k
    USING obstacle_merge m,
      jsonb_to_recordset(m.moved -> 'follows') AS r (user_id uuid, added boolean)
    WHERE m.id = ${mergeId}::uuid
      AND k.subject_type = 'obstacle'
      AND k.subject_id = ${keepId}::uuid
      AND k.user_id = r.user_id
      AND r.added`
}

/** Links removed since stay away; a note changed since stays with the other obstacle. */
async function moveBack(tx: Transaction, moved: Moved): Promise<void> {
  const { mergeId, id, keepId } = moved
  await moveLinksBack(tx, moved)
  await moveTagsBack(tx, moved)
  await moveFollowsBack(tx, moved)
  await tx.$executeRaw`
    UPDATE obstacle o
    SET merged_into_id = ${id}::uuid
    FROM obstacle_merge m
    WHERE m.id = ${mergeId}::uuid
      AND o.merged_into_id = ${keepId}::uuid
      AND m.moved -> 'merged' ? o.id::text`
}

/** Undoes the latest merge into this obstacle, or 'conflict'. NOT_FOUND for an unknown one. */
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
    await tx.$executeRaw`
      SELECT 1
      FROM obstacle
      WHERE id IN (${id}::uuid, ${keepId}::uuid)
      ORDER BY id
      FOR UPDATE`
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
    await changeKept(tx, { id, keepId, actorId, action: 'obstacle.unmerge' })
    return { slug: merge.merged.slug }
  })
}
