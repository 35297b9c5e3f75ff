import 'server-only'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import type { Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { readYesNo } from '@/lib/knowledge/initiative-imports/cells.rules'
import { responsibleOf } from '@/lib/monitor/policies/measure-parts.mutations'
import { readAmount } from '@/lib/base/amounts/written.rules'
import { overlapOf, unitOf } from './import-choices.rules'
import {
  firstRows,
  goalKey,
  holderKey,
  indicatorKey,
  measureKey,
  periodKey,
} from './import-rows.rules'
import { UNKNOWN_FUNDING } from './import.rules'
import { countOf, numberOf } from './import.schema'
import { newSlug } from './mutations'
import type { ImportRow } from './types'

/** What an import works with: ids by the names that rows use. */
export interface ImportWork {
  tx: Transaction
  regionId: string
  organisationId: string | null
  goals: Map<string, string>
  measures: Map<string, string>
  stored: { measures: ReadonlySet<string>; indicators: ReadonlySet<string> }
  instruments: ReadonlyMap<string, string>
  fundingTypes: ReadonlyMap<string, string>
  alignments: ReadonlyMap<string, string>
  unassessedId: string
  position: number
  made: Made
}

/** Ids of what this import adds. */
export interface Made {
  goalIds: string[]
  measureIds: string[]
  fundingIds: string[]
  indicatorIds: string[]
}

/** The rows that say what a goal, measure or indicator is. */
interface Saying {
  own: ReadonlyMap<string, ImportRow>
  period: ReadonlyMap<string, ImportRow>
}

const periodOf = (row: ImportRow | undefined) => ({
  startsOn: fromCalendarDate(row?.startsOn || null),
  endsOn: fromCalendarDate(row?.endsOn || null),
})

const aboutOf = (row: ImportRow | undefined) => ({
  description: row?.description ?? '',
  peopleGroup: countOf(row?.group ?? ''),
  peoplePlanned: countOf(row?.planned ?? ''),
  peopleReached: countOf(row?.reached ?? ''),
})

async function importGoal(work: ImportWork, row: ImportRow, saying: Saying): Promise<string> {
  const { tx, regionId, organisationId, goals } = work
  const key = goalKey(row)
  const known = goals.get(key)
  if (known !== undefined) return known
  work.position += 1
  const period = saying.period.get(key)
  const { id } = await tx.policyGoal.create({
    data: {
      slug: newSlug(row.goal),
      regionId,
      organisationId,
      parentId: goals.get(row.parent.toLowerCase()) ?? null,
      title: row.goal,
      position: work.position,
      carriedBy: row.carriedBy || null,
      startsOn: fromCalendarDate(row.goalStartsOn || period?.startsOn || null),
      endsOn: fromCalendarDate(row.goalEndsOn || period?.endsOn || null),
      ...aboutOf(saying.own.get(key)),
    },
    select: { id: true },
  })
  goals.set(key, id)
  work.made.goalIds.push(id)
  return id
}

async function importMeasure(
  { tx, measures, instruments, made }: ImportWork,
  row: ImportRow,
  goalId: string,
  saying: Saying,
): Promise<string> {
  const key = measureKey(row)
  const known = measures.get(key)
  if (known !== undefined) return known
  const { id } = await tx.policyMeasure.create({
    data: {
      slug: newSlug(row.measure),
      goalId,
      instrumentTypeId: instruments.get(row.instrument.toLowerCase()) ?? null,
      ...(await responsibleOf(tx, row.responsible || null)),
      title: row.measure,
      position: measures.size + 1,
      ...aboutOf(row),
      ...periodOf(saying.period.get(key)),
    },
    select: { id: true },
  })
  measures.set(key, id)
  made.measureIds.push(id)
  return id
}

async function importFunding(work: ImportWork, row: ImportRow, measureId: string): Promise<void> {
  const typeId = work.fundingTypes.get((row.fundingType || UNKNOWN_FUNDING).toLowerCase())
  if (typeId === undefined) throw new AppError('INVALID', 'unknown type of funding')
  const amount = readAmount(row.amount)
  const euro = amount?.euro ?? null
  const { id } = await work.tx.funding.create({
    data: {
      measureId,
      typeId,
      provider: row.provider,
      amountEuro: euro,
      amountQualifier: euro === null ? null : (amount?.qualifier ?? 'exact'),
      overlap: overlapOf(row.overlap) ?? 'unknown',
      alignmentId: work.alignments.get(row.alignment.toLowerCase()) ?? work.unassessedId,
      alignmentNote: row.alignmentNote,
      ...periodOf(row),
    },
    select: { id: true },
  })
  work.made.fundingIds.push(id)
}

const yearOf = (text: string) => (text === '' ? null : Number(text))

async function importIndicator(
  { tx, made }: ImportWork,
  row: ImportRow,
  holder: { goalId: string } | { measureId: string },
  indicators: Map<string, string>,
): Promise<void> {
  const key = indicatorKey(row)
  let id = indicators.get(key)
  if (id === undefined) {
    const unit = unitOf(row.unit)
    if (unit === null) throw new AppError('INVALID', 'unknown unit')
    const lower = readYesNo(row.lowerIsBetter)
    const created = await tx.policyIndicator.create({
      data: {
        ...holder,
        label: row.indicator,
        unit,
        lowerIsBetter: 'value' in lower && lower.value,
        baselineValue: numberOf(row.baseline),
        baselineYear: yearOf(row.baselineYear),
        targetValue: numberOf(row.target),
        targetYear: yearOf(row.targetYear),
        position: indicators.size + 1,
      },
      select: { id: true },
    })
    id = created.id
    indicators.set(key, id)
    made.indicatorIds.push(id)
  }
  const value = numberOf(row.value)
  const year = yearOf(row.valueYear)
  if (value !== null && year !== null)
    await tx.policyIndicatorValue.create({ data: { indicatorId: id, year, value } })
}

/** Writes rows without faults. @throws AppError INVALID for a choice that is not there */
export async function writeImportRows(work: ImportWork, rows: readonly ImportRow[]): Promise<void> {
  const saying = { own: firstRows(rows, holderKey), period: firstRows(rows, periodKey) }
  const indicators = new Map<string, string>()
  for (const row of rows) {
    const goalId = await importGoal(work, row, saying)
    const measureId = row.measure === '' ? null : await importMeasure(work, row, goalId, saying)
    if (row.indicator !== '')
      await importIndicator(work, row, measureId === null ? { goalId } : { measureId }, indicators)
    if (measureId !== null && row.provider !== '') await importFunding(work, row, measureId)
  }
}
