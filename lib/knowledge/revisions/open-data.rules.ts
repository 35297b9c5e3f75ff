/** Source: docs/api.md. */
import { completeness } from './parts.rules'
import type { DraftContent, PublicVersion } from './types'

/** How much of an initiative is filled in. */
export function openCompleteness(content: DraftContent) {
  const { answered, questions, topics } = completeness(content)
  return { beantwoord: answered, vragen: questions, verdiept: topics }
}

/** The public versions, newest first; `page` is the address of the initiative. */
export function openVersions(versions: readonly PublicVersion[], page: string) {
  return versions.map(({ number, publishedAt, reason }) => ({
    nummer: number,
    gepubliceerdOp: publishedAt,
    reden: reason === '' ? null : reason,
    verschillen: number === 1 ? null : `${page}/versies/${String(number)}`,
  }))
}
