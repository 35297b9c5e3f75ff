import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { getRegionGraph, listRegions } from '@/lib/base/regions/data'
import { regionFamily } from '@/lib/base/regions/rules'
import { findInitiatives } from '@/lib/knowledge/search/data'
import { emptySelection } from '@/lib/knowledge/search/rules'
import type { Facet, FitWeight, SearchHit } from '@/lib/knowledge/search/types'
import { understand } from '@/lib/base/words/data'
import { NO_WORDS } from '@/lib/base/words/rules'
import { callText, countRegions, MAX_TOLD, rankMatches } from './rules'
import {
  CALL_VOCABULARIES,
  type CallMatches,
  type CallReportView,
  type CallStatus,
  type CallSummary,
  type CallTermView,
  type CallView,
  type CallVocabulary,
  type RegionCalls,
} from './types'

const MAX_LISTED = 200
const MAX_REPLIES = 200
const MAX_REPORTS = 100
const MAX_INITIATIVES = 200

const TERMS = {
  select: { term: { select: { vocabulary: true, slug: true, labelNl: true, labelEn: true } } },
  orderBy: { term: { position: 'asc' } },
  take: 50,
} as const
const SUMMARY = {
  id: true,
  slug: true,
  title: true,
  text: true,
  openUntil: true,
  status: true,
  isExample: true,
  createdAt: true,
  organisation: { select: { name: true } },
  region: { select: { slug: true, code: true, name: true } },
  terms: TERMS,
} as const satisfies Prisma.CallSelect

type SummaryRow = Prisma.CallGetPayload<{ select: typeof SUMMARY }>

const isVocabulary = (name: string): name is CallVocabulary =>
  CALL_VOCABULARIES.some((one) => one === name)
const toTerms = (rows: SummaryRow['terms']): CallTermView[] =>
  rows.flatMap(({ term: { vocabulary, ...term } }) =>
    isVocabulary(vocabulary) ? [{ vocabulary, ...term }] : [],
  )
const toSummary = ({
  id,
  slug,
  title,
  text,
  status,
  isExample,
  organisation,
  region,
  openUntil,
  terms,
  createdAt,
}: SummaryRow) => ({
  id,
  slug,
  title,
  text,
  status,
  isExample,
  region,
  organisation: organisation.name,
  openUntil: toCalendarDate(openUntil),
  terms: toTerms(terms),
  postedOn: todayInNetherlands(createdAt),
})

export interface CallsFilter {
  /** Slugs of regions; absent for all. */
  regions?: readonly string[]
  statuses?: readonly CallStatus[]
}

/** Calls that everyone may read: what is open first, then the newest. */
export async function listCalls({ regions, statuses }: CallsFilter): Promise<CallSummary[]> {
  const where = {
    hiddenAt: null,
    ...(regions && { region: { slug: { in: [...regions] } } }),
    ...(statuses && { status: { in: [...statuses] } }),
  }
  const rows = await db.call.findMany({
    where,
    select: { ...SUMMARY, _count: { select: { replies: { where: { hiddenAt: null } } } } },
    orderBy: [{ status: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_LISTED,
  })
  return rows.map(({ _count, ...row }) => ({ ...toSummary(row), replies: _count.replies }))
}

const VIEW = {
  ...SUMMARY,
  organisationId: true,
  version: true,
  outcome: true,
  learning: { select: { question: true, region: { select: { slug: true, name: true } } } },
  endedAt: true,
  hiddenReason: true,
  replies: {
    select: {
      id: true,
      organisationId: true,
      text: true,
      hiddenReason: true,
      createdAt: true,
      organisation: { select: { name: true } },
      initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
    },
    orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }],
    take: MAX_REPLIES,
  },
} as const satisfies Prisma.CallSelect

type ViewRow = Prisma.CallGetPayload<{ select: typeof VIEW }>

function toView({
  replies,
  learning,
  organisationId,
  version,
  outcome,
  endedAt,
  hiddenReason,
  ...row
}: ViewRow): CallView {
  return {
    ...toSummary(row),
    organisationId,
    version,
    outcome,
    endedAt,
    hiddenReason,
    learning: learning && {
      regionSlug: learning.region.slug,
      regionName: learning.region.name,
      question: learning.question,
    },
    replies: replies.map(({ organisation, initiative, ...reply }) => ({
      ...reply,
      organisation: organisation.name,
      initiative: initiative?.publishedRevision
        ? { slug: initiative.slug, title: initiative.publishedRevision.title }
        : null,
    })),
  }
}

/** A call with everything, hidden or not; the caller decides who may see it. */
export async function getCallBySlug(slug: string): Promise<CallView | null> {
  const row = await db.call.findUnique({ where: { slug }, select: VIEW })
  return row && toView(row)
}

/** The same by its id. */
export async function getCall(id: string): Promise<CallView | null> {
  const row = await db.call.findUnique({ where: { id }, select: VIEW })
  return row && toView(row)
}

/** Reports that no moderator settled yet, oldest first; with a call only of that. */
export async function listReports(callId?: string): Promise<CallReportView[]> {
  return db.callReport.findMany({
    where: { settledAt: null, ...(callId !== undefined && { callId }) },
    select: {
      id: true,
      replyId: true,
      reason: true,
      createdAt: true,
      call: { select: { slug: true, title: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_REPORTS,
  })
}

/** Published initiatives of this organisation, to name in an answer. */
export async function listOwnInitiatives(
  organisationIds: readonly string[],
): Promise<{ slug: string; title: string }[]> {
  const rows = await db.initiative.findMany({
    where: { organisationId: { in: [...organisationIds] }, publishedRevisionId: { not: null } },
    select: { slug: true, publishedRevision: { select: { title: true } } },
    orderBy: [{ slug: 'asc' }],
    take: MAX_INITIATIVES,
  })
  return rows.map(({ slug, publishedRevision }) => ({
    slug,
    title: publishedRevision?.title ?? slug,
  }))
}

/** The id of a published initiative, or null. */
export async function findPublished(slug: string): Promise<string | null> {
  return (
    (
      await db.initiative.findFirst({
        where: { slug, publishedRevisionId: { not: null } },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
    )?.id ?? null
  )
}

/** The ids of terms in use by their slugs. */
export async function findTermIds(
  chosen: Readonly<Record<CallVocabulary, readonly string[]>>,
): Promise<string[]> {
  const OR = CALL_VOCABULARIES.map((vocabulary) => ({
    vocabulary,
    slug: { in: [...chosen[vocabulary]] },
  }))
  return (
    await db.term.findMany({
      where: { replacedById: null, OR },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: 50,
    })
  ).map(({ id }) => id)
}

/** What a call is about, as far as matching needs it. */
export interface Matchable {
  title: string
  terms: Readonly<Record<CallVocabulary, readonly string[]>>
  organisationId: string
  regionSlug: string
}

const FACET: Readonly<Record<CallVocabulary, Facet>> = {
  target_group: 'doelgroep',
  sector: 'sector',
  instrument: 'instrument',
}
const CANDIDATES = 40

/** Regions of the same family as this one: they know their own initiatives. */
async function ownRegions(
  slug: string,
  regions: readonly { id: string; slug: string }[],
): Promise<Set<string>> {
  const own = await db.region.findUnique({ where: { slug }, select: { id: true } })
  const family = own ? regionFamily(await getRegionGraph(), [own.id]) : new Set<string>()
  return new Set(regions.filter(({ id }) => family.has(id)).map((one) => one.slug))
}

/** Initiatives and regions that fit a call, best first, each with what they share. */
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
        sort: 'past',
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
    initiatives: initiatives.slice(0, MAX_TOLD),
    regions: countRegions(
      once,
      new Map(regions.map((region) => [region.slug, region.name])),
      await ownRegions(regionSlug, regions),
    ),
  }
}

/** Regions below these organisations for which they can post, each with the organisation that posts; larger regions first. */
export async function listPostRegions(
  organisationIds: readonly string[],
): Promise<{ organisationId: string; id: string; slug: string; name: string }[]> {
  const organisations = await db.organisation.findMany({
    where: { id: { in: [...organisationIds] }, regionId: { not: null } },
    select: { id: true, regionId: true },
    orderBy: { id: 'asc' },
    take: MAX_LISTED,
  })
  const [graph, regions] = await Promise.all([
    getRegionGraph(),
    listRegions(['ser', 'province', 'labour_market']),
  ])
  const families = organisations.map(({ id, regionId }) => ({
    id,
    family: regionFamily(graph, regionId === null ? [] : [regionId]),
  }))
  return regions.flatMap(({ id, slug, name }) => {
    const poster = families.find(({ family }) => family.has(id))
    return poster ? [{ organisationId: poster.id, id, slug, name }] : []
  })
}

/** How many fitting initiatives are named with a call. */
const NAMED = 3

/** What a region has to do with open calls: those it asked itself, and those of elsewhere about which its initiatives know something. */
export async function listRegionCalls(region: { id: string; slug: string }): Promise<RegionCalls> {
  const family = [...regionFamily(await getRegionGraph(), [region.id])]
  const open = await listCalls({ statuses: ['open'] })
  const rows = z
    .array(
      z.object({
        id: z.string(),
        own: z.boolean(),
        initiatives: z.array(z.object({ slug: z.string(), title: z.string() })),
        count: z.number(),
      }),
    )
    .parse(
      await db.$queryRaw`
    SELECT c.id::text AS id, c.region_id = ANY (${family}::uuid[]) AS own, coalesce(f.initiatives, '[]') AS initiatives, coalesce(f.count, 0)::int AS count
    FROM open_call c
    CROSS JOIN LATERAL (
      SELECT array_agg(t.slug) FILTER (WHERE t.vocabulary = 'target_group') AS groups, array_agg(t.slug) FILTER (WHERE t.vocabulary = 'sector') AS sectors,
        array_agg(t.slug) FILTER (WHERE t.vocabulary = 'instrument') AS instruments
      FROM call_term ct JOIN term t ON t.id = ct.term_id WHERE ct.call_id = c.id
    ) a
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('slug', s.slug, 'title', s.title)) FILTER (WHERE s.at <= ${NAMED}) AS initiatives, count(*) AS count
      FROM (
        SELECT s.slug, s.title, row_number() OVER (ORDER BY s.evidence_rank DESC, s.slug) AS at FROM initiative_search s
        WHERE ${region.slug} = ANY (s.regions) AND (s.target_groups && a.groups OR (a.groups IS NULL AND s.sectors && a.sectors AND (a.instruments IS NULL OR s.instruments && a.instruments)))
      ) s
    ) f ON true
    WHERE c.status = 'open' AND c.hidden_at IS NULL ORDER BY c.created_at DESC, c.id`,
    )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    own: open.filter(({ id }) => byId.get(id)?.own),
    fitting: open.flatMap((call) => {
      const row = byId.get(call.id)
      return row && !row.own && row.count > 0
        ? [{ call, initiatives: row.initiatives, count: row.count }]
        : []
    }),
  }
}
