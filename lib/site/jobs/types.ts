export interface JobState {
  name: string
  cron: string
  lastRun: JobRunView | null
  failures: JobRunView[]
}

export interface JobRunView {
  id: string
  startedAt: Date
  aliveAt: Date
  finishedAt: Date | null
  result: 'ok' | 'failed' | null
  done: number | null
  error: string | null
}
