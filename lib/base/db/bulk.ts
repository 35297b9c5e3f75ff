import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Transaction } from './db'
import { env } from '@/lib/base/runtime/env'

/** Long enough for millions of rows in one statement; pages keep their few seconds. */
export const BULK_TIMEOUT_MS = 30 * 60_000
const BULK_LOCK_MS = 60_000
const LINES_PER_CHUNK = 2_000

export async function withBulkClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: 10_000,
    statement_timeout: BULK_TIMEOUT_MS,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function allowLong(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    SELECT
      set_config('statement_timeout', ${String(BULK_TIMEOUT_MS)}, true),
      set_config('lock_timeout', ${String(BULK_LOCK_MS)}, true),
      set_config('idle_in_transaction_session_timeout', ${String(BULK_TIMEOUT_MS)}, true)
  `
}

export async function inBulkTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

export function copyValue(value: string | number | null): string {
  if (value === null) return '\\N'
  return typeof value === 'number'
    ? String(value)
    : value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign)
}

function* chunks(lines: Iterable<string>): Generator<string> {
  let held: string[] = []
  for (const line of lines) {
    held.push(line)
    if (held.length < LINES_PER_CHUNK) continue
    yield `${held.join('\n')}\n`
    held = []
  }
  if (held.length > 0) yield `${held.join('\n')}\n`
}

/** Streams lines into a table. `target` (table and columns) is never text from outside. */
export async function copyLines(
  client: Client,
  target: string,
  lines: Iterable<string>,
): Promise<void> {
  await pipeline(Readable.from(chunks(lines)), client.query(copyFrom(`COPY ${target} FROM STDIN`)))
}
