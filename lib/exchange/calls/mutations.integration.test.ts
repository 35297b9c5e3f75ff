import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { NewCall } from './mutations'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { findPublished, findTermIds, getCall, getCallBySlug, listCalls, listReports } =
  await import('./data')
const { listMatches } = await import('./matches.data')
const { listPostRegions } = await import('./region.data')
const { expireCalls, saveCall, saveCallContent, saveOutcome } = await import('./mutations')
const { saveHidden, saveReply, saveReport } = await import('./replies.mutations')

const person = (email: string) =>
  db.user.findUniqueOrThrow({
    where: { email },
    select: {
      id: true,
      memberships: { select: { organisation: { select: { id: true, name: true } } } },
    },
  })
let poster: Awaited<ReturnType<typeof person>>
let owner: Awaited<ReturnType<typeof person>>
let moderator: Awaited<ReturnType<typeof person>>
let call: NewCall
let initiativeId: string

beforeAll(async () => {
  poster = await person('redacteur.overijssel@voorbeeld.nl')
  owner = await person('redacteur.brabant@voorbeeld.nl')
  moderator = await person('moderator@voorbeeld.nl')
  initiativeId = (await findPublished('rangeerterrein'))!
  const organisationId = poster.memberships[0]!.organisation.id
  const region = (await listPostRegions([organisationId])).find(({ slug }) => slug === 'twente')!
  const termIds = await findTermIds({
    target_group: ['zij-instromers'],
    sector: [],
    instrument: [],
  })
  call = {
    organisationId,
    initiativeIds: [initiativeId],
    actorId: poster.id,
    content: {
      title: 'Wie begeleidt zij-instromers?',
      text: 'Wij beginnen.',
      regionId: region.id,
      openUntil: '2027-01-31',
      termIds,
    },
  }
})

beforeEach(async () => {
  await db.callReply.deleteMany()
  await db.call.deleteMany()
  await db.notification.deleteMany()
  await db.mail.deleteMany()
  await db.follow.deleteMany()
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const post = async () => (await getCallBySlug(await saveCall(call)))!
const reply = (callId: string, text = 'Wij doen dit al een jaar.') =>
  saveReply({
    callId,
    organisation: owner.memberships[0]!.organisation,
    initiativeId,
    text,
    actorId: owner.id,
  })
const inbox = async (userId: string) =>
  (
    await db.notification.findMany({
      where: { userId },
      select: { kind: true, path: true },
      orderBy: { createdAt: 'asc' },
    })
  ).map(({ kind }) => kind)

describe('posting', () => {
  it('finds what fits with the reason, without initiatives of its own', async () => {
    const about = {
      title: call.content.title,
      regionSlug: 'twente',
      terms: { target_group: ['zij-instromers'], sector: [], instrument: [] },
    }
    const { initiatives, regions } = await listMatches({
      ...about,
      organisationId: call.organisationId,
    })
    const found = initiatives.find(({ slug }) => slug === 'rangeerterrein')
    expect(found?.reasons).toContainEqual({ kind: 'target_group', slugs: ['zij-instromers'] })
    expect(regions.map(({ slug }) => slug)).not.toContain('twente')
    const own = await listMatches({
      ...about,
      organisationId: owner.memberships[0]!.organisation.id,
    })
    expect(own.initiatives.map(({ slug }) => slug)).not.toContain('rangeerterrein')
  })

  it('tells owners of what fits and followers of what lies above it, by inbox and not by mail', async () => {
    const fan = await person('redacteur.noord@voorbeeld.nl')
    const { id } = await db.region.findUniqueOrThrow({
      where: { code: 'PV23' },
      select: { id: true },
    })
    await db.follow.create({ data: { userId: fan.id, subjectType: 'region', subjectId: id } })
    await post()
    expect(await inbox(owner.id)).toEqual(['call-posted'])
    expect(await inbox(fan.id)).toEqual(['call-posted'])
    expect(await inbox(poster.id)).toEqual([])
    expect(await db.mail.count()).toBe(0)
  })

  it('gives calls with the same title, posted at once, addresses of their own', async () => {
    const slugs = await Promise.all([saveCall(call), saveCall(call), saveCall(call)])
    expect([...slugs].sort()).toEqual([
      'wie-begeleidt-zij-instromers',
      'wie-begeleidt-zij-instromers-2',
      'wie-begeleidt-zij-instromers-3',
    ])
  })

  it('offers the regions of the organisation and no others', async () => {
    const slugs = (await listPostRegions([call.organisationId])).map(({ slug }) => slug)
    expect(slugs).toContain('twente')
    expect(slugs).not.toContain('midden-brabant')
  })
})

describe('changing', () => {
  it('keeps the first of two changes and tells the second', async () => {
    const { id, version } = await post()
    const change = (title: string) =>
      saveCallContent({ id, version, actorId: poster.id, content: { ...call.content, title } })
    const results = await Promise.all([change('De een'), change('De ander')])
    expect([...results].sort()).toEqual(['conflict', null])
    expect((await getCall(id))?.version).toBe(2)
  })

  it('ends once, with what came of it, and then neither changes nor takes answers', async () => {
    const { id } = await post()
    expect(
      await saveOutcome({
        id,
        version: 1,
        how: 'answered',
        outcome: 'Brabant hielp ons.',
        actorId: poster.id,
      }),
    ).toBeNull()
    await expect(
      saveOutcome({ id, version: 2, how: 'closed', outcome: 'Toch niet.', actorId: poster.id }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(
      saveCallContent({ id, version: 2, actorId: poster.id, content: call.content }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(reply(id)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(
      db.callReply.create({
        data: { callId: id, organisationId: call.organisationId, text: 'Langs de regels.' },
      }),
    ).rejects.toThrow(/open call/)
    await expect(
      db.call.update({ where: { id }, data: { status: 'open', outcome: null, endedAt: null } }),
    ).rejects.toThrow(/does not go from/)
  })

  it('expires after its last day, once, and asks who posted it', async () => {
    const { id } = await post()
    expect(await expireCalls(new Date('2027-01-31T22:59:00Z'))).toBe(0)
    expect(await expireCalls(new Date('2027-01-31T23:01:00Z'))).toBe(1)
    expect(await expireCalls(new Date('2027-02-01T12:00:00Z'))).toBe(0)
    expect((await getCall(id))?.status).toBe('expired')
    expect(await inbox(poster.id)).toEqual(['call-expired'])
    expect(
      await saveOutcome({
        id,
        version: 2,
        how: 'closed',
        outcome: 'Niemand wist het.',
        actorId: poster.id,
      }),
    ).toBeNull()
  })
})

describe('answering', () => {
  it('tells followers in their inbox and the poster by mail', async () => {
    const { id, slug } = await post()
    await reply(id)
    expect(await inbox(poster.id)).toEqual(['call-replied'])
    const [mail] = await db.mail.findMany({
      where: { recipientId: poster.id },
      select: { kind: true, text: true, path: true },
    })
    expect(mail?.kind).toBe('question-answered')
    expect(mail?.text).toContain('Wij doen dit al een jaar.')
    expect(mail?.path).toContain(`/oproepen/${slug}#antwoord-`)
    expect((await getCall(id))?.replies).toMatchObject([
      {
        organisation: owner.memberships[0]!.organisation.name,
        initiative: { slug: 'rangeerterrein' },
      },
    ])
  })

  it('needs words or an initiative, and stays under the organisation when the account goes', async () => {
    const { id } = await post()
    await expect(
      saveReply({
        callId: id,
        organisation: owner.memberships[0]!.organisation,
        initiativeId: null,
        text: '',
        actorId: owner.id,
      }),
    ).rejects.toThrow(/says something/)
    const guest = await db.user.create({
      data: { email: 'gast@voorbeeld.nl', name: 'Gast' },
      select: { id: true },
    })
    await saveReply({
      callId: id,
      organisation: owner.memberships[0]!.organisation,
      initiativeId: null,
      text: 'Vraag het ons.',
      actorId: guest.id,
    })
    await db.user.delete({ where: { id: guest.id } })
    expect(
      (await getCall(id))?.replies.map(({ organisation, text }) => [organisation, text]),
    ).toEqual([[owner.memberships[0]!.organisation.name, 'Vraag het ons.']])
  })
})

describe('moderation', () => {
  it('takes one open report per person, hides with a reason and shows again', async () => {
    const { id } = await post()
    await reply(id)
    const replyId = (await getCall(id))!.replies[0]!.id
    const report = () =>
      saveReport({ callId: id, replyId, actorId: poster.id, reason: 'Dit is reclame.' })
    await Promise.all([report(), report()])
    expect(await listReports(id)).toMatchObject([{ replyId, reason: 'Dit is reclame.' }])
    expect(await inbox(moderator.id)).toEqual(['call-reported'])
    await saveHidden({ callId: id, replyId, actorId: moderator.id, reason: 'Reclame' })
    expect((await listCalls({}))[0]?.replies).toBe(0)
    expect(await listReports()).toEqual([])
    await saveHidden({ callId: id, replyId, actorId: moderator.id, reason: null })
    expect((await listCalls({}))[0]?.replies).toBe(1)
  })

  it('keeps a hidden call out of every list and without new answers', async () => {
    const { id } = await post()
    await saveHidden({ callId: id, replyId: null, actorId: moderator.id, reason: 'Dubbel' })
    expect(await listCalls({})).toEqual([])
    await expect(reply(id)).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('refuses an answer of another call as its target', async () => {
    const [one, two] = [await post(), await post()]
    await reply(one.id)
    const replyId = (await getCall(one.id))!.replies[0]!.id
    await expect(
      saveHidden({ callId: two.id, replyId, actorId: moderator.id, reason: 'Fout' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      saveReport({ callId: two.id, replyId, actorId: owner.id, reason: 'Fout' }),
    ).rejects.toThrow(/does not belong/)
  })
})
