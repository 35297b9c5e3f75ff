import { spawn, type ChildProcess } from 'node:child_process'
import type { ParsedMail } from 'mailparser'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { startMailServer } from '@/lib/base/testing/mail-server'

const { url: smtpUrl, inbox, behaviour, reset, stop: stopMailServer } = await startMailServer()
const database = await createTestDatabase()
Object.assign(process.env, {
  DATABASE_URL: database.url,
  SMTP_URL: smtpUrl,
  MAIL_FROM: 'Praktijkbank <post@praktijkbank.test>',
  NEXTAUTH_URL: 'https://praktijkbank.test',
  NEXTAUTH_SECRET: 'x'.repeat(40),
  MAIL_CLAIM_SECONDS: '2',
})
const { db } = await import('@/lib/base/db/db')
const { openMailSender } = await import('@/lib/base/mail/mail-transport')
const { getMailWishes, readUnsubscribeToken } = await import('./data')
const { queueMail, retryMail, saveMailWishes, sendQueuedMail, settleMail, stopMail } =
  await import('./mutations')
const { POST, GET } = await import('@/app/api/mail/afmelden/route')
const { NextRequest } = await import('next/server')

let people = 0
async function person(change: { disabledAt?: Date; isExample?: boolean } = {}) {
  const user = await db.user.create({
    data: { email: `lezer-${String((people += 1))}@voorbeeld.nl`, name: 'Lezer', ...change },
    select: { id: true, email: true },
  })
  return { recipientId: user.id, email: user.email }
}
const queue = (recipientId: string, change: object = {}) =>
  db.$transaction((tx) =>
    queueMail(tx, {
      recipientId,
      kind: 'question-asked',
      key: 'een',
      subject: 'Een vraag <b>bij</b> uw initiatief',
      text: 'Iemand vraagt:\n\n"Werkt dit <script> ook?"\n\nhttps://praktijkbank.test/regios',
      path: '/werkplek?a=1&b=2',
      ...change,
    }),
  )
const stateOf = (recipientId: string) =>
  db.mail.findFirstOrThrow({
    where: { recipientId },
    select: { id: true, status: true, attempts: true, lastError: true, nextAttemptAt: true },
  })

async function send(): Promise<number> {
  const sender = openMailSender()!
  try {
    return await sendQueuedMail(sender)
  } finally {
    sender.close()
  }
}

const children: ChildProcess[] = []
/** The worker as a process of its own, to be killed. */
function startWorker(): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/send-mail.ts'], {
    env: { ...process.env, NODE_OPTIONS: '--conditions=react-server' },
    stdio: 'ignore',
    detached: true,
  })
  children.push(child)
  return { child, ended: new Promise((resolve) => child.once('exit', resolve)) }
}
const kill = (child: ChildProcess) => process.kill(-child.pid!, 'SIGKILL')
/** How many mails stand in each status. */
const statuses = async () =>
  Object.fromEntries(
    (await db.mail.groupBy({ by: ['status'], _count: true })).map(({ status, _count }) => [
      status,
      _count,
    ]),
  )
const releaseClaims = () =>
  db.mail.updateMany({
    where: { status: 'sending' },
    data: { claimedAt: new Date(Date.now() - 3_600_000) },
  })

beforeEach(async () => {
  await db.mail.deleteMany()
  reset()
})
afterEach(() =>
  children
    .splice(0)
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    .forEach(kill),
)
beforeAll(() => expect(smtpUrl).toMatch(/:\d+$/))
afterAll(async () => {
  await stopMailServer()
  await db.$disconnect()
  await database.drop()
})

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

describe('several senders and a sender that is killed', () => {
  it('sends each mail once when three send at the same time', async () => {
    for (let n = 0; n < 30; n += 1) await queue((await person()).recipientId)
    const counts = await Promise.all([send(), send(), send()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(new Set(inbox.map(({ messageId }) => messageId)).size).toBe(30)
    expect(inbox).toHaveLength(30)
  })

  it('sends no mail twice when it is killed midway, and names the one that was on its way', async () => {
    for (let n = 0; n < 12; n += 1) await queue((await person()).recipientId)
    const { child, ended } = startWorker()
    behaviour.beforeAccept = async () => {
      if (inbox.length < 5) return
      kill(child)
      await ended
    }
    await ended
    expect(await statuses()).toEqual({ queued: 6, sending: 1, sent: 5 })
    behaviour.beforeAccept = () => Promise.resolve()
    await releaseClaims()
    expect(await startWorker().ended).toBe(0)
    expect(await statuses()).toEqual({ doubt: 1, sent: 11 })
    expect(new Set(inbox.map(({ messageId }) => messageId)).size).toBe(inbox.length)
  })

  it('leaves what is on its way to an administrator when the server had it all and fell silent', async () => {
    const [first, second] = [await person(), await person()]
    await queue(first.recipientId)
    behaviour.beforeAnswer = () => Promise.resolve(false)
    await expect(send()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    behaviour.beforeAnswer = () => Promise.resolve(true)
    await queue(second.recipientId)
    expect(await send()).toBe(1)
    expect(inbox).toHaveLength(2)
    expect(await stateOf(first.recipientId)).toMatchObject({ status: 'doubt', attempts: 1 })
  })

  it('does the same when the answer takes too long', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    behaviour.beforeAnswer = () => new Promise(() => undefined)
    await expect(send()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(await stateOf(recipientId)).toMatchObject({ status: 'doubt' })
  })

  it('tries again by itself when the server went away before it had the whole mail', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    behaviour.recipient = () => 421
    await send().catch(() => undefined)
    expect((await stateOf(recipientId)).status).toBe('queued')
  })

  const doubtful = async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await send()
    await db.mail.updateMany({
      where: { recipientId },
      data: { status: 'sending', sentAt: null, claimedAt: new Date(Date.now() - 3_600_000) },
    })
    expect(await send()).toBe(0)
    expect(inbox).toHaveLength(1)
    return { recipientId, ...(await stateOf(recipientId)) }
  }

  it('is sent again only when an administrator says so, with the same Message-ID', async () => {
    const { id, recipientId, status } = await doubtful()
    expect(status).toBe('doubt')
    expect(await retryMail(id, recipientId)).toBe(true)
    expect(await send()).toBe(1)
    expect(inbox).toHaveLength(2)
    expect(new Set(inbox.map(({ messageId }) => messageId)).size).toBe(1)
    expect((await stateOf(recipientId)).status).toBe('sent')
  })

  it('is settled as sent by an administrator, once and with an audit row', async () => {
    const { id, recipientId } = await doubtful()
    expect(await settleMail(id, recipientId)).toBe(true)
    expect(await settleMail(id, recipientId)).toBe(false)
    expect(await send()).toBe(0)
    expect(inbox).toHaveLength(1)
    expect(await db.auditEvent.count({ where: { action: 'mail.settle', objectId: id } })).toBe(1)
    expect(
      await db.mail.findUnique({ where: { id }, select: { status: true, sentAt: true } }),
    ).toMatchObject({ status: 'sent', sentAt: expect.any(Date) as Date })
  })

  it('stops between two mails when its process ends', async () => {
    for (let n = 0; n < 3; n += 1) await queue((await person()).recipientId)
    const ending = new AbortController()
    behaviour.beforeAnswer = () => Promise.resolve(ending.abort()).then(() => true)
    const sender = openMailSender()!
    expect(await sendQueuedMail(sender, ending.signal)).toBe(1)
    sender.close()
    expect(await statuses()).toEqual({ queued: 2, sent: 1 })
  })
})

describe('stopping mail with one click', () => {
  const linkIn = (mail: ParsedMail | undefined) =>
    /<(https:[^>]+)>/.exec(
      mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replace(/\s+/g, '') ??
        '',
    )?.[1] ?? ''
  const post = (url: string, body = 'List-Unsubscribe=One-Click') =>
    POST(
      new NextRequest(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    )

  it('acts by POST without signing in, and for that kind alone', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await send()
    const link = linkIn(inbox[0])
    expect(link).toMatch(/^https:\/\/praktijkbank\.test\/api\/mail\/afmelden\?token=/)
    expect((await post(link)).status).toBe(200)
    expect((await post(link)).status).toBe(200)
    expect(await getMailWishes(recipientId)).toMatchObject({
      'question-asked': false,
      'contact-request': true,
    })
    await queue(recipientId, { key: 'twee' })
    expect(await send()).toBe(0)
  })

  it('changes nothing by GET: that leads to a page that asks', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await send()
    const answer = GET(new NextRequest(linkIn(inbox[0])))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(
      /^https:\/\/praktijkbank\.test\/afmelden\?token=/,
    )
    expect(await getMailWishes(recipientId)).toMatchObject({ 'question-asked': true })
  })

  it('refuses a link that was made up, changed, or belongs to someone who is gone', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await send()
    const link = linkIn(inbox[0])
    const token = new URL(link).searchParams.get('token') ?? ''
    const [payload = '', signature = ''] = token.split('.')
    const other = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('question-asked', 'contact-request'),
    ).toString('base64url')
    for (const broken of [
      '',
      'x',
      `${payload}.`,
      `.${signature}`,
      `${other}.${signature}`,
      `${token}.x`,
      token.slice(0, -2),
      'a'.repeat(10_000),
    ]) {
      expect(readUnsubscribeToken(broken)).toBeNull()
      expect(
        (await post(`https://praktijkbank.test/api/mail/afmelden?token=${broken}`)).status,
      ).toBe(404)
    }
    expect((await post(link, 'iets=anders')).status).toBe(400)
    await db.user.delete({ where: { id: recipientId } })
    expect((await post(link)).status).toBe(404)
    expect(await stopMail(recipientId, 'digest')).toBe(false)
  })
})
