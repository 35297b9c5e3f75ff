import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { listRegionEditors } from './data'
import type { RoundInput } from './schema'

/**
 * Saves the days of a round and who writes. 'conflict' when someone else saved first; 'unknown' for
 * a measure of another region or a person who does not edit this one, which no form offers.
 */
export async function saveRound(
  input: RoundInput & { actorId: string },
): Promise<'conflict' | 'unknown' | null> {
  const { regionId, year, version, writers, actorId } = input
  return db.$transaction(async (tx) => {
    const chosen = writers.flatMap(({ measure, writer }) =>
      writer === '' ? [] : [{ measureId: measure, userId: writer }],
    )
    const editors = new Set((await listRegionEditors(regionId, tx)).map(({ id }) => id))
    const measures = await tx.policyMeasure.count({
      where: { id: { in: chosen.map(({ measureId }) => measureId) }, goal: { regionId } },
    })
    if (measures !== chosen.length || chosen.some(({ userId }) => !editors.has(userId)))
      return 'unknown' as const
    const days = {
      expectationsOn: fromCalendarDate(input.expectationsOn),
      valuesOn: fromCalendarDate(input.valuesOn),
      verdictsOn: fromCalendarDate(input.verdictsOn),
      councilOn: fromCalendarDate(input.councilOn),
    }
    const { count } =
      version === 0
        ? await tx.policyRound.createMany({
            data: { regionId, year, ...days },
            skipDuplicates: true,
          })
        : await tx.policyRound.updateMany({
            where: { regionId, year, version },
            data: { ...days, version: version + 1 },
          })
    if (count === 0) return 'conflict' as const
    const { id: roundId } = await tx.policyRound.findUniqueOrThrow({
      where: { regionId_year: { regionId, year } },
      select: { id: true },
    })
    await tx.policyRoundWriter.deleteMany({ where: { roundId } })
    await tx.policyRoundWriter.createMany({ data: chosen.map((row) => ({ roundId, ...row })) })
    await saveAuditEvent(tx, {
      actorId,
      action: 'policyRound.save',
      objectType: 'region',
      objectId: regionId,
      detail: { year },
    })
    return null
  })
}
