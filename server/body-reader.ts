import type { IncomingMessage } from 'node:http'
import { MEGABYTE } from './body-rules.ts'

/** Bodies held in memory by all requests together; whoever comes when it is full is asked to try again. */
const MAX_HELD_BYTES = 128 * MEGABYTE
/** A body that is slower than this on average is given up. A phone on a bad line does ten times better. */
const SLOWEST_BYTES_PER_SECOND = 4_000
const PATIENCE_MS = 10_000

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
  /** To be called when the body is no longer needed. */
  release: () => void
}

/** Reads bodies whole within limits, before anything else works on them. */
export class BodyReader {
  #held = 0

  get held(): number {
    return this.#held
  }

  /**
   * The body of a request, at most `maxBytes` long. What is announced as too large is refused before a
   * byte of it is read. @throws BodyError
   */
  async read(incoming: IncomingMessage, maxBytes: number): Promise<HeldBody> {
    const announced = Number(incoming.headers['content-length'] ?? 0)
    if (announced > maxBytes) throw new BodyError('too-large')
    if (this.#held + announced > MAX_HELD_BYTES) throw new BodyError('busy')
    const timeout = setTimeout(
      () => incoming.destroy(new BodyError('slow')),
      PATIENCE_MS + (maxBytes / SLOWEST_BYTES_PER_SECOND) * 1_000,
    )
    let reserved = announced
    this.#held += announced
    const release = () => {
      this.#held -= reserved
      reserved = 0
    }
    try {
      const bytes = await this.#collect(incoming, maxBytes, (size) => {
        if (size <= reserved) return
        this.#held += size - reserved
        reserved = size
        if (this.#held > MAX_HELD_BYTES) throw new BodyError('busy')
      })
      return { bytes, release }
    } catch (error) {
      release()
      throw error instanceof BodyError ? error : new BodyError('aborted')
    } finally {
      clearTimeout(timeout)
    }
  }

  async #collect(
    incoming: IncomingMessage,
    maxBytes: number,
    reserve: (size: number) => void,
  ): Promise<Buffer> {
    const chunks: Buffer[] = []
    let size = 0
    // Not left by an iterator's own end, which would destroy the socket before the refusal is sent.
    for await (const chunk of incoming.iterator({
      destroyOnReturn: false,
    }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new BodyError('too-large')
      reserve(size)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
}
