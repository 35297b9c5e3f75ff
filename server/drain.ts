import type { Server, ServerResponse } from 'node:http'
import { Server as ConnectionServer } from 'node:net'

const DRAIN_MS = 30_000
/** A request already under way may still arrive on an idle connection. */
const IDLE_GRACE_MS = 1_000
const CHECK_MS = 250

/** Ends a server without cutting requests, which get half a minute. */
export class Drain {
  readonly #server: Server
  readonly #running = new Set<ServerResponse>()
  #draining = false

  constructor(server: Server) {
    this.#server = server
  }

  /** Call it with each response beforehand. */
  watch(outgoing: ServerResponse): void {
    if (this.#draining) outgoing.shouldKeepAlive = false
    this.#running.add(outgoing)
    outgoing.once('close', () => this.#running.delete(outgoing))
  }

  async begin(): Promise<void> {
    this.#draining = true
    for (const outgoing of this.#running) outgoing.shouldKeepAlive = false
    const { promise, resolve } = Promise.withResolvers<undefined>()
    // http.Server.close would also close idle connections; this only stops listening.
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
