import 'server-only'
import { db } from '@/lib/base/db/db'
import {
  assessmentFields,
  assessmentSelect,
  expectationFields,
  expectationSelect,
  measurementFields,
  measurementSelect,
  reactionFields,
  reactionSelect,
  verdictFields,
  verdictSelect,
} from './content.rules'
import { recordKey } from './rules'
import type { Fields, LedgerKind } from './types'

type Row = Fields & { id?: string }

const READ: Readonly<Record<LedgerKind, (ids: string[]) => Promise<Row[]>>> = {
  expectation: async (ids) =>
    (
      await db.policyExpectation.findMany({
        where: { id: { in: ids }, signedAt: { not: null } },
        select: expectationSelect,
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(expectationFields),
  verdict: async (ids) =>
    (
      await db.policyVerdict.findMany({
        where: { id: { in: ids }, signedAt: { not: null } },
        select: verdictSelect,
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(verdictFields),
  reaction: async (ids) =>
    (
      await db.verdictReaction.findMany({
        where: { id: { in: ids } },
        select: reactionSelect,
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(reactionFields),
  assessment: async (ids) =>
    (
      await db.assessment.findMany({
        where: { id: { in: ids }, status: 'submitted' },
        select: assessmentSelect,
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(assessmentFields),
  measurement: async (ids) =>
    (
      await db.measurement.findMany({
        where: { id: { in: ids } },
        select: measurementSelect,
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(measurementFields),
}

/** The hashed fields of these records as they stand now, by recordKey; without those not there. */
export async function readContents(
  records: readonly { kind: LedgerKind; recordId: string }[],
): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>()
  for (const kind of Object.keys(READ) as LedgerKind[]) {
    const ids = records.filter((one) => one.kind === kind).map(({ recordId }) => recordId)
    if (ids.length === 0) continue
    for (const fields of await READ[kind](ids))
      found.set(recordKey({ kind, recordId: fields.id ?? '' }), fields)
  }
  return found
}
