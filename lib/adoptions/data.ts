import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db'
import { toCalendarDate, type CalendarDate } from '@/lib/platform/calendar'
import { CHECKIN_MONTHS, dueCheckins } from './rules'
import type { AdoptionRow, AdoptionWork, PublicAdoption } from './types'

const MAX_LISTED = 500

const PUBLIC = {
  id: true, status: true, goal: true, kept: true, changed: true, dropped: true, reason: true, legalChecks: true, cost: true, startsOn: true, stoppedOn: true, stopReason: true,
  initiative: { select: { slug: true, organisationId: true, organisation: { select: { name: true } }, publishedRevision: { select: { title: true } } } },
  organisation: { select: { name: true, region: { select: { slug: true, code: true, name: true } } } },
  targetGroup: { select: { slug: true, labelNl: true, labelEn: true } },
  checkins: { select: { month: true, result: true, lesson: true, createdAt: true }, orderBy: { month: 'asc' }, take: CHECKIN_MONTHS.length },
} as const satisfies Prisma.AdoptionSelect

type PublicRow = Prisma.AdoptionGetPayload<{ select: typeof PUBLIC }>

const isMonth = (month: number) => CHECKIN_MONTHS.find((one) => one === month)

function toPublic({ initiative, organisation, targetGroup, checkins, startsOn, stoppedOn, ...row }: PublicRow): PublicAdoption {
  return {
    id: row.id, status: row.status, goal: row.goal, kept: row.kept, changed: row.changed, dropped: row.dropped, reason: row.reason, legalChecks: row.legalChecks, cost: row.cost, stopReason: row.stopReason,
    initiative: { slug: initiative.slug, title: initiative.publishedRevision?.title ?? initiative.slug },
    organisation: organisation.name, region: organisation.region, group: targetGroup, startsOn: toCalendarDate(startsOn), stoppedOn: toCalendarDate(stoppedOn),
    checkins: checkins.flatMap(({ month, createdAt, ...words }) => {
      const known = isMonth(month)
      return known === undefined ? [] : [{ ...words, month: known, on: toCalendarDate(createdAt) }]
    }),
  }
}

const isPublic = { initiative: { publishedRevisionId: { not: null } } } as const
const furthest = [{ status: 'desc' as const }, { createdAt: 'asc' as const }, { id: 'asc' as const }]

/** Who adopts this initiative, as everyone may see it: the latest status first. */
export async function listAdoptionsOf(initiativeId: string): Promise<PublicAdoption[]> {
  return (await db.adoption.findMany({ where: { initiativeId, ...isPublic }, select: PUBLIC, orderBy: furthest, take: MAX_LISTED })).map(toPublic)
}

/** What organisations in this region, or in a region below it, adopt. */
export async function listAdoptionsIn(regionId: string): Promise<PublicAdoption[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE below AS (
      SELECT ${regionId}::uuid AS id UNION SELECT l.child_id FROM below b JOIN region_link l ON l.parent_id = b.id AND l.is_primary AND l.valid_to_year IS NULL
    ) SELECT id::text FROM below`
  const ids = z.array(z.object({ id: z.string() })).parse(rows).map(({ id }) => id)
  return (await db.adoption.findMany({ where: { organisation: { regionId: { in: ids } }, ...isPublic }, select: PUBLIC, orderBy: furthest, take: MAX_LISTED })).map(toPublic)
}

/** Everything that is public, for the open data; with a slug of one initiative alone. */
export async function listOpenAdoptions(slug: string | undefined): Promise<PublicAdoption[]> {
  const initiative = { ...isPublic.initiative, ...(slug !== undefined && { slug }) }
  return (await db.adoption.findMany({ where: { initiative }, select: PUBLIC, orderBy: furthest, take: MAX_LISTED })).map(toPublic)
}

/** An adoption with question, answer and holder, or null. */
export async function getAdoption(id: string): Promise<AdoptionWork | null> {
  const row = await db.adoption.findUnique({
    where: { id },
    select: {
      ...PUBLIC, version: true, initiativeId: true, organisationId: true, question: true, answer: true, answeredAt: true,
      holder: { select: { id: true, name: true } }, answeredBy: { select: { name: true } },
    },
  })
  if (!row) return null
  return {
    ...toPublic(row), version: row.version, initiativeId: row.initiativeId, organisationId: row.organisationId, ownerOrganisationId: row.initiative.organisationId,
    ownerOrganisation: row.initiative.organisation.name, holder: row.holder, question: row.question, answer: row.answer, answeredBy: row.answeredBy?.name ?? null, answeredAt: row.answeredAt,
  }
}

/** A published initiative that could be adopted, or null. */
export async function getAdoptable(initiativeId: string): Promise<{ initiativeId: string; slug: string; title: string; ownerOrganisationId: string } | null> {
  const row = await db.initiative.findUnique({ where: { id: initiativeId }, select: { slug: true, organisationId: true, publishedRevision: { select: { title: true } } } })
  return row?.publishedRevision ? { initiativeId, slug: row.slug, title: row.publishedRevision.title, ownerOrganisationId: row.organisationId } : null
}

/** Id and name of a target group that is in use, or null. */
export async function findGroup(slug: string): Promise<{ id: string; labelNl: string } | null> {
  return db.term.findFirst({ where: { vocabulary: 'target_group', slug, replacedById: null }, select: { id: true, labelNl: true }, orderBy: { id: 'asc' } })
}

const writers = (organisationId: string): Prisma.UserWhereInput => ({ disabledAt: null, memberships: { some: { organisationId, role: { in: ['editor', 'manager'] } } } })

/** Who can write for this organisation, by name. */
export async function listWriters(organisationId: string): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({ where: writers(organisationId), select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: MAX_LISTED })
}

/** Adoptions of and from these organisations, with what waits. */
export async function listAdoptionWork(organisationIds: readonly string[], today: CalendarDate): Promise<{ own: AdoptionRow[]; asked: AdoptionRow[] }> {
  const ids = [...organisationIds]
  const rows = await db.adoption.findMany({
    where: { OR: [{ organisationId: { in: ids } }, { initiative: { organisationId: { in: ids } } }] },
    select: { ...PUBLIC, organisationId: true, question: true, answer: true }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MAX_LISTED,
  })
  const list = rows.map((row) => {
    const adoption = toPublic(row)
    const [dueMonth = null] = dueCheckins({ ...adoption, done: adoption.checkins.map(({ month }) => month) }, today)
    const waitsForAnswer = row.question !== '' && row.answer === null && row.status !== 'stopped'
    return {
      isOwn: ids.includes(row.organisationId),
      row: { id: row.id, title: adoption.initiative.title, organisation: adoption.organisation, ownerOrganisation: row.initiative.organisation.name, status: row.status, waitsForAnswer, dueMonth },
    }
  })
  return { own: list.filter(({ isOwn }) => isOwn).map(({ row }) => row), asked: list.filter(({ isOwn }) => !isOwn).map(({ row }) => row) }
}
