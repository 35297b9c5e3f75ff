import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import type { Handover, HandoverFault } from './types'

const MAX_OFFERS = 100

const select = {
  initiativeId: true,
  toId: true,
  message: true,
  createdAt: true,
  to: { select: { name: true } },
  initiative: {
    select: {
      slug: true,
      organisationId: true,
      organisation: { select: { name: true } },
      revisions: { select: { title: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  },
} satisfies Prisma.InitiativeHandoverSelect

function toHandover({
  to,
  initiative: { organisation, organisationId, revisions, slug },
  ...row
}: Prisma.InitiativeHandoverGetPayload<{ select: typeof select }>): Handover {
  return {
    ...row,
    slug,
    toName: to.name,
    fromId: organisationId,
    fromName: organisation.name,
    title: revisions[0]?.title ?? slug,
  }
}

/** The offer of this initiative; null when there is none. */
export async function getHandover(initiativeId: string): Promise<Handover | null> {
  if (!z.uuid().safeParse(initiativeId).success) return null
  const row = await db.initiativeHandover.findUnique({ where: { initiativeId }, select })
  return row && toHandover(row)
}

/** Offers that wait for an answer of these organisations, oldest first. */
export async function listOffers(organisationIds: readonly string[]): Promise<Handover[]> {
  if (organisationIds.length === 0) return []
  const rows = await db.initiativeHandover.findMany({
    where: { toId: { in: [...organisationIds] } },
    select,
    orderBy: [{ createdAt: 'asc' }, { initiativeId: 'asc' }],
    take: MAX_OFFERS,
  })
  return rows.map(toHandover)
}

/** Why this organisation cannot take it over now; null when it can. */
export async function getHandoverFault(
  { initiativeId, toId }: { initiativeId: string; toId: string },
  client: Transaction | typeof db = db,
): Promise<HandoverFault | null> {
  const [rounds, adoptions] = await Promise.all([
    client.assessmentRound.count({ where: { initiativeId, status: 'open' } }),
    client.adoption.count({ where: { initiativeId, organisationId: toId } }),
  ])
  if (adoptions > 0) return 'adopted'
  return rounds > 0 ? 'round' : null
}
