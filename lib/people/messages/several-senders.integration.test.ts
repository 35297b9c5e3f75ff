import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
const { queueMail, sendQueuedMail } = await import('./mutations')
const { retryMail, settleMail } = await import('./outbox.mutations')

const person = () => createReader(db)
const queue = queuesWith(db, queueMail)
const stateOf = (recipientId: string) => mailTo(db, recipientId)
const send = sendsWith({ openMailSender, sendQueuedMail })

const children: ChildProcess[] = []
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
afterAll(() => mailWorld.stop(db))

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
