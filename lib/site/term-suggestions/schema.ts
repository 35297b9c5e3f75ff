import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'
import { termName } from '@/lib/site/vocabularies/schema'
import { TAGS } from '@/lib/site/vocabularies/types'

export const suggestionSchema = z.strictObject({
  vocabulary: z.enum(TAGS, 'choose'),
  name: termName,
  why: requiredText(1_000),
  revisionId: z
    .union([z.literal(''), z.uuid()])
    .default('')
    .transform((id) => (id === '' ? null : id)),
})

export const addSuggestedSchema = z.strictObject({
  id: z.uuid(),
  labelNl: termName,
  labelEn: termName,
  definitionNl: optionalText(1_000),
  definitionEn: optionalText(1_000),
  parentId: z
    .union([z.literal(''), z.uuid()], 'choose')
    .default('')
    .transform((id) => (id === '' ? null : id)),
})

export const alternativeSchema = z.strictObject({ id: z.uuid(), termId: z.uuid('choose') })

export const refuseSchema = z.strictObject({ id: z.uuid(), answer: requiredText(1_000) })
