import 'server-only'
import { NextResponse, type NextRequest } from 'next/server'
import type { z } from 'zod'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { API_VERSION } from './api-version'
import { problemResponse } from './headers'
import { log } from '@/lib/base/runtime/log'

export interface RequestFault {
  in: 'query' | 'path'
  name: string
  detail: string
}

const RETRY_SECONDS = '30'
const ALLOWED = 'GET, HEAD, OPTIONS'
const OPEN = {
  'access-control-allow-origin': '*',
  'cache-control': 'no-store',
  'api-version': API_VERSION,
} as const

export function apiJson(body: unknown, contentType = 'application/json'): NextResponse {
  return new NextResponse(JSON.stringify(body), {
    headers: { ...OPEN, 'content-type': `${contentType}; charset=utf-8` },
  })
}

export const notFoundProblem = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/** What was here is taken away for good; the detail says why. */
export const goneProblem = (reason: string) => problemResponse(410, 'Ingetrokken', reason)

/** For good, to a full address. */
export function movedTo(address: string): NextResponse {
  return new NextResponse(null, { status: 308, headers: { ...OPEN, location: address } })
}

const invalidProblem = (errors: readonly RequestFault[]) =>
  problemResponse(
    400,
    'Ongeldige aanvraag',
    'Een of meer onderdelen van de aanvraag kloppen niet.',
    { errors },
  )

function queryOf(request: NextRequest): Record<string, string | string[]> {
  const query = new Map<string, string | string[]>()
  for (const [key, value] of request.nextUrl.searchParams) {
    const earlier = query.get(key)
    query.set(key, earlier === undefined ? value : [...[earlier].flat(), value])
  }
  return Object.fromEntries(query)
}

/** The parsed query, or all its faults together with `faults` that only data can tell. */
export function parseQuery<Schema extends z.ZodType>(
  request: NextRequest,
  schema: Schema,
  found: readonly RequestFault[] = [],
): { data: z.infer<Schema> } | { problem: NextResponse } {
  const parsed = schema.safeParse(queryOf(request))
  if (parsed.success)
    return found.length === 0 ? { data: parsed.data } : { problem: invalidProblem(found) }
  const faults = parsed.error.issues.flatMap((issue): RequestFault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({
          in: 'query',
          name: name.slice(0, 100),
          detail: 'onbekende sleutel',
        }))
      : [{ in: 'query', name: issue.path.map(String).join('.'), detail: issue.message }],
  )
  return { problem: invalidProblem([...faults, ...found]) }
}

type Handler<Params> = (
  request: NextRequest,
  params: Params,
) => NextResponse | Promise<NextResponse>

const refuse = () => {
  const response = problemResponse(405, 'Niet toegestaan', 'Dit adres is er alleen om te lezen.')
  response.headers.set('allow', ALLOWED)
  return response
}

const options = () =>
  new NextResponse(null, {
    status: 204,
    headers: { ...OPEN, allow: ALLOWED, 'access-control-allow-methods': ALLOWED },
  })

/** GET (and HEAD, by Next), OPTIONS, and 405 for the rest. Errors never leak internals. */
export function apiResource<Params>(handler: Handler<Params>) {
  async function GET(
    request: NextRequest,
    context: { params: Promise<Params> },
  ): Promise<NextResponse> {
    try {
      return await handler(request, await context.params)
    } catch (error) {
      log.error({ err: error, path: request.nextUrl.pathname }, 'open data request failed')
      if (!isDatabaseUnavailable(error))
        return problemResponse(
          500,
          'Er ging iets mis',
          'De fout ligt bij ons. Probeer het later opnieuw.',
        )
      const response = problemResponse(
        503,
        'Nu niet bereikbaar',
        'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
      )
      response.headers.set('retry-after', RETRY_SECONDS)
      return response
    }
  }
  return { GET, OPTIONS: options, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse }
}
