import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How much of an unwanted body is read, and for how long, before the connection is cut. */
const LINGER_BYTES = 1_000_000
const LINGER_MS = 2_000

const closing = new WeakSet<Socket>()

/** True once a response has ended this connection: further data is no request. */
export const isClosing = (socket: Socket): boolean => closing.has(socket)

/**
 * Ends a connection after this response. Destroying a socket while the client still sends causes a
 * reset, which can overtake the response; so input is drained for a moment (RFC 9112, 9.6).
 */
export function closeAfter(outgoing: ServerResponse): void {
  // A pipelined response has no socket of its own yet.
  const { socket } = outgoing.req
  if (closing.has(socket)) return
  closing.add(socket)
  // Node calls this once the response is written.
  socket.destroySoon = () => linger(socket)
}

function linger(socket: Socket): void {
  const limit = socket.bytesRead + LINGER_BYTES
  const end = () => {
    clearTimeout(timer)
    socket.destroy()
  }
  const timer = setTimeout(end, LINGER_MS)
  socket.on('data', () => {
    if (socket.bytesRead > limit) end()
  })
  socket.once('end', end)
  socket.once('close', () => clearTimeout(timer))
  socket.end()
  socket.resume()
}
