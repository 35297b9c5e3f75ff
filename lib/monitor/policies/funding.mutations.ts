import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import type { FundingInput } from './schema'
import {
  type OptionalInitiative,
  requireMeasures,
  type SavedRow,
  saveVersion,
  termId,
} from './mutations'

async function fundingData(tx: Transaction, funding: OptionalInitiative<FundingInput>) {
  return {
    measureId: funding.fundingMeasureId,
    typeId: await termId(tx, 'funding_type', funding.fundingType),
    provider: funding.provider,
    amountEuro: funding.amount,
    amountQualifier: funding.amount === null ? null : funding.amountQualifier,
    overlap: funding.overlap,
    startsOn: fromCalendarDate(funding.fundingStartsOn),
    endsOn: fromCalendarDate(funding.fundingEndsOn),
    purpose: funding.purpose,
    alignmentId: await termId(tx, 'subsidy_alignment', funding.alignment),
    alignmentNote: funding.alignmentNote,
    afterFundingPlan: funding.afterFundingPlan,
    sourceTitle: funding.fundingSourceTitle,
    sourceUrl: funding.fundingSourceUrl,
  }
}

/** Saves funding in euros, or 'conflict'. Throws NOT_FOUND: a measure outside `regionIds`. */
export async function saveFunding(input: {
  funding: OptionalInitiative<FundingInput>
  regionIds: readonly string[]
  actorId: string
}): Promise<SavedRow | 'conflict'> {
  const { funding, regionIds, actorId } = input
  const { fundingId: id, version, fundingMeasureId } = funding
  const initiativeId = funding.initiativeId ?? null
  return db.$transaction(async (tx) => {
    if (fundingMeasureId !== null) await requireMeasures(tx, [fundingMeasureId], regionIds)
    const data = await fundingData(tx, funding)
    if (version !== undefined) {
      const saved = await saveVersion(version, (next) =>
        tx.funding.updateMany({
          where: { id, initiativeId, version },
          data: { ...data, version: next },
        }),
      )
      if (saved === 'conflict') return saved
      await saveAuditEvent(tx, {
        actorId,
        action: 'funding.save',
        objectType: 'funding',
        objectId: id,
        detail: { initiativeId, version: saved },
      })
      return { id, version: saved }
    }
    const { count } = await tx.funding.createMany({
      data: { ...data, id, initiativeId },
      skipDuplicates: true,
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'funding.create',
        objectType: 'funding',
        objectId: id,
        detail: { initiativeId },
      })
    return { id, version: 1 }
  })
}

/** Removes funding of this initiative. Returns 'conflict' when someone else changed it first. */
export async function deleteFunding(input: {
  fundingId: string
  initiativeId: string | null
  version: number
  actorId: string
}): Promise<'conflict' | null> {
  const { fundingId: id, initiativeId, version, actorId } = input
  return db.$transaction(async (tx) => {
    const { count } = await tx.funding.deleteMany({ where: { id, initiativeId, version } })
    if (count === 0) return 'conflict' as const
    await saveAuditEvent(tx, {
      actorId,
      action: 'funding.delete',
      objectType: 'funding',
      objectId: id,
      detail: { initiativeId },
    })
    return null
  })
}
