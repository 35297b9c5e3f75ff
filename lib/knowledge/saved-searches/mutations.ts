import 'server-only'
import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { isUniqueViolation } from '@/lib/base/runtime/errors'
import { knownValue } from '@/lib/knowledge/search/facets.rules'
import { listFollowedParameters, newestIn } from './data'
import { MAX_SAVED } from './rules'

/** Saves a list once. 'full' at twenty; the database enforces that too. */
export async function saveSearch({
  actorId,
  name,
  parameters,
}: {
  actorId: string
  name: string
  parameters: string
}): Promise<'saved' | 'there' | 'full'> {
  try {
    return await db.$transaction(async (tx) => {
      if ((await tx.savedSearch.count({ where: { userId: actorId, parameters } })) > 0)
        return 'there' as const
      if ((await tx.savedSearch.count({ where: { userId: actorId } })) >= MAX_SAVED)
        return 'full' as const
      const { id } = await tx.savedSearch.create({
        data: { userId: actorId, name, parameters },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'saved-search.save',
        objectType: 'saved_search',
        objectId: id,
      })
      return 'saved' as const
    })
  } catch (error) {
    if (isUniqueViolation(error)) return 'there'
    throw error
  }
}

/** Renames it; 'conflict' when it was renamed since it was read, or is gone. */
export async function renameSearch({
  id,
  actorId,
  name,
  version,
}: {
  id: string
  actorId: string
  name: string
  version: number
}): Promise<number | 'conflict'> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.savedSearch.updateMany({
      where: { id, userId: actorId, version },
      data: { name, version: version + 1 },
    })
    if (count === 0) return 'conflict'
    await saveAuditEvent(tx, {
      actorId,
      action: 'saved-search.rename',
      objectType: 'saved_search',
      objectId: id,
    })
    return version + 1
  })
}

export async function followSearch({
  id,
  actorId,
  followed,
}: {
  id: string
  actorId: string
  followed: boolean
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.savedSearch.updateMany({
      where: { id, userId: actorId, followed: !followed },
      data: { followed },
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: followed ? 'saved-search.follow' : 'saved-search.unfollow',
        objectType: 'saved_search',
        objectId: id,
      })
  })
}

const NEWS_MS = 7 * 86_400_000

/** Notifies followers of searches, once per newest initiative. Returns how many were notified. */
export async function notifyFollowedSearches(now: Date): Promise<number> {
  const known = knownValue(await listFacetValues())
  let notified = 0
  for (const parameters of await listFollowedParameters()) {
    const newest = await newestIn(parameters, known)
    if (newest === null || new Date(newest).getTime() <= now.getTime() - NEWS_MS) continue
    const path = `${pagePath('/initiatives')}?${parameters}`
    notified += await db.$executeRaw`
      INSERT INTO notification (id, user_id, kind, key, title, path)
      SELECT gen_random_uuid(), s.user_id, 'search-fresh',
        'search-fresh ' || s.id || ' ' || ${newest}, s.name, ${path}
      FROM saved_search s
      JOIN app_user u ON u.id = s.user_id AND u.disabled_at IS NULL
      WHERE s.followed AND s.parameters = ${parameters} AND s.opened_at < ${new Date(newest)}
      ON CONFLICT (user_id, key) DO NOTHING`
  }
  return notified
}

/** Deletes it, if it is still there. */
export async function deleteSearch({
  id,
  actorId,
}: {
  id: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.savedSearch.deleteMany({ where: { id, userId: actorId } })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'saved-search.delete',
        objectType: 'saved_search',
        objectId: id,
      })
  })
}

/** Marks it as seen: later results are new. No audit row, since nothing changes for anyone else. */
export async function markOpened({ id, actorId }: { id: string; actorId: string }): Promise<void> {
  await db.savedSearch.updateMany({
    where: { id, userId: actorId },
    data: { openedAt: new Date() },
  })
}
