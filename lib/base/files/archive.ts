import { strToU8, zipSync } from 'fflate'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

export class ArchiveError extends Error {
  readonly problem: 'broken' | 'tooLarge'

  constructor(problem: 'broken' | 'tooLarge') {
    super(problem)
    this.problem = problem
  }
}

const MAX_ENTRIES = 500
const MAX_TOTAL_BYTES = 96 * 1_024 * 1_024
const MAX_RATIO = 200
/** A small file of one repeated sign compresses very well and harms nobody. */
const RATIO_FROM_BYTES = 4 * 1_024 * 1_024

/** The size in the directory may lie: bytes are counted while they come out. */
async function read(
  archive: ZipFile,
  entry: Entry,
  room: number,
  take: (part: Buffer) => void,
): Promise<number> {
  const most = Math.min(room, Math.max(RATIO_FROM_BYTES, entry.compressedSize * MAX_RATIO))
  let size = 0
  for await (const part of await archive.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(part)) continue
    size += part.length
    if (size > most) throw new ArchiveError('tooLarge')
    take(part)
  }
  return size
}

async function unpack(archive: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  const parts: Buffer[] = []
  await read(archive, entry, room, (part) => parts.push(part))
  return Buffer.concat(parts)
}

async function unpackAll(
  file: Buffer,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(file, { validateEntrySizes: false })
  if (archive.entryCount > MAX_ENTRIES) throw new ArchiveError('tooLarge')
  const parts = new Map<string, Buffer>()
  let total = 0
  for await (const entry of archive.eachEntry()) {
    if (!isWanted(entry.fileName)) continue
    const content = await unpack(archive, entry, MAX_TOTAL_BYTES - total)
    total += content.length
    parts.set(entry.fileName, content)
  }
  return parts
}

/** Set in each entry of an archive that needs a password. */
const ENCRYPTED = 0x1

/** Presentations have a few parts per slide, and pictures of every size. */
const WHOLE = { entries: 5_000, bytes: 300 * 1_024 * 1_024 }

export interface ArchiveContents {
  names: string[]
  kept: Map<string, Buffer>
  isEncrypted: boolean
}

async function lookThrough(
  file: Buffer,
  isKept: (name: string) => boolean,
): Promise<ArchiveContents> {
  const archive = await fromBufferPromise(file, { validateEntrySizes: false })
  if (archive.entryCount > WHOLE.entries) throw new ArchiveError('tooLarge')
  const contents: ArchiveContents = { names: [], kept: new Map(), isEncrypted: false }
  let total = 0
  for await (const entry of archive.eachEntry()) {
    contents.names.push(entry.fileName)
    if ((entry.generalPurposeBitFlag & ENCRYPTED) === ENCRYPTED)
      return { ...contents, isEncrypted: true }
    const parts: Buffer[] = []
    const take = (part: Buffer) => {
      if (isKept(entry.fileName)) parts.push(part)
    }
    total += await read(archive, entry, WHOLE.bytes - total, take)
    if (isKept(entry.fileName)) contents.kept.set(entry.fileName, Buffer.concat(parts))
  }
  return contents
}

/**
 * Unpacks all of an archive to see that it can be opened and does not explode, and keeps some of it.
 * Throws ArchiveError.
 */
export async function inspectArchive(
  file: Buffer,
  isKept: (name: string) => boolean,
): Promise<ArchiveContents> {
  try {
    return await lookThrough(file, isKept)
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('broken')
  }
}

/** Unpacks within bounds, so that readers know it does not explode. Throws ArchiveError. */
export async function unpackBounded(
  file: Buffer,
  isWanted: (name: string) => boolean = () => true,
): Promise<Map<string, Buffer>> {
  try {
    return await unpackAll(file, isWanted)
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('broken')
  }
}

/** A ZIP archive of these texts by file name. */
export function zipFiles(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  )
}
