import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { rawAnswer } from './answers.ts'
import { isClosing } from './connection.ts'

/** For the head, and for a whole request with a file on a slow line. */
const LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
}
const SILENCE_MS = 150_000

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

function refuseBytes(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy()
  // Node removes its own listeners from a socket without an HTTP request.
  socket.on('error', () => socket.destroy())
  socket.end(rawAnswer(status, REASONS[status] ?? 'Bad Request'), () => socket.destroy())
}

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>

export function createHttpServer(handle: Handler, limits: Partial<typeof LIMITS> = {}): Server {
  const server = createServer({
    // Refused by our own rules, with our own response.
    requireHostHeader: false,
    ...LIMITS,
    ...limits,
  })
  server.timeout = SILENCE_MS
  const running = new WeakMap<Duplex, ServerResponse>()
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    running.set(incoming.socket, outgoing)
    if (isClosing(incoming.socket)) return void incoming.resume()
    void handle(incoming, outgoing)
  }
  server.on('request', answer)
  // The handler decides before the body is sent.
  server.on('checkContinue', answer)
  server.on('checkExpectation', answer)
  server.on('connect', (_request, socket) => refuseBytes(socket, 405))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const current = running.get(socket)
    // Data after a request must not end up inside its response.
    const isAnswering = current !== undefined && !current.writableFinished
    if (error.code === 'ECONNRESET' || isAnswering) return void socket.destroy()
    refuseBytes(socket, STATUS_OF[error.code ?? ''] ?? 400)
  })
  return server
}
