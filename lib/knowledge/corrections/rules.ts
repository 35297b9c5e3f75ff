/**
 * A correction is small when it changes words of texts alone: at most 25 words taken away or put in,
 * counted from the last version that a moderator saw, so that small steps do not add up to another
 * text. A title, result, figure, term, region, period, stage, partner, source or contact person is
 * never a small correction; neither is a number or a denial within a text. Fields that are not named
 * here are not small either.
 *
 * Source: docs/model.md, "An initiative that ends"; docs/adr/0046.
 */
import {
  LINE_LISTS,
  type DraftContent,
  type DraftField,
  type VersionField,
} from '@/lib/knowledge/revisions/types'
import { wordDifference } from '@/lib/knowledge/revisions/words.rules'
import { changedFields } from '@/lib/knowledge/revisions/rules'

export const MAX_WORDS = 25

const CORRECTABLE: readonly DraftField[] = [
  'summary',
  'problem',
  'steps',
  'workingElements',
  'successFactors',
  'lessons',
  'recommendations',
  'obstacles',
  'scalabilitySupports',
  'scalabilityLimits',
  'knowledgeGaps',
  'wouldDoDifferently',
]

const isCorrectable = (field: VersionField): field is DraftField =>
  CORRECTABLE.some((one) => one === field)

const NUMBER_OR_DENIAL =
  /\d|^(?:niet|geen|nooit|niemand|nergens|zonder|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|helft|kwart|dubbel|alle|.*(?:tien|tig|honderd|duizend|miljoen))$/iu

/** Why a change is more than a small correction. */
export type MoreThanSmall = 'same' | 'field' | 'meaning' | 'words'

function textOf(content: DraftContent, field: DraftField): string {
  if (field === 'steps')
    return content.steps.map(({ name, description }) => `${name}\n${description}`).join('\n')
  if (Object.hasOwn(LINE_LISTS, field)) return content[field as keyof typeof LINE_LISTS].join('\n')
  return field === 'problem' ? content.problem : content.summary
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words that were taken away or put in. */
function changedWords(before: string, after: string): string[] {
  return wordDifference(before, after)
    .filter(({ kind }) => kind !== 'kept')
    .flatMap(({ text }) => wordsOf(text))
}

/** Null when `after` is a small correction of `before`. */
export function moreThanSmall<Content extends DraftContent>(
  before: Content,
  after: Content,
): MoreThanSmall | null {
  const fields: readonly VersionField[] = changedFields(before, after)
  if (fields.length === 0) return 'same'
  if (!fields.every(isCorrectable)) return 'field'
  if (after.steps.length !== before.steps.length) return 'field'
  const words = fields.flatMap((field) => changedWords(textOf(before, field), textOf(after, field)))
  if (words.some((word) => NUMBER_OR_DENIAL.test(word))) return 'meaning'
  return words.length > MAX_WORDS ? 'words' : null
}

/** In Dutch, as reasons of change are; short enough for one. */
export function putBackReason(number: number, reason: string): string {
  return `De redactie zette versie ${String(number)} terug: ${reason}`
}
