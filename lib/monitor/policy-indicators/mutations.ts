import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { getPolicyIndicator } from './data'
import type { PolicyIndicatorInput } from './schema'

interface Holder {
  goalId: string | null
  measureId: string | null
}

/** The goal or measure that is named, when it is of this region. @throws AppError NOT_FOUND */
async function requireHolder(tx: Transaction, of: string, regionId: string): Promise<Holder> {
  const [kind, id = ''] = of.split(' ')
  const found =
    kind === 'goal'
      ? await tx.policyGoal.count({ where: { id, regionId } })
      : await tx.policyMeasure.count({ where: { id, goal: { regionId } } })
  if (found === 0) throw new AppError('NOT_FOUND')
  return { goalId: kind === 'goal' ? id : null, measureId: kind === 'goal' ? null : id }
}

async function writeValues(
  tx: Transaction,
  indicatorId: string,
  values: PolicyIndicatorInput['values'],
): Promise<void> {
  await tx.policyIndicatorValue.deleteMany({ where: { indicatorId } })
  await tx.policyIndicatorValue.createMany({
    data: values.flatMap(({ year, value }) =>
      year === null || value === null ? [] : [{ indicatorId, year, value }],
    ),
  })
}

const columnsOf = (input: PolicyIndicatorInput) => ({
  label: input.indicatorLabel,
  unit: input.indicatorUnit,
  lowerIsBetter: input.lowerIsBetter,
  baselineValue: input.baselineValue,
  baselineYear: input.baselineYear,
  targetValue: input.targetValue,
  targetYear: input.targetYear,
  sourceTitle: input.indicatorSource,
})

/**
 * Saves an indicator of a goal or measure of the region, with its values per year.
 * 'conflict' when someone else saved first; sent twice, a new one is saved once.
 * @throws AppError NOT_FOUND for a goal, measure or indicator of another region
 */
export async function savePolicyIndicator(
  input: PolicyIndicatorInput & { actorId: string },
): Promise<'conflict' | null> {
  const { indicatorId: id, regionId, version, actorId } = input
  return db.$transaction(async (tx) => {
    const holder = await requireHolder(tx, input.indicatorOf, regionId)
    if (version === undefined) {
      const position = await tx.policyIndicator.count({ where: holder })
      const { count } = await tx.policyIndicator.createMany({
        data: { ...columnsOf(input), ...holder, id, position: position + 1 },
        skipDuplicates: true,
      })
      if (count === 0) {
        if ((await getPolicyIndicator(id, tx))?.regionId !== regionId)
          throw new AppError('NOT_FOUND')
        return null
      }
    } else {
      if ((await getPolicyIndicator(id, tx))?.regionId !== regionId) throw new AppError('NOT_FOUND')
      const { count } = await tx.policyIndicator.updateMany({
        where: { id, version },
        data: { ...columnsOf(input), ...holder, version: version + 1 },
      })
      if (count === 0) return 'conflict' as const
    }
    await writeValues(tx, id, input.values)
    await saveAuditEvent(tx, {
      actorId,
      action: version === undefined ? 'policyIndicator.create' : 'policyIndicator.save',
      objectType: 'region',
      objectId: regionId,
      detail: { indicatorId: id },
    })
    return null
  })
}
