import 'server-only'
import { listObstaclesByIds } from '@/lib/exchange/obstacles/data'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { savedObstaclesSchema } from './schema'
import type { AdviceMention, AdviceRow, AdviceView } from './types'

const MAX_LISTED = 100
const MENTION = { id: true, title: true, addressee: true, signer: true, onDay: true } as const
const orderBy = [
  { onDay: 'desc' as const },
  { createdAt: 'desc' as const },
  { id: 'desc' as const },
]

/** The advices with this obstacle, or with one merged into it, latest first. */
export async function listAdvicesAbout(obstacleId: string): Promise<AdviceMention[]> {
  const rows = await db.advice.findMany({
    where: {
      about: { some: { obstacle: { OR: [{ id: obstacleId }, { mergedIntoId: obstacleId }] } } },
    },
    select: MENTION,
    orderBy,
    take: MAX_LISTED,
  })
  return rows.map(({ onDay, ...row }) => ({ ...row, on: toCalendarDate(onDay) }))
}

/** All saved advices, latest first. */
export async function listAdvices(): Promise<AdviceRow[]> {
  const rows = await db.advice.findMany({
    select: { ...MENTION, _count: { select: { about: true } } },
    orderBy,
    take: MAX_LISTED,
  })
  return rows.map(({ onDay, _count, ...row }) => ({
    ...row,
    on: toCalendarDate(onDay),
    obstacles: _count.about,
  }))
}

/** An advice as it was issued, or null. */
export async function getAdvice(id: string): Promise<AdviceView | null> {
  const row = await db.advice.findUnique({
    where: { id },
    select: {
      ...MENTION,
      opening: true,
      asked: true,
      obstacles: true,
      author: { select: { name: true } },
    },
  })
  if (!row) return null
  const { onDay, author, obstacles, ...rest } = row
  return {
    ...rest,
    on: toCalendarDate(onDay),
    author: author?.name ?? null,
    obstacles: savedObstaclesSchema.parse(obstacles),
  }
}

/** The current state of these obstacles; a merged one follows its merge. */
export async function getNow(ids: readonly string[]): Promise<Map<string, ObstacleEntry>> {
  const rows = await db.obstacle.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, mergedIntoId: true },
    orderBy: { id: 'asc' },
    take: MAX_LISTED,
  })
  const found = new Map(
    (await listObstaclesByIds(rows.map(({ id, mergedIntoId }) => mergedIntoId ?? id))).map(
      (one) => [one.id, one],
    ),
  )
  return new Map(
    rows.flatMap(({ id, mergedIntoId }) => {
      const now = found.get(mergedIntoId ?? id)
      return now ? [[id, now] as const] : []
    }),
  )
}
