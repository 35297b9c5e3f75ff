import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  SLUG,
  contactSender,
  tokenIn,
  nameContact,
  resetContacts,
} from '@/lib/base/testing/contact'
import { sendsWith, startMailWorld } from '@/lib/base/testing/mails'

const mailWorld = await startMailWorld({ seeded: true })
const { inbox, behaviour, reset } = mailWorld.server
const { db } = await import('@/lib/base/db/db')
const { openMailSender } = await import('@/lib/base/mail/mail-transport')
const { listOutbox } = await import('@/lib/people/messages/data')
const { sendQueuedMail } = await import('@/lib/people/messages/mutations')
const { POST } = await import('@/app/api/mail/afmelden/route')
const { NextRequest } = await import('next/server')
const { getInitiativeContact, getReceivedContact, isReachable, listSentContacts } =
  await import('./data')
const { saveContact, saveHandled } = await import('./mutations')

const ABOUT = { kind: 'initiative', slug: SLUG } as const
const sender = await contactSender(db)
const deliver = sendsWith({ openMailSender, sendQueuedMail })

beforeEach(async () => {
  reset()
  await resetContacts(db)
})
afterAll(() => mailWorld.stop(db))

const write = async (message = 'Wat kost het?\r\nBcc: ander@elders.example') =>
  saveContact({ target: (await getInitiativeContact(SLUG))!, sender, message })

describe('writing to a contact person', () => {
  it('arrives at the address that no page shows, to be answered straight to the sender', async () => {
    await write()
    expect(await listSentContacts(sender.id, ABOUT)).toMatchObject([
      { name: 'Eva de Wit', delivery: 'pending', handledAt: null },
    ])
    expect(await deliver()).toBe(1)
    const [mail] = inbox
    expect(mail?.to).toMatchObject({ text: 'eva@elders.example' })
    expect(mail?.replyTo?.text).toBe(sender.address)
    expect(mail?.bcc).toBeUndefined()
    expect(mail?.text).toContain('Wat kost het?\nBcc: ander@elders.example')
    expect(mail?.text).toContain('contactpersoon bent')
    const sent = await listSentContacts(sender.id, ABOUT)
    expect(sent).toMatchObject([{ delivery: 'sent' }])
    expect(JSON.stringify(sent)).not.toContain('eva@')
  })

  it('is told handled by whoever has the mail, once, and by nobody else', async () => {
    await write()
    await deliver()
    const token = tokenIn(inbox[0])
    const received = await getReceivedContact(token)
    expect(received).toMatchObject({
      sender: sender.name,
      handledAt: null,
      about: ABOUT,
      replyTo: null,
    })
    expect(await getReceivedContact(`${token}x`)).toBeNull()
    await saveHandled(received!.id)
    const first = (await listSentContacts(sender.id, ABOUT))[0]?.handledAt
    await saveHandled(received!.id)
    expect(first).toBeInstanceOf(Date)
    expect((await listSentContacts(sender.id, ABOUT))[0]?.handledAt).toEqual(first)
    expect(await db.auditEvent.count({ where: { action: 'contact.handled' } })).toBe(1)
  })

  it('shows an address that takes no mail to the administrator, and to the sender that it did not arrive', async () => {
    behaviour.recipient = () => 550
    await write()
    await deliver()
    expect(await listOutbox('refused', sender.id)).toMatchObject([
      { recipient: 'eva@elders.example', kind: 'contact-request' },
    ])
    expect(await listSentContacts(sender.id, ABOUT)).toMatchObject([{ delivery: 'failed' }])
  })

  it('is stopped with one click, by address, and then nothing more leaves', async () => {
    await write()
    await deliver()
    const stop = inbox[0]?.headers.get('list') as { unsubscribe?: { url?: string } } | undefined
    const answer = await POST(
      new NextRequest(stop?.unsubscribe?.url ?? 'https://praktijkbank.test', {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
      }),
    )
    expect(answer.status).toBe(200)
    expect(await isReachable((await getInitiativeContact(SLUG))!)).toBe(false)
    await write('Nog een keer.')
    expect(await deliver()).toBe(0)
    expect(await listSentContacts(sender.id, ABOUT)).toMatchObject([
      { message: 'Nog een keer.', delivery: 'failed' },
      { delivery: 'sent' },
    ])
  })

  it.each([
    ['without consent', 'contact_name = NULL, contact_email = NULL, contact_consent = false'],
    ['without an address', 'contact_email = NULL'],
  ])('is impossible %s', async (_, change) => {
    await nameContact(db, change)
    expect(await getInitiativeContact(SLUG)).toBeNull()
  })

  it('is refused by the database for a mail to two receivers, or to none', async () => {
    const mail = { kind: 'contact-request', key: 'x', subject: 'S', text: 'T', path: '/' }
    await expect(db.mail.create({ data: mail })).rejects.toThrow(/mail_receiver/)
    await expect(
      db.mail.create({
        data: { ...mail, recipientId: sender.id, toAddress: 'eva@elders.example' },
      }),
    ).rejects.toThrow(/mail_receiver/)
  })
})
