import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { pressThrice, type SentTwice, type World } from '@/lib/base/testing/sent-twice'

const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) })
const { db } = await import('@/lib/base/db/db')
const { saveAdvice } = await import('@/lib/exchange/advices/mutations')
const calls = await import('@/lib/exchange/calls/mutations')
const repliesMutations = await import('@/lib/exchange/calls/replies.mutations')
const collections = await import('@/lib/knowledge/collections/mutations')
const meetings = await import('@/lib/exchange/meetings/mutations')
const outcomesMutations = await import('@/lib/exchange/meetings/outcomes.mutations')
const obstacles = await import('@/lib/exchange/obstacles/mutations')
const { listChosenObstacles } = await import('@/lib/exchange/obstacles/data')

const DAY_MS = 86_400_000

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const words = { title: 'Twee keer gedrukt', text: 'Een tekst.' }
const postCall = ({ actorId, organisation, regionId }: World, submission?: string) =>
  calls.saveCall({
    organisationId: organisation.id,
    initiativeIds: [],
    actorId,
    submission: submission ?? null,
    content: { ...words, regionId, openUntil: '2027-01-31', termIds: [] },
  })
const planMeeting = ({ actorId, organisation, initiativeId }: World, submission?: string) => {
  const startsAt = new Date(Date.now() + 20 * DAY_MS)
  return meetings.saveMeeting({
    organisationId: organisation.id,
    actorId,
    submission: submission ?? null,
    content: {
      ...words,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      place: 'Tilburg',
      link: null,
      seats: 5,
      agenda: [initiativeId],
    },
  })
}
const obstacle = ({ actorId, organisation }: World, title: string, submission?: string) =>
  obstacles.saveNewObstacle({
    title,
    description: 'Waarom het knelt',
    law: '',
    authority: 'municipality',
    authorityName: '',
    groups: [],
    regions: [],
    organisationId: organisation.id,
    initiativeId: null,
    actorId,
    submission: submission ?? null,
  })

const FORMS: readonly SentTwice[] = [
  {
    name: 'a collection',
    table: 'collection',
    form:
      ({ actorId, organisation }) =>
      (submission) =>
        collections.saveNewCollection({
          organisationId: organisation.id,
          title: 'Lezen',
          lead: 'Een lijst',
          actorId,
          submission,
        }),
  },
  {
    name: 'an initiative in a collection',
    table: 'collection_item',
    form: async ({ actorId, organisation, initiativeId }) => {
      const id = await collections.saveNewCollection({
        organisationId: organisation.id,
        title: 'Lijst',
        lead: 'Een lijst',
        actorId,
      })
      return (submission) =>
        collections.addEntry({ id, version: 1, initiativeId, why: '', actorId, submission })
    },
  },
  { name: 'a call', table: 'open_call', form: (all) => (submission) => postCall(all, submission) },
  {
    name: 'an answer to a call',
    table: 'call_reply',
    form: async (all) => {
      const { id } = await db.call.findUniqueOrThrow({
        where: { slug: await postCall(all) },
        select: { id: true },
      })
      return (submission) =>
        repliesMutations.saveReply({
          callId: id,
          organisation: all.organisation,
          initiativeId: null,
          text: 'Wij wel.',
          actorId: all.actorId,
          submission,
        })
    },
  },
  {
    name: 'an obstacle',
    table: 'obstacle',
    form: (all) => (submission) => obstacle(all, 'Een regel knelt', submission),
  },
  {
    name: 'a step of an obstacle',
    table: 'obstacle_step',
    form: async (all) => {
      const { id } = await db.obstacle.findUniqueOrThrow({
        where: { slug: await obstacle(all, 'Een andere regel knelt') },
        select: { id: true },
      })
      return (submission) =>
        obstacles.saveStep({
          id,
          version: 1,
          step: { to: 'raised', on: '2026-11-01', note: 'Gemeld' },
          actorId: all.actorId,
          submission,
        })
    },
  },
  {
    name: 'an advice',
    table: 'advice',
    form: async (all) => {
      const chosen = await listChosenObstacles([await obstacle(all, 'Voor het advies')])
      return (submission) =>
        saveAdvice({
          title: 'Advies',
          addressee: '',
          opening: '',
          asked: '',
          signer: { name: 'SER', organisationId: null },
          on: '2026-11-30',
          obstacles: chosen,
          actorId: all.moderatorId,
          submission,
        })
    },
  },
  {
    name: 'a meeting',
    table: 'meeting',
    form: (all) => (submission) => planMeeting(all, submission),
  },
  {
    name: 'something to read for a meeting',
    table: 'meeting_material',
    form: async (all) => {
      const { id } = await db.meeting.findUniqueOrThrow({
        where: { slug: await planMeeting(all) },
        select: { id: true },
      })
      return (submission) =>
        outcomesMutations.saveMaterial({
          id,
          title: 'Stuk',
          from: { url: 'https://voorbeeld.nl/' },
          actorId: all.actorId,
          submission,
        })
    },
  },
  {
    name: 'what came of a meeting',
    table: 'meeting_credit',
    form: async (all) => {
      const { id } = await db.meeting.findUniqueOrThrow({
        where: { slug: await planMeeting(all) },
        select: { id: true },
      })
      return (submission) =>
        outcomesMutations.saveCredit({
          id,
          adoptionId: null,
          text: 'Een contact',
          actorId: all.actorId,
          submission,
        })
    },
  },
]

describe('a form that is sent twice at the same moment, and once more', () => {
  it.each(FORMS)('makes one: $name', async (form) => {
    const { answers, records, audits } = await pressThrice(db, form)
    expect(records).toBe(1)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(audits).toBe(1)
  })
})
