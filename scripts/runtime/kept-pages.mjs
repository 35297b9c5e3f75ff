import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { HeardMemory } from './heard-memory.mjs'

const deflate = promisify(deflateRaw)

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty last block: the end of a deflate stream. */
const END = Buffer.from([3, 0])

/**
 * A page (or an answer of the open data API, which has no nonce) that was made once, cut where its nonce stood. The pieces are compressed apart and each ends on a whole byte, so that
 * a new nonce goes between them without compressing anything again (RFC 1951, section 3.2.4; RFC 1952).
 */
export async function cutPage({ headers, body, nonce }) {
  const pieces = (nonce ? body.split(nonce) : [body]).map((text) => Buffer.from(text))
  const deflated = await Promise.all(pieces.map((piece) => deflate(piece, { finishFlush: constants.Z_FULL_FLUSH })))
  const bytes = [...pieces, ...deflated].reduce((sum, piece) => sum + piece.length, 0)
  return { headers, nonce, pieces, deflated, bytes }
}

const between = (pieces, own) => pieces.flatMap((piece, index) => (index === 0 ? [piece] : [own, piece]))

/** A block that is stored as it is. */
function storedBlock(content) {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(content.length, 1)
  head.writeUInt16LE(~content.length & 0xffff, 3)
  return Buffer.concat([head, content])
}

/** The page with a nonce of its own, as headers and body. */
export function fillPage(page, nonce, compressed) {
  const renew = (value) => (page.nonce && typeof value === 'string' ? value.replaceAll(page.nonce, nonce) : value)
  const headers = Object.fromEntries(Object.entries(page.headers).map(([name, value]) => [name, renew(value)]))
  const plain = between(page.pieces, Buffer.from(nonce))
  if (!compressed) return { headers, body: Buffer.concat(plain) }
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(plain.reduce((sum, piece) => crc32(piece, sum), 0), 0)
  tail.writeUInt32LE(plain.reduce((sum, piece) => sum + piece.length, 0), 4)
  const body = Buffer.concat([GZIP_HEAD, ...between(page.deflated, storedBlock(Buffer.from(nonce))), END, tail])
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body }
}

/** Pages as visitors without an account see them, each no longer than `maxAgeMs`. */
export class KeptPages extends HeardMemory {
  #making = new Map()

  constructor({ maxBytes, maxAgeMs, now = Date.now }) {
    super({ maxBytes, now })
    this.maxAgeMs = maxAgeMs
  }

  forget() {
    super.forget()
    this.#making.clear()
  }

  /** The page under this key, made by `make` when it is not there; who asks at the same time waits for the same making. Null when `make` gives nothing to keep. */
  async get(key, make) {
    const kept = this.recall(key)
    if (kept) return kept
    const waiting = this.#making.get(key)
    if (waiting) return waiting
    const making = this.#make(key, make)
    this.#making.set(key, making)
    return making.finally(() => {
      if (this.#making.get(key) === making) this.#making.delete(key)
    })
  }

  async #make(key, make) {
    const { generation } = this
    const page = await make()
    if (page) this.keep(key, page, { generation, bytes: page.bytes, ageMs: this.maxAgeMs })
    return page
  }
}
