import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { addressesOf } from './addresses.ts'
import { RETRY_AFTER, sendAnswer, type Answer } from './answers.ts'
import type { RequestOutcome } from '../lib/base/http/request-outcomes.ts'
import { BodyError, BodyReader, type BodyProblem, type HeldBody } from './body-reader.ts'
import { countFields, maxBodyBytes, MAX_FIELDS } from './body-rules.ts'
import type { ErrorPages } from './error-pages.ts'
import { log } from './log.ts'
import { passOn, type Trace } from './pass-on.ts'
import { isApiPath, pathOf } from './request-rules.ts'
import { asksForDocument } from './shared-address.ts'
import { readTypedForm } from './typed-form.ts'
import type { Upstream, UpstreamRequest } from './upstream.ts'

const FORM_TIMEOUT_MS = 120_000
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?praktijkbank-session=/

const STATUS_OF: Readonly<Record<BodyProblem, number>> = {
  'too-large': 413,
  busy: 503,
  slow: 408,
  aborted: 400,
}

const SIGN_IN = Object.values(addressesOf('/sign-in'))
/** Where lib/people/accounts/loaders.ts sends whoever has no session. */
const BACK_AFTER_SIGN_IN = new RegExp(`(?:${SIGN_IN.join('|')})\\?(?:.*&)?terug=`)

const ACTION_NOT_FOUND = 'x-nextjs-action-not-found'

/** Requests with a body are read whole and checked before Next parses them. */
export class FormRelay {
  readonly #upstream: Upstream
  readonly #errorPages: ErrorPages
  readonly #bodies = new BodyReader()

  constructor(upstream: Upstream, errorPages: ErrorPages) {
    this.#upstream = upstream
    this.#errorPages = errorPages
  }

  async relay(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    trace: Trace,
    headers: OutgoingHttpHeaders,
  ): Promise<void> {
    const path = pathOf(incoming.url ?? '/')
    const hasSession = SESSION_COOKIE.test(incoming.headers.cookie ?? '')
    try {
      if (incoming.headers.expect !== undefined && incoming.httpVersion === '1.1')
        this.#continue(incoming, outgoing, maxBodyBytes(path, hasSession))
      const body = await this.#bodies.read(incoming, maxBodyBytes(path, hasSession))
      try {
        await this.#answer(body, incoming, outgoing, trace, headers)
      } finally {
        body.release()
      }
    } catch (error) {
      if (!(error instanceof BodyError)) throw error
      // The rest of the body is unread, so the connection cannot be reused.
      sendAnswer(
        incoming,
        outgoing,
        this.#errorPages.answer(STATUS_OF[error.problem], incoming, { connection: 'close' }),
      )
    }
  }

  /** 100 Continue (RFC 9110, 10.1.1), unless the announced length is too large. */
  #continue(incoming: IncomingMessage, outgoing: ServerResponse, maxBytes: number): void {
    if (Number(incoming.headers['content-length'] ?? 0) <= maxBytes) outgoing.writeContinue()
  }

  async #answer(
    { bytes: body, release }: HeldBody,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    trace: Trace,
    headers: OutgoingHttpHeaders,
  ): Promise<void> {
    const { method = 'POST', url = '/' } = incoming
    const type = incoming.headers['content-type'] ?? ''
    const fields = countFields(body, type)
    if (fields === null)
      return sendAnswer(incoming, outgoing, this.#errorPages.answer(400, incoming))
    if (fields > MAX_FIELDS)
      return sendAnswer(incoming, outgoing, this.#errorPages.answer(413, incoming))
    const response = await this.#ask({ method, url, headers, body })
    if (response === null)
      return sendAnswer(incoming, outgoing, await this.#failure(503, body, type, incoming))
    const isDocument = asksForDocument(pathOf(url), incoming.headers)
    const kept = isDocument && isSignedOut(response) ? await readTypedForm(body, type, true) : null
    if (kept !== null && kept.fields.length > 0) {
      response.resume()
      const form = { ...kept, isKept: true }
      return sendAnswer(incoming, outgoing, this.#errorPages.answerForm(401, incoming, form))
    }
    const status = failureOf(response, trace, pathOf(url), isDocument)
    if (status === null) {
      // The body is not needed while the response is read, however slowly.
      release()
      // The form came back with its typed text, because the database was down.
      const isAway =
        trace.outcome.thrown === 'unavailable' && isDocument && response.statusCode === 200
      return passOn(
        response,
        incoming,
        outgoing,
        isAway ? { status: 503, extra: { 'retry-after': RETRY_AFTER } } : {},
      )
    }
    response.resume()
    log.warn(
      { path: pathOf(url), status, thrown: trace.outcome.thrown },
      'a form could not be answered',
    )
    sendAnswer(incoming, outgoing, await this.#failure(status, body, type, incoming))
  }

  async #ask(request: Omit<UpstreamRequest, 'timeoutMs'>): Promise<IncomingMessage | null> {
    try {
      return await this.#upstream.ask({ ...request, timeoutMs: FORM_TIMEOUT_MS })
    } catch (error) {
      log.error({ err: error, path: pathOf(request.url) }, 'the application did not answer a form')
      return null
    }
  }

  /** Without scripts the typed text goes back; with scripts the form still has it. */
  async #failure(
    status: number,
    body: Buffer,
    type: string,
    incoming: IncomingMessage,
  ): Promise<Answer> {
    if (!asksForDocument(pathOf(incoming.url ?? '/'), incoming.headers))
      return this.#errorPages.answer(status, incoming)
    const form = await readTypedForm(body, type, status >= 500)
    return this.#errorPages.answerForm(status, incoming, form)
  }
}

/** The page of the form asks to sign in, so that the answer of the form would be lost. */
function isSignedOut({ statusCode = 500, headers }: IncomingMessage): boolean {
  const isRedirect = statusCode >= 300 && statusCode < 400
  return isRedirect && BACK_AFTER_SIGN_IN.test(headers.location ?? '')
}

/** Null passes Next's response on. Until an action of ours began, only the request can be wrong. */
function failureOf(
  response: IncomingMessage,
  { outcome }: Trace,
  path: string,
  isDocument: boolean,
): number | null {
  const { statusCode = 500, headers } = response
  if (headers[ACTION_NOT_FOUND] !== undefined) return 409
  if (statusCode < 400) return null
  if (isApiPath(path)) return failureOfApi(statusCode, headers['content-type'] ?? '', outcome)
  if (outcome.thrown === 'unavailable') return 503
  if (statusCode === 404) return isDocument ? 404 : null
  if (!outcome.actionStarted) return 400
  return statusCode >= 500 ? 500 : null
}

/** API routes report their own errors; one that threw reports nothing. */
function failureOfApi(
  statusCode: number,
  contentType: string,
  { thrown }: RequestOutcome,
): number | null {
  if (statusCode < 500 || contentType.includes('json')) return null
  return thrown === 'unavailable' ? 503 : 500
}
