import 'server-only'
import { db } from '@/lib/base/db/db'
import { listCovering } from '@/lib/exchange/comparison/data'
import type { Profile } from '@/lib/exchange/comparison/types'
import { orderShared, textShare } from '@/lib/exchange/overlap/rules'
import { listDistinctiveTerms, listWorded } from '@/lib/exchange/overlap/words.data'
import { listEvidence } from '@/lib/knowledge/evidence/data'
import { namedRegions, narrowest } from '@/lib/knowledge/search/facets.rules'
import type { Facet, FacetValue } from '@/lib/knowledge/search/types'
import { MAX_ALIKE, MAX_SHARED_WORDS, orderLikely } from './rules'
import type { FoundTerm, IdeaLookalike, Named } from './types'

const toNamed = ({ slug, labelNl, labelEn }: FacetValue): Named => ({ slug, labelNl, labelEn })

/** Published initiatives by the terms and the distinctive words of an idea. */
async function listLikely(text: string, profile: Profile, regions: readonly string[]) {
  const [covering, distinctive] = await Promise.all([
    listCovering(profile),
    listDistinctiveTerms(text),
  ])
  // Words that nobody else used tell nothing apart here.
  const known = distinctive.filter(({ count }) => count > 0)
  const worded = await listWorded(known, null)
  const ids = new Set([...covering, ...worded].map(({ initiativeId }) => initiativeId))
  const likely = [...ids].map((initiativeId) => {
    const byTags = covering.find((one) => one.initiativeId === initiativeId)
    const byWords = worded.find((one) => one.initiativeId === initiativeId)
    const shared = byWords?.words ?? []
    return {
      initiativeId,
      covered: byTags?.covered ?? 0,
      likeness: byTags?.likeness.shared ?? [],
      text: textShare(shared, known),
      words: orderShared(shared, known),
      near: byWords?.regions.some((slug) => regions.includes(slug)) ?? false,
    }
  })
  return orderLikely(likely)
}

const listRows = (ids: readonly string[]) =>
  db.initiative.findMany({
    where: { id: { in: [...ids] }, publishedRevisionId: { not: null } },
    select: {
      id: true,
      isExample: true,
      organisation: { select: { name: true } },
      publishedRevision: { select: { stopReason: true } },
      search: {
        select: {
          slug: true,
          title: true,
          summary: true,
          lifecycle: true,
          regions: true,
        },
      },
    },
    orderBy: { id: 'asc' },
    take: MAX_ALIKE,
  })

/** The initiatives that look like an idea, with why, how sure and in which direction. */
export async function listAlike(
  idea: { text: string; profile: Profile; found: readonly FoundTerm[] },
  values: Record<Facet, FacetValue[]>,
): Promise<IdeaLookalike[]> {
  const regions = idea.found.filter(({ facet }) => facet === 'region').map(({ slug }) => slug)
  const likely = await listLikely(idea.text, idea.profile, regions)
  const ids = likely.map(({ initiativeId }) => initiativeId)
  const [rows, evidence] = await Promise.all([listRows(ids), listEvidence(ids)])
  return likely.flatMap(({ initiativeId, likeness, words }) => {
    const row = rows.find(({ id }) => id === initiativeId)
    const proof = evidence.get(initiativeId)
    if (!row?.search || !proof) return []
    const { rank, direction, size } = proof
    const { regions: own, ...search } = row.search
    return [
      {
        ...search,
        initiativeId,
        organisation: row.organisation.name,
        isExample: row.isExample,
        stopReason:
          search.lifecycle === 'stopped' ? (row.publishedRevision?.stopReason ?? null) : null,
        evidence: { rank, direction, size },
        regions: namedRegions(values.region, own).map(toNamed),
        sharedTerms: likeness.flatMap(({ facet, slugs }) =>
          narrowest(values[facet], slugs).map(toNamed),
        ),
        sharedWords: words.slice(0, MAX_SHARED_WORDS),
        near: own.some((slug) => regions.includes(slug)),
      },
    ]
  })
}
