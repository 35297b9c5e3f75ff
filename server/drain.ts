import type { Server, ServerResponse } from 'node:http'
import { Server as ConnectionServer } from 'node:net'

/** Running requests get this long to finish. */
const DRAIN_MS = 30_000
/** A request that was on its way when we began may still arrive on a connection that seemed idle. */
const IDLE_GRACE_MS = 1_000
const CHECK_MS = 250

/**
 * Lets a server end without cutting a request: from `begin` on nothing new is accepted and each answer
 * ends its connection, idle connections are closed after a moment, and running requests get half a minute.
 */
export class Drain {
  readonly #server: Server
  readonly #running = new Set<ServerResponse>()
  #draining = false

  constructor(server: Server) {
    this.#server = server
  }

  /** To be called with each response before it is answered. */
  watch(outgoing: ServerResponse): void {
    if (this.#draining) outgoing.shouldKeepAlive = false
    this.#running.add(outgoing)
    outgoing.once('close', () => this.#running.delete(outgoing))
  }

  /** Resolves when all connections have ended, or after the time is over. */
  async begin(): Promise<void> {
    this.#draining = true
    for (const outgoing of this.#running) outgoing.shouldKeepAlive = false
    const { promise, resolve } = Promise.withResolvers<undefined>()
    // The server of HTTP would close idle connections at once; this only stops listening.
    ConnectionServer.prototype.close.call(this.#server, () => resolve(undefined))
    const began = Date.now()
    const check = setInterval(() => {
      if (Date.now() - began >= IDLE_GRACE_MS) this.#server.closeIdleConnections()
      if (Date.now() - began >= DRAIN_MS) this.#server.closeAllConnections()
    }, CHECK_MS)
    await promise
    clearInterval(check)
  }
}
