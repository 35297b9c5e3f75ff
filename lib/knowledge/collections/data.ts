import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { evidenceColumns, toSummary } from '@/lib/knowledge/evidence/schema'
import { MAX_ENTRIES } from './rules'
import type { CollectionCard, CollectionView, CollectionWork } from './types'

const MAX_LISTED = 200
const published = { publishedAt: { not: null } } as const
const newest = [{ publishedAt: 'desc' as const }, { id: 'asc' as const }]

const select = {
  id: true,
  slug: true,
  title: true,
  lead: true,
  story: true,
  publishedAt: true,
  isExample: true,
  version: true,
  organisationId: true,
  organisation: { select: { name: true } },
  items: {
    where: { initiative: { publishedRevisionId: { not: null } } },
    select: {
      initiativeId: true,
      why: true,
      initiative: {
        select: {
          search: { select: { slug: true, title: true, summary: true, ...evidenceColumns } },
        },
      },
    },
    orderBy: [{ position: 'asc' as const }, { initiativeId: 'asc' as const }],
    take: MAX_ENTRIES,
  },
} satisfies Prisma.CollectionSelect

type Row = Prisma.CollectionGetPayload<{ select: typeof select }>

const toWork = ({ organisation, items, publishedAt, ...row }: Row): CollectionWork => ({
  ...row,
  organisation: organisation.name,
  publishedAt: publishedAt?.toISOString() ?? null,
  entries: items.flatMap(({ initiativeId, why, initiative: { search } }) =>
    search
      ? [
          {
            initiativeId,
            why,
            slug: search.slug,
            title: search.title,
            summary: search.summary,
            evidence: toSummary(search),
          },
        ]
      : [],
  ),
})

const toCard = ({
  id,
  slug,
  title,
  lead,
  organisation,
  isExample,
  entries,
}: CollectionWork): CollectionCard => ({
  id,
  slug,
  title,
  lead,
  organisation,
  isExample,
  count: entries.length,
})

/** Public collections, newest first. */
export async function listCollections(): Promise<CollectionView[]> {
  return (
    await db.collection.findMany({ where: published, select, orderBy: newest, take: MAX_LISTED })
  ).map(toWork)
}

/** A public collection, or null. */
export async function getCollection(slug: string): Promise<CollectionView | null> {
  const row = await db.collection.findFirst({
    where: { slug, ...published },
    select,
    orderBy: { id: 'asc' },
  })
  return row && toWork(row)
}

/** A collection for its editors, public or not; null when unknown. */
export async function getCollectionWork(id: string): Promise<CollectionWork | null> {
  const row = await db.collection.findUnique({ where: { id }, select })
  return row && toWork(row)
}

/** Collections of these organisations, last changed first. */
export async function listCollectionsOf(
  organisationIds: readonly string[],
): Promise<(CollectionCard & { publishedAt: string | null })[]> {
  const rows = await db.collection.findMany({
    where: { organisationId: { in: [...organisationIds] } },
    select,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: MAX_LISTED,
  })
  return rows.map(toWork).map((work) => ({ ...toCard(work), publishedAt: work.publishedAt }))
}

/** Public collections that hold this initiative. */
export async function listCollectionsWith(initiativeId: string): Promise<CollectionCard[]> {
  return (
    await db.collection.findMany({
      where: { ...published, items: { some: { initiativeId } } },
      select,
      orderBy: newest,
      take: MAX_LISTED,
    })
  )
    .map(toWork)
    .map(toCard)
}
