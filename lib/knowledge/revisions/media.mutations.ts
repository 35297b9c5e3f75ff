import 'server-only'
import { saveAuditEvent, saveSittingEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import type { AttachmentKind } from '@/lib/base/files/attachments/types'
import type { PreparedImage } from '@/lib/base/files/images/types'
import { once, type Sender } from '@/lib/base/http/submission'
import { AppError } from '@/lib/base/runtime/errors'
import { storeDocument, storeImage } from '@/lib/knowledge/media/mutations'
import { MAX_ATTACHMENTS, MAX_IMAGES, moved } from '@/lib/knowledge/media/rules'
import type { ImageView, MediaKind } from '@/lib/knowledge/media/types'

/** Nothing was written: as many as there may be, or the same file is there already. */
export type MediaRefusal = 'full' | 'twice'
const refusals: readonly MediaRefusal[] = ['full', 'twice']

/**
 * Holds a version that is being written until this transaction ends. Its `version` stays, so that
 * whoever writes the text meanwhile meets no conflict. Throws WRONG_STATE when it was handed in.
 */
async function holdOpen(tx: Transaction, revisionId: string): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE initiative_revision SET updated_at = now()
    WHERE id = ${revisionId}::uuid AND status IN ('draft', 'returned')`
  if (count === 0) throw new AppError('WRONG_STATE')
}

interface Row {
  id: string
  hash: string
}

const inOrder = { orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }], take: 100 }

const listRows = (tx: Transaction, kind: MediaKind, revisionId: string): Promise<Row[]> =>
  kind === 'image'
    ? tx.revisionImage.findMany({
        where: { revisionId },
        select: { id: true, hash: true },
        ...inOrder,
      })
    : tx.revisionAttachment.findMany({
        where: { revisionId },
        select: { id: true, hash: true },
        ...inOrder,
      })

async function findRefusal(
  tx: Transaction,
  kind: MediaKind,
  { revisionId, hash }: { revisionId: string; hash: string },
): Promise<MediaRefusal | null> {
  const rows = await listRows(tx, kind, revisionId)
  if (rows.some((row) => row.hash === hash)) return 'twice'
  return rows.length >= (kind === 'image' ? MAX_IMAGES : MAX_ATTACHMENTS) ? 'full' : null
}

type ImageWords = Pick<ImageView, 'alt' | 'isDecoration' | 'caption' | 'credit'>

/** Adds a picture below the others. `made` is null for one that is stored already. */
export async function addImage({
  revisionId,
  hash,
  made,
  words,
  ...sender
}: Sender & {
  revisionId: string
  hash: string
  made: PreparedImage | null
  words: ImageWords
}): Promise<MediaRefusal | null> {
  const { actorId } = sender
  return once(
    sender,
    async (tx) => {
      await holdOpen(tx, revisionId)
      const refusal = await findRefusal(tx, 'image', { revisionId, hash })
      if (refusal !== null) return refusal
      await storeImage(tx, hash, made)
      const position = await tx.revisionImage.count({ where: { revisionId } })
      await tx.revisionImage.create({
        data: { revisionId, hash, position, ...words },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'revision.image',
        objectType: 'revision',
        objectId: revisionId,
        detail: { hash },
      })
      return null
    },
    { refusals },
  )
}

/** Adds a document below the others. */
export async function addAttachment({
  revisionId,
  title,
  file,
  ...sender
}: Sender & {
  revisionId: string
  title: string
  file: { hash: string; kind: AttachmentKind; content: Uint8Array<ArrayBuffer> }
}): Promise<MediaRefusal | null> {
  const { actorId } = sender
  const { hash, kind } = file
  return once(
    sender,
    async (tx) => {
      await holdOpen(tx, revisionId)
      const refusal = await findRefusal(tx, 'attachment', { revisionId, hash })
      if (refusal !== null) return refusal
      await storeDocument(tx, file)
      const position = await tx.revisionAttachment.count({ where: { revisionId } })
      await tx.revisionAttachment.create({
        data: { revisionId, hash, position, title },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'revision.attachment',
        objectType: 'revision',
        objectId: revisionId,
        detail: { hash, kind },
      })
      return null
    },
    { refusals },
  )
}

interface MediaTarget {
  revisionId: string
  mediaId: string
  actorId: string
}

const changedMedia = ({ actorId, revisionId }: MediaTarget) =>
  ({
    actorId,
    action: 'revision.media.change',
    objectType: 'revision',
    objectId: revisionId,
  }) as const

/** Changes what stands with a picture and what stays in view. NOT_FOUND for another version's. */
export async function saveImage(
  target: MediaTarget,
  data: ImageWords & Pick<ImageView, 'focusX' | 'focusY'>,
): Promise<void> {
  const { revisionId, mediaId: id } = target
  await db.$transaction(async (tx) => {
    await holdOpen(tx, revisionId)
    const { count } = await tx.revisionImage.updateMany({ where: { id, revisionId }, data })
    if (count === 0) throw new AppError('NOT_FOUND')
    await saveSittingEvent(tx, changedMedia(target))
  })
}

/** Changes the title of a document. NOT_FOUND for one of another version. */
export async function saveAttachment(target: MediaTarget, title: string): Promise<void> {
  const { revisionId, mediaId: id } = target
  await db.$transaction(async (tx) => {
    await holdOpen(tx, revisionId)
    const where = { id, revisionId }
    const { count } = await tx.revisionAttachment.updateMany({ where, data: { title } })
    if (count === 0) throw new AppError('NOT_FOUND')
    await saveSittingEvent(tx, changedMedia(target))
  })
}

/** Moves a picture or document a place; nothing happens at an end. NOT_FOUND when it is not there. */
export async function moveMedia(
  { revisionId, mediaId, actorId }: MediaTarget,
  { kind, to }: { kind: MediaKind; to: 'up' | 'down' },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdOpen(tx, revisionId)
    const rows = await listRows(tx, kind, revisionId)
    const at = rows.findIndex(({ id }) => id === mediaId)
    if (at === -1) throw new AppError('NOT_FOUND')
    for (const [position, { id }] of moved(rows, at, to === 'up' ? -1 : 1).entries()) {
      const change = { where: { id }, data: { position }, select: { id: true } }
      await (kind === 'image'
        ? tx.revisionImage.update(change)
        : tx.revisionAttachment.update(change))
    }
    await saveSittingEvent(tx, {
      actorId,
      action: 'revision.media.move',
      objectType: 'revision',
      objectId: revisionId,
    })
  })
}

/** Takes a picture or document out of a version; other versions keep theirs. NOT_FOUND as above. */
export async function removeMedia(
  { revisionId, mediaId: id, actorId }: MediaTarget,
  kind: MediaKind,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdOpen(tx, revisionId)
    const where = { id, revisionId }
    const { count } =
      kind === 'image'
        ? await tx.revisionImage.deleteMany({ where })
        : await tx.revisionAttachment.deleteMany({ where })
    if (count === 0) throw new AppError('NOT_FOUND')
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.media.delete',
      objectType: 'revision',
      objectId: revisionId,
      detail: { kind },
    })
  })
}
