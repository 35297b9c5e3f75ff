import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'
import { MAX_LENGTH } from './rules'

const reason = requiredText(600)
const organisationId = z.union([z.literal(''), z.uuid('unknownChoice')]).default('')

export const askSchema = z.strictObject({
  initiativeId: z.uuid(),
  organisationId,
  text: requiredText(MAX_LENGTH),
})
export const answerSchema = z.strictObject({
  postId: z.uuid(),
  organisationId,
  text: requiredText(MAX_LENGTH),
})
/** '0' undoes it. */
export const acceptSchema = z.strictObject({ postId: z.uuid(), accept: z.enum(['0', '1']) })
export const reportSchema = z.strictObject({
  postId: z.uuid(),
  reason: optionalText(600).pipe(z.string().min(1, 'reason')),
})
export const hideSchema = z.strictObject({ postId: z.uuid(), reason })
export const postIdSchema = z.strictObject({ postId: z.uuid() })

export const openThreadsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      initiatief: z.string(),
      vraag: z.string(),
      gesteldDoor: z.string().nullable(),
      gesteldOp: z.iso.datetime(),
      antwoord: z.string(),
      beantwoordDoor: z.string().nullable(),
      beantwoordOp: z.iso.datetime(),
      url: z.url(),
    }),
  ),
  totaal: z.int(),
  pagina: z.int(),
})
export const openThreadsQuerySchema = z.strictObject({
  initiatief: z.string().max(120).optional(),
  pagina: z.coerce.number().int().min(1).max(10_000).default(1),
})
