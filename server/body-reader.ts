import type { IncomingMessage } from 'node:http'
import { KILOBYTE, MEGABYTE } from './body-rules.ts'

/** Forms have memory of their own, so that files cannot use it up. */
const ROOM = { form: 64 * MEGABYTE, file: 128 * MEGABYTE }
const LARGEST_FORM_BYTES = 200 * KILOBYTE
/** A body that stalls for this long is dropped; http-server.ts limits the whole request. */
const SILENCE_MS = 15_000

export type BodyProblem = 'too-large' | 'busy' | 'slow' | 'aborted'

export class BodyError extends Error {
  readonly problem: BodyProblem

  constructor(problem: BodyProblem) {
    super(problem)
    this.name = 'BodyError'
    this.problem = problem
  }
}

export interface HeldBody {
  bytes: Buffer
  /** Call it when the body is no longer needed; idempotent. */
  release: () => void
}

export class BodyReader {
  readonly #held = { form: 0, file: 0 }
  readonly #silenceMs: number

  constructor({ silenceMs = SILENCE_MS } = {}) {
    this.#silenceMs = silenceMs
  }

  get held(): number {
    return this.#held.form + this.#held.file
  }

  /** At most `maxBytes`; the connection stays open for a response. @throws BodyError */
  async read(incoming: IncomingMessage, maxBytes: number): Promise<HeldBody> {
    const announced = Number(incoming.headers['content-length'] ?? maxBytes)
    if (announced > maxBytes && incoming.headers['content-length'] !== undefined)
      throw new BodyError('too-large')
    const room = announced <= LARGEST_FORM_BYTES ? 'form' : 'file'
    let taken = 0
    const release = () => {
      this.#held[room] -= taken
      taken = 0
    }
    const take = (bytes: number) => {
      taken += bytes
      this.#held[room] += bytes
      if (taken > maxBytes) throw new BodyError('too-large')
      if (this.#held[room] > ROOM[room]) throw new BodyError('busy')
    }
    try {
      return { bytes: await this.#collect(incoming, take), release }
    } catch (error) {
      release()
      throw error
    }
  }

  #collect(incoming: IncomingMessage, take: (bytes: number) => void): Promise<Buffer> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
    const chunks: Buffer[] = []
    const timer = setTimeout(() => fail(new BodyError('slow')), this.#silenceMs)
    const fail = (error: unknown) => {
      stop()
      reject(error instanceof BodyError ? error : new BodyError('aborted'))
    }
    const onData = (chunk: Buffer) => {
      timer.refresh()
      try {
        take(chunk.length)
        chunks.push(chunk)
      } catch (error) {
        fail(error)
      }
    }
    const onEnd = () => {
      stop()
      resolve(Buffer.concat(chunks))
    }
    const onClose = () => fail(new BodyError('aborted'))
    const stop = () => {
      clearTimeout(timer)
      incoming.off('data', onData).off('end', onEnd).off('close', onClose)
    }
    incoming.on('data', onData).once('end', onEnd).once('close', onClose).on('error', onClose)
    return promise
  }
}
