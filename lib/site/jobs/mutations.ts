import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { remindCheckins } from '@/lib/exchange/adoptions/checkins.mutations'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { closeDueRounds } from '@/lib/judgement/assessments/mutations'
import { expireCalls } from '@/lib/exchange/calls/mutations'
import { sendDigests } from '@/lib/people/digests/mutations'
import { listDatasets } from '@/lib/figures/datasets/data'
import { runImport } from '@/lib/figures/imports/run.mutations'
import { runRequestedImports } from '@/lib/figures/imports/requests.mutations'
import { READ_JOB } from '@/lib/figures/imports/rules'
import { IMPORT_JOB } from '@/lib/knowledge/initiative-imports/job.rules'
import { runRequestedImports as importInitiatives } from '@/lib/knowledge/initiative-imports/run.mutations'
import { askConfirmations } from '@/lib/knowledge/initiatives/reminders.mutations'
import { runDuePlans } from '@/lib/knowledge/schedules/mutations'
import { remindRounds } from '@/lib/monitor/rounds/reminders.mutations'
import { remindMeetings } from '@/lib/exchange/meetings/mutations'
import { sendQueuedMail } from '@/lib/people/messages/mutations'
import { remindAssessors } from '@/lib/judgement/panels/reminders.mutations'
import { notifyFollowedSearches } from '@/lib/knowledge/saved-searches/mutations'
import { db } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { type JobRunner, requestJob, startJobRunner } from '@/lib/base/runtime/job-runner'
import { log } from '@/lib/base/runtime/log'
import { openMailSender } from '@/lib/base/mail/mail-transport'
import { setRunningJobs } from '@/lib/base/runtime/running-jobs'
import { readSettings } from '@/lib/base/settings/data'
import { checkAndPublish } from '@/lib/site/ledger/mutations'
import { JOB_NAMES, type JobName, SCHEDULE } from './rules'
import { deleteWhatIsOld } from './tidy.mutations'

const RETRY_START_MS = 30_000
const ERROR_MAX = 500

type Work = (ending?: AbortSignal) => Promise<number>

const WORK: Readonly<Record<JobName, Work>> = {
  'send-mail': deliverMail,
  'send-digests': weeklyDigests,
  'close-rounds': () => closeDueRounds(new Date()),
  'remind-assessors': () => remindAssessors(new Date()),
  'import-figures': importFigures,
  [READ_JOB]: () => runRequestedImports({ base: env.CBS_ODATA_URL, hosts: env.IMPORT_HOSTS }),
  [IMPORT_JOB]: importInitiatives,
  'remind-adoptions': () => remindCheckins(new Date()),
  'remind-rounds': () => remindRounds(new Date()),
  'expire-calls': () => expireCalls(new Date()),
  'remind-meetings': () => remindMeetings(new Date()),
  'ask-confirmations': () => askConfirmations(new Date()),
  'run-plans': () => runDuePlans(new Date()),
  'check-ledger': () => checkAndPublish(new Date()),
  'forget-submissions': () => deleteWhatIsOld(new Date()),
}

/** New results of followed searches come first, so that the digest includes them. */
async function weeklyDigests(): Promise<number> {
  const now = new Date()
  await notifyFollowedSearches(now)
  return sendDigests(now)
}

/** One failing table does not stop the others; the run then counts as failed. */
async function importFigures(): Promise<number> {
  const tables = (await listDatasets()).filter(({ kind }) => kind === 'cbs_odata')
  let changed = 0
  const failed: string[] = []
  for (const { slug } of tables) {
    try {
      const outcome = await runImport(
        { datasetSlug: slug, trigger: 'schedule', actorId: null },
        { base: env.CBS_ODATA_URL, hosts: env.IMPORT_HOSTS },
      )
      if (outcome !== 'unchanged' && outcome.status === 'failed') failed.push(slug)
      else if (outcome !== 'unchanged')
        changed += outcome.added + outcome.revised + outcome.withdrawn
    } catch (error) {
      log.error({ err: error, dataset: slug }, 'figures could not be read')
      failed.push(slug)
    }
  }
  if (failed.length > 0) throw new AppError('UNAVAILABLE', failed.join(', '))
  return changed
}

async function deliverMail(ending?: AbortSignal): Promise<number> {
  const sender = openMailSender()
  if (sender === null) return 0
  try {
    return await sendQueuedMail(sender, ending)
  } finally {
    sender.close()
  }
}

/** Our own codes and details; the text of any other error may hold personal data. */
function errorText(error: unknown): string {
  if (error instanceof AppError)
    return `${error.code}: ${error.detail ?? error.code}`.slice(0, ERROR_MAX)
  return error instanceof Error ? error.name.slice(0, ERROR_MAX) : 'unknown'
}

function keepAlive(id: string): () => void {
  const beat = setInterval(() => {
    db.$executeRaw`UPDATE job_run SET alive_at = now() WHERE id = ${id}::uuid`.catch(
      (error: unknown) => log.warn({ err: error }, 'a run could not say that it is there'),
    )
  }, env.JOB_CHECK_SECONDS * 1_000)
  beat.unref()
  return () => clearInterval(beat)
}

/** Runs a job and logs the outcome. A failure is thrown again, so that the queue retries. */
export async function runJob(
  name: JobName,
  work: Work = WORK[name],
  ending?: AbortSignal,
): Promise<void> {
  const { id } = await db.jobRun.create({ data: { name }, select: { id: true } })
  const stopBeating = keepAlive(id)
  try {
    const done = await work(ending)
    await db.jobRun.update({
      where: { id },
      data: { finishedAt: new Date(), result: 'ok', done },
      select: { id: true },
    })
    await deleteOldRuns(name)
  } catch (error) {
    log.error({ err: error, job: name }, 'job failed')
    await db.jobRun.update({
      where: { id },
      data: { finishedAt: new Date(), result: 'failed', error: errorText(error) },
      select: { id: true },
    })
    throw error
  } finally {
    stopBeating()
  }
}

/** Jobs of each minute would flood the log: of their empty runs only the last stays. */
async function deleteOldRuns(name: JobName): Promise<void> {
  const { retention } = await readSettings()
  await db.$executeRaw`
    DELETE FROM job_run
    WHERE name = ${name}
      AND (
        started_at < ${daysBefore(new Date(), retention.jobRuns)}
        OR (
          result = 'ok'
          AND done = 0
          AND id <> (
            SELECT id
            FROM job_run
            WHERE name = ${name}
            ORDER BY started_at DESC, id DESC
            LIMIT 1
          )
        )
      )`
}

const holder = globalThis as typeof globalThis & { praktijkbankJobs?: Promise<JobRunner> }

/** Starts the jobs of this process, once. Waits for a missing database, while pages answer. */
export async function startJobs(): Promise<void> {
  if (env.JOBS === '0' || holder.praktijkbankJobs) return
  const start = async (): Promise<JobRunner> => {
    for (;;) {
      try {
        const runner = await startJobRunner(
          JOB_NAMES.map((name) => ({
            name,
            cron: SCHEDULE[name],
            run: (ending) => runJob(name, WORK[name], ending),
          })),
        )
        setRunningJobs(runner)
        return runner
      } catch (error) {
        log.error({ err: error }, 'recurring work could not start')
        await new Promise((resolve) => setTimeout(resolve, RETRY_START_MS).unref())
      }
    }
  }
  holder.praktijkbankJobs = start()
  await Promise.resolve()
}

/** Requests a run. False when one is queued. */
export async function requestRun(name: JobName, actorId: string): Promise<boolean> {
  const asked = await requestJob(name)
  if (asked)
    await db.$transaction((tx) =>
      saveAuditEvent(tx, { actorId, action: 'job.request', objectType: 'job', objectId: name }),
    )
  return asked
}
