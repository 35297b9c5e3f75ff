/** The public versions in the open data. Source: docs/api.md. */
import type { PublicVersion } from './types'

/** The public versions, newest first; `page` is the address of the initiative. */
export function openVersions(versions: readonly PublicVersion[], page: string) {
  return versions.map(({ number, publishedAt, reason }) => ({
    nummer: number,
    gepubliceerdOp: publishedAt,
    reden: reason === '' ? null : reason,
    verschillen: number === 1 ? null : `${page}/versies/${String(number)}`,
  }))
}
