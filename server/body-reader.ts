import type { IncomingMessage } from 'node:http'
import { KILOBYTE, MEGABYTE } from './body-rules.ts'

/**
 * Bodies held in memory by all requests together. Ordinary forms have room of their own, so that
 * nobody can take it with files; whoever comes when it is full is asked to try again.
 */
const ROOM = { form: 64 * MEGABYTE, file: 128 * MEGABYTE }
const LARGEST_FORM_BYTES = 200 * KILOBYTE
/** A body of which nothing arrives for this long is given up; the whole request has a limit too (http-server.ts). */
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
  /** To be called when the body is no longer needed; more than once does no harm. */
  release: () => void
}

/** Reads bodies whole within limits, before anything else works on them. */
export class BodyReader {
  readonly #held = { form: 0, file: 0 }
  readonly #silenceMs: number

  constructor({ silenceMs = SILENCE_MS } = {}) {
    this.#silenceMs = silenceMs
  }

  /** Bytes in memory at this moment. */
  get held(): number {
    return this.#held.form + this.#held.file
  }

  /**
   * The body of a request, at most `maxBytes` long. What is announced as too large is refused before a
   * byte of it is read; room is taken for what arrived, not for what was announced. The connection is
   * left alone, so that a refusal can still be sent on it. @throws BodyError
   */
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
