import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import { getPublishedInitiative, getRevisionAsInitiative } from '@/lib/knowledge/initiatives/data'
import { listMoved } from '@/lib/knowledge/initiatives/addresses.data'
import type { Closure, ClosingTarget, Hindrance, MergedIn, Place } from './types'

const MAX_MERGED = 50

const closureSelect = {
  kind: true,
  reason: true,
  revisionId: true,
  closedAt: true,
  organisationId: true,
  organisation: { select: { name: true } },
} satisfies Prisma.InitiativeClosureSelect

function toClosure({
  organisation,
  closedAt,
  kind,
  reason,
  revisionId,
}: Prisma.InitiativeClosureGetPayload<{ select: typeof closureSelect }>): Closure {
  return {
    kind,
    reason,
    revisionId,
    organisationName: organisation?.name ?? null,
    closedAt: closedAt.toISOString(),
  }
}

/** What was merged into this initiative, latest first. */
export async function listMergedInto(initiativeId: string): Promise<MergedIn[]> {
  const rows = await db.initiativeClosure.findMany({
    where: { intoId: initiativeId },
    select: {
      closedAt: true,
      revision: { select: { title: true, number: true } },
      initiative: {
        select: {
          slug: true,
          assessments: { where: { status: 'submitted' }, select: { id: true }, take: 1 },
        },
      },
    },
    orderBy: [{ closedAt: 'desc' }, { initiativeId: 'asc' }],
    take: MAX_MERGED,
  })
  return rows.map(({ closedAt, revision, initiative }) => ({
    slug: initiative.slug,
    title: revision.title,
    number: revision.number,
    closedAt: closedAt.toISOString(),
    isJudged: initiative.assessments.length > 0,
  }))
}

/** Of which initiative this one was a part; null when that was never public. */
async function getSplitFrom(initiativeId: string): Promise<{ slug: string; title: string } | null> {
  const title = { select: { title: true } } as const
  const row = await db.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      splitFrom: {
        select: {
          slug: true,
          publishedRevision: title,
          closure: { select: { revision: title } },
        },
      },
    },
  })
  const from = row?.splitFrom
  const shown = from?.publishedRevision ?? from?.closure?.revision
  return from && shown ? { slug: from.slug, title: shown.title } : null
}

async function getRelated(initiativeId: string) {
  const [merged, splitFrom] = await Promise.all([
    listMergedInto(initiativeId),
    getSplitFrom(initiativeId),
  ])
  return { merged, splitFrom }
}

/** What readers find at an address; null when nothing was ever public there. */
export async function getPlace(slug: string): Promise<Place | null> {
  const open = await getPublishedInitiative(slug)
  if (open) return { kind: 'open', initiative: open, ...(await getRelated(open.id)) }
  const row = await db.initiativeClosure.findFirst({
    where: { initiative: { slug } },
    select: { ...closureSelect, initiativeId: true, revision: { select: { title: true } } },
  })
  if (!row) return null
  if (row.kind === 'merged') {
    const to = (await listMoved([slug])).get(slug)
    return to === undefined ? null : { kind: 'moved', slug: to }
  }
  const closure = toClosure(row)
  if (row.kind === 'withdrawn')
    return { kind: 'withdrawn', slug, title: row.revision.title, closure }
  const initiative = await getRevisionAsInitiative(row.revisionId)
  return (
    initiative && {
      kind: 'archived',
      initiative,
      closure,
      ...(await getRelated(row.initiativeId)),
    }
  )
}

/** An initiative that is or was public, by its id; null for any other. */
export async function getClosingTarget(initiativeId: string): Promise<ClosingTarget | null> {
  if (!z.uuid().safeParse(initiativeId).success) return null
  const version = {
    select: { title: true, createdById: true, regions: { select: { regionId: true }, take: 500 } },
  } as const
  const row = await db.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      slug: true,
      organisationId: true,
      organisation: { select: { name: true, ...actingRegionFields } },
      publishedRevision: version,
      closure: { select: { ...closureSelect, revision: version } },
    },
  })
  const shown = row?.publishedRevision ?? row?.closure?.revision
  if (!row || !shown) return null
  const { organisation, closure } = row
  return {
    initiativeId,
    slug: row.slug,
    title: shown.title,
    organisationId: row.organisationId,
    organisationName: organisation.name,
    isPublished: row.publishedRevision !== null,
    createdById: shown.createdById,
    regionIds: [...shown.regions.map(({ regionId }) => regionId), ...actingRegionsOf(organisation)],
    closure: closure && { ...toClosure(closure), organisationId: closure.organisationId },
  }
}

/** What has to end first; null when nothing has. */
export async function getHindrance(
  initiativeId: string,
  client: Transaction | typeof db = db,
): Promise<Hindrance | null> {
  const [submitted, round] = await Promise.all([
    client.initiativeRevision.count({ where: { initiativeId, status: 'submitted' } }),
    client.assessmentRound.count({ where: { initiativeId, status: 'open' } }),
  ])
  if (submitted > 0) return 'submitted'
  return round > 0 ? 'round' : null
}
