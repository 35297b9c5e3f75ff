import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { db } from '@/lib/base/db/db'
import { fromCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { confirmationEmail, confirmationWindow } from './rules'

const MAX_DUE = 1_000

/**
 * Asks the editors of initiatives whose confirmation just expired, once per confirmation. For a
 * scheduler. Returns how many people it asked.
 */
export async function askConfirmations(now: Date): Promise<number> {
  const { from, until } = confirmationWindow(todayInNetherlands(now))
  const expired = { gte: fromCalendarDate(from), lt: fromCalendarDate(until) }
  const rows = await db.initiative.findMany({
    where: {
      publishedRevisionId: { not: null },
      OR: [
        { confirmedAt: expired },
        { confirmedAt: null, publishedRevision: { publishedAt: expired } },
      ],
    },
    select: {
      id: true,
      slug: true,
      organisationId: true,
      confirmedAt: true,
      publishedRevision: { select: { title: true, publishedAt: true } },
    },
    orderBy: { id: 'asc' },
    take: MAX_DUE,
  })
  let asked = 0
  for (const { id, slug, organisationId, confirmedAt, publishedRevision } of rows) {
    const since = (confirmedAt ?? publishedRevision?.publishedAt)?.toISOString().slice(0, 10)
    const title = publishedRevision?.title
    if (since === undefined || title === undefined) continue
    const told = await db.$transaction(async (tx) =>
      notifyPeople(
        tx,
        {
          kind: 'confirmation-due',
          key: `${id}:${since}`,
          title,
          path: pagePath('/initiatives/[slug]', { slug }),
          mail: confirmationEmail(title),
        },
        { people: await listWriterIds(tx, organisationId), subjects: [], actorId: null },
      ),
    )
    asked += told.length
  }
  return asked
}
