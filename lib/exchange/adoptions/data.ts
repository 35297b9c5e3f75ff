import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { CHECKIN_MONTHS } from './rules'
import type { PublicAdoption } from './types'

export const MAX_LISTED = 500

export const PUBLIC = {
  id: true,
  status: true,
  goal: true,
  kept: true,
  changed: true,
  dropped: true,
  reason: true,
  legalChecks: true,
  cost: true,
  startsOn: true,
  stoppedOn: true,
  stopReason: true,
  isExample: true,
  initiative: {
    select: {
      slug: true,
      organisationId: true,
      organisation: { select: { name: true } },
      publishedRevision: { select: { title: true } },
    },
  },
  organisation: {
    select: { name: true, region: { select: { slug: true, code: true, name: true } } },
  },
  ownInitiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
  targetGroup: { select: { slug: true, labelNl: true, labelEn: true } },
  checkins: {
    select: { month: true, result: true, lesson: true, createdAt: true },
    orderBy: { month: 'asc' },
    take: CHECKIN_MONTHS.length,
  },
} as const satisfies Prisma.AdoptionSelect

type PublicRow = Prisma.AdoptionGetPayload<{ select: typeof PUBLIC }>

const isMonth = (month: number) => CHECKIN_MONTHS.find((one) => one === month)

/** The public part of an adoption. */
export function toPublic({
  initiative,
  organisation,
  ownInitiative,
  targetGroup,
  checkins,
  startsOn,
  stoppedOn,
  ...row
}: PublicRow): PublicAdoption {
  return {
    id: row.id,
    status: row.status,
    goal: row.goal,
    kept: row.kept,
    changed: row.changed,
    dropped: row.dropped,
    reason: row.reason,
    legalChecks: row.legalChecks,
    cost: row.cost,
    stopReason: row.stopReason,
    isExample: row.isExample,
    initiative: {
      slug: initiative.slug,
      title: initiative.publishedRevision?.title ?? initiative.slug,
    },
    own: ownInitiative?.publishedRevision
      ? { slug: ownInitiative.slug, title: ownInitiative.publishedRevision.title }
      : null,
    organisation: organisation.name,
    region: organisation.region,
    group: targetGroup,
    startsOn: toCalendarDate(startsOn),
    stoppedOn: toCalendarDate(stoppedOn),
    checkins: checkins.flatMap(({ month, createdAt, ...texts }) => {
      const known = isMonth(month)
      return known === undefined ? [] : [{ ...texts, month: known, on: toCalendarDate(createdAt) }]
    }),
  }
}

const isPublic = { initiative: { publishedRevisionId: { not: null } } } as const
const furthest = [
  { status: 'desc' as const },
  { createdAt: 'asc' as const },
  { id: 'asc' as const },
]

/** Public adoptions of an initiative, by status, latest first. */
export async function listAdoptionsOf(initiativeId: string): Promise<PublicAdoption[]> {
  return (
    await db.adoption.findMany({
      where: { initiativeId, ...isPublic },
      select: PUBLIC,
      orderBy: furthest,
      take: MAX_LISTED,
    })
  ).map(toPublic)
}

async function listBelow(regionId: string): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE below AS (
      SELECT ${regionId}::uuid AS id
      UNION
      SELECT l.child_id
      FROM below b
      JOIN region_link l ON l.parent_id = b.id AND l.is_primary AND l.valid_to_year IS NULL
    )
    SELECT id::text
    FROM below`
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)
}

/** Adoptions by organisations in this region or one below it. */
export async function listAdoptionsIn(regionId: string): Promise<PublicAdoption[]> {
  const ids = await listBelow(regionId)
  return (
    await db.adoption.findMany({
      where: { organisation: { regionId: { in: ids } }, ...isPublic },
      select: PUBLIC,
      orderBy: furthest,
      take: MAX_LISTED,
    })
  ).map(toPublic)
}

/** Adoptions elsewhere of initiatives that belong to this region or one below it. */
export async function listAdoptionsFrom(regionId: string): Promise<PublicAdoption[]> {
  const ids = await listBelow(regionId)
  const initiative: Prisma.InitiativeWhereInput = {
    ...isPublic.initiative,
    OR: [
      { organisation: { regionId: { in: ids } } },
      { publishedRevision: { regions: { some: { regionId: { in: ids } } } } },
    ],
  }
  const elsewhere: Prisma.OrganisationWhereInput = {
    OR: [{ regionId: null }, { regionId: { notIn: ids } }],
  }
  return (
    await db.adoption.findMany({
      where: { initiative, organisation: elsewhere },
      select: PUBLIC,
      orderBy: furthest,
      take: MAX_LISTED,
    })
  ).map(toPublic)
}

/** Published initiatives that may be the result of an adoption by this organisation. */
export async function listOwnInitiatives(
  organisationId: string,
  adoptionId: string,
): Promise<{ id: string; title: string }[]> {
  const rows = await db.initiative.findMany({
    where: {
      organisationId,
      publishedRevisionId: { not: null },
      OR: [{ adoptedFrom: null }, { adoptedFrom: { id: adoptionId } }],
    },
    select: { id: true, slug: true, publishedRevision: { select: { title: true } } },
    orderBy: { slug: 'asc' },
    take: MAX_LISTED,
  })
  return rows.map(({ id, slug, publishedRevision }) => ({
    id,
    title: publishedRevision?.title ?? slug,
  }))
}

/** All public adoptions, for the open data, or those of one initiative. */
export async function listOpenAdoptions(slug: string | undefined): Promise<PublicAdoption[]> {
  const initiative = { ...isPublic.initiative, ...(slug !== undefined && { slug }) }
  return (
    await db.adoption.findMany({
      where: { initiative },
      select: PUBLIC,
      orderBy: furthest,
      take: MAX_LISTED,
    })
  ).map(toPublic)
}
