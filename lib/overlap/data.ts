import 'server-only'
import { z } from 'zod'
import { listLikeVersion } from '@/lib/comparison/data'
import { db } from '@/lib/platform/db'
import { isLookalike, MAX_LOOKALIKES, orderLookalikes, titleWords } from './rules'
import type { Decided, Lookalike, OverlapOther, OverlapSource, Variant } from './types'

const LOOKED_AT = 12
const MAX_LINKS = 50

const titledRow = z.object({ initiativeId: z.string(), slug: z.string(), title: z.string(), summary: z.string(), regions: z.array(z.string()), words: z.array(z.string()) })

/** Published initiatives with words of this title in their own. */
async function listTitled(words: readonly string[], initiativeId: string) {
  if (words.length === 0) return []
  return z.array(titledRow).parse(await db.$queryRaw`
    SELECT s.initiative_id::text AS "initiativeId", s.slug, s.title, s.summary, s.regions,
      ARRAY(SELECT w FROM unnest(${[...words]}::text[]) AS w WHERE s.title_words @@ plainto_tsquery('praktijk', w)) AS words
    FROM initiative_search s
    WHERE s.title_words @@ websearch_to_tsquery('praktijk', ${words.join(' OR ')}) AND s.initiative_id <> ${initiativeId}::uuid
    ORDER BY ts_rank(s.title_words, websearch_to_tsquery('praktijk', ${words.join(' OR ')})) DESC, s.initiative_id LIMIT ${LOOKED_AT}`)
}

/** Slugs of the regions of a version and of the provinces above them; a whole country is near to everyone and so to no one. */
async function listNearby(revisionId: string): Promise<Set<string>> {
  const rows = z.array(z.object({ slug: z.string() })).parse(await db.$queryRaw`
    SELECT r.slug FROM region r WHERE r.slug = ANY (revision_region_slugs(${revisionId}::uuid)) AND r.type IN ('labour_market', 'province', 'municipality') ORDER BY r.slug`)
  return new Set(rows.map(({ slug }) => slug))
}

/** What was decided last about each other initiative. */
async function listDecided(initiativeId: string, otherIds: readonly string[]): Promise<Map<string, Decided>> {
  const rows = await db.overlapChoice.findMany({
    where: { initiativeId, otherId: { in: [...otherIds] } }, distinct: ['otherId'], orderBy: [{ otherId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    select: { otherId: true, answer: true, words: true, createdAt: true, actor: { select: { name: true } } }, take: LOOKED_AT * 2,
  })
  return new Map(rows.map(({ otherId, answer, words, createdAt, actor }) => [otherId, { answer, words, by: actor?.name ?? null, on: createdAt }]))
}

/** Published initiatives that look like this version, with why and with what was decided. */
export async function listLookalikes({ revisionId, initiativeId, title }: Pick<OverlapSource, 'revisionId' | 'initiativeId' | 'title'>): Promise<Lookalike[]> {
  const words = titleWords(title)
  const [alike, titled, nearby] = await Promise.all([listLikeVersion(revisionId, initiativeId, LOOKED_AT), listTitled(words, initiativeId), listNearby(revisionId)])
  const found = new Map([...titled, ...alike].map((one) => [one.initiativeId, one]))
  const named = [...found.values()].flatMap((one) => {
    const byTags = alike.find(({ initiativeId: id }) => id === one.initiativeId)
    const shared = titled.find(({ initiativeId: id }) => id === one.initiativeId)?.words ?? []
    const similarity = byTags?.similarity ?? 0
    if (!isLookalike({ similarity, shared: shared.length, words: words.length })) return []
    return [{ ...one, near: one.regions.some((slug) => nearby.has(slug)), similarity, likeness: byTags?.likeness ?? { shared: [], apart: [] }, titleWords: shared }]
  })
  const ids = named.map((one) => one.initiativeId)
  const [decided, owners] = await Promise.all([
    listDecided(initiativeId, ids),
    db.initiative.findMany({ where: { id: { in: ids } }, select: { id: true, organisation: { select: { name: true } } }, orderBy: { id: 'asc' }, take: LOOKED_AT * 2 }),
  ])
  const owner = new Map(owners.map(({ id, organisation }) => [id, organisation.name]))
  const lookalikes = named.map(({ initiativeId: id, slug, title: name, summary, near, similarity, likeness, titleWords: shared }) => ({
    initiativeId: id, slug, title: name, summary, near, similarity, likeness, titleWords: shared, organisation: owner.get(id) ?? '', decided: decided.get(id) ?? null,
  }))
  return orderLookalikes(lookalikes).slice(0, MAX_LOOKALIKES)
}

/** An initiative that everyone may see, or null. */
export async function getOther(initiativeId: string): Promise<OverlapOther | null> {
  const row = await db.initiative.findUnique({ where: { id: initiativeId }, select: { slug: true, organisationId: true, publishedRevision: { select: { title: true } } } })
  return row?.publishedRevision ? { initiativeId, slug: row.slug, title: row.publishedRevision.title, organisationId: row.organisationId } : null
}

/** Published variants of this initiative, whichever side linked them and as long as the last word of that side is that they are. */
export async function listVariants(initiativeId: string): Promise<Variant[]> {
  return z.array(z.object({ slug: z.string(), title: z.string(), organisation: z.string() })).parse(await db.$queryRaw`
    WITH last AS (
      SELECT DISTINCT ON (initiative_id, other_id) initiative_id, other_id, answer FROM overlap_choice
      WHERE initiative_id = ${initiativeId}::uuid OR other_id = ${initiativeId}::uuid ORDER BY initiative_id, other_id, created_at DESC, id DESC
    )
    SELECT DISTINCT s.slug, s.title, o.name AS organisation
    FROM last l JOIN initiative_search s ON s.initiative_id = CASE WHEN l.initiative_id = ${initiativeId}::uuid THEN l.other_id ELSE l.initiative_id END
    JOIN initiative i ON i.id = s.initiative_id JOIN organisation o ON o.id = i.organisation_id
    WHERE l.answer = 'variant' ORDER BY s.title, s.slug LIMIT ${MAX_LINKS}`)
}
