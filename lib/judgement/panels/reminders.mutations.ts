import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import {
  fromCalendarDate,
  toCalendarDate,
  todayInNetherlands,
  type CalendarDate,
} from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { isReminderDue, reminderEmail } from './rules'
import { assessPath } from './invitations.mutations'

const MAX_REMINDERS = 1_000

interface Reminder {
  id: string
  remindedAt: Date | null
  assessorId: string
  title: string
  deadline: CalendarDate
  roundId: string
  slug: string
}

/** 1, or 0 when another run was first or the assessor answered meanwhile. */
async function remind(one: Reminder, now: Date): Promise<number> {
  const { id, remindedAt, assessorId, title, deadline, roundId, slug } = one
  const today = todayInNetherlands(now)
  return db.$transaction(async (tx) => {
    const { count } = await tx.assessmentInvitation.updateMany({
      where: { id, remindedAt, state: { in: ['invited', 'accepted'] } },
      data: { remindedAt: now },
    })
    if (count === 0) return 0
    await notifyPeople(
      tx,
      {
        kind: 'panel-reminder',
        key: `${id}:${today}`,
        title,
        path: assessPath(slug),
        mail: { ...reminderEmail(title, deadline), key: `panel-reminder:${id}:${today}` },
      },
      { people: [assessorId], subjects: [], actorId: null },
    )
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'round.remind',
      objectType: 'assessment_invitation',
      objectId: id,
      detail: { roundId },
    })
    return 1
  })
}

/** Reminds everyone whose judgement is due soon; idempotent. Returns how many. */
export async function remindAssessors(now: Date): Promise<number> {
  const today = todayInNetherlands(now)
  const rows = await db.assessmentInvitation.findMany({
    where: {
      state: { in: ['invited', 'accepted'] },
      round: { status: 'open', deadline: { gte: fromCalendarDate(today) } },
    },
    select: {
      id: true,
      assessorId: true,
      remindedAt: true,
      round: {
        select: {
          id: true,
          deadline: true,
          initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
          assessments: { where: { status: 'submitted' }, select: { assessorId: true } },
        },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_REMINDERS,
  })
  let reminded = 0
  for (const { id, assessorId, remindedAt, round } of rows) {
    const deadline = toCalendarDate(round.deadline)
    const title = round.initiative.publishedRevision?.title
    const isPending = !round.assessments.some((one) => one.assessorId === assessorId)
    if (
      title === undefined ||
      !isPending ||
      !isReminderDue({ deadline, remindedOn: remindedAt && todayInNetherlands(remindedAt) }, today)
    )
      continue
    reminded += await remind(
      {
        id,
        remindedAt,
        assessorId,
        title,
        deadline,
        roundId: round.id,
        slug: round.initiative.slug,
      },
      now,
    )
  }
  return reminded
}
