import { z } from 'zod'
import { AssessmentKind, Constituency } from '@/generated/prisma/enums'
import { optionalText, requiredText } from '@/lib/base/text/text'

const scoreChoice = z.enum(['', '1', '2', '3', '4', '5', 'cannot'], 'choose').default('')

const row = z.strictObject({
  criterion: z.string().min(1).max(80),
  score: scoreChoice,
  reason: optionalText(2_000),
})

/** Drafts may be incomplete; see missingForAssessment. */
export const assessmentSchema = z.strictObject({
  constituency: z.enum(Constituency, 'choose'),
  scores: z.array(row).max(20),
})

export const assessmentTargetSchema = z.object({
  slug: z.string().min(1).max(120),
  kind: z.enum(AssessmentKind),
  version: z.coerce.number().int().min(0),
})

export const replySchema = z.strictObject({
  assessmentId: z.uuid(),
  criterion: z.string().min(1).max(80),
  version: z.coerce.number().int().min(0),
  text: requiredText(1_500),
})

export const criterionSchema = z.strictObject({
  slug: z.string(),
  nummer: z.int(),
  label: z.string(),
  labelEn: z.string(),
  definitie: z.string(),
  vragen: z.array(z.string()),
  ankers: z.array(z.string()),
  nietTeBeoordelenAls: z.string(),
})

export const criteriaSchema = z.strictObject({ items: z.array(criterionSchema), totaal: z.int() })

/** Scores of organisations, never of persons. */
export const criterionSummarySchema = z.strictObject({
  criterium: z.string(),
  scores: z.array(z.int()),
  mediaan: z.number().nullable(),
  aantalBeoordelaars: z.int(),
  kanNietBeoordelen: z.int(),
  voorlopig: z.boolean(),
  verdeeld: z.boolean(),
  eigenScore: z.int().nullable(),
})
