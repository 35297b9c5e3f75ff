import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { BodyReader } from './body-reader.ts'

async function readOf(reader: BodyReader, maxBytes: number, ...parts: string[]): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>()
  const server = createServer(resolve)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  for (const part of parts) socket.write(part)
  const incoming = await promise
  const result = await reader.read(incoming, maxBytes).then(
    ({ bytes, release }) => {
      release()
      release()
      return bytes.toString()
    },
    (error: unknown) => [error instanceof Error && error.message, incoming.socket.destroyed],
  )
  socket.destroy()
  server.close()
  return result
}
const head = (length: string | number) =>
  `POST / HTTP/1.1\r\nhost: x\r\n${typeof length === 'number' ? `content-length: ${length}` : length}\r\n\r\n`

describe('a body', () => {
  it('is read whole, and its room is given back once', async () => {
    const reader = new BodyReader()
    expect(await readOf(reader, 100, head(10), '01234', '56789')).toBe('0123456789')
    expect(
      await readOf(reader, 100, head('transfer-encoding: chunked'), '3\r\nabc\r\n0\r\n\r\n'),
    ).toBe('abc')
    expect(reader.held).toBe(0)
  })

  it('that is too large, announced or not, is refused on a connection that still works', async () => {
    const reader = new BodyReader()
    expect(await readOf(reader, 5, head(6))).toEqual(['too-large', false])
    expect(await readOf(reader, 5, head('transfer-encoding: chunked'), '6\r\nabcdef\r\n')).toEqual([
      'too-large',
      false,
    ])
    expect(reader.held).toBe(0)
  })

  it('that stops coming is given up, and the connection can carry the refusal', async () => {
    const reader = new BodyReader({ silenceMs: 20 })
    expect(await readOf(reader, 100, head(10), 'half')).toEqual(['slow', false])
    expect(reader.held).toBe(0)
  })
})
