import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { LRUCache } from 'lru-cache'

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

/**
 * Pages as visitors without an account see them, kept until something that is read in public changes or a minute has passed. The page that was
 * asked for longest ago makes way when there are too many bytes. While the database cannot be heard (`hear(false)`) nothing is kept.
 */
export class KeptPages {
  #pages
  #making = new Map()
  #generation = 0
  #hears = false

  constructor({ maxBytes, maxAgeMs, now = Date.now }) {
    Object.assign(this, { maxAgeMs, now })
    this.#pages = new LRUCache({ maxSize: maxBytes, maxEntrySize: Math.floor(maxBytes / 8), sizeCalculation: ({ page }) => page.bytes })
  }

  get bytes() {
    return this.#pages.calculatedSize
  }

  hear(hears) {
    this.#hears = hears
    this.forget()
  }

  /** Everything kept is old, also what is being made at this moment. */
  forget() {
    this.#generation += 1
    this.#pages.clear()
    this.#making.clear()
  }

  /** The page under this key, made by `make` when it is not there; who asks at the same time waits for the same making. Null when `make` gives nothing to keep. */
  async get(key, make) {
    const kept = this.#pages.get(key)
    if (kept && this.now() < kept.until) return kept.page
    const waiting = this.#making.get(key)
    if (waiting) return waiting
    const making = this.#make(key, make)
    this.#making.set(key, making)
    return making.finally(() => {
      if (this.#making.get(key) === making) this.#making.delete(key)
    })
  }

  async #make(key, make) {
    const generation = this.#generation
    const page = await make()
    if (page && this.#hears && generation === this.#generation) this.#pages.set(key, { page, until: this.now() + this.maxAgeMs })
    return page
  }
}
