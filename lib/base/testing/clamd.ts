import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What clamd finds in these tests: a harmless text instead of the one that scanners look for. */
export const VIRUS = 'ONSCHULDIG-PROEFBESTAND'
export const VIRUS_NAME = 'Test.Proef-1'

type Behaviour = 'scans' | 'silent' | 'hangsUp' | 'refusesSize'

/** The file of an INSTREAM command, when all of it has come. */
function fileIn(received: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0')
  if (received.length < command.length) return null
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

/** A server that speaks the protocol of clamd on a port of its own. */
export async function startClamd(behaviour: Behaviour = 'scans') {
  const seen: number[] = []
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      if (behaviour === 'hangsUp') socket.destroy()
      const file = fileIn(received)
      if (file === null || behaviour === 'silent') return
      seen.push(file.length)
      if (behaviour === 'refusesSize') socket.end('INSTREAM size limit exceeded. ERROR\0')
      else socket.end(`stream: ${file.includes(VIRUS) ? `${VIRUS_NAME} FOUND` : 'OK'}\0`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { port, seen, stop }
}
