import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { evidenceColumns, toSummary } from '@/lib/knowledge/evidence/schema'
import { FACET_PARAMETERS, fromParameter } from '@/lib/knowledge/search/parameters.rules'
import {
  coverage,
  FACET_WEIGHTS,
  likeness,
  MIN_SIMILARITY,
  rarity,
  searchThrough,
  similarity,
} from './rules'
import {
  SIMILAR_FACETS,
  type Comparable,
  type Likeness,
  type Profile,
  type SimilarFacet,
} from './types'

/** Rows per query: bounds the time whatever the number of initiatives. */
const BUDGET = 6_000
const CLOSE = 80
const MAX_TAGS = 5_000
/** Row of search_tag with the total number of initiatives. */
const TOTAL_ID = 0

const profileColumns = {
  targetGroups: true,
  instruments: true,
  challenges: true,
  sectors: true,
  styles: true,
  drivers: true,
} as const
type ProfileRow = Record<keyof typeof profileColumns, string[]>

const toProfile = ({
  targetGroups,
  instruments,
  challenges,
  sectors,
  styles,
  drivers,
}: ProfileRow): Profile => ({
  targetGroup: targetGroups,
  instrument: instruments,
  challenge: challenges,
  sector: sectors,
  style: styles,
  driver: drivers,
})

const closeSchema = z.array(z.object({ id: z.string() }))

async function listClosest(
  initiativeId: string | null,
  words: readonly { id: number; count: number; weight: number }[],
): Promise<string[]> {
  const through = searchThrough(words, BUDGET)
  const rows = await db.$queryRaw`
    SELECT c.id
    FROM (
        SELECT
          s.initiative_id AS id,
          (
            SELECT sum(w.weight)
            FROM unnest(${words.map(({ id }) => id)}::int[], ${words.map(({ weight }) => weight)}::float8[]) AS w (id, weight)
            WHERE w.id = ANY (s.tags)
          ) AS weight
        FROM initiative_search s
        WHERE s.tags && ${through.map(({ id }) => id)}::int[]
          AND s.initiative_id IS DISTINCT FROM ${initiativeId}::uuid
      ) c
    ORDER BY c.weight DESC, c.id
    LIMIT ${CLOSE}
  `
  return closeSchema.parse(rows).map(({ id }) => id)
}

/** The published initiatives most like this one, with reasons; none when it is not published. */
export async function listComparable(initiativeId: string, limit: number): Promise<Comparable[]> {
  const own = await db.initiativeSearch.findUnique({
    where: { initiativeId },
    select: profileColumns,
  })
  return own ? listAlike(toProfile(own), initiativeId, limit) : []
}

const FACET_OF = {
  target_group: 'targetGroup',
  instrument: 'instrument',
  societal_challenge: 'challenge',
  sector: 'sector',
  approach_style: 'style',
  driver: 'driver',
} as const satisfies Record<string, SimilarFacet>

async function listProfiles(revisionIds: readonly string[]): Promise<Map<string, Profile>> {
  const rows = z
    .array(z.object({ id: z.string(), vocabulary: z.string(), slug: z.string() }))
    .parse(
      await db.$queryRaw`
        SELECT DISTINCT v.id::text AS id, t.vocabulary::text AS vocabulary, t.slug
        FROM unnest(${[...revisionIds]}::uuid[]) AS v (id)
          CROSS JOIN LATERAL revision_terms_upward (v.id) t
        ORDER BY 1, 3
      `,
    )
  const of = (id: string, facet: SimilarFacet) =>
    rows
      .filter(
        (row) =>
          row.id === id &&
          Object.entries(FACET_OF).some(([name, one]) => name === row.vocabulary && one === facet),
      )
      .map(({ slug }) => slug)
  return new Map(
    revisionIds.map((id) => [
      id,
      {
        targetGroup: of(id, 'targetGroup'),
        instrument: of(id, 'instrument'),
        challenge: of(id, 'challenge'),
        sector: of(id, 'sector'),
        style: of(id, 'style'),
        driver: of(id, 'driver'),
      },
    ]),
  )
}

/** The published initiatives most like a version, which may be a draft. */
export async function listLikeVersion(
  revisionId: string,
  initiativeId: string,
  limit: number,
): Promise<Comparable[]> {
  const profile = (await listProfiles([revisionId])).get(revisionId)
  return profile ? listAlike(profile, initiativeId, limit) : []
}

/** How much other versions are like this one. The caller checks the right to see them. */
export async function compareVersions(
  revisionId: string,
  otherIds: readonly string[],
): Promise<Map<string, { similarity: number; likeness: Likeness }>> {
  if (otherIds.length === 0) return new Map()
  const [profiles, { weigh }] = await Promise.all([
    listProfiles([revisionId, ...otherIds]),
    readWeights(),
  ])
  const own = profiles.get(revisionId)
  return new Map(
    otherIds.flatMap((id) => {
      const other = profiles.get(id)
      return own && other
        ? [
            [
              id,
              { similarity: similarity(own, other, weigh), likeness: likeness(own, other, weigh) },
            ] as const,
          ]
        : []
    }),
  )
}

async function readWeights() {
  const tags = await db.searchTag.findMany({
    where: {
      OR: [
        { facet: { in: SIMILAR_FACETS.map((facet) => FACET_PARAMETERS[facet]) } },
        { id: TOTAL_ID },
      ],
    },
    select: { id: true, facet: true, slug: true, count: true },
    orderBy: { id: 'asc' },
    take: MAX_TAGS,
  })
  const total = tags.find(({ id }) => id === TOTAL_ID)?.count ?? 0
  const counts = new Map(tags.map(({ facet, slug, count }) => [`${facet} ${slug}`, count]))
  return {
    tags,
    weigh: (facet: SimilarFacet, slug: string) =>
      rarity(counts.get(`${FACET_PARAMETERS[facet]} ${slug}`) ?? 1, total),
  }
}

/** Candidates by the tags they share, and what a tag weighs. */
async function listSharing(profile: Profile, initiativeId: string | null) {
  const { tags, weigh } = await readWeights()
  const words = tags.flatMap(({ id, facet: name, slug, count }) => {
    const facet = fromParameter(SIMILAR_FACETS, FACET_PARAMETERS, name)
    return facet !== undefined && profile[facet].includes(slug)
      ? [{ id, count, weight: FACET_WEIGHTS[facet] * weigh(facet, slug) }]
      : []
  })
  const closest = words.length === 0 ? [] : await listClosest(initiativeId, words)
  const rows = await db.initiativeSearch.findMany({
    where: { initiativeId: { in: closest } },
    select: {
      ...profileColumns,
      initiativeId: true,
      regions: true,
      slug: true,
      title: true,
      summary: true,
      ...evidenceColumns,
    },
    orderBy: { initiativeId: 'asc' },
    take: CLOSE,
  })
  return { rows, weigh }
}

/** Published initiatives that share tags with something that is no initiative yet, most first. */
export async function listCovering(
  profile: Profile,
): Promise<{ initiativeId: string; covered: number; likeness: Likeness }[]> {
  const { rows, weigh } = await listSharing(profile, null)
  return rows
    .map((row) => ({
      initiativeId: row.initiativeId,
      covered: coverage(profile, toProfile(row), weigh),
      likeness: likeness(profile, toProfile(row), weigh),
    }))
    .toSorted((a, b) => b.covered - a.covered || a.initiativeId.localeCompare(b.initiativeId))
}

async function listAlike(
  profile: Profile,
  initiativeId: string,
  limit: number,
): Promise<Comparable[]> {
  const { rows, weigh } = await listSharing(profile, initiativeId)
  return rows
    .map((row) => ({
      initiativeId: row.initiativeId,
      regions: row.regions,
      slug: row.slug,
      title: row.title,
      summary: row.summary,
      evidence: toSummary(row),
      similarity: similarity(profile, toProfile(row), weigh),
      likeness: likeness(profile, toProfile(row), weigh),
    }))
    .filter((one) => one.similarity >= MIN_SIMILARITY)
    .toSorted((a, b) => b.similarity - a.similarity || a.slug.localeCompare(b.slug))
    .slice(0, limit)
}
