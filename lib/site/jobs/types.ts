export interface JobState {
  name: string
  cron: string
  lastRun: JobRunView | null
  /** In the last seven days, newest first. */
  failures: JobRunView[]
}

export interface JobRunView {
  id: string
  startedAt: Date
  /** Last heartbeat. */
  aliveAt: Date
  finishedAt: Date | null
  result: 'ok' | 'failed' | null
  done: number | null
  error: string | null
}
