import {
  Agent,
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
} from 'node:http'

export class UpstreamTimeoutError extends Error {
  constructor() {
    super('the application did not begin to answer in time')
    this.name = 'UpstreamTimeoutError'
  }
}

export interface UpstreamRequest {
  method: string
  url: string
  headers: OutgoingHttpHeaders
  timeoutMs: number
  body?: Buffer
}

const IDLE_MS = 60_000

const wasReset = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET'

/** A request with a body has its own connection, so that nothing can follow on it. */
export class Upstream {
  readonly #port: number
  readonly #shared = new Agent({ keepAlive: true })

  constructor(port: number) {
    this.#port = port
  }

  async ask(options: UpstreamRequest): Promise<IncomingMessage> {
    try {
      return await this.#send(options)
    } catch (error) {
      // A pooled connection was closed before a response; a read is safe to repeat.
      if (options.body === undefined && wasReset(error)) return this.#send(options)
      throw error
    }
  }

  close(): void {
    this.#shared.destroy()
  }

  #send({ method, url, headers, timeoutMs, body }: UpstreamRequest): Promise<IncomingMessage> {
    const own: RequestOptions = body === undefined ? { agent: this.#shared } : { agent: false }
    const framing = body === undefined ? {} : { 'content-length': body.length }
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: this.#port,
        method,
        path: url,
        headers: { ...headers, ...framing },
        ...own,
      },
      (response) => {
        clearTimeout(timer)
        outgoing.setTimeout(IDLE_MS, () => response.destroy(new UpstreamTimeoutError()))
        resolve(response)
      },
    )
    const timer = setTimeout(() => outgoing.destroy(new UpstreamTimeoutError()), timeoutMs)
    outgoing.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    outgoing.end(body)
    return promise
  }
}
