import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyFollowers } from '@/lib/people/follows/mutations'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { toStoredFile, type SentFile } from '@/lib/base/http/sent-file'
import { askToReconsider } from '@/lib/judgement/reconsiderations/mutations'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import type { IndicatorInput, MeasurementInput } from './schema'

const POSITION_ATTEMPTS = 10

async function indicatorData(tx: Transaction, input: IndicatorInput) {
  const type = await tx.term.findUnique({
    where: { vocabulary_slug: { vocabulary: 'result_type', slug: input.resultType } },
    select: { id: true },
  })
  if (!type) throw new AppError('INVALID', `unknown result type ${input.resultType}`)
  const outcome =
    input.outcome === null
      ? null
      : await tx.term.findUnique({
          where: { vocabulary_slug: { vocabulary: 'outcome', slug: input.outcome } },
          select: { id: true },
        })
  if (input.outcome !== null && !outcome)
    throw new AppError('INVALID', `unknown outcome ${input.outcome}`)
  return {
    label: input.indicatorLabel,
    definition: input.indicatorDefinition,
    unit: input.unit,
    resultTypeId: type.id,
    outcomeId: outcome?.id ?? null,
    sourceTitle: input.indicatorSource,
    frequency: input.frequency,
    baselineValue: input.baselineValue,
    baselineOn: fromCalendarDate(input.baselineOn),
    baselineN: input.baselineN,
    baselineNote: input.baselineNote,
    targetValue: input.targetValue,
    targetOn: fromCalendarDate(input.targetOn),
    lowerIsBetter: input.lowerIsBetter,
  }
}

async function insertIndicator(
  tx: Transaction,
  id: string,
  initiativeId: string,
  data: Awaited<ReturnType<typeof indicatorData>>,
): Promise<boolean> {
  for (let attempt = 0; attempt < POSITION_ATTEMPTS; attempt += 1) {
    const { _max } = await tx.initiativeIndicator.aggregate({
      where: { initiativeId },
      _max: { position: true },
    })
    const row = { ...data, id, initiativeId, position: (_max.position ?? 0) + 1 + attempt }
    const { count } = await tx.initiativeIndicator.createMany({ data: row, skipDuplicates: true })
    if (count === 1) return true
    if ((await tx.initiativeIndicator.count({ where: { id, initiativeId } })) > 0) return false
  }
  throw new AppError('NOT_FOUND')
}

/**
 * Saves an indicator. 'conflict', or 'unitFixed' when measurements use another unit. Throws INVALID
 * for an unknown result type.
 */
export async function saveIndicator(input: {
  indicator: IndicatorInput
  actorId: string
}): Promise<'saved' | 'conflict' | 'unitFixed'> {
  const { indicator, actorId } = input
  const { indicatorId: id, initiativeId, version } = indicator
  return db.$transaction(async (tx) => {
    const data = await indicatorData(tx, indicator)
    if (version === undefined) {
      if (!(await insertIndicator(tx, id, initiativeId, data))) return 'saved'
    } else {
      const other = { id, initiativeId, unit: { not: data.unit }, measurements: { some: {} } }
      if ((await tx.initiativeIndicator.count({ where: other })) > 0) return 'unitFixed'
      const { count } = await tx.initiativeIndicator.updateMany({
        where: { id, initiativeId, version },
        data: { ...data, version: version + 1 },
      })
      if (count === 0) return 'conflict'
    }
    await refreshSearch(tx, [initiativeId])
    await saveAuditEvent(tx, {
      actorId,
      action: version === undefined ? 'indicator.create' : 'indicator.save',
      objectType: 'indicator',
      objectId: id,
      detail: { initiativeId },
    })
    return 'saved'
  })
}

function measurementData(input: MeasurementInput) {
  return {
    id: input.measurementId,
    indicatorId: input.measuredIndicatorId,
    supersedesId: input.supersedesId,
    measuredOn: fromCalendarDate(input.measuredOn),
    periodStart: fromCalendarDate(input.periodStart),
    periodEnd: fromCalendarDate(input.periodEnd),
    value: input.value,
    numerator: input.numerator,
    n: input.n,
    population: input.population,
    horizon: input.horizon,
    design: input.design,
    comparisonNumerator: input.comparisonNumerator,
    comparisonN: input.comparisonN,
    comparisonDescription: input.comparisonDescription,
    independent: input.independent,
    measuredBy: input.measuredBy,
    sourceTitle: input.measurementSource,
    sourceUrl: input.measurementUrl,
    note: input.measurementNote,
    correctionReason: input.supersedesId === null ? null : input.correctionReason,
  }
}

/** A correction without a file keeps the file of what it replaces. */
async function insertSourceFile(
  tx: Transaction,
  measurementId: string,
  supersedesId: string | null,
  file: SentFile | null,
): Promise<void> {
  if (file) {
    const data = { measurementId, ...toStoredFile(file, 'meting') }
    await tx.measurementFile.create({ data, select: { measurementId: true } })
  } else if (supersedesId !== null) {
    await tx.$executeRaw`
      INSERT INTO measurement_file (measurement_id, name, media_type, size_bytes, sha256, content)
      SELECT ${measurementId}::uuid, name, media_type, size_bytes, sha256, content
      FROM measurement_file
      WHERE measurement_id = ${supersedesId}::uuid
    `
  }
}

/**
 * Adds a measurement, or a correction, and updates the evidence level. Throws NOT_FOUND when it
 * does not belong to the indicator, CONFLICT when it was corrected concurrently.
 */
export async function saveMeasurement(input: {
  measurement: MeasurementInput
  file?: SentFile | null
  actorId: string
}): Promise<void> {
  const { measurement, file = null, actorId } = input
  const {
    initiativeId,
    measurementId,
    measuredIndicatorId: indicatorId,
    supersedesId,
  } = measurement
  await db.$transaction(async (tx) => {
    if ((await tx.initiativeIndicator.count({ where: { id: indicatorId, initiativeId } })) === 0)
      throw new AppError('NOT_FOUND')
    if (
      supersedesId !== null &&
      (await tx.measurement.count({ where: { id: supersedesId, indicatorId } })) === 0
    )
      throw new AppError('NOT_FOUND')
    const { count } = await tx.measurement.createMany({
      data: { ...measurementData(measurement), createdById: actorId },
      skipDuplicates: true,
    })
    if (count === 0) {
      if ((await tx.measurement.count({ where: { id: measurementId, indicatorId } })) > 0) return
      throw new AppError('CONFLICT')
    }
    await insertSourceFile(tx, measurementId, supersedesId, file)
    await refreshSearch(tx, [initiativeId])
    await notifyFollowers(tx, {
      kind: 'measurement-added',
      initiativeId,
      key: measurementId,
      actorId,
      owners: true,
    })
    await askToReconsider(tx, { measurementId, actorId })
    await saveAuditEvent(tx, {
      actorId,
      action: supersedesId === null ? 'measurement.create' : 'measurement.correct',
      objectType: 'measurement',
      objectId: measurementId,
      detail: { initiativeId, indicatorId, supersedesId, file: file?.kind ?? null },
    })
  })
}
