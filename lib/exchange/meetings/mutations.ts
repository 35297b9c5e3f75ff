import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { dutchClock } from '@/lib/base/text/dutch-time'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { freeSlug } from '@/lib/base/db/free-slug'
import { once, type Sender } from '@/lib/base/http/submission'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { cancelledEmail, changedEmail, type EmailFacts, reminderEmail, tomorrow } from './rules'

const MAX_PEOPLE = 10_000
const MAX_MEETINGS = 1_000
const MAX_SLUG = 70
const pathOf = (slug: string) => pagePath('/meetings/[slug]', { slug })

export interface MeetingContent {
  title: string
  text: string
  startsAt: Date
  endsAt: Date
  place: string
  link: string | null
  seats: number | null
  agenda: readonly string[]
}

/** "nieuw" is the page for a new one. A concurrent planner waits for the lock. */
async function slugOfMeeting(tx: Transaction, title: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('meeting.slug'))`
  const wanted = slugFromTitle(title).slice(0, MAX_SLUG).replace(/-$/, '')
  return freeSlug(wanted, (query) => tx.meeting.findMany(query), ['nieuw'])
}

const agendaRows = (agenda: readonly string[]) => ({
  createMany: {
    data: agenda.map((initiativeId, index) => ({ initiativeId, position: index + 1 })),
  },
})

/** Plans a meeting and notifies followers of its region and agenda. Returns its slug. */
export async function saveMeeting({
  organisationId,
  content,
  actorId,
  submission,
}: Sender & { organisationId: string; content: MeetingContent }): Promise<string> {
  const { agenda, ...fields } = content
  return once({ actorId, submission }, async (tx) => {
    const slug = await slugOfMeeting(tx, content.title)
    const { id, organisation } = await tx.meeting.create({
      data: { ...fields, slug, organisationId, authorId: actorId, agenda: agendaRows(agenda) },
      select: { id: true, organisation: { select: { regionId: true } } },
    })
    const regions =
      organisation.regionId === null
        ? []
        : [...regionLineage(await getRegionGraph(), [organisation.regionId])]
    const subjects = [
      ...regions.map((region) => ({ type: 'region' as const, id: region })),
      ...agenda.map((initiative) => ({ type: 'initiative' as const, id: initiative })),
    ]
    await notifyPeople(
      tx,
      { kind: 'meeting-planned', key: id, title: content.title, path: pathOf(slug) },
      { people: [], subjects, actorId },
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'meeting.plan',
      objectType: 'meeting',
      objectId: id,
      detail: { organisationId },
    })
    return slug
  })
}

export interface Change {
  id: string
  version: number
  actorId: string
}

const HELD = {
  slug: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  link: true,
  seats: true,
  cancelledAt: true,
  version: true,
  sequence: true,
} as const

/** Locks the row of a meeting. */
export async function hold(tx: Transaction, id: string) {
  await tx.$executeRaw`SELECT 1 FROM meeting WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await tx.meeting.findUnique({ where: { id }, select: HELD })
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** Tells the people of a meeting, except the actor. Returns how many. */
async function tellPeople(
  tx: Transaction,
  { id, slug, title }: { id: string; slug: string; title: string },
  about: {
    kind: 'meeting-changed' | 'meeting-reminder'
    key: string
    note: string
    mail: { subject: string; text: string }
    actorId: string | null
  },
): Promise<number> {
  const { kind, key, note, mail, actorId } = about
  const rows = await tx.meetingParticipant.findMany({
    where: { meetingId: id },
    select: { userId: true },
    orderBy: { userId: 'asc' },
    take: MAX_PEOPLE,
  })
  const people = await notifyPeople(
    tx,
    { kind, key, title, note, path: pathOf(slug), mail: { ...mail, key } },
    { people: rows.map(({ userId }) => userId), subjects: [], actorId },
  )
  return people.length
}

/** Saves a meeting, or 'conflict' or 'full' (sign-ups over seats). WRONG_STATE when cancelled. */
export async function saveMeetingContent(
  change: Change & { content: MeetingContent },
): Promise<'conflict' | 'full' | null> {
  const {
    id,
    version,
    actorId,
    content: { agenda, ...fields },
  } = change
  return db.$transaction(async (tx) => {
    const row = await hold(tx, id)
    if (row.version !== version) return 'conflict'
    if (row.cancelledAt !== null) throw new AppError('WRONG_STATE')
    if (
      fields.seats !== null &&
      fields.seats < (await tx.meetingParticipant.count({ where: { meetingId: id } }))
    )
      return 'full'
    const moved =
      row.startsAt.getTime() !== fields.startsAt.getTime() ||
      row.endsAt.getTime() !== fields.endsAt.getTime() ||
      row.place !== fields.place ||
      row.link !== fields.link
    const sequence = row.sequence + (moved || row.title !== fields.title ? 1 : 0)
    await tx.meetingInitiative.deleteMany({ where: { meetingId: id } })
    await tx.meeting.update({
      where: { id },
      data: { ...fields, version: version + 1, sequence, agenda: agendaRows(agenda) },
      select: { id: true },
    })
    if (moved)
      await tellPeople(
        tx,
        { id, slug: row.slug, title: fields.title },
        {
          kind: 'meeting-changed',
          key: `${id}:${String(sequence)}`,
          note: '',
          mail: changedEmail(fields),
          actorId,
        },
      )
    await saveAuditEvent(tx, {
      actorId,
      action: 'meeting.edit',
      objectType: 'meeting',
      objectId: id,
      detail: { moved },
    })
    return null
  })
}

/** Cancels a meeting and tells its people, or 'conflict'. WRONG_STATE when cancelled before. */
export async function saveCancelled(
  change: Change & { reason: string },
): Promise<'conflict' | null> {
  const { id, version, actorId, reason } = change
  return db.$transaction(async (tx) => {
    const row = await hold(tx, id)
    if (row.version !== version) return 'conflict'
    if (row.cancelledAt !== null) throw new AppError('WRONG_STATE')
    const sequence = row.sequence + 1
    await tx.meeting.update({
      where: { id },
      data: { cancelledAt: new Date(), cancelReason: reason, version: version + 1, sequence },
      select: { id: true },
    })
    await tellPeople(
      tx,
      { id, slug: row.slug, title: row.title },
      {
        kind: 'meeting-changed',
        key: `${id}:${String(sequence)}`,
        note: reason,
        mail: cancelledEmail(row, reason),
        actorId,
      },
    )
    await saveAuditEvent(tx, {
      actorId,
      action: 'meeting.cancel',
      objectType: 'meeting',
      objectId: id,
    })
    return null
  })
}

/** Reminds the people of tomorrow's meetings, once each. For a scheduler. Returns how many. */
export async function remindMeetings(now: Date): Promise<number> {
  const { from, until } = tomorrow(now)
  const rows = await db.meeting.findMany({
    where: { cancelledAt: null, startsAt: { gte: from, lt: until } },
    select: { id: true, slug: true, title: true, startsAt: true, place: true, link: true },
    orderBy: { id: 'asc' },
    take: MAX_MEETINGS,
  })
  let reminded = 0
  for (const { id, slug, ...facts } of rows) {
    const key = `${id}:${dutchClock(facts.startsAt).day}`
    reminded += await db.$transaction((tx) =>
      tellPeople(
        tx,
        { id, slug, title: facts.title },
        {
          kind: 'meeting-reminder',
          key,
          note: '',
          mail: reminderEmail(facts satisfies EmailFacts),
          actorId: null,
        },
      ),
    )
  }
  return reminded
}
