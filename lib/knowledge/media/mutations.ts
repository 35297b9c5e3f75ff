import 'server-only'
import { createHash } from 'node:crypto'
import { daysBefore } from '@/lib/base/text/calendar'
import type { AttachmentKind } from '@/lib/base/files/attachments/types'
import type { PreparedImage } from '@/lib/base/files/images/types'
import { db, type Transaction } from '@/lib/base/db/db'

export const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

/**
 * Keeps a picture once; `made` is null for one that is there already. Its row is touched, so that
 * the tidying of unused files waits for it.
 */
export async function storeImage(
  tx: Transaction,
  hash: string,
  made: PreparedImage | null,
): Promise<void> {
  if (made === null) {
    const data = { createdAt: new Date() }
    await tx.storedImage.update({ where: { hash }, data, select: { hash: true } })
    return
  }
  const { width, height, files } = made
  await tx.$executeRaw`
    INSERT INTO stored_image (hash, width, height) VALUES (${hash}, ${width}, ${height})
    ON CONFLICT (hash) DO UPDATE SET created_at = now()`
  await tx.storedImageFile.createMany({
    data: files.map((file) => ({ hash, ...file })),
    skipDuplicates: true,
  })
}

/** Keeps a document once. */
export async function storeDocument(
  tx: Transaction,
  { hash, kind, content }: { hash: string; kind: AttachmentKind; content: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO stored_document (hash, kind, size_bytes, content)
    VALUES (${hash}, ${kind}, ${content.length}, ${content})
    ON CONFLICT (hash) DO UPDATE SET created_at = now()`
}

/** Deletes pictures and documents that no version shows, a day after they came. Returns how many. */
export async function deleteUnusedMedia(now: Date): Promise<number> {
  const where = { createdAt: { lt: daysBefore(now, 1) }, revisions: { none: {} } }
  const images = await db.storedImage.deleteMany({ where })
  const documents = await db.storedDocument.deleteMany({ where })
  return images.count + documents.count
}
