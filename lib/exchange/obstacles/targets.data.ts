import 'server-only'
import { db } from '@/lib/base/db/db'
import { likelyDuplicates } from './rules'
import type { LikelyDuplicate, ObstacleTarget } from './types'
import { isPublic, MAX_LISTED, MAX_TITLES } from './data'

/** The organisation that added it and those that may curate; null when unknown or merged. */
export async function getObstacleTarget(
  id: string,
): Promise<(ObstacleTarget & { slug: string }) | null> {
  const [row, councilIds] = await Promise.all([
    db.obstacle.findUnique({
      where: { id, mergedIntoId: null },
      select: { organisationId: true, slug: true },
    }),
    listCouncilIds(),
  ])
  return row && { ...row, councilIds }
}

/** Ids of the SER secretariats. */
export async function listCouncilIds(): Promise<string[]> {
  const rows = await db.organisation.findMany({
    where: { kind: 'ser_secretariat' },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: MAX_LISTED,
  })
  return rows.map(({ id }) => id)
}

/** Entries with a similar title. */
export async function listLikelyDuplicates(
  title: string,
  except: string | null = null,
): Promise<LikelyDuplicate[]> {
  const rows = await db.obstacle.findMany({
    where: { mergedIntoId: null, ...(except !== null && { id: { not: except } }) },
    select: { slug: true, title: true, status: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MAX_TITLES,
  })
  return likelyDuplicates(title, rows, 3)
}

/** A published initiative with its owner, or null. */
export async function getNamable(
  initiativeId: string,
): Promise<{ id: string; organisationId: string } | null> {
  return db.initiative.findFirst({
    where: { id: initiativeId, ...isPublic },
    select: { id: true, organisationId: true },
    orderBy: { id: 'asc' },
  })
}

/** The published initiatives of these organisations, by title. */
export async function listOwnInitiatives(
  organisationIds: readonly string[],
): Promise<{ id: string; slug: string; title: string }[]> {
  const rows = await db.initiative.findMany({
    where: { organisationId: { in: [...organisationIds] }, ...isPublic },
    select: { id: true, slug: true, publishedRevision: { select: { title: true } } },
    orderBy: [{ publishedRevision: { title: 'asc' } }, { id: 'asc' }],
    take: MAX_LISTED,
  })
  return rows.map(({ publishedRevision, ...row }) => ({
    ...row,
    title: publishedRevision?.title ?? row.slug,
  }))
}
