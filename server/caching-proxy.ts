// Validates requests, caches shared pages, and shows errors as whole pages.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { closeRequest, openRequest } from '../lib/base/http/request-outcomes.ts'
import { acceptsGzip, pageAnswer, sendAnswer, withSecurityHeaders } from './answers.ts'
import { ErrorPages, isErrorPage, languageOf, NOT_FOUND } from './error-pages.ts'
import { FormRelay } from './form-relay.ts'
import { answerHeaders, fieldText, forwardedHeaders, sharedHeaders } from './forward-headers.ts'
import { log } from './log.ts'
import type { PageCache } from './page-cache.ts'
import { passOn, type Trace } from './pass-on.ts'
import { cutPage, type Page } from './page.ts'
import {
  isApiPath,
  isFilePath,
  isSafeMethod,
  pathOf,
  refuseHead,
  type Refusal,
} from './request-rules.ts'
import { settings } from './settings.ts'
import {
  canonicalPath,
  INSIDE_BROWSER,
  sharedRequest,
  type SharedRequest,
} from './shared-address.ts'
import type { Upstream } from './upstream.ts'
import { type UpstreamRequest } from './upstream.ts'

/** Database limits end sooner (lib/base/db/db.ts). */
const TIMEOUTS = {
  pageMs: 20_000,
  /** Files are generated, some printed, before the response begins. */
  fileMs: 90_000,
}
const FILE_ADDRESS = /^\/api\/|\/(?:bestand|file)$/

const OPEN_DATA_TYPE = /^application\/(?:\w+\+)?json/

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function pageOf(response: IncomingMessage): Promise<Page | null> {
  const headers = answerHeaders(response.headers)
  const nonce = /'nonce-([^']+)'/.exec(fieldText(response.headers['content-security-policy']))?.[1]
  const type = response.headers['content-type'] ?? ''
  const isKnownType = nonce === undefined ? OPEN_DATA_TYPE.test(type) : type.startsWith('text/html')
  if (response.statusCode !== 200 || response.headers['set-cookie'] || !isKnownType) return null
  delete headers['content-length']
  delete headers.date
  const varies = new Set([
    ...fieldText(response.headers.vary).toLowerCase().split(/, */),
    'accept-encoding',
  ])
  headers.vary = [...varies].filter(Boolean).join(', ')
  return cutPage({ headers: withSecurityHeaders(headers), body: await textOf(response), nonce })
}

/** Discards the body otherwise: unread it would hold its connection. */
async function pageOrNothing(response: IncomingMessage, { outcome }: Trace): Promise<Page | null> {
  const page = await pageOf(response)
  if (!page) response.resume()
  return outcome.thrown === 'nothing' ? page : null
}

/** Next answers a missing page with an empty document and a thrown route handler with nothing. */
const isBareFailure = ({ statusCode = 500, headers }: IncomingMessage, path: string): boolean => {
  const type = headers['content-type'] ?? ''
  // A route with Retry-After has its own message.
  if (type.includes('problem+json') || headers['retry-after'] !== undefined) return false
  if (statusCode >= 500) return !(isApiPath(path) && /html|json/.test(type))
  return statusCode === 404 && !isApiPath(path) && (type === '' || type.startsWith('text/html'))
}

export class CachingProxy {
  readonly #upstream: Upstream
  readonly #cache: PageCache
  readonly #errorPages = new ErrorPages()
  readonly #forms: FormRelay
  readonly #timeouts: typeof TIMEOUTS

  constructor(upstream: Upstream, cache: PageCache, timeouts = TIMEOUTS) {
    this.#timeouts = timeouts
    this.#upstream = upstream
    this.#cache = cache
    this.#forms = new FormRelay(upstream, this.#errorPages)
  }

  prepare(): Promise<void> {
    return this.#errorPages.prepare(async (url) => {
      const id = randomUUID()
      const outcome = openRequest(id)
      const headers = sharedHeaders(undefined, settings.publicUrl, id)
      const { fileMs: timeoutMs } = this.#timeouts
      const response = await this.#upstream.ask({ method: 'GET', url, headers, timeoutMs })
      return pageOrNothing(response, { id, outcome }).finally(() => closeRequest(id))
    })
  }

  async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const id = randomUUID()
    const outcome = openRequest(id)
    try {
      await this.#route(incoming, outgoing, { id, outcome })
    } catch (error) {
      this.#fail(error, incoming, outgoing)
    } finally {
      closeRequest(id)
    }
  }

  #route(incoming: IncomingMessage, outgoing: ServerResponse, trace: Trace): Promise<void> | void {
    const url = incoming.url ?? ''
    const head = { ...headOf(incoming), url }
    const refusal = refuseHead(head, settings.publicUrl.origin)
    if (refusal) return this.#refuse(refusal, incoming, outgoing)
    if (isErrorPage(canonicalPath(pathOf(url))))
      return this.#sendNotFound(incoming, outgoing, trace)
    if (!isSafeMethod(head.method))
      return this.#forms.relay(incoming, outgoing, trace, this.#headersOf(incoming, trace.id))
    const shared = sharedRequest(url, incoming.headers)
    return shared && head.method !== 'OPTIONS'
      ? this.#answerShared(shared, incoming, outgoing, trace)
      : this.#answerOne(incoming, outgoing, trace)
  }

  #headersOf(incoming: IncomingMessage, requestId: string): OutgoingHttpHeaders {
    const remoteAddress = incoming.socket.remoteAddress ?? ''
    return forwardedHeaders(incoming.headers, { ...settings, remoteAddress, requestId })
  }

  #ask(request: Omit<UpstreamRequest, 'timeoutMs'>): Promise<IncomingMessage> {
    const { fileMs, pageMs } = this.#timeouts
    const timeoutMs = FILE_ADDRESS.test(pathOf(request.url)) ? fileMs : pageMs
    return this.#upstream.ask({ ...request, timeoutMs })
  }

  async #answerShared(
    shared: SharedRequest,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    trace: Trace,
  ): Promise<void> {
    let passedOn: Promise<void> | undefined
    const page = await this.#cache.get(shared.key, async () => {
      const headers = sharedHeaders(shared.theme, settings.publicUrl, trace.id)
      const response = await this.#ask({ method: 'GET', url: shared.url, headers })
      const rendered = await pageOf(response)
      const status = trace.outcome.gone ? 410 : 200
      // An incomplete page must not be shared, and what is kept is sent with status 200.
      if (rendered && trace.outcome.thrown === 'nothing' && status === 200) return rendered
      passedOn = rendered
        ? Promise.resolve(
            sendAnswer(incoming, outgoing, pageAnswer(rendered, status, acceptsGzip(incoming))),
          )
        : this.#passOn(response, incoming, outgoing, trace)
      // Others who wait for the same page do not wait for this visitor's connection.
      passedOn.catch(() => undefined)
      return null
    })
    if (passedOn) return passedOn
    if (page) return sendAnswer(incoming, outgoing, pageAnswer(page, 200, acceptsGzip(incoming)))
    return this.#answerOne(incoming, outgoing, trace)
  }

  async #answerOne(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    trace: Trace,
  ): Promise<void> {
    const { method = 'GET', url = '/' } = incoming
    const response = await this.#ask({ method, url, headers: this.#headersOf(incoming, trace.id) })
    return this.#passOn(response, incoming, outgoing, trace)
  }

  async #passOn(
    response: IncomingMessage,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    trace: Trace,
  ): Promise<void> {
    const path = pathOf(incoming.url ?? '/')
    if (isBareFailure(response, path)) {
      response.resume()
      if (isFilePath(path))
        return sendAnswer(
          incoming,
          outgoing,
          this.#errorPages.answer(response.statusCode ?? 500, incoming),
        )
      if (response.statusCode === 404) return this.#sendNotFound(incoming, outgoing, trace)
      const status = trace.outcome.thrown === 'unavailable' ? 503 : 500
      return sendAnswer(incoming, outgoing, this.#errorPages.answer(status, incoming))
    }
    const isGone = trace.outcome.gone && response.statusCode === 200
    await passOn(response, incoming, outgoing, isGone ? { status: 410 } : {})
  }

  #refuse(
    { status, allow, closes = false }: Refusal,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): void {
    const extra = { ...(allow !== undefined && { allow }), ...(closes && { connection: 'close' }) }
    sendAnswer(incoming, outgoing, this.#errorPages.answer(status, incoming, extra))
  }

  async #sendNotFound(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    trace: Trace,
  ): Promise<void> {
    const url = NOT_FOUND[languageOf(incoming.url ?? '/')]
    const shared = sharedRequest(url, incoming.headers)
    const headers = shared
      ? sharedHeaders(shared.theme, settings.publicUrl, trace.id)
      : this.#headersOf(incoming, trace.id)
    const own = withoutConditions(headers)
    const render = async () => {
      const response = await this.#ask({ method: 'GET', url, headers: own })
      return pageOrNothing(response, trace)
    }
    const page = await (shared ? this.#cache.get(shared.key, render) : render())
    sendAnswer(
      incoming,
      outgoing,
      page ? pageAnswer(page, 404, acceptsGzip(incoming)) : this.#errorPages.answer(404, incoming),
    )
  }

  #fail(error: unknown, incoming: IncomingMessage, outgoing: ServerResponse): void {
    const path = pathOf(incoming.url ?? '/')
    if (outgoing.destroyed || (incoming.destroyed && outgoing.headersSent))
      return void outgoing.destroy()
    log.error({ err: error, path, method: incoming.method }, 'a request could not be answered')
    if (outgoing.headersSent) return void outgoing.destroy()
    sendAnswer(
      incoming,
      outgoing,
      this.#errorPages.answer(
        error instanceof Error && error.name === 'UpstreamTimeoutError' ? 503 : 500,
        incoming,
      ),
    )
  }
}

const headOf = ({ method = 'GET', httpVersion, headers, rawHeaders }: IncomingMessage) => ({
  method,
  httpVersion,
  headers,
  rawHeaders,
})

/** Conditional headers are about the requested page, not the one that replaces it. */
const withoutConditions = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => {
  const conditions = new Set([
    ...INSIDE_BROWSER,
    'accept-encoding',
    'range',
    'if-none-match',
    'if-modified-since',
  ])
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !conditions.has(name)))
}
