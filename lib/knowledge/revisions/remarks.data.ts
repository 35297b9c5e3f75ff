import 'server-only'
import { db } from '@/lib/base/db/db'
import type { EarlierReason, Remarks } from './types'

const MAX_REASONS = 20

const remarksOf = (rows: readonly { field: string; text: string }[]): Remarks =>
  Object.fromEntries(rows.map(({ field, text }) => [field, text]))

const remarkRows = {
  select: { field: true, text: true },
  orderBy: { field: 'asc' },
} as const

/** What was said of each field the last time this version came back; empty when it never did. */
export async function getRemarks(revisionId: string): Promise<Remarks> {
  const last = await db.revisionReturn.findFirst({
    where: { revisionId },
    select: { remarks: remarkRows },
    orderBy: { returnedAt: 'desc' },
  })
  return remarksOf(last?.remarks ?? [])
}

/** Why this version and those before it came back or were made, newest first; at most 20. */
export async function listEarlierReasons(
  initiativeId: string,
  number: number,
): Promise<EarlierReason[]> {
  const [returns, changes] = await Promise.all([
    db.revisionReturn.findMany({
      where: { revision: { initiativeId, number: { lte: number } } },
      select: {
        reason: true,
        returnedAt: true,
        remarks: remarkRows,
        revision: { select: { number: true } },
      },
      orderBy: [{ returnedAt: 'desc' }, { id: 'desc' }],
      take: MAX_REASONS,
    }),
    db.initiativeRevision.findMany({
      where: { initiativeId, number: { lt: number }, changeReason: { not: '' } },
      select: { number: true, changeReason: true, submittedAt: true, createdAt: true },
      orderBy: { number: 'desc' },
      take: MAX_REASONS,
    }),
  ])
  const reasons: EarlierReason[] = [
    ...returns.map(({ reason, returnedAt, remarks, revision }) => ({
      kind: 'returned' as const,
      number: revision.number,
      at: returnedAt,
      reason,
      remarks: remarksOf(remarks),
    })),
    ...changes.map(({ number, changeReason, submittedAt, createdAt }) => ({
      kind: 'changed' as const,
      number,
      at: submittedAt ?? createdAt,
      reason: changeReason,
      remarks: {},
    })),
  ]
  return reasons.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MAX_REASONS)
}
