/** How a reading of figures stands, and the name of the work that begins the ones asked for. */
import type { ImportView } from './types'

/** The job that reads what someone asked for; it stands in the queue and in the record of runs. */
export const READ_JOB = 'read-tables'

/** In the place of details, when the source had not changed since it was last read. */
export const UNCHANGED = 'unchanged'

/** A reading that told nothing for this long was cut off; a page of a hundred thousand figures takes a few seconds. */
const SILENT_MS = 2 * 60_000

export type RunState = 'pending' | 'busy' | 'stopped' | null

/** What a reading that is not finished is doing: waiting for its turn, being read, or cut off. Null when it is finished. */
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
