/**
 * What changed between two versions, by field: texts by word, lists and tags by item.
 * Source: docs/adr/0044.
 */
import { isSmallCount } from '@/lib/knowledge/evidence/disclosure.rules'
import type { AttachmentView, ImageView } from '@/lib/knowledge/media/types'
import { changedFields } from './rules'
import {
  LINE_LISTS,
  TAG_FIELDS,
  type DraftContent,
  type DraftField,
  type LineList,
  type ResultKind,
  type TagField,
  type VersionContent,
} from './types'
import { wordDifference, type WordPart } from './words.rules'

const SINGLE_CODES = [
  'style',
  'lifecycle',
  'startsOn',
  'endsOn',
  'contactEmail',
  'contactConsent',
] as const

/** Terms and regions by slug, stages, days, yes or no: shown by their names. */
export type CodeField = TagField | 'regions' | (typeof SINGLE_CODES)[number]

export interface Item {
  value: string
  changed: boolean
}

type Changed<T> = T & { changed: boolean }

export type FieldDifference =
  | { kind: 'text'; field: DraftField; parts: WordPart[] }
  | { kind: 'lines'; field: DraftField; before: Item[]; after: Item[] }
  | { kind: 'codes'; field: CodeField; before: Item[]; after: Item[] }
  | { kind: 'images'; field: 'images'; before: Changed<ImageView>[]; after: Changed<ImageView>[] }
  | {
      kind: 'attachments'
      field: 'attachments'
      before: Changed<AttachmentView>[]
      after: Changed<AttachmentView>[]
    }

const CODES: readonly string[] = [...Object.keys(TAG_FIELDS), 'regions', ...SINGLE_CODES]
const isCode = (field: string): field is CodeField => CODES.includes(field)
const isLines = (field: string): field is LineList | 'partners' =>
  field === 'partners' || Object.hasOwn(LINE_LISTS, field)

/** The address of a contact person is on no page: only that it changed. */
function codesOf(content: DraftContent, field: CodeField, side: 'before' | 'after'): string[] {
  const value = content[field]
  if (field === 'contactEmail') return value === null ? [] : [side]
  if (Array.isArray(value)) return value
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return value === null ? [] : [value]
}

const joinFilled = (parts: readonly (string | null)[], by: string) =>
  parts.filter((part) => part !== null && part !== '').join(by)

/** A field as one text; rows of a list each on a line of their own. */
function textOf(
  content: DraftContent,
  field: Exclude<DraftField, CodeField | LineList | 'partners'>,
  kindOf: (kind: ResultKind) => string,
): string {
  if (field === 'steps')
    return content.steps
      .map(({ name, description }) => joinFilled([name, description], ': '))
      .join('\n')
  if (field === 'sources')
    return content.sources.map(({ title, url }) => joinFilled([title, url], ' ')).join('\n')
  if (field === 'results')
    return content.results
      .map(({ kind, label, value, unit, note }) => {
        const figure = joinFilled([value?.replace('.', ',') ?? null, unit], ' ')
        return joinFilled([`${kindOf(kind)}: ${label}`, figure, note], '; ')
      })
      .join('\n')
  return content[field] ?? ''
}

/** Items of the one list, marked when the other list does not have them. */
const marked = (items: readonly string[], others: readonly string[]): Item[] =>
  items.map((value) => ({ value, changed: !others.includes(value) }))

function sides(before: readonly string[], after: readonly string[]) {
  return { before: marked(before, after), after: marked(after, before) }
}

/** The same for what is more than a text: equal when all of it is. */
function rowSides<T extends object>(before: readonly T[], after: readonly T[]) {
  const mark = (rows: readonly T[], others: readonly T[]) => {
    const known = new Set(others.map((row) => JSON.stringify(row)))
    return rows.map((row) => ({ ...row, changed: !known.has(JSON.stringify(row)) }))
  }
  return { before: mark(before, after), after: mark(after, before) }
}

/** The fields that differ, in the order of the form. */
export function fieldDifferences(
  before: VersionContent,
  after: VersionContent,
  { order, kindOf }: { order: readonly string[]; kindOf: (kind: ResultKind) => string },
): FieldDifference[] {
  const rank = (field: string) => (order.indexOf(field) + order.length + 1) % (order.length + 1)
  return changedFields(before, after)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((field): FieldDifference => {
      if (field === 'images')
        return { kind: field, field, ...rowSides(before.images, after.images) }
      if (field === 'attachments')
        return { kind: field, field, ...rowSides(before.attachments, after.attachments) }
      if (isCode(field))
        return {
          kind: 'codes',
          field,
          ...sides(codesOf(before, field, 'before'), codesOf(after, field, 'after')),
        }
      if (isLines(field)) return { kind: 'lines', field, ...sides(before[field], after[field]) }
      const parts = wordDifference(textOf(before, field, kindOf), textOf(after, field, kindOf))
      return { kind: 'text', field, parts }
    })
}

/** Only the order differs: nothing was added, removed or rewritten. */
export function isReordered(difference: FieldDifference): boolean {
  return difference.kind === 'text'
    ? difference.parts.every(({ kind }) => kind === 'kept')
    : [...difference.before, ...difference.after].every(({ changed }) => !changed)
}

/**
 * What readers may see of an earlier version: no person, for consent can be withdrawn, and no
 * figure that is too small to publish.
 */
export function readableContent<Content extends DraftContent>(content: Content): Content {
  return {
    ...content,
    contactName: null,
    contactRole: null,
    contactEmail: null,
    contactConsent: false,
    results: content.results.map((result) =>
      isSmallCount(result.value === null ? null : Number(result.value), result.unit)
        ? { ...result, value: null, unit: null }
        : result,
    ),
  }
}
