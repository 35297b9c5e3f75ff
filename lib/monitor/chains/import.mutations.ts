import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { NOT_ASSESSED } from '@/lib/monitor/policies/schema'
import { writeImportRows, type ImportWork } from './import-rows.mutations'
import { importFaults } from './import.rules'
import type { ImportRow, ImportText, RowFault } from './types'
import { lockGoals } from './mutations'

interface Term {
  id: string
  names: string[]
}

async function importTerms(
  tx: Transaction,
  vocabulary: 'policy_instrument_type' | 'funding_type' | 'subsidy_alignment',
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

/** The measures and indicators of the region by the names that rows give them. */
async function storedParts(tx: Transaction, regionId: string) {
  const holder = { select: { title: true, goal: { select: { title: true } } } }
  const measures = await tx.policyMeasure.findMany({
    where: { goal: { regionId } },
    select: { id: true, ...holder.select },
    orderBy: { id: 'desc' },
    take: 5_000,
  })
  const indicators = await tx.policyIndicator.findMany({
    where: { OR: [{ goal: { regionId } }, { measure: { goal: { regionId } } }] },
    select: { label: true, goal: { select: { title: true } }, measure: holder },
    orderBy: { id: 'asc' },
    take: 10_000,
  })
  return {
    measures: new Map(
      measures.map(({ id, title, goal }) => [`${goal.title}\n${title}`.toLowerCase(), id]),
    ),
    indicators: new Set(
      indicators.map(({ label, goal, measure }) =>
        [goal?.title ?? measure?.goal.title, measure?.title ?? '', label].join('\n').toLowerCase(),
      ),
    ),
  }
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
  const { measures, indicators } = await storedParts(tx, regionId)
  const alignments = await importTerms(tx, 'subsidy_alignment')
  const unassessedId = alignments.get(NOT_ASSESSED)
  if (unassessedId === undefined) throw new AppError('INVALID', 'no alignment for not assessed')
  return {
    tx,
    regionId,
    organisationId,
    alignments,
    unassessedId,
    stored: { measures: new Set(measures.keys()), indicators },
    goals: new Map(goals.map((goal) => [goal.title.toLowerCase(), goal.id])),
    measures,
    instruments: await importTerms(tx, 'policy_instrument_type'),
    fundingTypes: await importTerms(tx, 'funding_type'),
    position: nodes.length,
    made: { goalIds: [], measureIds: [], fundingIds: [], indicatorIds: [] },
  }
}

const namesOf = (known: ReadonlyMap<string, string>) => new Set(known.keys())

const labelsOf = (work: ImportWork): ImportText => ({
  goals: namesOf(work.goals),
  ...work.stored,
  instruments: namesOf(work.instruments),
  fundingTypes: namesOf(work.fundingTypes),
  alignments: namesOf(work.alignments),
  unassessed: new Set(
    [...work.alignments].flatMap(([name, id]) => (id === work.unassessedId ? [name] : [])),
  ),
})

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
        const faults = importFaults(rows, labelsOf(work), shape)
        // Thrown, so that the same submission may be tried again after the faults are mended.
        if (faults.length > 0 || dry) throw new Faulty(faults)
        await writeImportRows(work, rows)
        await tx.chainImport.create({
          data: { regionId, rowCount: rows.length, actorId: sender.actorId, ...work.made },
          select: { id: true },
        })
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
