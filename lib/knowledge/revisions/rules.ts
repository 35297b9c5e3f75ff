/**
 * Readers see the published version until the next one supersedes it. A version can be submitted
 * when readers can tell for whom, where and what it is; the rest may stay unknown, and "not known"
 * is an answer.
 * Source: docs/model.md, "Who uses it"; docs/domain.md, section 4, fields marked P.
 */
import type { FormValues } from '@/lib/base/http/action-result'
import { slugOf } from '@/lib/base/text/text'
import {
  LINE_LISTS,
  OTHER_INSTRUMENT_FIELDS,
  TAG_FIELDS,
  type DraftContent,
  type LineList,
  type RevisionStatus,
  type TagField,
  type VersionField,
} from './types'

/** Longer, and it is no summary. */
export const SUMMARY_MAX_WORDS = 120

const NEXT: Record<RevisionStatus, readonly RevisionStatus[]> = {
  draft: ['submitted'],
  submitted: ['draft', 'returned', 'published'],
  returned: ['submitted'],
  published: ['superseded'],
  superseded: [],
}

/** Whether a version may change from one status to the other. */
export function canMove(from: RevisionStatus, to: RevisionStatus): boolean {
  return NEXT[from].includes(to)
}

/** Editors change a version only while nobody decides on it. */
export function isEditable(status: RevisionStatus): boolean {
  return status === 'draft' || status === 'returned'
}

/** From the second version on, readers are told what changed and why. */
export function needsChangeReason(number: number): boolean {
  return number > 1
}

/** In Dutch, as the texts are; the editor may change it. */
export function restoredReason(number: number): string {
  return `De tekst van versie ${String(number)} is teruggezet.`
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** Missing fields before a version can be submitted: field → message key. Empty when ready. */
export function missingForSubmission(content: DraftContent): Record<string, string[]> {
  const missing: Record<string, string[]> = {}
  const require = (field: string, present: boolean, key = 'required') => {
    if (!present) missing[field] = [key]
  }
  require('summary', content.summary !== '')
  if (countWords(content.summary) > SUMMARY_MAX_WORDS) missing.summary = ['summaryTooLong']
  require('regions', content.regions.length > 0, 'chooseOne')
  require('targetGroups', content.targetGroups.length > 0, 'chooseOne')
  require('instruments', content.instruments.length > 0, 'chooseOne')
  for (const field of OTHER_INSTRUMENT_FIELDS)
    require(field, !content[field].some((slug) =>
      content.instruments.includes(slug),
    ), 'instrumentTwice')
  require('challenges', content.challenges.length > 0, 'chooseOne')
  require('steps', content.steps.length > 0 || content.workingElements.length > 0, 'approachNeeded')
  require('stopReason', content.lifecycle !== 'stopped' || content.stopReason !== null)
  require('contactConsent', (content.contactName === null && content.contactEmail === null) ||
    content.contactConsent, 'consent')
  return missing
}

/** Whether nothing is missing before a version can be submitted. */
export const isComplete = (content: DraftContent): boolean =>
  Object.keys(missingForSubmission(content)).length === 0

/** The fields in which two versions differ. */
export function changedFields<Content extends DraftContent>(
  before: Content,
  after: Content,
): (keyof Content & VersionField)[] {
  return (Object.keys(after) as (keyof Content & VersionField)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}

/** Lower case without accents, at most 80 characters; "initiatief" for an empty title. */
export function slugFromTitle(title: string): string {
  return slugOf(title, 'initiatief')
}

/** Content as form values: lists one item per line, rows as "steps.0.name", null as "". */
export function contentToValues(content: DraftContent): FormValues {
  const values: FormValues = {}
  for (const field of [
    'title',
    'summary',
    'problem',
    'story',
    'style',
    'lifecycle',
    'stopReason',
    'startsOn',
    'endsOn',
    'ownerName',
    'contactName',
    'contactRole',
    'contactEmail',
  ] as const) {
    values[field] = content[field] ?? ''
  }
  values.contactConsent = content.contactConsent ? 'on' : ''
  values.partners = content.partners.join('\n')
  for (const field of Object.keys(LINE_LISTS) as LineList[])
    values[field] = content[field].join('\n')
  for (const field of ['regions', ...(Object.keys(TAG_FIELDS) as TagField[])] as const)
    values[field] = content[field]
  for (const list of ['steps', 'results', 'sources'] as const) {
    content[list].forEach((row, index) => {
      for (const [field, value] of Object.entries(row))
        values[`${list}.${index}.${field}`] = value ?? ''
    })
  }
  return values
}
