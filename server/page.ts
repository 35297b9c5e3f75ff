import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { textBytes } from './content-cache.ts'

const deflate = promisify(deflateRaw)

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty final block of a deflate stream. */
const DEFLATE_END = Buffer.from([3, 0])

interface Pieces {
  bytes: Buffer
  ends: number[]
}

export interface Page {
  headers: OutgoingHttpHeaders
  nonce: string | undefined
  plain: Pieces
  deflated: Pieces
  bytes: number
}

/** Copies: zlib results and small buffers are views of larger memory. */
function joinPieces(buffers: readonly Buffer[]): Pieces {
  const ends: number[] = []
  const bytes = Buffer.allocUnsafeSlow(buffers.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const buffer of buffers) {
    end += buffer.copy(bytes, end)
    ends.push(end)
  }
  return { bytes, ends }
}

const listPieces = ({ bytes, ends }: Pieces): Buffer[] =>
  ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end))

/** Pieces end on whole bytes, so that a new nonce fits without recompressing (RFC 1951, 3.2.4). */
export async function cutPage(answer: {
  headers: OutgoingHttpHeaders
  body: string
  nonce?: string | undefined
}): Promise<Page> {
  const { headers, body, nonce } = answer
  const texts = nonce === undefined ? [body] : body.split(nonce)
  const buffers = texts.map((text) => Buffer.from(text))
  const compressed = await Promise.all(
    buffers.map((piece) => deflate(piece, { finishFlush: constants.Z_FULL_FLUSH })),
  )
  const plain = joinPieces(buffers)
  const deflated = joinPieces(compressed)
  const bytes = plain.bytes.length + deflated.bytes.length + textBytes(JSON.stringify(headers))
  return { headers, nonce, plain, deflated, bytes }
}

const interleave = (pieces: readonly Buffer[], separator: Buffer): Buffer[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))

function storedBlock(content: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(content.length, 1)
  head.writeUInt16LE(~content.length & 0xffff, 3)
  return Buffer.concat([head, content])
}

function gzipped(page: Page, plain: readonly Buffer[], nonce: Buffer): Buffer {
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(
    plain.reduce((sum, piece) => crc32(piece, sum), 0),
    0,
  )
  tail.writeUInt32LE(
    plain.reduce((sum, piece) => sum + piece.length, 0),
    4,
  )
  const blocks = interleave(listPieces(page.deflated), storedBlock(nonce))
  return Buffer.concat([GZIP_HEAD, ...blocks, DEFLATE_END, tail])
}

export function fillPage(page: Page, nonce: string, compressed: boolean) {
  const { nonce: old } = page
  const renew = (value: OutgoingHttpHeaders[string]) =>
    old !== undefined && typeof value === 'string' ? value.replaceAll(old, nonce) : value
  const headers: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(page.headers)) headers[name] = renew(value)
  const own = Buffer.from(nonce)
  const plain = interleave(listPieces(page.plain), own)
  if (!compressed) return { headers, body: Buffer.concat(plain) }
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipped(page, plain, own) }
}
