// Counts the readings of public pages in memory and adds them to the database each minute.
import type { IncomingMessage, ServerResponse } from 'node:http'
import pg from 'pg'
import { log } from './log.ts'
import { pathOf } from './request-rules.ts'
import { countedPage, dayOf, isReading } from './usage-rules.ts'

const FLUSH_MS = 60_000
const STATEMENT_MS = 5_000
/** More pages than this in a minute are counted by their kind alone. */
const MAX_PAGES = 2_000

export interface Count {
  day: string
  kind: string
  object: string
  views: number
}

export type SaveCounts = (counts: readonly Count[]) => Promise<void>

/** Adds counts in one statement, in one order, so that two processes never wait for each other. */
export const saveCounts =
  (connectionString: string): SaveCounts =>
  async (counts) => {
    const client = new pg.Client({
      connectionString,
      application_name: 'usage-counts',
      statement_timeout: STATEMENT_MS,
      connectionTimeoutMillis: STATEMENT_MS,
    })
    await client.connect()
    try {
      await client.query(
        `INSERT INTO usage_count (day, kind, object, views)
        SELECT day, kind, object, views
        FROM unnest($1::date[], $2::text[], $3::text[], $4::int[]) AS c (day, kind, object, views)
        ORDER BY day, kind, object
        ON CONFLICT (day, kind, object) DO UPDATE SET views = usage_count.views + excluded.views`,
        [
          counts.map(({ day }) => day),
          counts.map(({ kind }) => kind),
          counts.map(({ object }) => object),
          counts.map(({ views }) => views),
        ],
      )
    } finally {
      await client.end()
    }
  }

export class UsageCounter {
  readonly #save: SaveCounts
  readonly #now: () => Date
  #counts = new Map<string, Count>()
  #timer: NodeJS.Timeout | undefined
  /** Makes an outage one log line instead of one per minute. */
  #isFailing = false

  constructor(save: SaveCounts, now = () => new Date()) {
    this.#save = save
    this.#now = now
  }

  /** Counts an answer once it is sent, when it was a page. */
  watch(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = '', url = '', headers } = incoming
    if (!isReading(method, headers)) return
    outgoing.once('finish', () => {
      if (outgoing.statusCode !== 200 && outgoing.statusCode !== 304) return
      const page = countedPage(pathOf(url))
      if (page) this.#add({ day: dayOf(this.#now()), ...page, views: 1 })
    })
  }

  #add(count: Count): void {
    const key = `${count.day} ${count.kind} ${count.object}`
    const known = this.#counts.get(key)
    if (known) known.views += count.views
    else if (this.#counts.size < MAX_PAGES) this.#counts.set(key, { ...count })
    else if (count.object !== '') this.#addToKind(count)
  }

  /** Kinds are few, so these always fit. */
  #addToKind({ day, kind, views }: Count): void {
    const key = `${day} ${kind} `
    const known = this.#counts.get(key)
    if (known) known.views += views
    else this.#counts.set(key, { day, kind, object: '', views })
  }

  /** Saves what was counted; what cannot be saved is counted again with the next minute. */
  async flush(): Promise<void> {
    if (this.#counts.size === 0) return
    const counts = [...this.#counts.values()]
    this.#counts = new Map()
    try {
      await this.#save(counts)
      this.#isFailing = false
    } catch (error) {
      for (const count of counts) this.#add(count)
      if (!this.#isFailing) log.warn({ err: error }, 'readings could not be saved yet')
      this.#isFailing = true
    }
  }

  start(): void {
    this.#timer = setInterval(() => void this.flush(), FLUSH_MS)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.flush()
  }
}
