/**
 * What was accepted becomes the values of a draft, as its own form would send them. What was not
 * accepted is left out, also where something was typed over it.
 * Source: docs/adr/0043-reading-documents.md.
 */
import type { FormValues } from '@/lib/base/http/action-result'
import { CHOICE_FIELDS, type Proposal } from './types'

/** Name of the check boxes that accept a text, a list or a number. */
export const ACCEPTED = 'neemOver'

const MAX_STEP_NAME = 120
const NAMED_STEP = /^([^:]{1,120}): (.+)$/

const all = (value: string | string[] | undefined): string[] =>
  value === undefined || value === '' ? [] : [value].flat()
const one = (value: string | string[] | undefined): string => all(value)[0] ?? ''

/** A line is the name of a step, or its name and what happens. */
function toStep(line: string): { name: string; description: string } {
  const [, name, description] = NAMED_STEP.exec(line) ?? []
  if (name !== undefined && description !== undefined) return { name, description }
  if (line.length <= MAX_STEP_NAME) return { name: line, description: '' }
  const space = line.lastIndexOf(' ', MAX_STEP_NAME)
  const end = space > 0 ? space : MAX_STEP_NAME
  return { name: line.slice(0, end).trimEnd(), description: line.slice(end).trimStart() }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

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
    steps: linesOf(steps ?? '').map(toStep),
    results: resultRows(proposals, values, accepted),
    ...Object.fromEntries(CHOICE_FIELDS.map((field) => [field, all(values[field])])),
    contactConsent: one(values.contactConsent),
  }
}
