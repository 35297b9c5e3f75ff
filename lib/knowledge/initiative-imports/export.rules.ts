/**
 * A published version as the cells that an import reads, so that a list can go out to a spreadsheet
 * and come back. Contact persons stay here: their consent is for this site.
 * Source: docs/adr/0047-many-initiatives-at-once.md.
 */
import { readableContent } from '@/lib/knowledge/revisions/differences.rules'
import type { DraftContent } from '@/lib/knowledge/revisions/types'
import { RESULT_KINDS, STAGES } from './cells.rules'
import {
  COLUMNS,
  LINE_COLUMNS,
  TERM_COLUMNS,
  type ColumnField,
  type Known,
  type KnownName,
} from './types'

const LEFT_OUT: readonly ColumnField[] = [
  'key',
  'contactName',
  'contactEmail',
  'contactConsent',
  'contactRole',
  'period',
]

/** The columns of an exported list, in the order of the template. */
export const EXPORTED = COLUMNS.filter((field) => !LEFT_OUT.includes(field))

const day = (date: string | null) =>
  date === null
    ? ''
    : date
        .split('-')
        .toReversed()
        .map((part) => String(Number(part)))
        .join('-')

const oneLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
/** A bar would begin the next part of the cell. */
const part = (text: string | null) => oneLine(text ?? '').replaceAll('|', '/')

function joined(parts: readonly (string | null)[]): string {
  const texts = parts.map(part)
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1).join(' | ')
}

const stepLine = ({ name, description }: DraftContent['steps'][number]) =>
  description === '' ? oneLine(name) : `${oneLine(name)}: ${oneLine(description)}`

function resultLine({ kind, label, value, unit, note }: DraftContent['results'][number]): string {
  return `${RESULT_KINDS[kind]}: ${joined([label, value?.replace('.', ',') ?? null, unit, note])}`
}

export type Names = (field: ColumnField, slug: string) => string

/** Names of terms and regions as an import reads them back without doubt. */
export function namesOf(known: Known): Names {
  const lists: readonly (readonly [ColumnField, readonly KnownName[]])[] = [
    ['regions', known.regions],
    ...TERM_COLUMNS.map((field) => [field, known.terms[field]] as const),
  ]
  const labels = new Map(
    lists.flatMap(([field, names]) =>
      names.map(({ slug, label }) => [`${field} ${slug}`, label] as const),
    ),
  )
  return (field, slug) => labels.get(`${field} ${slug}`) ?? slug
}

/** The cells of one version. Counts too small to publish are left out. */
export function cellsOf(
  version: DraftContent,
  { organisation, names }: { organisation: string; names: Names },
): Record<ColumnField, string> {
  const content = readableContent(version)
  const named = (field: ColumnField, slugs: readonly string[]) =>
    slugs.map((slug) => names(field, slug)).join('; ')
  const cells: Partial<Record<ColumnField, string>> = {
    organisation,
    title: content.title,
    summary: content.summary,
    problem: content.problem,
    story: content.story,
    stopReason: content.stopReason ?? '',
    ownerName: content.ownerName ?? '',
    regions: named('regions', content.regions),
    style: content.style === null ? '' : names('style', content.style),
    lifecycle: STAGES[content.lifecycle][0],
    startsOn: day(content.startsOn),
    endsOn: day(content.endsOn),
    steps: content.steps.map(stepLine).join('\n'),
    results: content.results.map(resultLine).join('\n'),
    sources: content.sources.map(({ title, url }) => joined([title, url])).join('\n'),
    partners: content.partners.map(oneLine).join('\n'),
  }
  for (const field of TERM_COLUMNS)
    if (field !== 'style') cells[field] = named(field, content[field])
  for (const field of LINE_COLUMNS) cells[field] = content[field].map(oneLine).join('\n')
  return Object.fromEntries(COLUMNS.map((field) => [field, cells[field] ?? ''])) as Record<
    ColumnField,
    string
  >
}
