import type { ImportView } from './types'

/** Name of the job in the queue and in the log of runs. */
export const READ_JOB = 'read-tables'

/** Stored as detail when the source had not changed. */
export const UNCHANGED = 'unchanged'

/** Without progress for this long a run was cut off; a page of figures takes seconds. */
const SILENT_MS = 2 * 60_000

export type RunState = 'pending' | 'busy' | 'stopped' | null

/** What an unfinished run is doing; null for a finished one. */
export function runState(
  row: Pick<ImportView, 'status' | 'requestedAt' | 'touchedAt' | 'detail'>,
  now: Date,
): RunState {
  if (row.status !== 'reading') return null
  if (row.requestedAt !== null) return row.touchedAt > row.requestedAt ? 'busy' : 'pending'
  return row.detail === null && now.getTime() - row.touchedAt.getTime() < SILENT_MS
    ? 'busy'
    : 'stopped'
}
