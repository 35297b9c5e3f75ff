import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { Lifecycle } from '@/generated/prisma/enums'
import { db } from '@/lib/platform/db'
import { MARK_END, MARK_START } from './rules'
import { FACETS, type Facet, type FacetOptions, type FacetValue, type SearchHit, type SearchPage, type SearchQuery, type Selection } from './types'

/** Column of the search row per filter. A fixed list: names never come from outside. */
const COLUMN: Record<Facet, Prisma.Sql> = {
  doelgroep: Prisma.sql`s.target_groups`,
  regio: Prisma.sql`s.regions`,
  sector: Prisma.sql`s.sectors`,
  instrument: Prisma.sql`s.instruments`,
  opgave: Prisma.sql`s.challenges`,
}

/** Words, quotes, "or" and a minus in front are understood; anything else is taken as text, so nothing is ever a syntax error. */
const tsquery = (q: string) => Prisma.sql`websearch_to_tsquery('praktijk', ${q})`

function conditions(q: string, selection: Selection, except?: Facet): Prisma.Sql {
  const parts = FACETS.filter((facet) => facet !== except && selection[facet].length > 0).map(
    (facet) => Prisma.sql`${COLUMN[facet]} && ${selection[facet]}::text[]`,
  )
  if (q !== '') parts.push(Prisma.sql`(s.document @@ ${tsquery(q)} OR s.title ILIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} OR ${q} <% s.title)`)
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, ' AND ')
}

const hitSchema = z.object({
  initiativeId: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  // A match in the title or a tag leaves the summary unmarked; then there is nothing to point at.
  snippet: z.string().nullable().transform((text) => (text?.includes(MARK_START) ? text : null)),
  targetGroups: z.array(z.string()),
  instruments: z.array(z.string()),
  regions: z.array(z.string()),
  lifecycle: z.enum(Lifecycle),
  evidenceRank: z.number(),
  publishedAt: z.date().transform((moment) => moment.toISOString()),
}) satisfies z.ZodType<SearchHit>

/** One page of published initiatives: best match first, then the newest. */
export async function findInitiatives({ q, selection, page, pageSize }: SearchQuery): Promise<SearchPage> {
  const where = conditions(q, selection)
  const order = q === '' ? Prisma.sql`s.published_at DESC, s.initiative_id` : Prisma.sql`ts_rank(s.document, ${tsquery(q)}) DESC, s.published_at DESC, s.initiative_id`
  const options = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxWords=32, MinWords=18, MaxFragments=1`
  const snippet = q === '' ? Prisma.sql`NULL` : Prisma.sql`ts_headline('praktijk', s.summary, ${tsquery(q)}, ${options})`
  const [rows, counts] = await Promise.all([
    db.$queryRaw`
      SELECT s.initiative_id AS "initiativeId", s.slug, s.title, s.summary, ${snippet} AS snippet, s.target_groups AS "targetGroups",
        s.instruments, s.regions, s.lifecycle, s.evidence_rank AS "evidenceRank", s.published_at AS "publishedAt"
      FROM initiative_search s WHERE ${where}
      ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE s.evidence_rank >= 3)::int AS measured
      FROM initiative_search s WHERE ${where}`,
  ])
  const [count] = z.tuple([z.object({ total: z.number(), measured: z.number() })]).parse(counts)
  return { hits: z.array(hitSchema).parse(rows), ...count }
}

const facetRowSchema = z.object({ facet: z.enum(FACETS), slug: z.string(), count: z.number() })

/** How many initiatives each value of each filter would give, all in one round trip. A filter does not restrict itself. */
export async function countFacets(q: string, selection: Selection): Promise<Map<Facet, Map<string, number>>> {
  const parts = FACETS.map(
    (facet) => Prisma.sql`
      SELECT ${facet} AS facet, value AS slug, count(*)::int AS count
      FROM initiative_search s, unnest(${COLUMN[facet]}) AS value WHERE ${conditions(q, selection, facet)} GROUP BY value`,
  )
  const rows = z.array(facetRowSchema).parse(await db.$queryRaw`${Prisma.join(parts, ' UNION ALL ')}`)
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]))
  for (const { facet, slug, count } of rows) counts.get(facet)?.set(slug, count)
  return counts
}

const VOCABULARY = { doelgroep: 'target_group', sector: 'sector', instrument: 'instrument', opgave: 'societal_challenge' } as const

/** Every value of every filter in its own order. Regions: provinces with the labour-market regions under them, and the SER regions. */
export async function listFacetValues(): Promise<Record<Facet, FacetValue[]>> {
  const [terms, regions] = await Promise.all([
    db.term.findMany({
      where: { vocabulary: { in: Object.values(VOCABULARY) }, replacedById: null },
      select: { vocabulary: true, slug: true, labelNl: true, labelEn: true, parent: { select: { slug: true } } },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      take: 1_000,
    }),
    db.region.findMany({
      where: { type: { in: ['province', 'labour_market', 'ser'] } },
      select: {
        slug: true, code: true, name: true, type: true,
        parents: { where: { isPrimary: true, validToYear: null, parent: { type: 'province' } }, select: { parent: { select: { slug: true } } }, take: 1 },
      },
      orderBy: [{ type: 'asc' }, { name: 'asc' }, { code: 'asc' }],
      take: 200,
    }),
  ])
  const ofTerms = (facet: keyof typeof VOCABULARY): FacetValue[] =>
    terms
      .filter((term) => term.vocabulary === VOCABULARY[facet])
      .map(({ slug, labelNl, labelEn, parent }) => ({ slug, code: null, labelNl, labelEn, parent: parent?.slug ?? null }))
  return {
    doelgroep: ofTerms('doelgroep'),
    sector: ofTerms('sector'),
    instrument: ofTerms('instrument'),
    opgave: ofTerms('opgave'),
    regio: regions.map(({ slug, code, name, type, parents }) => ({
      slug, code, labelNl: name, labelEn: name, parent: type === 'labour_market' ? (parents[0]?.parent.slug ?? null) : null,
    })),
  }
}

/** Filters with their counts, labels in one language, in the order of the vocabularies; values without initiatives are left out unless chosen. */
export async function getFacetOptions(q: string, selection: Selection, values: Record<Facet, FacetValue[]>, language: 'nl' | 'en'): Promise<FacetOptions> {
  const counts = await countFacets(q, selection)
  const options = (facet: Facet) =>
    values[facet]
      .map((value) => ({ slug: value.slug, label: language === 'nl' ? value.labelNl : value.labelEn, parent: value.parent, count: counts.get(facet)?.get(value.slug) ?? 0 }))
      .filter(({ slug, count }) => count > 0 || selection[facet].includes(slug))
  return { doelgroep: options('doelgroep'), regio: options('regio'), sector: options('sector'), instrument: options('instrument'), opgave: options('opgave') }
}
