import pg from 'pg'

const AGAIN_MS = 1_000
/** A pooler that keeps no session swallows LISTEN; then our own word does not come back. */
const ECHO_MS = 10_000

/**
 * Hears of each change to what is read in public (the triggers of the migration watch_content), whoever makes it. `memories` are told whether the database can be
 * heard, and to forget when it speaks. Tries again until the database is back. Gives a function that ends it.
 */
export function hearChanges(connectionString, memories) {
  let ended = false
  let client
  const tell = (hears) => memories.forEach((memory) => memory.hear(hears))

  function listen() {
    const current = (client = new pg.Client({ connectionString, application_name: 'content-changes' }))
    let isOver = false
    let hears = false
    const over = () => {
      if (isOver) return
      isOver = true
      clearTimeout(silence)
      tell(false)
      current.end().catch(() => undefined)
      if (!ended) setTimeout(listen, AGAIN_MS).unref()
    }
    const silence = setTimeout(over, ECHO_MS)
    silence.unref()
    current.on('error', over)
    current.on('end', over)
    current.on('notification', () => {
      if (hears) return void memories.forEach((memory) => memory.forget())
      hears = true
      clearTimeout(silence)
      tell(true)
    })
    current.connect().then(() => current.query('LISTEN content')).then(() => current.query('NOTIFY content')).catch(over)
  }

  listen()
  return () => {
    ended = true
    client.end().catch(() => undefined)
  }
}
