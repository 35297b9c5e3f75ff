import { z } from 'zod'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { nullableText, optionalText, requiredText } from '@/lib/base/text/text'
import type { LearningQuestion } from './types'

const version = z.coerce.number().int().min(1).max(1_000_000)

export const learningSchema = z
  .strictObject({
    regionId: z.uuid(),
    questionId: z.uuid(),
    version: version.optional(),
    question: requiredText(300),
    why: optionalText(1_000),
    answerBy: nullableText(10).refine((text) => text === null || isCalendarDate(text), 'date'),
    status: z.enum(['open', 'answered', 'dropped'], 'choose').default('open'),
    learnt: optionalText(4_000),
    initiatives: optionalText(4_000),
  })
  .refine(({ status, learnt }) => status !== 'answered' || learnt !== '', {
    path: ['learnt'],
    error: 'required',
  })

export function learningValues({
  question,
  why,
  answerBy,
  status,
  learnt,
  initiatives,
}: LearningQuestion): Record<string, string> {
  return {
    question,
    why,
    answerBy: answerBy ?? '',
    status,
    learnt,
    initiatives: initiatives.map(({ slug }) => slug).join('\n'),
  }
}

export const LEARNING_PARAMETERS = {
  open: 'open',
  answered: 'beantwoord',
  dropped: 'vervallen',
} as const

export const openQuestionsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      vraag: z.string(),
      waarom: z.string(),
      regio: z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() }),
      antwoordVoor: z.iso.date().nullable(),
      stand: z.enum(Object.values(LEARNING_PARAMETERS)),
      geleerd: z.string(),
      initiatieven: z.array(z.string()),
      oproepen: z.array(z.string()),
      url: z.url(),
    }),
  ),
  totaal: z.int(),
  pagina: z.int(),
})
export const openQuestionsQuerySchema = z.strictObject({
  regio: z.string().max(120).optional(),
  stand: z.enum(Object.values(LEARNING_PARAMETERS)).optional(),
  pagina: z.coerce.number().int().min(1).max(10_000).default(1),
})
