import { z } from 'zod'
import { ATTACHMENT_TYPES, type AttachmentKind } from '@/lib/base/files/attachments/types'

/** In the open data. Source: docs/api.md. */
export const openImageSchema = z.strictObject({
  url: z.url(),
  breedte: z.int(),
  hoogte: z.int(),
  alt: z.string(),
  versiering: z.boolean(),
  bijschrift: z.string().nullable(),
  maker: z.string().nullable(),
})

export const openAttachmentSchema = z.strictObject({
  titel: z.string(),
  soort: z.enum(Object.keys(ATTACHMENT_TYPES) as [AttachmentKind, ...AttachmentKind[]]),
  bytes: z.int(),
  url: z.url(),
})
