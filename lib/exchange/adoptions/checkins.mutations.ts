import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { toCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { checkinEmail, dueCheckins } from './rules'
import type { CheckinMonth } from './types'
import { pathOf } from './mutations'

const MAX_DUE = 5_000

/** Saves a check-in, once per month. WRONG_STATE when it is not due or exists. */
export async function saveCheckin(
  input: Sender & { id: string; month: CheckinMonth; result: string; lesson: string; now: Date },
): Promise<void> {
  const { id, month, result, lesson, actorId, submission, now } = input
  await once({ actorId, submission }, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM adoption WHERE id = ${id}::uuid FOR NO KEY UPDATE`
    const row = await tx.adoption.findUnique({
      where: { id },
      select: {
        status: true,
        startsOn: true,
        checkins: { select: { month: true }, orderBy: { month: 'asc' }, take: 3 },
      },
    })
    const due =
      row &&
      dueCheckins(
        {
          status: row.status,
          startsOn: toCalendarDate(row.startsOn),
          done: row.checkins.map((one) => one.month),
        },
        todayInNetherlands(now),
      )
    if (!due?.includes(month)) throw new AppError('WRONG_STATE')
    await tx.adoptionCheckin.create({
      data: { adoptionId: id, month, result, lesson, authorId: actorId },
      select: { month: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'adoption.checkin',
      objectType: 'adoption',
      objectId: id,
      detail: { month },
    })
  })
}

/** Asks the holders of due check-ins, once each. For a scheduler. Returns how many. */
export async function remindCheckins(now: Date): Promise<number> {
  const today = todayInNetherlands(now)
  const rows = await db.adoption.findMany({
    where: { status: 'running', holderId: { not: null } },
    select: {
      id: true,
      holderId: true,
      startsOn: true,
      checkins: { select: { month: true }, orderBy: { month: 'asc' }, take: 3 },
      initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
    },
    orderBy: { id: 'asc' },
    take: MAX_DUE,
  })
  let asked = 0
  for (const { id, holderId, startsOn, checkins, initiative } of rows) {
    const start = toCalendarDate(startsOn)
    const [month] = dueCheckins(
      { status: 'running', startsOn: start, done: checkins.map((one) => one.month) },
      today,
    ).slice(-1)
    if (month === undefined || start === null || holderId === null) continue
    const key = `adoption-checkin:${id}:${month}`
    if (
      await db.mail.findUnique({
        where: { recipientId_kind_key: { recipientId: holderId, kind: 'adoption-checkin', key } },
        select: { id: true },
      })
    )
      continue
    const title = initiative.publishedRevision?.title ?? initiative.slug
    const mail = { ...checkinEmail(title, month, start), key }
    const event = { kind: 'adoption-checkin' as const, key: `${id}:${month}`, title, mail }
    const asking = await db.$transaction((tx) =>
      notifyPeople(
        tx,
        { ...event, path: pathOf(id) },
        { people: [holderId], subjects: [], actorId: null },
      ),
    )
    asked += asking.length
  }
  return asked
}
