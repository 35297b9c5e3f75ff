import { z } from 'zod'
import { optionalText } from '@/lib/base/text/text'
import { nameText } from '@/lib/people/accounts/schema'
import { HORIZONS, OUTCOME_UNITS, type OutcomeFacts } from '@/lib/judgement/measurements/types'
import { MANAGED, type ManagedVocabulary } from './types'

const MAX_ALTERNATIVES = 60

const idChoice = z
  .union([z.literal(''), z.uuid()], 'choose')
  .default('')
  .transform((id) => (id === '' ? null : id))

export const termName = nameText(120, 2)

const altLabels = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .pipe(z.array(termName).max(MAX_ALTERNATIVES, 'tooManyLines'))

const fields = {
  labelNl: termName,
  labelEn: termName,
  definitionNl: optionalText(1_000),
  definitionEn: optionalText(1_000),
  altLabels,
  parentId: idChoice,
  /** Of an outcome alone; other forms do not have these. */
  unit: z.enum(OUTCOME_UNITS, 'choose').default('people'),
  horizon: z.union([z.literal('').transform(() => null), z.enum(HORIZONS, 'choose')]).default(null),
  lowerIsBetter: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
}

/** What was entered of a term, with how it is measured when it is an outcome. */
export function withMeasure<Entered extends OutcomeFacts>(
  { unit, horizon, lowerIsBetter, ...term }: Entered,
  vocabulary: ManagedVocabulary,
) {
  return {
    ...term,
    measure: vocabulary === 'outcome' ? { unit, horizon, lowerIsBetter } : null,
  }
}

export const newTermSchema = z.strictObject({ vocabulary: z.enum(MANAGED), ...fields })

const version = z.coerce.number().int().min(1)

export const termSchema = z.strictObject({ id: z.uuid(), version, ...fields })

export const mergeSchema = z.strictObject({
  id: z.uuid(),
  intoId: z.uuid('choose'),
  sure: z.literal('on', 'required'),
})

export const retireSchema = z.strictObject({
  id: z.uuid(),
  /** Where the terms under it go: another one, or "top". */
  childrenTo: z.union([z.literal(''), z.literal('top'), z.uuid()], 'choose').default(''),
  sure: z.literal('on', 'required'),
})

export const termIdSchema = z.strictObject({ id: z.uuid() })
