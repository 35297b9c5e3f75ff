import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createReader,
  mailTo,
  queuesWith,
  sendsWith,
  startMailWorld,
} from '@/lib/base/testing/mails'

const mailWorld = await startMailWorld({ env: { MAIL_CLAIM_SECONDS: '2' } })
const { url: smtpUrl, inbox, behaviour, reset } = mailWorld.server
const { db } = await import('@/lib/base/db/db')
const { openMailSender } = await import('@/lib/base/mail/mail-transport')
const { getMailWishes } = await import('./data')
const { queueMail, sendQueuedMail } = await import('./mutations')
const { retryMail } = await import('./outbox.mutations')
const { saveMailWishes } = await import('./wishes.mutations')

const person = (change?: { disabledAt?: Date; isExample?: boolean }) => createReader(db, change)
const queue = queuesWith(db, queueMail)
const stateOf = (recipientId: string) => mailTo(db, recipientId)
const send = sendsWith({ openMailSender, sendQueuedMail })

beforeEach(async () => {
  await db.mail.deleteMany()
  reset()
})
beforeAll(() => expect(smtpUrl).toMatch(/:\d+$/))
afterAll(() => mailWorld.stop(db))

describe('a mail that arrives', () => {
  it('has a plain text, a simple page, one link of this site, and a way to stop', async () => {
    const { recipientId, email } = await person()
    await queue(recipientId)
    expect(await send()).toBe(1)
    const [mail] = inbox
    const { id } = await stateOf(recipientId)
    expect(mail).toMatchObject({
      subject: 'Een vraag <b>bij</b> uw initiatief',
      messageId: `<${id}@praktijkbank.test>`,
      to: { text: email },
      from: { text: '"Praktijkbank" <post@praktijkbank.test>' },
    })
    expect(mail?.text).toContain('"Werkt dit <script> ook?"')
    expect(mail?.text).toContain('https://praktijkbank.test/werkplek?a=1&b=2')
    expect(mail?.html).toContain('&#60;script&#62;')
    expect(mail?.html).not.toContain('<script')
    expect(mail?.html).toContain('<a href="https://praktijkbank.test/regios">')
    expect(mail?.html).toContain('lang="nl"')
    const headers = new Map(mail?.headerLines.map(({ key, line }) => [key, line]))
    expect(headers.get('list-unsubscribe-post')).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
    expect(headers.get('auto-submitted')).toContain('auto-generated')
    expect(mail?.text).not.toContain('x'.repeat(40))
  })

  it('goes to one address, whatever the subject holds', async () => {
    const { recipientId, email } = await person()
    await queue(recipientId, { subject: 'Vraag\r\nBcc: ander@voorbeeld.nl\r\n\r\n<h1>tekst' })
    await send()
    expect(
      inbox.map(({ to, bcc, cc, subject }) => ({
        to: (to as { text: string }).text,
        bcc,
        cc,
        subject,
      })),
    ).toEqual([
      {
        to: email,
        bcc: undefined,
        cc: undefined,
        subject: 'Vraag Bcc: ander@voorbeeld.nl <h1>tekst',
      },
    ])
  })

  it('is not sent to who does not want it, is disabled, or is an example', async () => {
    const [no, gone, example, unasked] = [
      await person(),
      await person({ disabledAt: new Date() }),
      await person({ isExample: true }),
      await person(),
    ]
    await saveMailWishes(no.recipientId, {
      ...(await getMailWishes(no.recipientId)),
      'question-asked': false,
    })
    for (const { recipientId } of [no, gone, example]) await queue(recipientId)
    await queue(unasked.recipientId, { kind: 'digest' })
    expect(await send()).toBe(0)
    for (const { recipientId } of [no, gone, example, unasked])
      expect((await stateOf(recipientId)).status).toBe('skipped')
    expect(inbox).toEqual([])
  })
})

describe('a mail server that refuses or is away', () => {
  it('shows a refused address, tries a busy one later and goes on with the rest', async () => {
    const [gone, busy, fine] = [await person(), await person(), await person()]
    behaviour.recipient = (address) =>
      address === gone.email ? 550 : address === busy.email ? 451 : null
    for (const { recipientId } of [gone, busy, fine]) await queue(recipientId)
    expect(await send()).toBe(1)
    expect(await stateOf(gone.recipientId)).toMatchObject({ status: 'refused' })
    expect((await stateOf(gone.recipientId)).lastError).toContain('<address>')
    expect((await stateOf(gone.recipientId)).lastError).not.toContain('gone@voorbeeld.nl')
    const later = await stateOf(busy.recipientId)
    expect(later).toMatchObject({ status: 'queued', attempts: 1 })
    expect(later.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 60_000)
    expect(await send()).toBe(0)
  })

  it('gives up after the last attempt, and an administrator can try again', async () => {
    const { recipientId } = await person()
    behaviour.recipient = () => 451
    await queue(recipientId)
    await db.mail.updateMany({ where: { recipientId }, data: { attempts: 11 } })
    await send()
    const dead = await stateOf(recipientId)
    expect(dead.status).toBe('failed')
    behaviour.recipient = () => null
    expect(await retryMail(dead.id, recipientId)).toBe(true)
    expect(await retryMail(dead.id, recipientId)).toBe(false)
    expect(await send()).toBe(1)
  })

  it('delays and loses nothing when it is away, at the cost of no attempt', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    const url = process.env.SMTP_URL
    const { env } = await import('@/lib/base/runtime/env')
    Object.assign(env, { SMTP_URL: 'smtp://127.0.0.1:1' })
    await expect(send()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    Object.assign(env, { SMTP_URL: url })
    expect(await stateOf(recipientId)).toMatchObject({ status: 'queued', attempts: 0 })
    await db.mail.updateMany({ where: { recipientId }, data: { nextAttemptAt: new Date() } })
    expect(await send()).toBe(1)
  })

  it('does not send news that is two weeks old', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await db.mail.updateMany({
      where: { recipientId },
      data: { createdAt: new Date(Date.now() - 15 * 86_400_000) },
    })
    expect(await send()).toBe(0)
    expect(await stateOf(recipientId)).toMatchObject({ status: 'failed', lastError: 'expired' })
  })
})
