import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { xmlSafeReviver } from '@/lib/base/text/text'

export type RemoteProblem =
  | 'hostNotAllowed'
  | 'unreachable'
  | 'refused'
  | 'notJson'
  | 'otherShape'
  | 'tooLarge'
  | 'pagesInCircle'

/** A failure of a remote source. `detail` holds an address or a status, never a body. */
export class RemoteError extends Error {
  readonly problem: RemoteProblem
  readonly detail: string

  constructor(problem: RemoteProblem, detail: string) {
    super(`${problem}: ${detail}`)
    this.name = 'RemoteError'
    this.problem = problem
    this.detail = detail
  }
}

export interface RemoteOptions {
  base: string
  /** Host names, with an unusual port. Addresses that the source sends are checked too. */
  hosts: readonly string[]
  timeoutMs?: number
  attempts?: number
  pauseMs?: number
  maxBytes?: number
}

const USER_AGENT = "Praktijkbank/1 (open source; cijfers voor arbeidsmarktregio's)"
const DEFAULTS = { timeoutMs: 60_000, attempts: 5, pauseMs: 1_000, maxBytes: 96 * 1_024 * 1_024 }
const LONGEST_PAUSE_MS = 60_000
const RETRY = new Set([408, 425, 429, 500, 502, 503, 504])

class TryAgain extends Error {
  readonly error: RemoteError
  readonly afterMs: number | null

  constructor(error: RemoteError, afterMs: number | null = null) {
    super(error.message)
    this.error = error
    this.afterMs = afterMs
  }
}

async function readBody(response: Response, maxBytes: number, url: string): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    const chunk = part as Uint8Array
    bytes += chunk.length
    if (bytes > maxBytes) throw new RemoteError('tooLarge', url)
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

async function attempt(
  url: string,
  { timeoutMs, maxBytes }: { timeoutMs: number; maxBytes: number },
): Promise<unknown> {
  let text: string
  try {
    // A redirect could lead to a host that is not allowed.
    const response = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': USER_AGENT },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (RETRY.has(response.status)) {
      const seconds = Number(response.headers.get('retry-after'))
      throw new TryAgain(
        new RemoteError('refused', `${response.status} ${url}`),
        seconds > 0 ? Math.min(seconds * 1_000, LONGEST_PAUSE_MS) : null,
      )
    }
    if (!response.ok) throw new RemoteError('refused', `${response.status} ${url}`)
    text = await readBody(response, maxBytes, url)
  } catch (error) {
    if (error instanceof RemoteError || error instanceof TryAgain) throw error
    throw new TryAgain(new RemoteError('unreachable', url))
  }
  try {
    return JSON.parse(text, xmlSafeReviver)
  } catch {
    // A broken connection leaves half an answer behind.
    throw new TryAgain(new RemoteError('notJson', url))
  }
}

/** JSON from an allowed host, with retries. Throws RemoteError. */
export async function fetchJson(url: string, options: RemoteOptions): Promise<unknown> {
  const { attempts, pauseMs, ...limits } = { ...DEFAULTS, ...options }
  if (!URL.canParse(url)) throw new RemoteError('hostNotAllowed', url)
  const { host, protocol } = new URL(url)
  if (!options.hosts.includes(host) || !['https:', 'http:'].includes(protocol))
    throw new RemoteError('hostNotAllowed', host)
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt(url, limits)
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error
      if (turn >= attempts) throw error.error
      await wait(error.afterMs ?? Math.min(pauseMs * 2 ** (turn - 1), LONGEST_PAUSE_MS))
    }
  }
}

const pageSchema = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
})

export interface ODataPage<Row> {
  rows: Row[]
  next: string | null
}

export async function fetchPage<Schema extends z.ZodType>(
  url: string,
  schema: Schema,
  options: RemoteOptions,
): Promise<ODataPage<z.infer<Schema>>> {
  const page = pageSchema.safeParse(await fetchJson(url, options))
  const rows = z.array(schema).safeParse(page.data?.value)
  if (!page.success || !rows.success) throw new RemoteError('otherShape', url)
  const next = page.data['@odata.nextLink']
  return { rows: rows.data, next: next === undefined ? null : new URL(next, url).href }
}

/** All pages from this address on; stops when the source sends the reader in a circle. */
export async function* fetchPages<Schema extends z.ZodType>(
  from: string,
  schema: Schema,
  options: RemoteOptions,
): AsyncGenerator<ODataPage<z.infer<Schema>>> {
  const seen = new Set<string>()
  for (let url: string | null = from; url !== null;) {
    if (seen.has(url)) throw new RemoteError('pagesInCircle', url)
    seen.add(url)
    const page: ODataPage<z.infer<Schema>> = await fetchPage(url, schema, options)
    yield page
    url = page.next
  }
}
