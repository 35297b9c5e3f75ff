import { z } from 'zod'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { optionalText, requiredText } from '@/lib/base/text/text'
import type { AdoptionSheet } from './types'

const MAX = 2_000
const version = z.coerce.number().int().min(1).max(1_000_000)
const about = { adoptionId: z.uuid(), version }

export const considerSchema = z.strictObject({
  initiativeId: z.uuid(),
  organisationId: z.uuid('unknownChoice'),
  goal: requiredText(500),
  targetGroup: z.string().min(1, 'choose').max(120, 'unknownChoice'),
  question: optionalText(MAX),
})

export const answerSchema = z.strictObject({ adoptionId: z.uuid(), answer: requiredText(MAX) })

export const sheetSchema = z.strictObject({
  ...about,
  kept: optionalText(MAX),
  changed: optionalText(MAX),
  dropped: optionalText(MAX),
  reason: optionalText(MAX),
  legalChecks: optionalText(MAX),
  cost: optionalText(MAX),
})

export const prepareSchema = z.strictObject({ ...about })
export const runSchema = z.strictObject({
  ...about,
  startsOn: z.string().refine(isCalendarDate, 'date'),
})
export const stopSchema = z.strictObject({ ...about, stopReason: requiredText(MAX) })
export const checkinSchema = z.strictObject({
  adoptionId: z.uuid(),
  month: z.enum(['6', '12', '24']),
  result: requiredText(MAX),
  lesson: requiredText(MAX),
})
export const handOverSchema = z.strictObject({ ...about, holderId: z.uuid('unknownChoice') })

export const ownSchema = z.strictObject({
  ...about,
  ownInitiativeId: z.union([z.literal('').transform(() => null), z.uuid('unknownChoice')]),
})

export function sheetValues({
  kept,
  changed,
  dropped,
  reason,
  legalChecks,
  cost,
}: AdoptionSheet): Record<keyof AdoptionSheet, string> {
  return { kept, changed, dropped, reason, legalChecks, cost }
}

const day = z.iso.date().nullable()

export const openAdoptionsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      initiatief: z.string(),
      organisatie: z.string(),
      regio: z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() }).nullable(),
      stand: z.enum(['verkent', 'bereidt-voor', 'loopt', 'gestopt']),
      doel: z.string(),
      doelgroep: z.string(),
      begin: day,
      gestoptOp: day,
      redenVanStoppen: z.string().nullable(),
      aanpassing: z.strictObject({
        behouden: z.string(),
        veranderd: z.string(),
        weggelaten: z.string(),
        waarom: z.string(),
      }),
      tussenstanden: z.array(
        z.strictObject({
          maand: z.union([z.literal(6), z.literal(12), z.literal(24)]),
          resultaat: z.string(),
          les: z.string(),
        }),
      ),
      eigenInitiatief: z.string().nullable(),
      voorbeeld: z.boolean(),
    }),
  ),
  totaal: z.int(),
})
export const adoptionsQuerySchema = z.strictObject({ initiatief: z.string().max(120).optional() })
