import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { isSlug, likeText } from '@/lib/base/text/text'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { listWithNarrower } from '@/lib/base/taxonomy/data'
import { PAGE_SIZE } from './rules'
import type { ObstacleEntry, ObstacleFilter, ObstacleStatus, ObstacleView } from './types'

export const MAX_LISTED = 500
export const MAX_TITLES = 2_000
const MAX_NAMED = 100

const regionName = { slug: true, code: true, name: true } as const
export const isPublic = { publishedRevisionId: { not: null } } as const

const ENTRY = {
  id: true,
  slug: true,
  title: true,
  description: true,
  law: true,
  authority: true,
  authorityName: true,
  status: true,
  raisedOn: true,
  solvedOn: true,
  answer: true,
  createdAt: true,
  groups: {
    select: { term: { select: { slug: true, labelNl: true, labelEn: true } } },
    orderBy: { term: { position: 'asc' } },
    take: MAX_NAMED,
  },
  regions: {
    select: { region: { select: regionName } },
    orderBy: { region: { name: 'asc' } },
    take: MAX_NAMED,
  },
  initiatives: {
    where: { initiative: isPublic },
    select: {
      note: true,
      initiative: {
        select: {
          id: true,
          slug: true,
          organisationId: true,
          publishedRevision: {
            select: {
              title: true,
              regions: {
                select: { region: { select: regionName } },
                orderBy: { position: 'asc' },
                take: MAX_NAMED,
              },
            },
          },
        },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { initiativeId: 'asc' }],
    take: MAX_NAMED,
  },
} as const satisfies Prisma.ObstacleSelect

type EntryRow = Prisma.ObstacleGetPayload<{ select: typeof ENTRY }>

function toEntry({ groups, regions, initiatives, createdAt, ...row }: EntryRow): ObstacleEntry {
  const hit = [
    ...regions,
    ...initiatives.flatMap(({ initiative }) => initiative.publishedRevision?.regions ?? []),
  ].map(({ region }) => region)
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    description: row.description,
    law: row.law,
    authority: row.authority,
    authorityName: row.authorityName,
    status: row.status,
    answer: row.answer,
    raisedOn: toCalendarDate(row.raisedOn),
    solvedOn: toCalendarDate(row.solvedOn),
    since: todayInNetherlands(createdAt),
    groups: groups.map(({ term }) => term),
    regions: [...new Map(hit.map((region) => [region.slug, region])).values()].sort((a, b) =>
      a.name.localeCompare(b.name, 'nl'),
    ),
    initiatives: initiatives.map(({ note, initiative: { publishedRevision, ...initiative } }) => ({
      ...initiative,
      title: publishedRevision?.title ?? initiative.slug,
      note,
    })),
  }
}

/** An obstacle of a region also concerns those in it and around it. */
async function relatedRegions(slug: string): Promise<string[]> {
  const [region, graph] = await Promise.all([
    db.region.findFirst({
      where: { OR: [{ slug }, { code: slug }] },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
    getRegionGraph(),
  ])
  if (!region) return []
  const below = (id: string): string[] => [id, ...(graph.children.get(id) ?? []).flatMap(below)]
  return [...new Set([...below(region.id), ...regionLineage(graph, [region.id])])]
}

async function where({
  group,
  region,
  authority,
  query,
}: ObstacleFilter): Promise<Prisma.ObstacleWhereInput> {
  const [groups, regions] = await Promise.all([
    group === null ? null : listWithNarrower('target_group', group),
    region === null ? null : relatedRegions(region),
  ])
  const texts = query
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
  const says = (contains: string): Prisma.ObstacleWhereInput => {
    const text = { contains: likeText(contains), mode: 'insensitive' as const }
    return { OR: [{ title: text }, { description: text }, { law: text }, { authorityName: text }] }
  }
  return {
    mergedIntoId: null,
    ...(authority !== null && { authority }),
    ...(groups !== null && { groups: { some: { term: { slug: { in: groups } } } } }),
    AND: [
      ...(regions === null
        ? []
        : [
            {
              OR: [
                { regions: { some: { regionId: { in: regions } } } },
                {
                  initiatives: {
                    some: {
                      initiative: {
                        publishedRevision: { regions: { some: { regionId: { in: regions } } } },
                      },
                    },
                  },
                },
              ],
            },
          ]),
      ...texts.map(says),
    ],
  }
}

/** Open ones first, then by title. */
const orderBy = [{ status: 'asc' as const }, { title: 'asc' as const }, { id: 'asc' as const }]

/** One page of the register, with a count per status under the other filters. */
export async function listObstacles(
  filter: ObstacleFilter,
  page: number,
): Promise<{ obstacles: ObstacleEntry[]; total: number; counts: Record<ObstacleStatus, number> }> {
  const all = await where(filter)
  const chosen = { ...all, ...(filter.status !== null && { status: filter.status }) }
  const [rows, groups] = await Promise.all([
    db.obstacle.findMany({
      where: chosen,
      select: ENTRY,
      orderBy,
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    db.obstacle.groupBy({ by: ['status'], where: all, _count: { _all: true } }),
  ])
  const counts = {
    open: 0,
    raised: 0,
    solved: 0,
    ...Object.fromEntries(groups.map(({ status, _count }) => [status, _count._all])),
  }
  return {
    obstacles: rows.map(toEntry),
    counts,
    total:
      filter.status === null ? counts.open + counts.raised + counts.solved : counts[filter.status],
  }
}

/** Everything that fits the filter, for files and the open data. */
export async function listAllObstacles(filter: ObstacleFilter): Promise<ObstacleEntry[]> {
  const rows = await db.obstacle.findMany({
    where: { ...(await where(filter)), ...(filter.status !== null && { status: filter.status }) },
    select: ENTRY,
    orderBy,
    take: MAX_LISTED,
  })
  return rows.map(toEntry)
}

/** Obstacles by id. */
export async function listObstaclesByIds(ids: readonly string[]): Promise<ObstacleEntry[]> {
  const rows = await db.obstacle.findMany({
    where: { id: { in: [...ids] }, mergedIntoId: null },
    select: ENTRY,
    orderBy,
    take: MAX_LISTED,
  })
  return rows.map(toEntry)
}

/** These obstacles, in order, without merged and unknown ones. */
export async function listChosenObstacles(slugs: readonly string[]): Promise<ObstacleEntry[]> {
  const rows = await db.obstacle.findMany({
    where: { slug: { in: [...slugs] }, mergedIntoId: null },
    select: ENTRY,
    orderBy,
    take: MAX_LISTED,
  })
  return rows.map(toEntry).sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
}

/** The obstacles that an initiative names. */
export async function listObstaclesOf(initiativeId: string): Promise<ObstacleEntry[]> {
  const rows = await db.obstacle.findMany({
    where: { mergedIntoId: null, initiatives: { some: { initiativeId } } },
    select: ENTRY,
    orderBy,
    take: MAX_NAMED,
  })
  return rows.map(toEntry)
}

/** An obstacle with its history; the slug it moved to after a merge; null when unknown. */
export async function getObstacle(
  slug: string,
): Promise<ObstacleView | { movedTo: string } | null> {
  if (!isSlug(slug)) return null
  const row = await db.obstacle.findUnique({
    where: { slug },
    select: {
      ...ENTRY,
      version: true,
      organisationId: true,
      sourceTitle: true,
      sourceRef: true,
      organisation: { select: { name: true } },
      mergedInto: { select: { slug: true } },
      steps: {
        select: { status: true, onDay: true, note: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: MAX_NAMED,
      },
      mergesIn: {
        select: { id: true, createdAt: true, undoneAt: true, merged: { select: { title: true } } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: MAX_NAMED,
      },
      merged: {
        select: { title: true },
        orderBy: [{ title: 'asc' }, { id: 'asc' }],
        take: MAX_NAMED,
      },
    },
  })
  if (!row) return null
  if (row.mergedInto) return { movedTo: row.mergedInto.slug }
  return {
    ...toEntry(row),
    version: row.version,
    organisationId: row.organisationId,
    organisation: row.organisation?.name ?? null,
    source: row.sourceTitle === null ? null : { title: row.sourceTitle, ref: row.sourceRef },
    steps: row.steps.map(({ onDay, ...step }) => ({ ...step, on: toCalendarDate(onDay) })),
    merges: row.mergesIn.map(({ id, createdAt, undoneAt, merged }) => ({
      id,
      title: merged.title,
      on: todayInNetherlands(createdAt),
      undoneOn: undoneAt && todayInNetherlands(undoneAt),
    })),
    alsoEntered: row.merged.map(({ title }) => title),
    named: row.regions.map(({ region }) => region),
  }
}
