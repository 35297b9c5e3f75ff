import pg from 'pg'
import { log } from './log.ts'

const RECONNECT_MS = 1_000
/** A pooler in transaction mode swallows LISTEN, so we wait for our own notification. */
const ECHO_MS = 10_000

export interface Follower {
  setConnected: (connected: boolean) => void
  invalidate: () => void
}

/** Listens to the triggers of watch_content, and reconnects. Returns a function that stops it. */
export function followChanges(
  connectionString: string,
  followers: readonly Follower[],
): () => void {
  let stopped = false
  let client: pg.Client | undefined
  /** Makes an outage one log line instead of one per second. */
  let reported: boolean | undefined
  const report = (connected: boolean, error?: unknown) => {
    if (reported === connected) return
    reported = connected
    if (connected) log.info('changes of the database are heard')
    else log.warn({ err: error }, 'changes of the database are not heard; nothing is cached')
  }
  const tell = (connected: boolean) =>
    followers.forEach((follower) => follower.setConnected(connected))

  function listen(): void {
    const current = new pg.Client({ connectionString, application_name: 'content-changes' })
    client = current
    let isOver = false
    let connected = false
    const lost = (error?: unknown) => {
      if (isOver) return
      isOver = true
      clearTimeout(noEcho)
      tell(false)
      current.end().catch(() => undefined)
      if (stopped) return
      report(false, error)
      setTimeout(listen, RECONNECT_MS).unref()
    }
    const noEcho = setTimeout(
      () => lost(new Error('our own notification did not come back')),
      ECHO_MS,
    )
    noEcho.unref()
    current.on('error', lost)
    current.on('end', () => lost())
    current.on('notification', () => {
      if (connected) return followers.forEach((follower) => follower.invalidate())
      connected = true
      clearTimeout(noEcho)
      report(true)
      tell(true)
    })
    current
      .connect()
      .then(() => current.query('LISTEN content'))
      .then(() => current.query('NOTIFY content'))
      .catch(lost)
  }

  listen()
  return () => {
    stopped = true
    client?.end().catch(() => undefined)
  }
}
