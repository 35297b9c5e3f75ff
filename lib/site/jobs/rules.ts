import { READ_JOB } from '@/lib/figures/imports/rules'

/**
 * Recurring work and when it is due, in Dutch time, as cron writes it: minute, hour, day, month, day of the week. What each does
 * stands in mutations.ts. A name is kept: it stands in the queue and in the record of runs.
 *
 * Mail leaves each minute, because someone waits for it. The digest is made on Monday before work starts. Rounds of judgement end
 * within the hour after their last day; figures are read at night, when the source is quiet, and at once when someone asks.
 * Who adopts is asked how it goes in the morning of a working day. Calls end in the night after their last day.
 * Who comes to a meeting is reminded on the morning of the day before. Keys of forms that nobody can have open any more go at night.
 */
export const SCHEDULE = {
  'send-mail': '* * * * *',
  'send-digests': '0 6 * * 1',
  'close-rounds': '5 * * * *',
  'remind-assessors': '0 8 * * *',
  'import-figures': '0 4 * * *',
  [READ_JOB]: '* * * * *',
  'remind-adoptions': '30 7 * * 1-5',
  'expire-calls': '15 0 * * *',
  'remind-meetings': '0 9 * * *',
  'forget-submissions': '45 3 * * *',
} as const

export type JobName = keyof typeof SCHEDULE

export const JOB_NAMES = Object.keys(SCHEDULE) as JobName[]

export const isJobName = (text: string): text is JobName => JOB_NAMES.some((name) => name === text)

/** Runs are kept this long; of the work of each minute only failures and runs that did something. */
export const KEEP_RUNS_DAYS = 90

/** A run of which nothing was heard for this long is lost: its process was killed. Each says a few times a minute that it is there. */
const LOST_AFTER_MS = 2 * 60_000

/** How a run stands: done, failed, busy, or lost when its process ended before it did. */
export function runState(
  run: { aliveAt: Date; result: 'ok' | 'failed' | null },
  now: Date,
): 'ok' | 'failed' | 'busy' | 'lost' {
  return run.result ?? (now.getTime() - run.aliveAt.getTime() > LOST_AFTER_MS ? 'lost' : 'busy')
}
