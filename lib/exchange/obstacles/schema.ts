import { z } from 'zod'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { cleanText, isSlug, lastSegment, optionalText, requiredText } from '@/lib/base/text/text'
import { AUTHORITIES, AUTHORITY_PARAMETERS, MAX_ADVICE, STATUS_PARAMETERS, STATUSES } from './rules'

const MAX_TEXT = 3_000
const version = z.coerce.number().int().min(1).max(1_000_000)
const day = z.string().refine(isCalendarDate, 'date')
/** A single checkbox arrives as text, several as a list. */
const slugs = (max: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => [...new Set([value].flat())])
    .pipe(z.array(z.string().refine(isSlug, 'unknownChoice')).max(max, 'tooMany'))

const content = {
  title: requiredText(140),
  description: requiredText(MAX_TEXT),
  law: optionalText(300),
  authority: z.enum(AUTHORITIES, 'choose'),
  authorityName: optionalText(140),
  groups: slugs(20).pipe(z.array(z.string()).min(1, 'chooseOne')),
  regions: slugs(50),
}

/** `confirmed` says that likely duplicates were looked at. */
export const newObstacleSchema = z.strictObject({
  ...content,
  organisationId: z.uuid('unknownChoice'),
  initiativeId: z.union([z.literal(''), z.uuid('unknownChoice')]).default(''),
  confirmed: z.literal('on').optional(),
})
export const obstacleSchema = z.strictObject({ obstacleId: z.uuid(), version, ...content })
export const obstacleIdSchema = z.uuid()

export const linkSchema = z.strictObject({
  obstacleId: z.uuid(),
  initiativeId: z.uuid('choose'),
  note: optionalText(600),
})
export const unlinkSchema = z.strictObject({ obstacleId: z.uuid(), initiativeId: z.uuid() })

export const stepSchema = z.strictObject({
  obstacleId: z.uuid(),
  version,
  to: z.enum(STATUSES),
  on: day,
  note: requiredText(MAX_TEXT),
})

export const mergeSchema = z.strictObject({
  obstacleId: z.uuid(),
  version,
  keep: z
    .string()
    .transform((text) => lastSegment(cleanText(text)))
    .pipe(z.string().min(1, 'required').refine(isSlug, 'obstacleUnknown')),
})

export const unmergeSchema = z.strictObject({ obstacleId: z.uuid(), mergeId: z.uuid() })

export const adviceSchema = z.strictObject({
  soort: z.enum(['docx', 'csv', 'xlsx']).default('docx'),
  knelpunt: slugs(MAX_ADVICE).pipe(z.array(z.string()).min(1, 'chooseOne')),
  titel: optionalText(140).pipe(z.string().min(1, 'required')),
  aan: optionalText(140),
  inleiding: optionalText(MAX_TEXT),
  gevraagd: optionalText(MAX_TEXT),
})

export const openObstaclesSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      watGebeurtEr: z.string(),
      wet: z.string(),
      instantie: z.enum(Object.values(AUTHORITY_PARAMETERS)),
      instantieNaam: z.string(),
      doelgroepen: z.array(z.string()),
      regios: z.array(z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() })),
      initiatieven: z.array(
        z.strictObject({ slug: z.string(), titel: z.string(), toelichting: z.string() }),
      ),
      stand: z.enum(Object.values(STATUS_PARAMETERS)),
      aangekaartOp: z.iso.date().nullable(),
      opgelostOp: z.iso.date().nullable(),
      antwoord: z.string().nullable(),
    }),
  ),
  totaal: z.int(),
})
const key = z.string().max(120).optional()
export const obstaclesQuerySchema = z.strictObject({
  doelgroep: key,
  regio: key,
  instantie: z.enum(Object.values(AUTHORITY_PARAMETERS)).optional(),
  stand: z.enum(Object.values(STATUS_PARAMETERS)).optional(),
  q: z.string().max(200).optional(),
  lijktOp: z.string().max(200).optional(),
})
