import { inflateRawSync } from 'node:zlib'

/** An archive that is broken, or larger inside than it may be. */
export class ArchiveError extends Error {}

const MAX_ENTRIES = 500
const MAX_TOTAL_BYTES = 96 * 1_024 * 1_024
const MAX_RATIO = 200
/** A small file of one repeated sign compresses very well and harms nobody. */
const RATIO_FROM_BYTES = 4 * 1_024 * 1_024
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

interface Entry {
  name: string
  method: number
  compressed: number
  size: number
  at: number
  encrypted: boolean
}

function entriesOf(file: Buffer): Entry[] {
  const from = Math.max(0, file.length - 65_557)
  let end = -1
  for (let at = file.length - 22; at >= from; at -= 1)
    if (file.readUInt32LE(at) === END) {
      end = at
      break
    }
  if (end === -1) throw new ArchiveError('broken')
  const count = file.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new ArchiveError('tooLarge')
  const entries: Entry[] = []
  for (let at = file.readUInt32LE(end + 16), index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw new ArchiveError('broken')
    const [nameLength, extra, comment] = [
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
    ]
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      compressed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

function inflate(file: Buffer, entry: Entry, room: number): Buffer {
  if (entry.encrypted || entry.at + 30 > file.length || file.readUInt32LE(entry.at) !== LOCAL)
    throw new ArchiveError('broken')
  const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28)
  const packed = file.subarray(from, from + entry.compressed)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new ArchiveError('broken')
  try {
    // The size in the directory may lie; the limit is held while unpacking.
    return inflateRawSync(packed, { maxOutputLength: room })
  } catch (error) {
    throw new ArchiveError(error instanceof RangeError ? 'tooLarge' : 'broken')
  }
}

/**
 * Unpacks every part of an archive within bounds: number of parts, total size and ratio. Throws ArchiveError. Whoever
 * reads the archive after this knows that it does not explode.
 */
export function unpackBounded(file: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let total = 0
  for (const entry of entriesOf(file)) {
    const content = inflate(file, entry, Math.max(1, MAX_TOTAL_BYTES - total))
    total += content.length
    if (
      total > MAX_TOTAL_BYTES ||
      (content.length > RATIO_FROM_BYTES && content.length > entry.compressed * MAX_RATIO)
    )
      throw new ArchiveError('tooLarge')
    parts.set(entry.name, content)
  }
  return parts
}
