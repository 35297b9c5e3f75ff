import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How much of a body that nobody wants is read, and how long, before the connection is cut. */
const LINGER_BYTES = 1_000_000
const LINGER_MS = 2_000

const closing = new WeakSet<Socket>()

/** True once an answer has ended this connection: what still arrives on it is no request. */
export const isClosing = (socket: Socket): boolean => closing.has(socket)

/**
 * Ends a connection after this answer. A socket that is destroyed while the other side still sends is
 * reset, and a reset can overtake the answer; so what arrives is read and dropped for a moment
 * (RFC 9112, 9.6).
 */
export function closeAfter(outgoing: ServerResponse): void {
  // An answer that waits behind another on the same connection has no socket of its own yet.
  const { socket } = outgoing.req
  if (closing.has(socket)) return
  closing.add(socket)
  // Node calls this once the answer is written.
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
