import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { MAX_PEOPLE, SEAT, UUID } from './data'
import type { Present } from './rules'
import type { Refusal } from './types'

/** Who takes part in a round, with the region and constituency they bring. */
export async function listPresent(tx: Transaction, roundId: string): Promise<Present[]> {
  const rows = await tx.assessmentInvitation.findMany({
    where: { roundId, state: { in: ['invited', 'accepted'] } },
    select: { assessor: { select: SEAT } },
    orderBy: { id: 'asc' },
    take: MAX_PEOPLE,
  })
  return rows.map(({ assessor }) => ({
    constituency: assessor.constituency,
    regionId: assessor.memberships[0]?.organisation.regionId ?? null,
  }))
}

/** The organisation for which someone was asked. */
export async function organisationOfInvitation(
  tx: Transaction,
  invitationId: string,
): Promise<string> {
  const { assessor } = await tx.assessmentInvitation.findUniqueOrThrow({
    where: { id: invitationId },
    select: { assessor: { select: SEAT } },
  })
  return assessor.memberships[0]?.organisation.name ?? ''
}

/** How this person's refusal in a round was dealt with; null without one. */
export async function getRefusal(assessorId: string, roundId: string): Promise<Refusal | null> {
  if (!UUID.test(roundId)) return null
  const row = await db.assessmentInvitation.findFirst({
    where: { assessorId, roundId, state: { in: ['declined', 'conflict'] } },
    select: {
      replacedBy: { select: { id: true } },
      round: {
        select: { initiative: { select: { publishedRevision: { select: { title: true } } } } },
      },
    },
    orderBy: { id: 'asc' },
  })
  const title = row?.round.initiative.publishedRevision?.title
  return row === null || title === undefined ? null : { title, replaced: row.replacedBy !== null }
}
