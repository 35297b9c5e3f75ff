/** How much of an initiative is filled in, as open data. Source: docs/api.md. */
import { completeness } from './parts.rules'
import type { DraftContent } from './types'

export function openCompleteness(content: DraftContent) {
  const { answered, questions, topics } = completeness(content)
  return { beantwoord: answered, vragen: questions, verdiept: topics }
}
