import 'server-only'
import { connect, type Socket } from 'node:net'

/** What clamd said of a file; `away` when it could not be asked, or did not look at all of it. */
export type Verdict = { kind: 'clean' } | { kind: 'infected'; name: string } | { kind: 'away' }

export interface Scanner {
  host: string
  port: number
  connectMs: number
  answerMs: number
}

const CHUNK = 64 * 1_024
/** An answer is one short line. */
const MAX_ANSWER = 4_096

const away: Verdict = { kind: 'away' }

/** "stream: Win.Test.EICAR_HDB-1 FOUND"; of the name only what a name of a virus is made of. */
function verdictOf(answer: string): Verdict {
  const line = answer.replaceAll('\0', '').trim()
  if (line === 'stream: OK') return { kind: 'clean' }
  const name = /^stream: (.+) FOUND$/.exec(line)?.[1]
  if (name === undefined) return away
  return { kind: 'infected', name: name.replace(/[^\w.:()-]/g, '').slice(0, 100) }
}

function send(socket: Socket, content: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < content.length; at += CHUNK) {
    const part = content.subarray(at, at + CHUNK)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    socket.write(length)
    socket.write(part)
  }
  socket.write(Buffer.alloc(4))
}

/** Asks clamd about bytes with its INSTREAM command (clamd(8)). Never throws: a doubt is `away`. */
export function askClamd(
  content: Uint8Array,
  { host, port, connectMs, answerMs }: Scanner,
): Promise<Verdict> {
  const { promise, resolve } = Promise.withResolvers<Verdict>()
  const socket = connect({ host, port })
  let answer = ''
  const end = (verdict: Verdict) => {
    clearTimeout(clock)
    socket.destroy()
    resolve(verdict)
  }
  const tooLate = () => {
    end(away)
  }
  let clock = setTimeout(tooLate, connectMs)
  socket.once('connect', () => {
    clearTimeout(clock)
    clock = setTimeout(tooLate, answerMs)
    send(socket, content)
  })
  socket.on('data', (part) => {
    answer += part.toString('latin1')
    if (answer.includes('\0') || answer.length > MAX_ANSWER) end(verdictOf(answer))
  })
  socket.once('error', tooLate)
  socket.once('close', () => {
    end(verdictOf(answer))
  })
  return promise
}
