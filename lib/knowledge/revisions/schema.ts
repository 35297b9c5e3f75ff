import { z } from 'zod'
import { Lifecycle, ResultKind } from '@/generated/prisma/enums'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { cleanText, nullableText, optionalText, requiredText, safeUrl } from '@/lib/base/text/text'
import {
  LINE_LISTS,
  TAG_FIELDS,
  type DraftContent,
  type DraftField,
  type VersionField,
} from './types'

const MAX_LINES = 40
const MAX_TAGS = 30

const many = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(z.string().max(100)).max(MAX_TAGS, 'tooMany'),
)

const lines = z
  .string()
  .default('')
  .transform((text) => text.split('\n').map(cleanText).filter(Boolean))
  .pipe(z.array(z.string().max(1_000, 'lineTooLong')).max(MAX_LINES, 'tooManyLines'))

const date = nullableText(10).refine((text) => text === null || isCalendarDate(text), 'date')

const decimal = nullableText(20)
  .transform((text) => text?.replace(/\s/g, '').replace(',', '.') ?? null)
  .refine((text) => text === null || /^-?\d{1,12}(\.\d{1,4})?$/.test(text), 'number')

const optionalUrl = optionalText(2_000).transform((text, context) => {
  if (text === '') return null
  const parsed = safeUrl.safeParse(text)
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'url' })
  return z.NEVER
})

const optionalEmail = optionalText(254).transform((text, context) => {
  if (text === '') return null
  if (z.email().safeParse(text).success) return text.toLowerCase()
  context.addIssue({ code: 'custom', message: 'email' })
  return z.NEVER
})

function dropEmptyRows(value: unknown): unknown[] {
  if (!Array.isArray(value)) return []
  const isFilled = (row: unknown) =>
    typeof row !== 'object' ||
    row === null ||
    Object.entries(row).some(([key, text]: [string, unknown]) => key !== 'kind' && text !== '')
  return value.filter(isFilled)
}

const step = z.strictObject({ name: requiredText(120), description: optionalText(2_000) })
const result = z.strictObject({
  kind: z.enum(ResultKind, 'choose'),
  label: requiredText(300),
  value: decimal,
  unit: nullableText(40),
  note: nullableText(600),
})
const source = z.strictObject({ title: requiredText(300), url: optionalUrl })

const fields = {
  title: requiredText(140),
  summary: optionalText(1_500),
  problem: optionalText(4_000),
  story: optionalText(20_000),
  regions: many,
  style: nullableText(100),
  lifecycle: z.enum(Lifecycle, 'choose').default('unknown'),
  stopReason: nullableText(2_000),
  startsOn: date,
  endsOn: date,
  ownerName: nullableText(200),
  partners: lines,
  contactName: nullableText(120),
  contactRole: nullableText(120),
  contactEmail: optionalEmail,
  contactConsent: z
    .union([z.literal('on'), z.literal('')])
    .optional()
    .transform((value) => value === 'on'),
  steps: z.preprocess(dropEmptyRows, z.array(step).max(20, 'tooMany')),
  results: z.preprocess(dropEmptyRows, z.array(result).max(20, 'tooMany')),
  sources: z.preprocess(dropEmptyRows, z.array(source).max(30, 'tooMany')),
  ...(Object.fromEntries(Object.keys(TAG_FIELDS).map((field) => [field, many])) as Record<
    keyof typeof TAG_FIELDS,
    typeof many
  >),
  ...(Object.fromEntries(Object.keys(LINE_LISTS).map((field) => [field, lines])) as Record<
    keyof typeof LINE_LISTS,
    typeof lines
  >),
}

/** A draft may be incomplete, but typed values must be valid. */
export const draftSchema: z.ZodType<DraftContent> = z
  .strictObject(fields)
  .refine(
    (draft) => draft.startsOn === null || draft.endsOn === null || draft.endsOn >= draft.startsOn,
    {
      path: ['endsOn'],
      error: 'endBeforeStart',
    },
  )
  .refine(
    (draft) => draft.contactConsent || (draft.contactName === null && draft.contactEmail === null),
    {
      path: ['contactConsent'],
      error: 'consent',
    },
  )

export const newInitiativeSchema = z.strictObject({
  title: requiredText(140),
  organisationId: z.uuid('choose'),
})

export const revisionTargetSchema = z.strictObject({
  revisionId: z.uuid(),
  version: z.coerce.number().int().min(1),
})

const VERSION_FIELDS = [
  'images',
  'attachments',
  ...(Object.keys(fields) as DraftField[]),
] as const satisfies VersionField[]

const decided = {
  ...revisionTargetSchema.shape,
  remarks: z.partialRecord(z.enum(VERSION_FIELDS), requiredText(1_000)),
}

/** A version goes back with a reason; what was typed for that is never dropped by publishing. */
export const decisionSchema = z.discriminatedUnion('intent', [
  z.strictObject({ ...decided, intent: z.literal('publish'), reason: optionalText(2_000) }),
  z.strictObject({ ...decided, intent: z.literal('return'), reason: requiredText(2_000) }),
])

/** One line, for readers. */
export const submitVersionSchema = z.strictObject({
  ...revisionTargetSchema.shape,
  changeReason: requiredText(300).transform((text) => text.replace(/\s+/g, ' ')),
})

export const openVersionSchema = z.strictObject({
  nummer: z.int(),
  gepubliceerdOp: z.iso.datetime(),
  reden: z.string().nullable(),
  verschillen: z.url().nullable(),
})

export const restoreSchema = z.strictObject({
  initiativeId: z.uuid(),
  number: z.coerce.number().int().min(1),
})
