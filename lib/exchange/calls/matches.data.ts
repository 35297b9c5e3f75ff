import 'server-only'
import { db } from '@/lib/base/db/db'
import { getRegionGraph, listRegions } from '@/lib/base/regions/data'
import { regionFamily } from '@/lib/base/regions/rules'
import { findInitiatives } from '@/lib/knowledge/search/data'
import { emptySelection } from '@/lib/knowledge/search/rules'
import type { Facet, FitWeight, SearchHit } from '@/lib/knowledge/search/types'
import { understand } from '@/lib/base/words/data'
import { NO_WORDS } from '@/lib/base/words/rules'
import { callText, countRegions, MAX_NOTIFIED, rankMatches } from './rules'
import { CALL_VOCABULARIES, type CallMatches, type CallVocabulary } from './types'

export interface Matchable {
  title: string
  terms: Readonly<Record<CallVocabulary, readonly string[]>>
  organisationId: string
  regionSlug: string
}

const FACET: Readonly<Record<CallVocabulary, Facet>> = {
  target_group: 'targetGroup',
  sector: 'sector',
  instrument: 'instrument',
}
const CANDIDATES = 40

/** Regions of the same family know their own initiatives. */
async function ownRegions(
  slug: string,
  regions: readonly { id: string; slug: string }[],
): Promise<Set<string>> {
  const own = await db.region.findUnique({ where: { slug }, select: { id: true } })
  const family = own ? regionFamily(await getRegionGraph(), [own.id]) : new Set<string>()
  return new Set(regions.filter(({ id }) => family.has(id)).map((one) => one.slug))
}

/** Fitting initiatives and regions, best first, with what they share. */
export async function listMatches({
  title,
  terms,
  organisationId,
  regionSlug,
}: Matchable): Promise<CallMatches> {
  const facets = CALL_VOCABULARIES.filter((vocabulary) => terms[vocabulary].length > 0)
  const weights: FitWeight[] = facets.flatMap((vocabulary) =>
    terms[vocabulary].map((slug) => ({ facet: FACET[vocabulary], slug, weight: 1 })),
  )
  const page = { page: 1, pageSize: CANDIDATES, weights }
  const words = callText(title)
  const [byWords, ...byTerms] = await Promise.all([
    words === ''
      ? []
      : understand(words).then((understood) =>
          findInitiatives({ ...page, words: understood, selection: emptySelection() }),
        ),
    ...facets.map((vocabulary) =>
      findInitiatives({
        ...page,
        words: NO_WORDS,
        selection: { ...emptySelection(), [FACET[vocabulary]]: [...terms[vocabulary]] },
        sort: 'fit',
      }),
    ),
  ])
  const hits: SearchHit[] = [...byTerms.flat(), ...byWords]
  const owned = await db.initiative.findMany({
    where: { id: { in: hits.map((hit) => hit.initiativeId) }, organisationId },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: hits.length + 1,
  })
  const own = new Set(owned.map(({ id }) => id))
  const candidates = hits.filter((hit) => !own.has(hit.initiativeId))
  const regions = await listRegions(['labour_market'])
  const initiatives = rankMatches({
    candidates,
    terms,
    byWords: new Set(byWords.map((hit) => hit.initiativeId)),
  })
  const fitting = new Set(initiatives.map(({ initiativeId }) => initiativeId))
  const once = [
    ...new Map(
      candidates
        .filter((hit) => fitting.has(hit.initiativeId))
        .map((hit) => [hit.initiativeId, hit]),
    ).values(),
  ]
  return {
    initiatives: initiatives.slice(0, MAX_NOTIFIED),
    regions: countRegions(
      once,
      new Map(regions.map((region) => [region.slug, region.name])),
      await ownRegions(regionSlug, regions),
    ),
  }
}
