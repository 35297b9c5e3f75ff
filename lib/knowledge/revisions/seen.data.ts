import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'

/** The last version of what is public that a moderator saw; null when nothing is public. */
export async function getSeenVersion(
  initiativeId: string,
  client: Transaction | typeof db = db,
): Promise<string | null> {
  const row = await client.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      publishedRevision: {
        select: { id: true, correction: { select: { beforeId: true, lookedAt: true } } },
      },
    },
  })
  const published = row?.publishedRevision
  if (!published) return null
  const { id, correction } = published
  return correction && correction.lookedAt === null ? correction.beforeId : id
}
