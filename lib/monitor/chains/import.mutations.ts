import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import type { Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { NOT_ASSESSED } from '@/lib/monitor/policies/schema'
import { importFaults, UNKNOWN_FUNDING } from './import.rules'
import type { ImportRow, RowFault } from './types'
import { lockGoals, newSlug } from './mutations'

interface Term {
  id: string
  names: string[]
}

async function importTerms(
  tx: Transaction,
  vocabulary: 'policy_instrument_type' | 'funding_type',
): Promise<Map<string, string>> {
  const rows = await tx.term.findMany({
    where: { vocabulary, replacedById: null },
    select: { id: true, slug: true, labelNl: true, labelEn: true },
    orderBy: { id: 'desc' },
    take: 500,
  })
  const terms = rows.map(({ id, slug, labelNl, labelEn }): Term => ({
    id,
    names: [slug, labelNl, labelEn],
  }))
  return new Map(terms.flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id])))
}

interface ImportWork {
  tx: Transaction
  regionId: string
  organisationId: string | null
  goals: Map<string, string>
  measures: Map<string, string>
  instruments: ReadonlyMap<string, string>
  fundingTypes: ReadonlyMap<string, string>
  position: number
}

const periodOf = (row: ImportRow) => ({
  startsOn: fromCalendarDate(row.startsOn || null),
  endsOn: fromCalendarDate(row.endsOn || null),
})

async function importGoal(work: ImportWork, row: ImportRow): Promise<string> {
  const { tx, regionId, organisationId, goals } = work
  const known = goals.get(row.goal.toLowerCase())
  if (known !== undefined) return known
  work.position += 1
  const bare =
    row.measure === '' ? { ...periodOf(row), description: row.description } : { description: '' }
  const parentId = goals.get(row.parent.toLowerCase()) ?? null
  const { id } = await tx.policyGoal.create({
    data: {
      slug: newSlug(row.goal),
      regionId,
      organisationId,
      parentId,
      title: row.goal,
      position: work.position,
      ...bare,
    },
    select: { id: true },
  })
  goals.set(row.goal.toLowerCase(), id)
  return id
}

async function importMeasure(
  { tx, measures, instruments }: ImportWork,
  row: ImportRow,
  goalId: string,
): Promise<string> {
  const key = `${goalId} ${row.measure.toLowerCase()}`
  const known =
    measures.get(key) ??
    (
      await tx.policyMeasure.findFirst({
        where: { goalId, title: { equals: row.measure, mode: 'insensitive' } },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
    )?.id
  const id =
    known ??
    (
      await tx.policyMeasure.create({
        data: {
          slug: newSlug(row.measure),
          goalId,
          instrumentTypeId: instruments.get(row.instrument.toLowerCase()) ?? null,
          responsibleName: row.responsible || null,
          title: row.measure,
          description: row.description,
          position: measures.size + 1,
        },
        select: { id: true },
      })
    ).id
  measures.set(key, id)
  return id
}

async function importFunding(
  { tx, fundingTypes }: ImportWork,
  row: ImportRow,
  measureId: string,
  alignmentId: string,
): Promise<void> {
  const typeId = fundingTypes.get((row.fundingType || UNKNOWN_FUNDING).toLowerCase())
  if (typeId === undefined) throw new AppError('INVALID', 'unknown type of funding')
  const amount =
    row.amount === ''
      ? { amountEuro: null, amountQualifier: null }
      : { amountEuro: Number(row.amount), amountQualifier: 'exact' as const }
  await tx.funding.create({
    data: { measureId, typeId, provider: row.provider, ...amount, alignmentId, ...periodOf(row) },
    select: { id: true },
  })
}

async function openImport(
  tx: Transaction,
  regionId: string,
  organisationId: string | null,
): Promise<ImportWork> {
  const nodes = await lockGoals(tx, regionId)
  const goals = await tx.policyGoal.findMany({
    where: { regionId },
    select: { id: true, title: true },
    orderBy: { position: 'asc' },
    take: 2_000,
  })
  return {
    tx,
    regionId,
    organisationId,
    goals: new Map(goals.map((goal) => [goal.title.toLowerCase(), goal.id])),
    measures: new Map(),
    instruments: await importTerms(tx, 'policy_instrument_type'),
    fundingTypes: await importTerms(tx, 'funding_type'),
    position: nodes.length,
  }
}

const namesOf = (known: ReadonlyMap<string, string>) => new Set(known.keys())

class Faulty extends Error {
  readonly faults: RowFault[]

  constructor(faults: RowFault[]) {
    super('the import has faults')
    this.faults = faults
  }
}

export interface ImportRows extends Sender {
  regionId: string
  rows: readonly ImportRow[]
  shape?: readonly RowFault[]
  organisationId: string | null
  dry: boolean
}

/** Imports goals and measures by title, all or nothing; returns every fault. `dry` only checks. */
export async function importRows({
  regionId,
  rows,
  shape = [],
  organisationId,
  dry,
  ...sender
}: ImportRows): Promise<RowFault[]> {
  try {
    await once(
      sender,
      async (tx) => {
        const work = await openImport(tx, regionId, organisationId)
        const faults = importFaults(
          rows,
          {
            goals: namesOf(work.goals),
            instruments: namesOf(work.instruments),
            fundingTypes: namesOf(work.fundingTypes),
          },
          shape,
        )
        // Thrown, so that the same submission may be tried again after the faults are mended.
        if (faults.length > 0 || dry) throw new Faulty(faults)
        const unassessed = await tx.term.findUniqueOrThrow({
          where: { vocabulary_slug: { vocabulary: 'subsidy_alignment', slug: NOT_ASSESSED } },
          select: { id: true },
        })
        for (const row of rows) {
          const goalId = await importGoal(work, row)
          if (row.measure === '') continue
          const measureId = await importMeasure(work, row, goalId)
          if (row.provider !== '') await importFunding(work, row, measureId, unassessed.id)
        }
        await saveAuditEvent(tx, {
          actorId: sender.actorId,
          action: 'goals.import',
          objectType: 'region',
          objectId: regionId,
          detail: { rows: rows.length },
        })
      },
      { timeout: 60_000 },
    )
    return []
  } catch (error) {
    if (error instanceof Faulty) return error.faults
    throw error
  }
}
