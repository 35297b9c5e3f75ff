/** Source: docs/api.md and docs/adr/0054. */
import {
  groupSize,
  isSmallCount,
  MIN_COUNT_TO_SHOW,
  partVisibility,
} from '@/lib/knowledge/evidence/disclosure.rules'
import { contentText, KIND_SLUGS } from './rules'
import type { Fields, LedgerEntry, Subject } from './types'

const count = (text: string | null | undefined) => (text == null ? null : Number(text))

function isPartOpen(numerator: number | null, n: number | null): boolean {
  if (numerator !== null && n !== null) return partVisibility(numerator, n) === 'shown'
  if (n !== null) return groupSize(n) !== 'hidden'
  return numerator === null || numerator >= MIN_COUNT_TO_SHOW
}

/**
 * True when the whole text of a record may be read. A measurement is one text, so one count that
 * the site hides keeps all of it back.
 */
export function isTextOpen(fields: Fields): boolean {
  if (fields.record !== 'measurement') return true
  return (
    isPartOpen(count(fields.numerator), count(fields.n)) &&
    isPartOpen(count(fields.comparisonNumerator), count(fields.comparisonN)) &&
    !isSmallCount(count(fields.value), fields.unit ?? null)
  )
}

/** The text of a record that is public; null for one that is not, or that hides a small count. */
export function openText(
  fields: Fields | undefined,
  subject: Subject | undefined,
  salt: string,
): string | null {
  if (!fields || !subject || !isTextOpen(fields)) return null
  return contentText(fields, salt)
}

/** An entry as open data. */
export function openEntry(
  entry: LedgerEntry,
  { text, subject, origin }: { text: string | null; subject: Subject | undefined; origin: string },
) {
  return {
    nummer: entry.seq,
    soort: KIND_SLUGS[entry.kind],
    vorm: entry.form,
    inhoud: entry.contentHash,
    vorige: entry.previousHash,
    achteraf: entry.afterwards,
    vastgelegdOp: entry.sealedAt.toISOString(),
    vingerafdruk: entry.hash,
    tekst: text,
    url: subject ? `${origin}/onveranderd/${KIND_SLUGS[entry.kind]}/${entry.recordId}` : null,
  }
}
