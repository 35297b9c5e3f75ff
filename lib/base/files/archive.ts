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
async function unpack(archive: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  const most = Math.min(room, Math.max(RATIO_FROM_BYTES, entry.compressedSize * MAX_RATIO))
  const parts: Buffer[] = []
  let size = 0
  for await (const part of await archive.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(part)) continue
    size += part.length
    if (size > most) throw new ArchiveError('tooLarge')
    parts.push(part)
  }
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
