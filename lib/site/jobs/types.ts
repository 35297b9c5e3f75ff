/** Recurring work as an administrator sees it. */
export interface JobState {
  name: string
  cron: string
  lastRun: JobRunView | null
  /** Runs that failed in the last seven days, newest first. */
  failures: JobRunView[]
}

export interface JobRunView {
  id: string
  startedAt: Date
  /** When its process last said that it is there. */
  aliveAt: Date
  finishedAt: Date | null
  result: 'ok' | 'failed' | null
  done: number | null
  error: string | null
}
