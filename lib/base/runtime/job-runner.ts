import 'server-only'
import { PgBoss, type QueueResult } from 'pg-boss'
import { env } from './env'
import { AppError } from './errors'
import { log } from './log'

export interface Job {
  name: string
  /** Five cron fields, in Dutch time. */
  cron: string
  /** Stops early, with nothing half done, when the signal aborts. */
  run: (ending: AbortSignal) => Promise<void>
}

const SCHEMA = 'pgboss'
/** One queued and one running: a request during a run gets another, as this one may have looked. */
const POLICY = 'stately'
/** Fallback for LISTEN, as behind a pooler that cannot listen. */
const POLL_SECONDS = 5
/** A longer run counts as hung, even when its process sends heartbeats. */
const EXPIRE_SECONDS = 30 * 60
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
/** Long enough to hand over a mail; running requests get the same. */
const STOP_MS = 25_000

export interface JobRunner {
  stop: () => Promise<void>
}

/** Over all processes at most one run and one queued of each job. Retries three times. */
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
    // A weekly job that came due while everything was down runs once afterwards.
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

/** A queue's policy is fixed, so an outdated queue is recreated. Schedules bring back its jobs. */
async function openQueue(
  boss: PgBoss,
  name: string,
  queue: QueueResult | undefined,
): Promise<void> {
  if (queue?.policy === POLICY && queue.heartbeatSeconds) return boss.updateQueue(name, QUEUE)
  if (queue !== undefined) await boss.deleteQueue(name)
  await boss.createQueue(name, { policy: POLICY, ...QUEUE })
}

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
  try {
    await boss.start()
    return (await boss.send(name)) !== null
  } catch (error) {
    // Nobody has made the queue yet: no process of this installation runs the jobs.
    log.error({ err: error, job: name }, 'the job could not be requested')
    throw new AppError('UNAVAILABLE')
  } finally {
    await boss.stop({ graceful: false })
  }
}
