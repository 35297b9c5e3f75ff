import 'server-only'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import { formats } from '@/i18n/formats'
import { pagePath } from '@/i18n/translated-path'
import { queueMails } from '@/lib/people/messages/mutations'
import type { NewMail } from '@/lib/people/messages/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { origin } from '@/lib/base/runtime/env'
import { messages } from '@/messages'
import { listCandidates, listDigestReaders } from './data'
import { chooseItems, isoWeek } from './rules'

const BATCH = 250

/** Created once for thousands of digests. */
const t = createTranslator({
  locale: 'nl',
  messages: messages.nl,
  namespace: 'digests',
  formats,
  timeZone: 'Europe/Amsterdam',
})

type Chosen = ReturnType<typeof chooseItems>

function digestMail(recipientId: string, week: string, { items, more }: Chosen): NewMail {
  const lines = items.map(
    ({ kind, title, path }, index) =>
      `${String(index + 1)}. ${t(`act.${kind}`)}: ${title}\n${origin}${path}`,
  )
  const isNews = items.every(({ kind }) => kind === 'news')
  const inbox = `${t('more', { count: more })}\n${origin}${pagePath('/workspace/messages')}`
  return {
    recipientId,
    kind: 'digest',
    key: week,
    subject: t(isNews ? 'subjectNews' : 'subject', { count: items.length }),
    text: [t('opening'), ...lines, ...(more > 0 ? [inbox] : [])].join('\n\n'),
    path: pagePath(isNews ? '/workspace/messages' : '/workspace'),
  }
}

/** Writes digests and their mail in one transaction. Whoever has one already gets nothing. */
async function saveDigests(week: string, chosen: ReadonlyMap<string, Chosen>): Promise<number> {
  const ids = [...chosen.keys()]
  const counts = ids.map((id) => chosen.get(id)?.items.length ?? 0)
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw`
      INSERT INTO digest (user_id, week, items)
      SELECT v.id, ${week}, v.items
      FROM unnest(${ids}::uuid[], ${counts}::int[]) AS v (id, items)
      ON CONFLICT DO NOTHING
      RETURNING user_id::text AS "userId"`
    const mails = z
      .array(z.object({ userId: z.string() }))
      .parse(rows)
      .flatMap(({ userId }) => {
        const found = chosen.get(userId)
        return !found || found.items.length === 0 ? [] : [digestMail(userId, week, found)]
      })
    await queueMails(tx, mails)
    return mails.length
  })
}

/** Makes this week's digests in batches; resumable. Returns how many mails were queued. */
export async function sendDigests(now: Date): Promise<number> {
  const week = isoWeek(todayInNetherlands(now))
  let queued = 0
  for (
    let readers = await listDigestReaders(week, null, BATCH);
    readers.length > 0;
    readers = await listDigestReaders(week, readers.at(-1) ?? null, BATCH)
  ) {
    const candidates = await listCandidates(readers, now)
    queued += await saveDigests(
      week,
      new Map([...candidates].map(([id, items]) => [id, chooseItems(items)])),
    )
  }
  return queued
}
