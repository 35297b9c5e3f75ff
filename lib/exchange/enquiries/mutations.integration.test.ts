import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import { createTestDatabase } from '@/lib/base/testing/database'
import {
  arrangeAnswerers,
  closeOffice,
  nameContactOf,
  resetEnquiries,
  WRITER,
  writesWith,
} from '@/lib/base/testing/enquiry'
import type { NewEnquiry } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const data = await import('./data')
const { enquiryToken, findAbout, getByToken, getEnquiry, listEnquiries } = data
const mutations = await import('./mutations')
const { confirmEnquiry, deleteOldEnquiries, saveEnquiry, sendEnquiry } = mutations
const { queueAddressMail } = await import('@/lib/people/messages/mutations')
const { enquiry, pending, received, mailsTo } = writesWith(db, { ...data, ...mutations })

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let people: Awaited<ReturnType<typeof arrangeAnswerers>>

beforeAll(async () => {
  people = await arrangeAnswerers(db)
})

beforeEach(async () => {
  await resetEnquiries(db, people)
})

async function delivered(change: Partial<NewEnquiry> = {}): Promise<string> {
  const id = await pending(change)
  expect(await confirmEnquiry(id)).toBe('delivered')
  return id
}

describe('a message from outside', () => {
  it('is mailed a link without a word of the writer, and told to nobody yet', async () => {
    const id = await pending()
    const mails = await mailsTo(WRITER)
    expect(mails).toMatchObject([{ kind: 'enquiry-confirm' }])
    expect(JSON.stringify(mails)).not.toMatch(/GEHEIM|Sam Smit|Uw aanpak/)
    expect(mails[0]?.path).toBe(`/contact/bevestigen?token=${enquiryToken('confirm', id)}`)
    expect(await db.notification.count()).toBe(0)
    expect(
      await listEnquiries(
        actorsOf(people.organisationId)('editor', people.organisationId, [], people.editorId),
        {
          waiting: false,
        },
      ),
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
    expect(await received(id)).toEqual([people.contactId])
    const mails = await db.mail.findMany({ where: { kind: 'enquiry-received' } })
    expect(mails.map(({ recipientId }) => recipientId)).toEqual([people.contactId])
    expect(JSON.stringify(mails)).not.toMatch(/GEHEIM|Sam Smit|gemeente\.example/)
    expect(await getEnquiry(id)).toMatchObject({
      receiverId: people.contactId,
      organisationId: people.organisationId,
    })
  })

  it('goes to the editors when the contact person left before it was confirmed', async () => {
    const id = await pending()
    await db.user.update({ where: { id: people.contactId }, data: { disabledAt: new Date() } })
    await confirmEnquiry(id)
    expect(await received(id)).toEqual([people.editorId])
    expect(await getEnquiry(id)).toMatchObject({
      receiverId: null,
      organisationId: people.organisationId,
    })
  })

  it('goes to the editors when the contact has no account there', async () => {
    await nameContactOf(db, 'iemand@elders.example')
    expect(await received(await delivered())).toEqual([people.editorId])
  })

  it('goes to the administrators when nobody of the organisation is left', async () => {
    await closeOffice(db, people)
    const id = await delivered()
    expect(await received(id)).toContain(people.administratorId)
    expect(await getEnquiry(id)).toMatchObject({ receiverId: null, organisationId: null })
  })

  it('about this site or about a region without people goes to the administrators', async () => {
    const site = await findAbout('site', '')
    const region = await findAbout('region', 'groningen')
    for (const about of [site, region]) {
      expect(about).not.toBeNull()
      expect(await received(await delivered({ about: about! }))).toContain(people.administratorId)
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

describe('what is kept', () => {
  it('goes with its mail after the period, and unconfirmed text after two days', async () => {
    const now = new Date()
    const old = await delivered()
    await db.$transaction(async (tx) =>
      queueAddressMail(tx, {
        address: WRITER,
        kind: 'enquiry-answered',
        key: old,
        subject: 'Antwoord',
        text: 'Een antwoord.',
        path: '/',
      }),
    )
    const unconfirmed = await pending()
    const fresh = await delivered()
    const past = new Date(now.getTime() - 100 * 24 * 60 * 60 * 1_000)
    await db.$executeRaw`UPDATE enquiry SET updated_at = ${past} WHERE id = ${old}::uuid`
    await db.mail.updateMany({
      where: { kind: 'enquiry-answered' },
      data: { createdAt: past, status: 'sent', sentAt: past },
    })
    await db.enquiry.update({ where: { id: unconfirmed }, data: { expiresAt: past } })
    expect(await deleteOldEnquiries(now, 90)).toBe(2)
    expect((await db.enquiry.findMany()).map(({ id }) => id)).toEqual([fresh])
    expect((await mailsTo(WRITER)).map(({ kind }) => kind)).not.toContain('enquiry-answered')
  })
})
