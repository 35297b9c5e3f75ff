import 'server-only'
import { loadCriteriaProfile } from '@/lib/judgement/assessments/loaders'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import { loadPublished } from '@/lib/knowledge/initiatives/loaders'
import { firstValue } from '@/lib/base/http/parameters'
import { cached } from '@/lib/base/cache/cached'
import { loadMonitor } from '@/lib/monitor/policies/loaders'
import { countFacets, findInitiatives } from '@/lib/knowledge/search/data'
import { cleanQuery, emptySelection } from '@/lib/knowledge/search/rules'
import { understand } from '@/lib/base/words/data'
import { listComparable } from './data'
import { readChoice } from './rules'
import type { Choice, Compared } from './types'

/** What is known of a published initiative, for who reads it; null when it is not public. */
export async function loadCompared(slug: string): Promise<Compared | null> {
  const initiative = await loadPublished(slug)
  if (!initiative) return null
  const [{ profile, blind }, evidence, loaded] = await Promise.all([
    loadCriteriaProfile(initiative.id),
    loadEvidence(initiative.id),
    loadMonitor(initiative.id),
  ])
  return {
    initiative,
    profile,
    blind,
    evidence,
    monitor: loaded?.monitor ?? null,
  }
}

/** An unpublished initiative cannot be told from an unknown one. */
export async function loadComparison(
  raw: string | readonly string[] | undefined,
): Promise<{ compared: Compared[]; unknown: string[]; over: Choice['over'] }> {
  const { slugs, over, unusable } = readChoice(raw)
  const found = await Promise.all(
    slugs.map(async (slug) => ({ slug, one: await loadCompared(slug) })),
  )
  return {
    compared: found.flatMap(({ one }) => one ?? []),
    unknown: [...found.filter(({ one }) => one === null).map(({ slug }) => slug), ...unusable],
    over,
  }
}

const ADDABLE = 8

export async function loadAddable(raw: string | string[] | undefined, slugs: readonly string[]) {
  const query = cleanQuery(firstValue(raw))
  const [understood, selection] = [await understand(query), emptySelection()]
  const [hits, { total }] = await Promise.all([
    findInitiatives({ words: understood, selection, page: 1, pageSize: ADDABLE + slugs.length }),
    countFacets(understood, selection),
  ])
  const others = hits.filter(({ slug }) => !slugs.includes(slug))
  const results = others.slice(0, ADDABLE)
  return {
    query,
    total,
    more: others.length > results.length || total > hits.length,
    results: results.map(({ slug, title, summary }) => ({ slug, title, summary })),
  }
}

const COMPARABLE = 4

export const loadComparable = cached('comparable', (initiativeId: string) =>
  listComparable(initiativeId, COMPARABLE),
)
