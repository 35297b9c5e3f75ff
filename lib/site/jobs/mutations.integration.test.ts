import { PgBoss } from 'pg-boss'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { requestJob, startJobRunner } = await import('@/lib/base/runtime/job-runner')
const { listJobStates } = await import('./data')
const { runJob, requestRun } = await import('./mutations')

const runners: { stop: () => Promise<void> }[] = []
const runner = async (run: () => Promise<void>) => {
  const started = await startJobRunner([{ name: 'send-mail', cron: '0 0 1 1 *', run }])
  runners.push(started)
}
const until = async (done: () => boolean) => {
  for (let n = 0; n < 150 && !done(); n += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

afterEach(() => Promise.all(runners.splice(0).map(({ stop }) => stop())))
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('recurring work', () => {
  it('is done by one of two processes at a time; who asks meanwhile gets one run after it', async () => {
    let running = 0
    let most = 0
    let done = 0
    const work = async () => {
      most = Math.max(most, (running += 1))
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      running -= 1
      done += 1
    }
    await runner(work)
    await runner(work)
    expect(await requestJob('send-mail')).toBe(true)
    await until(() => running === 1)
    const asked = await Promise.all([1, 2, 3, 4].map(() => requestJob('send-mail')))
    expect(asked.filter(Boolean)).toHaveLength(1)
    await until(() => done === 2)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect({ done, most, running }).toEqual({ done: 2, most: 1, running: 0 })
  })

  it('takes over a queue that an earlier version made with another policy', async () => {
    const boss = new PgBoss({ connectionString: database.url, schema: 'pgboss' })
    await boss.start()
    await boss.deleteQueue('send-mail')
    await boss.createQueue('send-mail', { policy: 'exclusive' })
    await boss.send('send-mail')
    let done = 0
    await runner(() => Promise.resolve(void (done += 1)))
    expect(await boss.getQueue('send-mail')).toMatchObject({
      policy: 'stately',
      notify: true,
      heartbeatSeconds: 30,
    })
    await boss.stop({ graceful: false })
    await requestJob('send-mail')
    await until(() => done === 1)
    expect(done).toBe(1)
  })

  it('makes a queue anew whose busy work has no heartbeat, so that nothing killed before stands in its way', async () => {
    await Promise.all(runners.splice(0).map(({ stop }) => stop()))
    const boss = new PgBoss({ connectionString: database.url, schema: 'pgboss' })
    await boss.start()
    await boss.deleteQueue('send-mail')
    await boss.createQueue('send-mail', { policy: 'stately' })
    await boss.send('send-mail')
    expect(await boss.fetch('send-mail')).toHaveLength(1)
    let done = 0
    await runner(() => Promise.resolve(void (done += 1)))
    await boss.stop({ graceful: false })
    await requestJob('send-mail')
    await until(() => done === 1)
    expect(done).toBe(1)
  })

  it('records each run with how much was done, and a failure without words of people', async () => {
    await runJob('send-digests', () => Promise.resolve(3))
    await expect(
      runJob('send-digests', () => Promise.reject(new Error('secret of jan@voorbeeld.nl'))),
    ).rejects.toThrow('secret')
    const state = (await listJobStates(new Date())).find(({ name }) => name === 'send-digests')
    expect(state?.lastRun).toMatchObject({ result: 'failed', error: 'Error' })
    expect(state?.failures).toHaveLength(1)
    expect(
      await db.jobRun.findFirst({
        where: { result: 'ok' },
        select: { done: true, finishedAt: true },
      }),
    ).toMatchObject({ done: 3 })
  })

  it('keeps one run of those without news', async () => {
    for (let n = 0; n < 4; n += 1) await runJob('send-mail', () => Promise.resolve(0))
    expect(await db.jobRun.count({ where: { name: 'send-mail' } })).toBe(1)
  })

  it('is asked for by an administrator, with an audit row', async () => {
    const { id } = await db.user.create({
      data: { email: 'beheerder@voorbeeld.nl', name: 'Beheerder' },
      select: { id: true },
    })
    await runner(() => Promise.resolve())
    expect(await requestRun('send-mail', id)).toBe(true)
    expect(await db.auditEvent.count({ where: { actorId: id, action: 'job.request' } })).toBe(1)
  })
})
