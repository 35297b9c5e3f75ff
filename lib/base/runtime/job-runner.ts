import 'server-only'
import { PgBoss, type QueueResult } from 'pg-boss'
import { env } from './env'
import { log } from './log'

/** Recurring work: a name, when it is due, and what to do. */
export interface Job {
  name: string
  /** Five fields as cron has them, in Dutch time. */
  cron: string
  /** Stops early, with nothing half done, when the signal says that this process ends. */
  run: (ending: AbortSignal) => Promise<void>
}

const SCHEMA = 'pgboss'
/** One waits and one runs at most: who asks while a run is busy gets another after it, since this one may have looked before. */
const POLICY = 'stately'
/** Who asks is heard at once (LISTEN); looking each so many seconds is the net under it, as behind a pooler that cannot listen. */
const POLL_SECONDS = 5
/** A run that takes longer counts as hung, though its process says that it is there. One that was killed is found by its silence. */
const EXPIRE_SECONDS = 30 * 60
/** So often a busy process says that it is there, as part of the silence after which it is taken for dead. */
const BEATS = 3
const KEEP_SECONDS = 7 * 24 * 60 * 60
/** The first pause; the next is about twice as long. Taking over after a kill waits for it too. */
const RETRY_DELAY_SECONDS = 15
const QUEUE = {
  notify: true,
  retryLimit: 3,
  retryDelay: RETRY_DELAY_SECONDS,
  retryBackoff: true,
  expireInSeconds: EXPIRE_SECONDS,
  heartbeatSeconds: env.JOB_HEARTBEAT_SECONDS,
  deleteAfterSeconds: KEEP_SECONDS,
} as const
const CHECKS = {
  superviseIntervalSeconds: env.JOB_CHECK_SECONDS,
  monitorIntervalSeconds: env.JOB_CHECK_SECONDS,
} as const
const WORK = {
  pollingIntervalSeconds: POLL_SECONDS,
  notifyPollingIntervalSeconds: POLL_SECONDS,
  batchSize: 1,
  heartbeatRefreshSeconds: env.JOB_HEARTBEAT_SECONDS / BEATS,
} as const
const POOL = 3
/** A mail that is being handed over may take this long; the server gives running requests the same half minute. */
const STOP_MS = 25_000

export interface JobRunner {
  stop: () => Promise<void>
}

/**
 * Starts the recurring work of this process. Any number of processes may do so on one database: of each job at most one runs
 * at a time, so that two never do the same, and at most one waits. A job that throws is tried again three times, later each time.
 * A process that was killed is found by its silence, and its work is done again by another within two minutes.
 */
export async function startJobRunner(jobs: readonly Job[]): Promise<JobRunner> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    schema: SCHEMA,
    max: POOL,
    application_name: 'praktijkbank-jobs',
    useListenNotify: true,
    ...CHECKS,
  })
  boss.on('error', (error: unknown) => log.error({ err: error }, 'job queue'))
  await boss.start()
  const ending = new AbortController()
  const queues = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const { name, cron, run } of jobs) {
    await openQueue(boss, name, queues.get(name))
    await boss.work(name, WORK, () => run(ending.signal))
    // A week's work that came due while everything was down is done once after all.
    await boss.schedule(name, cron, null, { tz: 'Europe/Amsterdam', missed: 'once' })
  }
  const known = new Set(jobs.map(({ name }) => name))
  for (const { name } of await boss.getSchedules())
    if (!known.has(name)) await boss.unschedule(name)
  return {
    stop: () => {
      ending.abort()
      return boss.stop({ graceful: true, timeout: STOP_MS })
    },
  }
}

/**
 * A queue keeps its policy for life: one with another is made anew, and so is one of before heartbeats, whose busy work would
 * stand for dead. What waited there comes again by its schedule; what people asked for stands in tables of ours.
 */
async function openQueue(
  boss: PgBoss,
  name: string,
  queue: QueueResult | undefined,
): Promise<void> {
  if (queue?.policy === POLICY && queue.heartbeatSeconds) return boss.updateQueue(name, QUEUE)
  if (queue !== undefined) await boss.deleteQueue(name)
  await boss.createQueue(name, { policy: POLICY, ...QUEUE })
}

/** Asks for a run now; false when one waits already. */
export async function requestJob(name: string): Promise<boolean> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    schema: SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
    migrate: false,
  })
  boss.on('error', (error: unknown) => log.error({ err: error }, 'job queue'))
  await boss.start()
  try {
    return (await boss.send(name)) !== null
  } finally {
    await boss.stop({ graceful: false })
  }
}
