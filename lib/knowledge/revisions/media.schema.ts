import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'

const revisionId = z.uuid()
const mediaId = z.uuid()
const tick = z
  .union([z.literal('on'), z.literal('')])
  .optional()
  .transform((value) => value === 'on')
const percent = z
  .string()
  .transform((text) => text.replace('%', '').trim())
  .pipe(z.string().regex(/^(?:100|\d{1,2})$/, 'percent'))
  .transform(Number)

const words = {
  alt: optionalText(300).transform((text) => text.replace(/\s+/g, ' ')),
  isDecoration: tick,
  caption: optionalText(300),
  credit: optionalText(200),
}

/** Whoever does not see a picture is told what it shows, or that it shows nothing that matters. */
function checkAlt(
  { alt, isDecoration }: { alt: string; isDecoration: boolean },
  context: z.RefinementCtx,
): void {
  if ((alt === '') === isDecoration) return
  context.addIssue({
    code: 'custom',
    path: ['alt'],
    message: isDecoration ? 'altAndDecoration' : 'altOrDecoration',
  })
}

export const newImageSchema = z.strictObject({ revisionId, ...words }).superRefine(checkAlt)

export const imageSchema = z
  .strictObject({ revisionId, mediaId, ...words, focusX: percent, focusY: percent })
  .superRefine(checkAlt)

const title = requiredText(160)
export const newAttachmentSchema = z.strictObject({ revisionId, title })
export const attachmentSchema = z.strictObject({ revisionId, mediaId, title })

const kind = z.enum(['image', 'attachment'])
export const moveMediaSchema = z.strictObject({
  revisionId,
  mediaId,
  kind,
  to: z.enum(['up', 'down']),
})
export const removeMediaSchema = z.strictObject({ revisionId, mediaId, kind })
