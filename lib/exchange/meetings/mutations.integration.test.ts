import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeMeetings, clearMeetings } from '@/lib/base/testing/meeting'
import type { MeetingContent } from './mutations'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { findAgenda, getMeeting, getMeetingBySlug, listUpcoming } = await import('./data')
const { remindMeetings, saveCancelled, saveMeeting, saveMeetingContent } =
  await import('./mutations')
const { deleteSignUp, saveSignUp } = await import('./sign-ups.mutations')

const meetings = await arrangeMeetings(db, { findAgenda, getMeetingBySlug, saveMeeting })
const { actorId, organisationId, content, plan, hold } = meetings
const others = (
  await db.user.findMany({
    where: { id: { not: actorId } },
    select: { id: true },
    orderBy: { email: 'asc' },
  })
).map(({ id }) => id)

beforeEach(() => clearMeetings(db))
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('planning', () => {
  it('keeps the agenda in order and tells followers of what is on it, by inbox alone', async () => {
    await db.follow.create({
      data: { userId: others[0]!, subjectType: 'initiative', subjectId: content.agenda[0]! },
    })
    const meeting = await plan()
    expect(meeting.agenda.map(({ slug }) => slug)).toEqual([
      'rangeerterrein',
      'switch-naar-techniek',
    ])
    expect(
      await db.notification.findMany({ select: { userId: true, kind: true, path: true } }),
    ).toEqual([
      { userId: others[0], kind: 'meeting-planned', path: `/bijeenkomsten/${meeting.slug}` },
    ])
    expect(await db.mail.count()).toBe(0)
  })

  it('gives meetings with one title, planned at once, addresses of their own', async () => {
    const slugs = await Promise.all(
      [1, 2, 3].map(() =>
        saveMeeting({ organisationId, content: { ...content, title: 'Nieuw' }, actorId }),
      ),
    )
    expect([...slugs].sort()).toEqual(['nieuw-2', 'nieuw-3', 'nieuw-4'])
  })

  it('is refused by the database when it ends before it begins, is nowhere, or leads to a script', async () => {
    await expect(plan({ endsAt: content.startsAt })).rejects.toThrow(/meeting_times/)
    await expect(plan({ place: ' ', link: null })).rejects.toThrow(/meeting_where/)
    await expect(plan({ link: 'javascript:alert(1)' })).rejects.toThrow(/meeting_link/)
  })
})

describe('signing up', () => {
  it('gives the last seat to one of those who want it at once', async () => {
    const { id } = await plan({ seats: 1 })
    const answers = await Promise.all(
      others.slice(0, 5).map((userId) => saveSignUp(id, userId, new Date())),
    )
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(4)
    await expect(
      db.meetingParticipant.create({ data: { meetingId: id, userId: actorId } }),
    ).rejects.toThrow(/all seats are taken/)
  })

  it('is once per person, and frees the seat again', async () => {
    const { id } = await plan({ seats: 1 })
    const [one, two] = others as [string, string]
    expect(
      await Promise.all([saveSignUp(id, one, new Date()), saveSignUp(id, one, new Date())]),
    ).toEqual([null, null])
    expect(await saveSignUp(id, two, new Date())).toBe('full')
    await deleteSignUp(id, one)
    await deleteSignUp(id, one)
    expect(await saveSignUp(id, two, new Date())).toBeNull()
    expect((await getMeeting(id))?.people.map(({ userId }) => userId)).toEqual([two])
  })

  it('ends when it begins', async () => {
    const { id } = await plan()
    await hold(id)
    await expect(saveSignUp(id, others[0]!, new Date())).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    await expect(
      db.meetingParticipant.create({ data: { meetingId: id, userId: others[0]! } }),
    ).rejects.toThrow(/over or cancelled/)
  })
})

describe('changing', () => {
  it('keeps the first of two changes, and mails who comes only when time or place changed', async () => {
    const { id } = await plan()
    await saveSignUp(id, others[0]!, new Date())
    const save = (version: number, change: Partial<MeetingContent>) =>
      saveMeetingContent({ id, version, actorId, content: { ...content, ...change } })
    expect(
      [...(await Promise.all([save(1, { text: 'De een' }), save(1, { text: 'De ander' })]))].sort(),
    ).toEqual(['conflict', null])
    expect([await db.mail.count(), (await getMeeting(id))?.sequence]).toEqual([0, 0])
    expect(await save(2, { place: 'Breda' })).toBeNull()
    expect((await getMeeting(id))?.sequence).toBe(1)
    expect(
      await db.mail.findMany({ select: { recipientId: true, kind: true, subject: true } }),
    ).toEqual([
      {
        recipientId: others[0],
        kind: 'meeting-changed',
        subject: 'Gewijzigd: Kijken bij het spoor',
      },
    ])
  })

  it('never has fewer seats than people who come', async () => {
    const { id } = await plan()
    for (const userId of others.slice(0, 2)) await saveSignUp(id, userId, new Date())
    expect(
      await saveMeetingContent({ id, version: 1, actorId, content: { ...content, seats: 1 } }),
    ).toBe('full')
    await expect(db.meeting.update({ where: { id }, data: { seats: 1 } })).rejects.toThrow(
      /than there would be seats/,
    )
  })

  it('is cancelled once and for good, with mail to who would come and a later number', async () => {
    const { id } = await plan()
    await saveSignUp(id, others[0]!, new Date())
    expect(await saveCancelled({ id, version: 1, actorId, reason: 'De zaal is dicht.' })).toBeNull()
    await expect(
      saveCancelled({ id, version: 2, actorId, reason: 'Nog eens.' }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(saveMeetingContent({ id, version: 2, actorId, content })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    await expect(saveSignUp(id, others[1]!, new Date())).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    await expect(
      db.meeting.update({ where: { id }, data: { cancelledAt: null, cancelReason: null } }),
    ).rejects.toThrow(/stays so/)
    expect((await listUpcoming(new Date()))[0]).toMatchObject({
      cancelReason: 'De zaal is dicht.',
      sequence: 1,
    })
    expect(
      await db.mail.count({
        where: { kind: 'meeting-changed', text: { contains: 'De zaal is dicht.' } },
      }),
    ).toBe(1)
  })
})

describe('reminding', () => {
  it('mails who comes on the day before, once however often it runs, and again for another day', async () => {
    const { id } = await plan({
      startsAt: new Date('2027-03-10T13:00:00Z'),
      endsAt: new Date('2027-03-10T15:00:00Z'),
    })
    await saveSignUp(id, others[0]!, new Date())
    expect(await remindMeetings(new Date('2027-03-08T08:00:00Z'))).toBe(0)
    expect(await remindMeetings(new Date('2027-03-09T08:00:00Z'))).toBe(1)
    expect(await remindMeetings(new Date('2027-03-09T20:00:00Z'))).toBe(0)
    await saveMeetingContent({
      id,
      version: 1,
      actorId,
      content: {
        ...content,
        startsAt: new Date('2027-03-11T13:00:00Z'),
        endsAt: new Date('2027-03-11T15:00:00Z'),
      },
    })
    expect(await remindMeetings(new Date('2027-03-10T08:00:00Z'))).toBe(1)
    expect(await db.mail.count({ where: { kind: 'meeting-reminder' } })).toBe(2)
  })
})
