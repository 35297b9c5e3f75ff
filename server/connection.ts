import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

const LINGER_BYTES = 1_000_000
const LINGER_MS = 2_000

const closing = new WeakSet<Socket>()

export const isClosing = (socket: Socket): boolean => closing.has(socket)

/** Destroying a socket that still receives can cut off the response (RFC 9112, 9.6). */
export function closeAfter(outgoing: ServerResponse): void {
  // A pipelined response has no socket of its own yet.
  const { socket } = outgoing.req
  if (closing.has(socket)) return
  closing.add(socket)
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
