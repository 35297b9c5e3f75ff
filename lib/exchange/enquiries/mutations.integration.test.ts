import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { NewEnquiry } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const { enquiryToken, findAbout, getByToken, getEnquiry, listEnquiries } = await import('./data')
const { confirmEnquiry, deleteOldEnquiries, saveEnquiry, saveReply, sendEnquiry } =
  await import('./mutations')
const { closeEnquiry, markSpam, restoreEnquiry, saveAnswer } = await import('./answers.mutations')
const { actorsOf } = await import('@/lib/base/testing/actor')

const SLUG = 'rangeerterrein'
let organisationId: string
let contactId: string
let editorId: string
let administratorId: string

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const person = async (email: string, name: string) =>
  (await db.user.create({ data: { email, name }, select: { id: true } })).id

const nameContact = (email: string) =>
  db.$transaction([
    db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    db.$executeRawUnsafe(`UPDATE initiative_revision
      SET contact_name = 'Eva de Wit', contact_email = '${email}', contact_consent = true
      WHERE id = (SELECT published_revision_id FROM initiative WHERE slug = '${SLUG}')`),
  ])

beforeAll(async () => {
  organisationId = (
    await db.organisation.create({
      data: { slug: randomUUID(), name: 'Werkcentrum Oost', kind: 'work_centre' },
      select: { id: true },
    })
  ).id
  await db.initiative.update({ where: { slug: SLUG }, data: { organisationId } })
  contactId = await person('eva@oost.example', 'Eva')
  editorId = await person('ed@oost.example', 'Ed Editor')
  administratorId = await person('bram@beheer.example', 'Bram')
  await db.membership.create({ data: { userId: contactId, organisationId, role: 'member' } })
  await db.membership.create({ data: { userId: editorId, organisationId, role: 'editor' } })
  await db.platformRole.create({ data: { userId: administratorId, role: 'administrator' } })
})

beforeEach(async () => {
  await db.enquiry.deleteMany()
  await db.enquiryBlock.deleteMany()
  await db.mail.deleteMany()
  await db.notification.deleteMany()
  await db.user.updateMany({
    where: { id: { in: [contactId, editorId] } },
    data: { disabledAt: null },
  })
  await nameContact('Eva@OOST.example')
})

async function enquiry(change: Partial<NewEnquiry> = {}): Promise<NewEnquiry> {
  const about = await findAbout('initiative', SLUG)
  if (!about) throw new Error('no initiative')
  return {
    about,
    receiverId: null,
    kind: 'question',
    writer: 'councillor',
    name: 'Sam Smit',
    email: 'sam@gemeente.example',
    subject: 'Uw aanpak',
    text: 'GEHEIME vraag van Sam',
    submission: randomUUID(),
    ...change,
  }
}

async function pending(change: Partial<NewEnquiry> = {}): Promise<string> {
  const before = await db.enquiry.findMany({ select: { id: true } })
  await saveEnquiry(await enquiry(change))
  return (
    await db.enquiry.findFirstOrThrow({
      where: { id: { notIn: before.map(({ id }) => id) } },
      select: { id: true },
    })
  ).id
}

async function delivered(change: Partial<NewEnquiry> = {}): Promise<string> {
  const id = await pending(change)
  expect(await confirmEnquiry(id)).toBe('delivered')
  return id
}

const told = async (key: string) =>
  (
    await db.notification.findMany({
      where: { key },
      select: { userId: true },
      orderBy: { userId: 'asc' },
    })
  ).map(({ userId }) => userId)
const received = (id: string) => told(`enquiry-received ${id}`)
const answer = (
  id: string,
  text = 'Zo werkt het.',
  outcome: 'corrected' | 'declined' | null = null,
) =>
  saveAnswer(
    { actorId: editorId, submission: randomUUID() },
    { id, text, outcome, actor: { id: editorId, name: 'Ed Editor' } },
  )
const act = (id: string) => ({ id, actorId: editorId })
const mailsTo = (toAddress: string) =>
  db.mail.findMany({
    where: { toAddress },
    select: { kind: true, text: true, path: true, subject: true },
    orderBy: { createdAt: 'asc' },
  })

describe('a message from outside', () => {
  it('is mailed a link without a word of the writer, and told to nobody yet', async () => {
    const id = await pending()
    const mails = await mailsTo('sam@gemeente.example')
    expect(mails).toMatchObject([{ kind: 'enquiry-confirm' }])
    expect(JSON.stringify(mails)).not.toMatch(/GEHEIM|Sam Smit|Uw aanpak/)
    expect(mails[0]?.path).toBe(`/contact/bevestigen?token=${enquiryToken('confirm', id)}`)
    expect(await db.notification.count()).toBe(0)
    expect(
      await listEnquiries(actorsOf(organisationId)('editor', organisationId, [], editorId), {
        waiting: false,
      }),
    ).toEqual([])
  })

  it('that is sent twice, also at once, is one message and one mail', async () => {
    const one = await enquiry()
    await Promise.all([saveEnquiry(one), saveEnquiry(one)])
    await saveEnquiry(one)
    expect(await db.enquiry.count()).toBe(1)
    expect(await mailsTo(one.email)).toHaveLength(1)
  })

  it('is delivered once, also when confirmed twice at once, to the contact person', async () => {
    const id = await pending()
    expect((await Promise.all([confirmEnquiry(id), confirmEnquiry(id)])).toSorted()).toEqual([
      'delivered',
      'done',
    ])
    expect(await received(id)).toEqual([contactId])
    const mails = await db.mail.findMany({ where: { kind: 'enquiry-received' } })
    expect(mails.map(({ recipientId }) => recipientId)).toEqual([contactId])
    expect(JSON.stringify(mails)).not.toMatch(/GEHEIM|Sam Smit|gemeente\.example/)
    expect(await getEnquiry(id)).toMatchObject({ receiverId: contactId, organisationId })
  })

  it('goes to the editors when the contact person left before it was confirmed', async () => {
    const id = await pending()
    await db.user.update({ where: { id: contactId }, data: { disabledAt: new Date() } })
    await confirmEnquiry(id)
    expect(await received(id)).toEqual([editorId])
    expect(await getEnquiry(id)).toMatchObject({ receiverId: null, organisationId })
  })

  it('goes to the editors when the contact has no account there', async () => {
    await nameContact('iemand@elders.example')
    expect(await received(await delivered())).toEqual([editorId])
  })

  it('goes to the administrators when nobody of the organisation is left', async () => {
    await db.user.updateMany({
      where: { id: { in: [contactId, editorId] } },
      data: { disabledAt: new Date() },
    })
    const id = await delivered()
    expect(await received(id)).toContain(administratorId)
    expect(await getEnquiry(id)).toMatchObject({ receiverId: null, organisationId: null })
  })

  it('about this site or about a region without people goes to the administrators', async () => {
    const site = await findAbout('site', '')
    const region = await findAbout('region', 'groningen')
    for (const about of [site, region]) {
      expect(about).not.toBeNull()
      expect(await received(await delivered({ about: about! }))).toContain(administratorId)
    }
  })

  it('expires after two days, and a foreign link leads nowhere', async () => {
    const id = await pending()
    await db.enquiry.update({ where: { id }, data: { expiresAt: new Date() } })
    expect(await confirmEnquiry(id)).toBe('gone')
    expect(await confirmEnquiry(randomUUID())).toBe('gone')
    expect(await getByToken('confirm', enquiryToken('thread', id))).toBeNull()
    expect(await getByToken('confirm', `${enquiryToken('confirm', id)}x`)).toBeNull()
    expect(await db.notification.count()).toBe(0)
  })

  it('of someone signed in is delivered at once, also when a first try broke off', async () => {
    const one = await enquiry()
    expect(await sendEnquiry(one)).toBe('delivered')
    expect(await sendEnquiry(one)).toBe('done')
    const half = await enquiry()
    await saveEnquiry(half)
    expect(await sendEnquiry(half)).toBe('delivered')
    expect(await db.enquiry.count()).toBe(2)
  })
})

describe('answering', () => {
  it('mails the writer with name and organisation, no address, and leaves one reply', async () => {
    const id = await delivered()
    expect(await answer(id)).toBe(true)
    const mail = (await mailsTo('sam@gemeente.example')).at(-1)
    expect(mail).toMatchObject({
      kind: 'enquiry-answered',
      path: `/contact/gesprek?token=${enquiryToken('thread', id)}`,
    })
    expect(mail?.text).toContain('Ed Editor, Werkcentrum Oost antwoordt:\n\nZo werkt het.')
    expect(mail?.text).not.toContain('@')
    expect(await Promise.all([saveReply(id, 'Dank.'), saveReply(id, 'Dank.')])).toEqual(
      expect.arrayContaining(['saved', 'done']),
    )
    expect(await told(`enquiry-replied ${id}`)).toEqual([contactId])
    expect(await getEnquiry(id)).toMatchObject({ state: 'waiting' })
    await answer(id, 'Graag gedaan.')
    expect(await saveReply(id, 'Nog iets.')).toBe('gone')
    expect((await getEnquiry(id))?.entries.map(({ text }) => text)).toEqual([
      'GEHEIME vraag van Sam',
      'Zo werkt het.',
      'Dank.',
      'Graag gedaan.',
    ])
  })

  it('says what became of a reported mistake', async () => {
    const id = await delivered({ kind: 'mistake' })
    await answer(id, 'Het cijfer komt uit het jaarverslag.', 'declined')
    expect((await mailsTo('sam@gemeente.example')).at(-1)?.text).toContain(
      'Wij nemen uw melding niet over.\n\nHet cijfer komt uit het jaarverslag.',
    )
    expect(await getEnquiry(id)).toMatchObject({ outcome: 'declined', state: 'answered' })
  })

  it('is over when it is closed; whoever got no answer is told once', async () => {
    const id = await delivered()
    expect(await closeEnquiry(act(id))).toBe(true)
    expect(await closeEnquiry(act(id))).toBe(false)
    expect(await answer(id)).toBe(false)
    const mails = await mailsTo('sam@gemeente.example')
    expect(mails.filter(({ subject }) => subject.startsWith('Gesloten'))).toHaveLength(1)
    const other = await delivered()
    await answer(other)
    await closeEnquiry(act(other))
    expect((await mailsTo('sam@gemeente.example')).at(-1)?.subject).toMatch(/^Antwoord/)
    expect(await saveReply(other, 'Toch nog iets.')).toBe('gone')
  })

  it('gives a later reply to whoever is left', async () => {
    const id = await delivered()
    await answer(id)
    await db.user.updateMany({
      where: { id: { in: [contactId, editorId] } },
      data: { disabledAt: new Date() },
    })
    await saveReply(id, 'Is daar nog iemand?')
    expect(await told(`enquiry-replied ${id}`)).toContain(administratorId)
    const administrator = actorsOf('other')(null, 'other', ['administrator'], administratorId)
    const seen = await listEnquiries(administrator, { waiting: true })
    expect(seen.map((one) => one.id)).toEqual([id])
  })
})

describe('spam', () => {
  it('closes the door for this address at this organisation alone, until it is taken back', async () => {
    const id = await delivered()
    expect(await markSpam(act(id))).toBe(true)
    expect(await received(id)).toEqual([])
    const again = await pending()
    expect(await confirmEnquiry(again)).toBe('blocked')
    expect(await confirmEnquiry(again)).toBe('blocked')
    expect(await received(again)).toEqual([])
    await delivered({ email: 'ander@gemeente.example' })
    await delivered({ about: (await findAbout('site', ''))! })
    const [block] = await db.enquiryBlock.findMany()
    expect(JSON.stringify(block)).not.toContain('sam@')
    expect(await restoreEnquiry(act(id))).toBe(true)
    await delivered()
  })
})

describe('what is kept', () => {
  it('goes with its mail after the period, and unconfirmed text after two days', async () => {
    const now = new Date()
    const old = await delivered()
    await answer(old)
    const unconfirmed = await pending()
    const fresh = await delivered()
    const past = new Date(now.getTime() - 100 * 24 * 60 * 60 * 1_000)
    await db.$executeRaw`UPDATE enquiry SET updated_at = ${past} WHERE id = ${old}::uuid`
    await db.mail.updateMany({
      where: { path: { contains: enquiryToken('thread', old) } },
      data: { createdAt: past, status: 'sent', sentAt: past },
    })
    await db.enquiry.update({ where: { id: unconfirmed }, data: { expiresAt: past } })
    expect(await deleteOldEnquiries(now, 90)).toBe(2)
    expect((await db.enquiry.findMany()).map(({ id }) => id)).toEqual([fresh])
    expect((await mailsTo('sam@gemeente.example')).map(({ kind }) => kind)).not.toContain(
      'enquiry-answered',
    )
  })

  it('stands in the record as codes alone', async () => {
    const id = await delivered()
    await answer(id)
    await closeEnquiry(act(id))
    const events = await db.auditEvent.findMany({
      where: { objectType: 'enquiry', objectId: id },
      select: { action: true, actorId: true, detail: true },
      orderBy: { id: 'asc' },
    })
    expect(events).toEqual([
      {
        action: 'enquiry.create',
        actorId: null,
        detail: { kind: 'question', about: 'initiative' },
      },
      { action: 'enquiry.confirm', actorId: null, detail: { to: 'person' } },
      { action: 'enquiry.answer', actorId: editorId, detail: null },
      { action: 'enquiry.close', actorId: editorId, detail: null },
    ])
  })
})
