import { z } from 'zod'
import { isCalendarDate } from '@/lib/base/text/calendar'
import type { FormValues } from '@/lib/base/http/action-result'
import { optionalText, requiredText } from '@/lib/base/text/text'
import type { CallView, CallVocabulary } from './types'

const MAX = 4_000
export const MAX_TITLE = 160
const version = z.coerce.number().int().min(1).max(1_000_000)
/** A single checkbox arrives as text, several as a list. */
const chosen = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().min(1).max(120)).max(12, 'tooMany'),
)

const content = {
  title: requiredText(MAX_TITLE),
  text: requiredText(MAX),
  region: z.string().min(1, 'choose').max(120, 'unknownChoice'),
  openUntil: z.string().refine(isCalendarDate, 'date'),
  target_group: chosen,
  sector: chosen,
  instrument: chosen,
}

/** `learning` is the question on a learning agenda behind it. */
export const newCallSchema = z.strictObject({
  ...content,
  learning: z.union([z.literal('').transform(() => undefined), z.uuid('unknownChoice')]).optional(),
})
export const callSchema = z.strictObject({ callId: z.uuid(), version, ...content })
export type CallInput = Omit<z.infer<typeof newCallSchema>, 'learning'>

export const endCallSchema = z.strictObject({
  callId: z.uuid(),
  version,
  how: z.enum(['answered', 'closed'], 'choose'),
  outcome: requiredText(MAX),
})

export const replySchema = z
  .strictObject({
    callId: z.uuid(),
    organisationId: z.uuid('unknownChoice'),
    initiative: z.string().max(120, 'unknownChoice').default(''),
    text: optionalText(MAX),
  })
  .refine(({ text, initiative }) => text !== '' || initiative !== '', {
    path: ['text'],
    error: 'replyEmpty',
  })

const about = {
  callId: z.uuid(),
  replyId: z.union([z.literal('').transform(() => undefined), z.uuid('unknownChoice')]).optional(),
}
export const reportSchema = z.strictObject({ ...about, reason: requiredText(1_000) })
export const hideSchema = z.strictObject({ ...about, reason: requiredText(1_000) })
export const restoreSchema = z.strictObject(about)

export function callValues(call: CallView): FormValues {
  const slugs = (vocabulary: CallVocabulary) =>
    call.terms.filter((term) => term.vocabulary === vocabulary).map(({ slug }) => slug)
  return {
    title: call.title,
    text: call.text,
    region: call.region.slug,
    openUntil: call.openUntil,
    target_group: slugs('target_group'),
    sector: slugs('sector'),
    instrument: slugs('instrument'),
  }
}

const STATES = ['open', 'beantwoord', 'gesloten', 'verlopen'] as const

export const openCallsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      tekst: z.string(),
      organisatie: z.string(),
      regio: z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() }),
      stand: z.enum(STATES),
      openTot: z.iso.date(),
      doelgroepen: z.array(z.string()),
      sectoren: z.array(z.string()),
      instrumenten: z.array(z.string()),
      antwoorden: z.int(),
      voorbeeld: z.boolean(),
      url: z.url(),
    }),
  ),
  totaal: z.int(),
})
export const callsQuerySchema = z.strictObject({
  regio: z.string().max(120).optional(),
  stand: z.enum(STATES).optional(),
})
