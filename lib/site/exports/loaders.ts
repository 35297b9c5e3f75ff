import 'server-only'
import { createFairQueue, type Turn } from '@/lib/base/cache/fair-queue'
import { understand } from '@/lib/base/words/data'
import { loadCriteriaProfiles } from '@/lib/judgement/assessments/loaders'
import { listEvidence } from '@/lib/knowledge/evidence/data'
import { namesOf, type Names } from '@/lib/knowledge/initiative-imports/export.rules'
import { getKnown } from '@/lib/knowledge/initiative-imports/names.data'
import { listPublishedVersions } from '@/lib/knowledge/revisions/published.data'
import { countFacets, findInitiatives } from '@/lib/knowledge/search/data'
import { loadQuery } from '@/lib/knowledge/search/loaders'
import type { RawParameters } from '@/lib/knowledge/search/rules'
import type { SearchQuery } from '@/lib/knowledge/search/types'
import { loadRegionFit } from '@/lib/monitor/fit/loaders'
import { MAX_EXPORTED } from './rules'
import type { ExportedInitiative } from './types'

const BATCH = 200
/** Making a long list takes a second of the processor; readers go first. */
const enter = createFairQueue({
  atOnce: 1,
  perPerson: { running: 1, waiting: 2 },
  waiting: 10,
  patienceMs: 30_000,
})

async function readBatch(ids: readonly string[]): Promise<ExportedInitiative[]> {
  const [versions, evidence, profiles] = await Promise.all([
    listPublishedVersions(ids),
    listEvidence(ids),
    loadCriteriaProfiles(ids),
  ])
  const byId = new Map(versions.map((version) => [version.initiativeId, version]))
  return ids.flatMap((id) => {
    const version = byId.get(id)
    if (!version) return []
    const { slug, organisation, isExample, number, publishedAt, content } = version
    return [
      {
        id,
        slug,
        organisation,
        isExample,
        version: number,
        publishedAt,
        content,
        evidence: evidence.get(id) ?? null,
        profile: profiles.get(id) ?? [],
      },
    ]
  })
}

async function readAll(query: SearchQuery): Promise<{ rows: ExportedInitiative[]; total: number }> {
  const words = await understand(query.q)
  const fit = query.forRegion === null ? null : await loadRegionFit(query.forRegion)
  const [hits, { total }] = await Promise.all([
    findInitiatives({
      ...query,
      words,
      weights: fit?.weights ?? [],
      page: 1,
      pageSize: MAX_EXPORTED,
      snippets: false,
    }),
    countFacets(words, query.selection),
  ])
  const ids = hits.map(({ initiativeId }) => initiativeId)
  const rows: ExportedInitiative[] = []
  for (let at = 0; at < ids.length; at += BATCH)
    rows.push(...(await readBatch(ids.slice(at, at + BATCH))))
  return { rows, total }
}

export interface ExportedList {
  query: SearchQuery
  rows: ExportedInitiative[]
  total: number
  names: Names
}

/**
 * Makes a file of all initiatives of a filtered list, in its order, as this reader may see them;
 * one at a time. `person` is an account or a network.
 */
export async function makeExport<T>(
  raw: RawParameters,
  person: string,
  make: (list: ExportedList) => Promise<T>,
): Promise<Turn<T>> {
  const { query } = await loadQuery(raw)
  return enter(person, async () => {
    const [list, known] = await Promise.all([readAll(query), getKnown()])
    return make({ query, ...list, names: namesOf(known) })
  })
}
