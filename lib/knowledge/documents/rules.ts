/**
 * A document becomes proposals: a value for a question, the passage it came from and the rule that
 * found it. Nothing is a fact until somebody accepts it.
 * Source: docs/document-reading.md; docs/adr/0043-reading-documents.md.
 */
import type { Block } from '@/lib/base/files/documents/types'
import { contactProposals } from './contacts.rules'
import { dateProposals } from './dates.rules'
import { entriesOf } from './entries.rules'
import { numberProposals } from './numbers.rules'
import { placeProposals } from './places.rules'
import { stageProposals } from './stage.rules'
import { termProposals } from './terms.rules'
import { textProposals } from './texts.rules'
import { type Knowledge, PROPOSAL_FIELDS, type Proposal } from './types'

/** What is read is kept for a day: long enough for lunch, too short to be an archive. */
export const READING_HOURS = 24

const place = ({ field }: Proposal) => PROPOSAL_FIELDS.indexOf(field)

/** All that the rules find, in the order of the questions. */
export function proposalsOf(blocks: readonly Block[], knowledge: Knowledge): Proposal[] {
  const entries = entriesOf(blocks)
  const texts = textProposals(blocks, entries)
  const title = texts.find(({ field }) => field === 'title')?.value ?? ''
  return [
    ...texts,
    ...termProposals(blocks, entries, knowledge.terms, title),
    ...placeProposals(blocks, entries, knowledge.places, title),
    ...numberProposals(blocks, entries),
    ...contactProposals(blocks, entries),
    ...stageProposals(blocks, entries),
    ...dateProposals(blocks, entries),
  ].toSorted((a, b) => place(a) - place(b))
}
