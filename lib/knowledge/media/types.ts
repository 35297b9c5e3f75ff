import type { RevisionStatus } from '@/generated/prisma/enums'
import type { AttachmentKind } from '@/lib/base/files/attachments/types'

/** A picture of a version as readers see it. */
export interface ImageView {
  /** Names the picture, whichever version shows it. */
  hash: string
  width: number
  height: number
  /** Empty for decoration alone. */
  alt: string
  isDecoration: boolean
  caption: string
  credit: string
  /** What stays in view when it is cut, in percent from the left and from the top. */
  focusX: number
  focusY: number
}

/** A document of a version as readers see it. */
export interface AttachmentView {
  hash: string
  kind: AttachmentKind
  sizeBytes: number
  title: string
}

export interface VersionMedia {
  images: ImageView[]
  attachments: AttachmentView[]
}

/** With the row that holds it, for whoever writes the version. */
export interface OwnMedia {
  images: (ImageView & { id: string })[]
  attachments: (AttachmentView & { id: string })[]
}

export type MediaKind = 'image' | 'attachment'

/** A version that shows a file. */
export interface MediaUse {
  status: RevisionStatus
  organisationId: string
  createdById: string | null
}
