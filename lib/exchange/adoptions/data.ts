import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { AdoptionStatus } from '@/generated/prisma/enums'
import { db } from '@/lib/base/db/db'
import { toCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { CHECKIN_MONTHS, dueCheckins } from './rules'
import type { AdoptionRow, AdoptionWork, Family, PublicAdoption } from './types'

const MAX_LISTED = 500

const PUBLIC = {
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

function toPublic({
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
    checkins: checkins.flatMap(({ month, createdAt, ...words }) => {
      const known = isMonth(month)
      return known === undefined ? [] : [{ ...words, month: known, on: toCalendarDate(createdAt) }]
    }),
  }
}

const isPublic = { initiative: { publishedRevisionId: { not: null } } } as const
const furthest = [
  { status: 'desc' as const },
  { createdAt: 'asc' as const },
  { id: 'asc' as const },
]

/** Who adopts this initiative, as everyone may see it: the latest status first. */
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

/** This region and those below it. */
async function listBelow(regionId: string): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE below AS (
      SELECT ${regionId}::uuid AS id UNION SELECT l.child_id FROM below b JOIN region_link l ON l.parent_id = b.id AND l.is_primary AND l.valid_to_year IS NULL
    ) SELECT id::text FROM below`
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)
}

/** What organisations in this region, or in a region below it, adopt. */
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

/** What organisations elsewhere adopt from this region or one below it: of its organisations, or of an initiative that it takes part in. */
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

const MAX_DEPTH = 8
const regionParts = { slug: z.string(), code: z.string(), name: z.string() }
const memberRow = z.object({
  id: z.string().nullable(),
  parentId: z.string().nullable(),
  depth: z.number(),
  organisation: z.string(),
  region: z.object(regionParts).nullable(),
  status: z.enum(AdoptionStatus).nullable(),
  startsOn: z.date().nullable(),
  slug: z.string().nullable(),
  title: z.string().nullable(),
  isHere: z.boolean(),
})

/**
 * The family of an initiative: from the one it goes back to, through every adoption that became an initiative of its own. Null when
 * nobody adopted it and it came from nowhere. The root comes first and carries no adoption of its own.
 */
export async function getFamily(initiativeId: string): Promise<Family | null> {
  const rows = z.array(memberRow).parse(
    await db.$queryRaw`
    WITH RECURSIVE up AS (
      SELECT i.id, 0 AS depth FROM initiative i WHERE i.id = ${initiativeId}::uuid AND i.published_revision_id IS NOT NULL
      UNION ALL SELECT p.id, u.depth + 1 FROM up u JOIN adoption a ON a.own_initiative_id = u.id JOIN initiative p ON p.id = a.initiative_id AND p.published_revision_id IS NOT NULL WHERE u.depth < ${MAX_DEPTH}
    ), down AS (
      SELECT NULL::uuid AS adoption_id, NULL::uuid AS parent_id, id AS own_id, 0 AS depth, ARRAY[]::text[] AS place FROM (SELECT id FROM up ORDER BY depth DESC LIMIT 1) root
      UNION ALL SELECT a.id, d.adoption_id, i.id, d.depth + 1, d.place || to_char(a.created_at, 'YYYYMMDDHH24MISSMS') || a.id::text
      FROM down d JOIN adoption a ON a.initiative_id = d.own_id LEFT JOIN initiative i ON i.id = a.own_initiative_id AND i.published_revision_id IS NOT NULL WHERE d.depth < ${MAX_DEPTH}
    )
    SELECT d.adoption_id::text AS id, d.parent_id::text AS "parentId", d.depth, o.name AS organisation,
      CASE WHEN g.id IS NULL THEN NULL ELSE json_build_object('slug', g.slug, 'code', g.code, 'name', g.name) END AS region,
      a.status::text AS status, a.starts_on AS "startsOn", i.slug, r.title, coalesce(i.id = ${initiativeId}::uuid, false) AS "isHere"
    FROM down d LEFT JOIN adoption a ON a.id = d.adoption_id LEFT JOIN initiative i ON i.id = d.own_id LEFT JOIN initiative_revision r ON r.id = i.published_revision_id
    JOIN organisation o ON o.id = coalesce(a.organisation_id, i.organisation_id) LEFT JOIN region g ON g.id = o.region_id
    ORDER BY d.place LIMIT ${MAX_LISTED}`,
  )
  const [root, ...rest] = rows
  if (root?.slug == null || root.title === null || rest.length === 0) return null
  return {
    root: {
      slug: root.slug,
      title: root.title,
      organisation: root.organisation,
      region: root.region,
      isHere: root.isHere,
    },
    members: rest.flatMap(({ id, slug, title, status, startsOn, ...row }) =>
      id === null || status === null
        ? []
        : [
            {
              ...row,
              id,
              status,
              startsOn: toCalendarDate(startsOn),
              own: slug === null || title === null ? null : { slug, title },
            },
          ],
    ),
  }
}

/** Published initiatives of this organisation that could have come of an adoption: those that did not come of another one. */
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

/** Everything that is public, for the open data; with a slug of one initiative alone. */
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

/** An adoption with question, answer and holder, or null. */
export async function getAdoption(id: string): Promise<AdoptionWork | null> {
  const row = await db.adoption.findUnique({
    where: { id },
    select: {
      ...PUBLIC,
      version: true,
      initiativeId: true,
      organisationId: true,
      ownInitiativeId: true,
      question: true,
      answer: true,
      answeredAt: true,
      holder: { select: { id: true, name: true } },
      answeredBy: { select: { name: true } },
    },
  })
  if (!row) return null
  return {
    ...toPublic(row),
    version: row.version,
    ownInitiativeId: row.ownInitiativeId,
    initiativeId: row.initiativeId,
    organisationId: row.organisationId,
    ownerOrganisationId: row.initiative.organisationId,
    ownerOrganisation: row.initiative.organisation.name,
    holder: row.holder,
    question: row.question,
    answer: row.answer,
    answeredBy: row.answeredBy?.name ?? null,
    answeredAt: row.answeredAt,
  }
}

/** A published initiative that could be adopted, or null. */
export async function getAdoptable(initiativeId: string): Promise<{
  initiativeId: string
  slug: string
  title: string
  ownerOrganisationId: string
} | null> {
  const row = await db.initiative.findUnique({
    where: { id: initiativeId },
    select: { slug: true, organisationId: true, publishedRevision: { select: { title: true } } },
  })
  return row?.publishedRevision
    ? {
        initiativeId,
        slug: row.slug,
        title: row.publishedRevision.title,
        ownerOrganisationId: row.organisationId,
      }
    : null
}

/** Id and name of a target group that is in use, or null. */
export async function findGroup(slug: string): Promise<{ id: string; labelNl: string } | null> {
  return db.term.findFirst({
    where: { vocabulary: 'target_group', slug, replacedById: null },
    select: { id: true, labelNl: true },
    orderBy: { id: 'asc' },
  })
}

const writers = (organisationId: string): Prisma.UserWhereInput => ({
  disabledAt: null,
  memberships: { some: { organisationId, role: { in: ['editor', 'manager'] } } },
})

/** Who can write for this organisation, by name. */
export async function listWriters(organisationId: string): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({
    where: writers(organisationId),
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_LISTED,
  })
}

/** Adoptions of and from these organisations, with what waits. */
export async function listAdoptionWork(
  organisationIds: readonly string[],
  today: CalendarDate,
): Promise<{ own: AdoptionRow[]; asked: AdoptionRow[] }> {
  const ids = [...organisationIds]
  const rows = await db.adoption.findMany({
    where: {
      OR: [{ organisationId: { in: ids } }, { initiative: { organisationId: { in: ids } } }],
    },
    select: { ...PUBLIC, organisationId: true, question: true, answer: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_LISTED,
  })
  const list = rows.map((row) => {
    const adoption = toPublic(row)
    const [dueMonth = null] = dueCheckins(
      { ...adoption, done: adoption.checkins.map(({ month }) => month) },
      today,
    )
    const waitsForAnswer = row.question !== '' && row.answer === null && row.status !== 'stopped'
    return {
      isOwn: ids.includes(row.organisationId),
      row: {
        id: row.id,
        title: adoption.initiative.title,
        organisation: adoption.organisation,
        ownerOrganisation: row.initiative.organisation.name,
        status: row.status,
        waitsForAnswer,
        dueMonth,
      },
    }
  })
  return {
    own: list.filter(({ isOwn }) => isOwn).map(({ row }) => row),
    asked: list.filter(({ isOwn }) => !isOwn).map(({ row }) => row),
  }
}
