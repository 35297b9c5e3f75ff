import 'server-only'
import { PgBoss, type QueuePolicy } from 'pg-boss'
import { env } from './env'
import { log } from './log'

/** Recurring work: a name, when it is due, and what to do. */
export interface Job {
  name: string
  /** Five fields as cron has them, in Dutch time. */
  cron: string
  run: () => Promise<void>
}

const SCHEMA = 'pgboss'
/** One waits and one runs at most: who asks while a run is busy gets another after it, since this one may have looked before. */
const POLICY = 'stately'
/** Who asks is heard at once (LISTEN); looking each so many seconds is the net under it, as behind a pooler that cannot listen. */
const POLL_SECONDS = 5
/** A run that takes longer counts as lost and may be taken over. */
const EXPIRE_SECONDS = 30 * 60
const KEEP_SECONDS = 7 * 24 * 60 * 60
const RETRY_DELAY_SECONDS = 30
const QUEUE = { notify: true, retryLimit: 2, retryDelay: RETRY_DELAY_SECONDS, retryBackoff: true, expireInSeconds: EXPIRE_SECONDS, deleteAfterSeconds: KEEP_SECONDS } as const
const POOL = 3
const STOP_MS = 5_000

export interface JobRunner {
  stop: () => Promise<void>
}

/**
 * Starts the recurring work of this process. Any number of processes may do so on one database: of each job at most one runs
 * at a time, so that two never do the same, and at most one waits. A job that throws is tried again twice, later each time.
 */
export async function startJobRunner(jobs: readonly Job[]): Promise<JobRunner> {
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, schema: SCHEMA, max: POOL, application_name: 'praktijkbank-jobs', useListenNotify: true })
  boss.on('error', (error: unknown) => log.error({ err: error }, 'job queue'))
  await boss.start()
  const policies = new Map((await boss.getQueues()).map(({ name, policy }) => [name, policy]))
  for (const { name, cron, run } of jobs) {
    await openQueue(boss, name, policies.get(name))
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: POLL_SECONDS, batchSize: 1 }, run)
    // A week's work that came due while everything was down is done once after all.
    await boss.schedule(name, cron, null, { tz: 'Europe/Amsterdam', missed: 'once' })
  }
  const known = new Set(jobs.map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_MS }) }
}

/** A queue keeps its policy for life: one with another is made anew. What waited there comes again by its schedule; what people asked for stands in tables of ours. */
async function openQueue(boss: PgBoss, name: string, policy: QueuePolicy | undefined): Promise<void> {
  if (policy === POLICY) return boss.updateQueue(name, QUEUE)
  if (policy !== undefined) await boss.deleteQueue(name)
  await boss.createQueue(name, { policy: POLICY, ...QUEUE })
}

/** Asks for a run now; false when one waits already. */
export async function requestJob(name: string): Promise<boolean> {
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, schema: SCHEMA, max: 1, supervise: false, schedule: false, migrate: false })
  boss.on('error', (error: unknown) => log.error({ err: error }, 'job queue'))
  await boss.start()
  try {
    return (await boss.send(name)) !== null
  } finally {
    await boss.stop({ graceful: false })
  }
}
