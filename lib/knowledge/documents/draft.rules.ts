/**
 * What was accepted becomes the values of a draft, as its own form would send them. What was not
 * accepted is left out, also where something was typed over it.
 * Source: docs/adr/0043-reading-documents.md.
 */
import type { FormValues } from '@/lib/base/http/action-result'
import { linesToSteps } from '@/lib/knowledge/revisions/parts.rules'
import { CHOICE_FIELDS, type Proposal } from './types'

/** Name of the check boxes that accept a text, a list or a number. */
export const ACCEPTED = 'neemOver'

const all = (value: string | string[] | undefined): string[] =>
  value === undefined || value === '' ? [] : [value].flat()
const one = (value: string | string[] | undefined): string => all(value)[0] ?? ''

export const resultKey = (index: number) => `results-${String(index)}`

/** Results are told apart by their place among the proposals. */
export function resultsOf(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(({ field, result }) => field === 'results' && result !== undefined)
}

function resultRows(proposals: readonly Proposal[], values: FormValues, accepted: Set<string>) {
  return resultsOf(proposals).flatMap(({ result }, index) =>
    result && accepted.has(resultKey(index))
      ? [{ ...result, value: one(values[resultKey(index)]), note: '' }]
      : [],
  )
}

const isSingle = ({ field }: Proposal) =>
  field !== 'results' && field !== 'title' && !CHOICE_FIELDS.some((choice) => choice === field)

/** Input for the schema of a draft. */
export function draftInput(
  proposals: readonly Proposal[],
  values: FormValues,
): Record<string, unknown> {
  const accepted = new Set(all(values[ACCEPTED]))
  const texts = proposals
    .filter((proposal) => isSingle(proposal) && accepted.has(proposal.field))
    .map(({ field }) => [field, one(values[field])] as const)
  const { steps, ...rest } = Object.fromEntries(texts)
  return {
    title: one(values.title),
    ...rest,
    steps: linesToSteps(steps ?? ''),
    results: resultRows(proposals, values, accepted),
    ...Object.fromEntries(CHOICE_FIELDS.map((field) => [field, all(values[field])])),
    contactConsent: one(values.contactConsent),
  }
}
