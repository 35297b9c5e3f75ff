import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contactSender, tokenIn, resetContacts } from '@/lib/base/testing/contact'
import { sendsWith, startMailWorld } from '@/lib/base/testing/mails'

const mailWorld = await startMailWorld({ seeded: true })
const { inbox, reset } = mailWorld.server
const { db } = await import('@/lib/base/db/db')
const { openMailSender } = await import('@/lib/base/mail/mail-transport')
const { sendQueuedMail } = await import('@/lib/people/messages/mutations')
const {
  getReceivedContact,
  isReachable,
  listRegionContacts,
  listSentContacts,
  listPendingContacts,
} = await import('./data')
const { deleteRegionContact, saveContact, saveHandled, saveRegionContact } =
  await import('./mutations')

const sender = await contactSender(db)
const deliver = sendsWith({ openMailSender, sendQueuedMail })

beforeEach(async () => {
  reset()
  await resetContacts(db)
})
afterAll(() => mailWorld.stop(db))

describe('asking someone of a region', () => {
  let region: { id: string; slug: string; name: string }
  let people: { id: string; name: string; email: string }[]
  const own = { kind: 'region', slug: 'zeeland' } as const
  const forward = (index: number, version?: number, role = 'Secretaris') =>
    saveRegionContact({
      regionId: region.id,
      actorId: people[index]!.id,
      version,
      role,
      subjects: '',
    })
  const contacts = () => listRegionContacts([region.id])

  beforeAll(async () => {
    region = await db.region.findUniqueOrThrow({
      where: { slug: own.slug },
      select: { id: true, slug: true, name: true },
    })
    people = await Promise.all(
      ['Anna', 'Bas', 'Cor', 'Dini'].map((name) =>
        db.user.create({
          data: { name, email: `${name.toLowerCase()}@zeeland.example` },
          select: { id: true, name: true, email: true },
        }),
      ),
    )
  })
  beforeEach(async () => {
    await db.regionContact.deleteMany({ where: { regionId: region.id } })
  })

  it('has room for three, whoever comes at the same time', async () => {
    expect((await Promise.all([0, 1, 2, 3].map((index) => forward(index)))).toSorted()).toEqual(
      ['full', null, null, null].toSorted(),
    )
    const listed = await contacts()
    expect(new Set(listed.map(({ userId }) => userId)).size).toBe(3)
    await deleteRegionContact({
      regionId: region.id,
      contactId: listed[1]!.id,
      actorId: listed[0]!.userId,
    })
    const missing = people.findIndex(({ id }) => !listed.some(({ userId }) => userId === id))
    expect(await forward(missing)).toBeNull()
    expect((await contacts())[1]?.userId).toBe(people[missing]?.id)
  })

  it('takes a double press as one, and tells of a change made meanwhile', async () => {
    expect(await forward(0)).toBeNull()
    expect(await forward(0)).toBeNull()
    expect(await forward(0, undefined, 'Adviseur')).toBe('conflict')
    expect(await forward(0, 1, 'Adviseur')).toBeNull()
    expect(await forward(0, 1, 'Voorzitter')).toBe('conflict')
    expect(await contacts()).toMatchObject([{ role: 'Adviseur', version: 2 }])
    expect(await forward(1, 1)).toBe('conflict')
  })

  it('goes to their account, waits on their workspace, and shows only them where the answer goes', async () => {
    await forward(0)
    const [target] = await contacts()
    await saveContact({ target: target!, sender, message: 'Hoe pakt u dit aan?' })
    const [waiting] = await listPendingContacts(people[0]!.id)
    expect(waiting).toMatchObject({ title: region.name, sender: sender.name })
    expect(await getReceivedContact(waiting!.token)).toMatchObject({ about: own, replyTo: null })
    expect(await getReceivedContact(waiting!.token, people[1]!.id)).toMatchObject({ replyTo: null })
    expect(await getReceivedContact(waiting!.token, people[0]!.id)).toMatchObject({
      replyTo: sender.address,
    })
    expect(await deliver()).toBe(1)
    expect(inbox[0]?.to).toMatchObject({ text: people[0]!.email })
    expect(inbox[0]?.replyTo?.text).toBe(sender.address)
    expect(tokenIn(inbox[0])).toBe(waiting!.token)
    expect(await listSentContacts(sender.id, own)).toMatchObject([
      { name: 'Anna', delivery: 'sent' },
    ])
    await saveHandled((await getReceivedContact(waiting!.token))!.id, people[0]!.id)
    expect(await listPendingContacts(people[0]!.id)).toEqual([])
  })

  it('respects who stopped such mail', async () => {
    await forward(0)
    expect(await isReachable((await contacts())[0]!)).toBe(true)
    await db.mailWish.create({
      data: { userId: people[0]!.id, kind: 'contact-request', mode: 'never' },
      select: { kind: true },
    })
    expect(await isReachable((await contacts())[0]!)).toBe(false)
    await db.mailWish.deleteMany({ where: { userId: people[0]!.id } })
  })

  it('ends with their account: the name goes, and what was written to them', async () => {
    await forward(3)
    await saveContact({ target: (await contacts())[0]!, sender, message: 'Bent u er nog?' })
    await db.$executeRaw`SELECT forget_account(${people[3]!.id}::uuid)`
    expect(await contacts()).toEqual([])
    expect(await listSentContacts(sender.id, own)).toEqual([])
  })

  it('is kept whole by the database', async () => {
    const { id: userId } = people[0]!
    await expect(
      db.regionContact.create({ data: { regionId: region.id, userId, position: 4, role: 'R' } }),
    ).rejects.toThrow(/region_contact_three/)
    await expect(
      db.regionContact.create({ data: { regionId: region.id, userId, position: 1, role: ' ' } }),
    ).rejects.toThrow(/region_contact_texts/)
    await forward(0)
    await saveContact({ target: (await contacts())[0]!, sender, message: 'M' })
    const { id } = await db.contactRequest.findFirstOrThrow({
      where: { regionId: region.id },
      select: { id: true },
    })
    await expect(
      db.contactRequest.update({ where: { id }, data: { receiverId: people[1]!.id } }),
    ).rejects.toThrow(/keeps its rows/)
    const mail = await db.mail.create({
      data: {
        toAddress: 'x@elders.example',
        kind: 'contact-request',
        key: 'y',
        subject: 'S',
        text: 'T',
        path: '/',
      },
      select: { id: true },
    })
    await expect(
      db.contactRequest.create({ data: { mailId: mail.id, contactName: 'N', message: 'M' } }),
    ).rejects.toThrow(/contact_request_about/)
    await expect(
      db.contactRequest.create({
        data: { mailId: mail.id, contactName: 'N', message: 'M', regionId: region.id },
      }),
    ).rejects.toThrow(/contact_request_receiver/)
  })
})
