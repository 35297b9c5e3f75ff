import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { dueCheckins } from './rules'
import type { AdoptionRow, AdoptionWork } from './types'
import { MAX_LISTED, PUBLIC, toPublic } from './data'

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

/** A published initiative to adopt, or null. */
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

/** A target group, or null; a merged one is its successor. */
export async function findGroup(slug: string): Promise<{ id: string; labelNl: string } | null> {
  const select = { id: true, labelNl: true } as const
  const found = await db.term.findUnique({
    where: { vocabulary_slug: { vocabulary: 'target_group', slug } },
    select: { ...select, replacedBy: { select } },
  })
  if (!found) return null
  const { replacedBy, ...group } = found
  return replacedBy ?? group
}

const writers = (organisationId: string): Prisma.UserWhereInput => ({
  disabledAt: null,
  memberships: { some: { organisationId, role: { in: ['editor', 'manager'] } } },
})

/** The writers of this organisation, by name. */
export async function listWriters(organisationId: string): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({
    where: writers(organisationId),
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_LISTED,
  })
}

/** Adoptions of and from these organisations, with what is pending. */
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
