import { READ_JOB } from '@/lib/figures/imports/rules'
import { IMPORT_JOB } from '@/lib/knowledge/initiative-imports/job.rules'

/**
 * In Dutch time. Names are stored in the queue and the log, so they stay. Figures are read at
 * night, when the source is quiet; what ends does so in the night after its last day.
 */
export const SCHEDULE = {
  'send-mail': '* * * * *',
  'send-digests': '0 6 * * 1',
  'close-rounds': '5 * * * *',
  'remind-assessors': '0 8 * * *',
  'import-figures': '0 4 * * *',
  [READ_JOB]: '* * * * *',
  [IMPORT_JOB]: '* * * * *',
  'remind-adoptions': '30 7 * * 1-5',
  'remind-rounds': '0 7 * * *',
  'expire-calls': '15 0 * * *',
  'remind-meetings': '0 9 * * *',
  'ask-confirmations': '15 8 * * 1-5',
  'run-plans': '* * * * *',
  'check-ledger': '20 * * * *',
  'forget-submissions': '45 3 * * *',
} as const

export type JobName = keyof typeof SCHEDULE

export const JOB_NAMES = Object.keys(SCHEDULE) as JobName[]

export const isJobName = (text: string): text is JobName => JOB_NAMES.some((name) => name === text)

/** Without a heartbeat for this long the process was killed. */
const LOST_AFTER_MS = 2 * 60_000

/** The state of a run: done, failed, busy, or lost with its process. */
export function runState(
  run: { aliveAt: Date; result: 'ok' | 'failed' | null },
  now: Date,
): 'ok' | 'failed' | 'busy' | 'lost' {
  return run.result ?? (now.getTime() - run.aliveAt.getTime() > LOST_AFTER_MS ? 'lost' : 'busy')
}
