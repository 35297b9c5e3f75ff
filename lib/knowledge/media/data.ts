import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { isAttachmentKind, type AttachmentKind } from '@/lib/base/files/attachments/types'
import type { ImageFormat } from '@/lib/base/files/images/types'
import { db } from '@/lib/base/db/db'
import { IS_READABLE, WAS_PUBLIC } from '@/lib/knowledge/publication/rules'
import { isHash, MAX_ATTACHMENTS, MAX_IMAGES } from './rules'
import type { AttachmentView, ImageView, MediaUse, OwnMedia, VersionMedia } from './types'

const byPosition: { position?: 'asc'; id?: 'asc' }[] = [{ position: 'asc' }, { id: 'asc' }]

/** For the select of a version. */
export const mediaSelect = {
  images: {
    select: {
      id: true,
      hash: true,
      alt: true,
      isDecoration: true,
      caption: true,
      credit: true,
      focusX: true,
      focusY: true,
      image: { select: { width: true, height: true } },
    },
    orderBy: byPosition,
    take: MAX_IMAGES,
  },
  attachments: {
    select: {
      id: true,
      hash: true,
      title: true,
      document: { select: { kind: true, sizeBytes: true } },
    },
    orderBy: byPosition,
    take: MAX_ATTACHMENTS,
  },
} satisfies Prisma.InitiativeRevisionSelect

type MediaRow = Prisma.InitiativeRevisionGetPayload<{ select: typeof mediaSelect }>

/** The database holds the kinds that it accepts. */
const kindOf = (kind: string): AttachmentKind => (isAttachmentKind(kind) ? kind : 'pdf')

const toImage = ({ image, ...row }: MediaRow['images'][number]): ImageView => ({
  hash: row.hash,
  ...image,
  alt: row.alt,
  isDecoration: row.isDecoration,
  caption: row.caption,
  credit: row.credit,
  focusX: row.focusX,
  focusY: row.focusY,
})

const toAttachment = ({
  document,
  hash,
  title,
}: MediaRow['attachments'][number]): AttachmentView => ({
  hash,
  kind: kindOf(document.kind),
  sizeBytes: document.sizeBytes,
  title,
})

/** What a version shows, without the rows that hold it, so that versions can be compared. */
export const toVersionMedia = ({ images, attachments }: MediaRow): VersionMedia => ({
  images: images.map(toImage),
  attachments: attachments.map(toAttachment),
})

/** The pictures and documents of a version with their rows; the caller decides who may see them. */
export async function getOwnMedia(revisionId: string): Promise<OwnMedia> {
  const row = await db.initiativeRevision.findUnique({
    where: { id: revisionId },
    select: mediaSelect,
  })
  const { images = [], attachments = [] } = row ?? {}
  return {
    images: images.map((image) => ({ id: image.id, ...toImage(image) })),
    attachments: attachments.map((file) => ({ id: file.id, ...toAttachment(file) })),
  }
}

/** The same file in more versions than this says nothing more about who may see it. */
const MAX_USES = 200

const useSelect = {
  status: true,
  createdById: true,
  initiative: { select: { organisationId: true } },
} satisfies Prisma.InitiativeRevisionSelect

const toUse = ({
  revision: { initiative, ...revision },
}: {
  revision: Prisma.InitiativeRevisionGetPayload<{ select: typeof useSelect }>
}): MediaUse => ({ ...revision, ...initiative })

const isPublic = { revision: { ...WAS_PUBLIC, initiative: IS_READABLE } }

/** Whether everyone may see a picture. */
export async function isPublicImage(hash: string): Promise<boolean> {
  if (!isHash(hash)) return false
  return (
    (await db.revisionImage.findFirst({
      where: { hash, ...isPublic },
      select: { id: true },
    })) !== null
  )
}

/** The versions that show a picture. */
export async function listImageUses(hash: string): Promise<MediaUse[]> {
  if (!isHash(hash)) return []
  const rows = await db.revisionImage.findMany({
    where: { hash },
    select: { revision: { select: useSelect } },
    orderBy: { id: 'desc' },
    take: MAX_USES,
  })
  return rows.map(toUse)
}

/** The bytes of a picture in one format and width, or null. The caller checks who may see it. */
export async function getImageFile(
  hash: string,
  width: number,
  format: ImageFormat,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db.storedImageFile.findUnique({
    where: { hash_format_width: { hash, format, width } },
    select: { content: true },
  })
  return row?.content ?? null
}

/** The title under which everyone may see a document; null when they may not. */
export async function getPublicTitle(hash: string): Promise<string | null> {
  if (!isHash(hash)) return null
  const row = await db.revisionAttachment.findFirst({
    where: { hash, ...isPublic },
    select: { title: true },
    orderBy: { revision: { publishedAt: 'desc' } },
  })
  return row?.title ?? null
}

/** The versions that show a document, with its title there. */
export async function listAttachmentUses(hash: string): Promise<(MediaUse & { title: string })[]> {
  if (!isHash(hash)) return []
  const rows = await db.revisionAttachment.findMany({
    where: { hash },
    select: { title: true, revision: { select: useSelect } },
    orderBy: { id: 'desc' },
    take: MAX_USES,
  })
  return rows.map((row) => ({ ...toUse(row), title: row.title }))
}

/** The document itself, or null. The caller checks who may see it. */
export async function getDocument(
  hash: string,
): Promise<{ kind: AttachmentKind; content: Uint8Array<ArrayBuffer> } | null> {
  const row = await db.storedDocument.findUnique({
    where: { hash },
    select: { kind: true, content: true },
  })
  return row && { kind: kindOf(row.kind), content: row.content }
}

/** Whether a picture was made before, so that it need not be made again. */
export async function isStoredImage(hash: string): Promise<boolean> {
  return (await db.storedImage.count({ where: { hash } })) > 0
}
