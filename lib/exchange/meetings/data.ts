import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import type { MeetingSummary, MeetingView } from './types'

const MAX_LISTED = 200
const MAX_PARTS = 100

const SUMMARY = {
  id: true,
  slug: true,
  title: true,
  text: true,
  startsAt: true,
  endsAt: true,
  place: true,
  link: true,
  seats: true,
  cancelReason: true,
  outcome: true,
  sequence: true,
  updatedAt: true,
  isExample: true,
  organisation: { select: { name: true } },
  _count: { select: { participants: true } },
} as const satisfies Prisma.MeetingSelect

function toSummary(row: Prisma.MeetingGetPayload<{ select: typeof SUMMARY }>): MeetingSummary {
  const { id, slug, title, text, place, seats, cancelReason, outcome, sequence, isExample } = row
  return {
    id,
    slug,
    title,
    text,
    place,
    seats,
    cancelReason,
    outcome,
    sequence,
    isExample,
    organisation: row.organisation.name,
    online: row.link !== null,
    taken: row._count.participants,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** Meetings that are not over, nearest first, including cancelled ones. */
export async function listUpcoming(now: Date): Promise<MeetingSummary[]> {
  return (
    await db.meeting.findMany({
      where: { endsAt: { gt: now } },
      select: SUMMARY,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: MAX_LISTED,
    })
  ).map(toSummary)
}

/** Past meetings, latest first. */
export async function listHeld(now: Date): Promise<MeetingSummary[]> {
  return (
    await db.meeting.findMany({
      where: { endsAt: { lte: now }, cancelledAt: null },
      select: SUMMARY,
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: MAX_LISTED,
    })
  ).map(toSummary)
}

const titled = (initiative: { slug: string; publishedRevision: { title: string } | null }) => ({
  slug: initiative.slug,
  title: initiative.publishedRevision?.title ?? initiative.slug,
})
const INITIATIVE = {
  select: { slug: true, publishedRevision: { select: { title: true } } },
} as const

const VIEW = {
  ...SUMMARY,
  organisationId: true,
  version: true,
  agenda: {
    where: { initiative: { publishedRevisionId: { not: null } } },
    select: { initiative: INITIATIVE },
    orderBy: { position: 'asc' },
    take: MAX_PARTS,
  },
  materials: {
    select: { id: true, title: true, url: true, file: { select: { name: true, sizeBytes: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_PARTS,
  },
  credits: {
    select: {
      id: true,
      text: true,
      adoption: { select: { organisation: { select: { name: true } }, initiative: INITIATIVE } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_PARTS,
  },
  participants: {
    select: {
      userId: true,
      user: {
        select: {
          name: true,
          memberships: {
            select: { organisation: { select: { name: true } } },
            orderBy: { organisationId: 'asc' },
            take: 1,
          },
        },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    take: MAX_LISTED,
  },
} as const satisfies Prisma.MeetingSelect

type ViewRow = Prisma.MeetingGetPayload<{ select: typeof VIEW }>

const toView = (row: ViewRow): MeetingView => ({
  ...toSummary(row),
  organisationId: row.organisationId,
  version: row.version,
  link: row.link,
  materials: row.materials,
  agenda: row.agenda.map(({ initiative }) => titled(initiative)),
  credits: row.credits.map(({ adoption, ...credit }) => ({
    ...credit,
    adoption: adoption && {
      organisation: adoption.organisation.name,
      initiative: titled(adoption.initiative),
    },
  })),
  people: row.participants.map(({ userId, user }) => ({
    userId,
    name: user.name,
    organisation: user.memberships[0]?.organisation.name ?? null,
  })),
})

/** A meeting with everything; the caller hides what a reader may not see. */
export async function getMeetingBySlug(slug: string): Promise<MeetingView | null> {
  const row = await db.meeting.findUnique({ where: { slug }, select: VIEW })
  return row && toView(row)
}

/** The same by id. */
export async function getMeeting(id: string): Promise<MeetingView | null> {
  const row = await db.meeting.findUnique({ where: { id }, select: VIEW })
  return row && toView(row)
}

/** The ids of these published initiatives, in order; null for an unknown one. */
export async function findAgenda(slugs: readonly string[]): Promise<(string | null)[]> {
  const rows = await db.initiative.findMany({
    where: { slug: { in: [...slugs] }, publishedRevisionId: { not: null } },
    select: { id: true, slug: true },
    orderBy: { id: 'asc' },
    take: MAX_PARTS,
  })
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return slugs.map((slug) => ids.get(slug) ?? null)
}

/** Adoptions of initiatives on the agenda that are not credited yet. */
export async function listCreditable(
  meetingId: string,
): Promise<{ id: string; organisation: string; title: string }[]> {
  const rows = await db.adoption.findMany({
    where: {
      initiative: { publishedRevisionId: { not: null }, meetings: { some: { meetingId } } },
      meetings: { none: { meetingId } },
    },
    select: { id: true, organisation: { select: { name: true } }, initiative: INITIATIVE },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_PARTS,
  })
  return rows.map(({ id, organisation, initiative }) => ({
    id,
    organisation: organisation.name,
    title: titled(initiative).title,
  }))
}

/** The file of a material, or null. As public as the meeting. */
export async function getMaterialFile(
  materialId: string,
): Promise<{ name: string; mediaType: string; content: Uint8Array } | null> {
  if (!z.uuid().safeParse(materialId).success) return null
  return db.meetingFile.findUnique({
    where: { materialId },
    select: { name: true, mediaType: true, content: true },
  })
}
