import { spawn, type ChildProcess } from 'node:child_process'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { createTestDatabase } from '@/lib/base/testing/database'
import { startMailServer } from '@/lib/base/testing/mail-server'

const smtp = await startMailServer()
const database = await createTestDatabase()
Object.assign(process.env, {
  DATABASE_URL: database.url,
  SMTP_URL: smtp.url,
  NEXTAUTH_URL: 'https://praktijkbank.test',
  NEXTAUTH_SECRET: 'x'.repeat(40),
  JOB_HEARTBEAT_SECONDS: '10',
  JOB_CHECK_SECONDS: '1',
  MAIL_CLAIM_SECONDS: '4',
})
const { db } = await import('@/lib/base/db/db')
const { requestJob } = await import('@/lib/base/runtime/job-runner')
const { queueMails } = await import('@/lib/people/messages/mutations')
const { listJobStates } = await import('./data')
const { JOB_NAMES, runState } = await import('./rules')

const START = "import('./lib/site/jobs/mutations.ts').then(({ startJobs }) => startJobs())"
const children: ChildProcess[] = []

function startProcess(): { child: ChildProcess; ended: Promise<void> } {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', '--eval', START], {
    env: { ...process.env, NODE_OPTIONS: '--conditions=react-server' },
    stdio: 'ignore',
    detached: true,
  })
  children.push(child)
  return { child, ended: new Promise((resolve) => child.once('exit', () => resolve())) }
}
const kill = (child: ChildProcess) => process.kill(-child.pid!, 'SIGKILL')
const isAlive = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

const statuses = async () => {
  const rows = await db.mail.groupBy({ by: ['status'], _count: true })
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]))
}
const queueFor = async (count: number) => {
  const people = Array.from({ length: count }, (_, n) => ({
    email: `lezer-${String(n)}@voorbeeld.nl`,
    name: 'Lezer',
  }))
  const rows = await db.user.createManyAndReturn({ data: people, select: { id: true } })
  const words = {
    kind: 'contact-request',
    key: 'een',
    subject: 'Vraag',
    text: 'Vraag',
    path: '/',
  } as const
  await db.$transaction((tx) =>
    queueMails(
      tx,
      rows.map(({ id }) => ({ ...words, recipientId: id })),
    ),
  )
}

afterEach(() => children.splice(0).filter(isAlive).forEach(kill))
afterAll(async () => {
  await smtp.stop()
  await db.$disconnect()
  await database.drop()
})

describe('a process that is killed in the midst of its work', () => {
  it('leaves the rest to the next one, sends no mail twice and names the one in doubt', async () => {
    await queueFor(80)
    const { child, ended } = startProcess()
    // The mail server accepts the fourteenth mail, and the sender dies before it knows.
    smtp.behaviour.beforeAnswer = async () => {
      if (smtp.inbox.length < 14) return true
      kill(child)
      await ended
      return true
    }
    await expect
      .poll(() => requestJob('send-mail').catch(() => false), { timeout: 30_000 })
      .toBe(true)
    await ended
    expect(await statuses()).toEqual({ queued: 66, sending: 1, sent: 13 })
    const silent = await db.$queryRaw`
        SELECT name
        FROM pgboss.queue
        WHERE name IN (${Prisma.join(JOB_NAMES)})
          AND heartbeat_seconds IS NULL
      `
    expect(silent).toEqual([])

    smtp.behaviour.beforeAnswer = () => Promise.resolve(true)
    startProcess()
    await expect.poll(() => requestJob('send-mail'), { timeout: 30_000 }).toBe(true)
    await expect.poll(statuses, { timeout: 60_000, interval: 200 }).toEqual({ doubt: 1, sent: 79 })
    expect(smtp.inbox).toHaveLength(80)
    expect(new Set(smtp.inbox.map(({ messageId }) => messageId)).size).toBe(80)
  }, 120_000)

  it('is seen as lost two minutes after its last word, not half an hour after its start', async () => {
    const at = new Date()
    const before = (seconds: number) => new Date(at.getTime() - seconds * 1_000)
    await db.jobRun.createMany({
      data: [
        { name: 'close-rounds', startedAt: before(7_200), aliveAt: before(10) },
        { name: 'expire-calls', startedAt: before(200), aliveAt: before(130) },
      ],
    })
    const states = new Map(
      (await listJobStates(at)).map(({ name, lastRun }) => [
        name,
        lastRun && runState(lastRun, at),
      ]),
    )
    expect(states.get('close-rounds')).toBe('busy')
    expect(states.get('expire-calls')).toBe('lost')
  })
})
