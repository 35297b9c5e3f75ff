import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { MAIL_SETTINGS } from '@/lib/base/testing/mails'
import { startMailServer } from '@/lib/base/testing/mail-server'

const { url: smtpUrl, inbox, behaviour, reset, stop: stopMailServer } = await startMailServer()
const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, {
  DATABASE_URL: database.url,
  SMTP_URL: smtpUrl,
  ...MAIL_SETTINGS,
})
const { db } = await import('@/lib/base/db/db')
const { openMailSender } = await import('@/lib/base/mail/mail-transport')
const { listOutbox } = await import('@/lib/people/messages/data')
const { sendQueuedMail } = await import('@/lib/people/messages/mutations')
const { POST } = await import('@/app/api/mail/afmelden/route')
const { NextRequest } = await import('next/server')
const { getInitiativeContact, getReceivedContact, isReachable, listSentContacts } =
  await import('./data')
const { saveContact, saveHandled } = await import('./mutations')

const SLUG = 'rangeerterrein'
const ABOUT = { kind: 'initiative', slug: SLUG } as const
let sender: { id: string; name: string; address: string; organisation: null }

/** On the published version; the seed names no contacts. */
const nameContact = (change: string) =>
  db.$transaction([
    db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    db.$executeRawUnsafe(
      `UPDATE initiative_revision SET ${change} WHERE id = (SELECT published_revision_id FROM initiative WHERE slug = '${SLUG}')`,
    ),
  ])

beforeAll(async () => {
  const user = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.overijssel@voorbeeld.nl' },
    select: { id: true, name: true, email: true },
  })
  sender = { id: user.id, name: user.name, address: user.email, organisation: null }
})
beforeEach(async () => {
  reset()
  await db.contactRequest.deleteMany()
  await db.mail.deleteMany()
  await db.mailRefusal.deleteMany()
  await nameContact(
    `contact_name = 'Eva de Wit', contact_email = 'Eva@elders.example', contact_consent = true`,
  )
})
afterAll(async () => {
  await stopMailServer()
  await db.$disconnect()
  await database.drop()
})

async function deliver(): Promise<number> {
  const mail = openMailSender()!
  try {
    return await sendQueuedMail(mail)
  } finally {
    mail.close()
  }
}
const write = async (message = 'Wat kost het?\r\nBcc: ander@elders.example') =>
  saveContact({ target: (await getInitiativeContact(SLUG))!, sender, message })
const tokenIn = (mail: ParsedMail | undefined) =>
  new URL(
    /https:\/\/praktijkbank\.test\/contact\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? 'x:',
  ).searchParams.get('token') ?? ''

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
    expect(await listOutbox('refused')).toMatchObject([
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
    await nameContact(change)
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
