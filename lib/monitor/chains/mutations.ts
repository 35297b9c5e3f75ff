import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { NOT_ASSESSED } from '@/lib/monitor/policies/schema'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { copyable } from './data'
import {
  countsInYear,
  importFaults,
  MAX_DEPTH,
  NATIONAL_GOALS,
  NATIONAL_SOURCE,
  UNKNOWN_FUNDING,
} from './rules'
import type { ImportRow, Move, RowFault } from './types'

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
const newSlug = (title: string) =>
  `${slugFromTitle(title).slice(0, 100)}-${crypto.randomUUID().slice(0, 8)}`

interface Node {
  id: string
  parentId: string | null
  version: number
  startsOn: Date | null
  endsOn: Date | null
}

/** The goals of a region in their order. Locks them: two people who move at once move one after the other. */
async function lockGoals(tx: Transaction, regionId: string): Promise<Node[]> {
  await tx.$queryRaw`SELECT id FROM policy_goal WHERE region_id = ${regionId}::uuid ORDER BY id FOR UPDATE`
  return tx.policyGoal.findMany({
    where: { regionId },
    select: { id: true, parentId: true, version: true, startsOn: true, endsOn: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
}

async function writeOrder(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`UPDATE policy_goal g SET position = v.position FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS v (id, position)
    WHERE g.id = v.id AND g.position <> v.position`
}

const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id)
function insert(ids: readonly string[], id: string, beside: string, after: boolean): string[] {
  const rest = without(ids, id)
  const at = rest.indexOf(beside)
  return [...rest.slice(0, at + Number(after)), id, ...rest.slice(at + Number(after))]
}

function depthOf(nodes: readonly Node[], id: string | null): number {
  let depth = 0
  for (let at = id; at !== null; at = nodes.find((node) => node.id === at)?.parentId ?? null)
    depth += 1
  return depth
}

/** Where a goal goes: its new parent and the new order of the region; null when there is nowhere to go. */
function destination(
  nodes: readonly Node[],
  node: Node,
  move: Move,
  year: number,
): { parentId: string | null; ids: string[] } | null {
  const ids = nodes.map(({ id }) => id)
  const siblings = nodes.filter(
    (other) =>
      other.parentId === node.parentId &&
      (other.id === node.id ||
        countsInYear({ startsOn: day(other.startsOn), endsOn: day(other.endsOn) }, year)),
  )
  const at = siblings.findIndex(({ id }) => id === node.id)
  const previous = siblings[at - 1]
  const next = siblings[at + 1]
  if (move === 'up')
    return previous
      ? { parentId: node.parentId, ids: insert(ids, node.id, previous.id, false) }
      : null
  if (move === 'down')
    return next ? { parentId: node.parentId, ids: insert(ids, node.id, next.id, true) } : null
  if (move === 'in')
    return previous && depthOf(nodes, previous.id) < MAX_DEPTH
      ? { parentId: previous.id, ids: [...without(ids, node.id), node.id] }
      : null
  const parent = nodes.find(({ id }) => id === node.parentId)
  return parent ? { parentId: parent.parentId, ids: insert(ids, node.id, parent.id, true) } : null
}

interface MoveInput {
  regionId: string
  goalId: string
  version: number
  actorId: string
}

async function place(
  input: MoveInput,
  find: (nodes: readonly Node[], node: Node) => { parentId: string | null; ids: string[] } | null,
): Promise<'conflict' | null> {
  const { regionId, goalId, version, actorId } = input
  return db.$transaction(async (tx) => {
    const nodes = await lockGoals(tx, regionId)
    const node = nodes.find(({ id }) => id === goalId)
    if (!node) throw new AppError('NOT_FOUND')
    if (node.version !== version) return 'conflict' as const
    const to = find(nodes, node)
    if (!to) return null
    await writeOrder(tx, to.ids)
    await tx.policyGoal.updateMany({
      where: { id: goalId },
      data: { parentId: to.parentId, version: version + 1 },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'goal.move',
      objectType: 'goal',
      objectId: goalId,
      detail: { regionId, parentId: to.parentId },
    })
    return null
  })
}

/** Moves a goal one step among the goals of the year, or a level in or out. A step that leads nowhere changes nothing. */
export async function moveGoal(
  input: MoveInput & { move: Move; year: number },
): Promise<'conflict' | null> {
  return place(input, (nodes, node) => destination(nodes, node, input.move, input.year))
}

/** Puts a goal right before another one, under the same parent. INVALID when that would hang it under itself. */
export async function placeGoal(
  input: MoveInput & { beforeId: string },
): Promise<'conflict' | null> {
  return place(input, (nodes, node) => {
    const before = nodes.find(({ id }) => id === input.beforeId)
    if (!before) throw new AppError('NOT_FOUND')
    if (before.id === node.id) return null
    for (
      let at = before.parentId;
      at !== null;
      at = nodes.find(({ id }) => id === at)?.parentId ?? null
    )
      if (at === node.id) throw new AppError('INVALID')
    return {
      parentId: before.parentId,
      ids: insert(
        nodes.map(({ id }) => id),
        node.id,
        before.id,
        false,
      ),
    }
  })
}

/** Removes a goal or measure under which nothing hangs, or a stream of money. WRONG_STATE when something does hang under it. */
export async function removePart(input: {
  regionId: string
  kind: 'goal' | 'measure' | 'funding'
  id: string
  version: number
  actorId: string
}): Promise<'conflict' | null> {
  const { regionId, kind, id, version, actorId } = input
  return db.$transaction(async (tx) => {
    const hanging =
      kind === 'goal'
        ? (await tx.policyMeasure.count({ where: { goalId: id } })) +
          (await tx.policyGoal.count({ where: { parentId: id } })) +
          (await tx.initiativeGoal.count({ where: { goalId: id } }))
        : kind === 'measure'
          ? (await tx.funding.count({ where: { measureId: id } })) +
            (await tx.initiativeMeasure.count({ where: { measureId: id } })) +
            (await tx.policyExpectation.count({ where: { measureId: id } })) +
            (await tx.policyVerdict.count({ where: { measureId: id } }))
          : 0
    if (hanging > 0) throw new AppError('WRONG_STATE')
    const { count } =
      kind === 'goal'
        ? await tx.policyGoal.deleteMany({ where: { id, version, regionId } })
        : kind === 'measure'
          ? await tx.policyMeasure.deleteMany({ where: { id, version, goal: { regionId } } })
          : await tx.funding.deleteMany({
              where: { id, version, initiativeId: null, measure: { goal: { regionId } } },
            })
    if (count === 0) return 'conflict' as const
    await saveAuditEvent(tx, {
      actorId,
      action: `${kind}.delete`,
      objectType: kind,
      objectId: id,
      detail: { regionId },
    })
    return null
  })
}

/** Copies the goals that ended last year with their measures and links into `year`, each with its origin. Twice does nothing. */
export async function copyYear(input: {
  regionId: string
  year: number
  actorId: string
}): Promise<number> {
  const { regionId, year, actorId } = input
  const period = {
    startsOn: new Date(Date.UTC(year, 0, 1)),
    endsOn: new Date(Date.UTC(year, 11, 31)),
  }
  return db.$transaction(
    async (tx) => {
      await lockGoals(tx, regionId)
      const goals = await tx.policyGoal.findMany({
        where: copyable(regionId, year),
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        take: 500,
        select: {
          id: true,
          parentId: true,
          organisationId: true,
          title: true,
          description: true,
          sourceTitle: true,
          sourceRef: true,
          sourceUrl: true,
          position: true,
          isExample: true,
          initiatives: { select: { initiativeId: true, note: true } },
          measures: {
            select: {
              id: true,
              instrumentTypeId: true,
              responsibleId: true,
              responsibleName: true,
              title: true,
              description: true,
              sourceTitle: true,
              sourceRef: true,
              position: true,
              initiatives: { select: { initiativeId: true, note: true } },
            },
          },
        },
      })
      const copies = new Map<string, string>(goals.map((goal) => [goal.id, crypto.randomUUID()]))
      for (const { id, initiatives, measures, ...goal } of goals) {
        await tx.policyGoal.create({
          data: {
            ...goal,
            ...period,
            parentId: null,
            id: copies.get(id) ?? crypto.randomUUID(),
            regionId,
            originId: id,
            slug: newSlug(goal.title),
            initiatives: { create: initiatives },
          },
          select: { id: true },
        })
        for (const { id: measureId, initiatives: carriers, ...measure } of measures) {
          await tx.policyMeasure.create({
            data: {
              ...measure,
              ...period,
              goalId: copies.get(id) ?? id,
              originId: measureId,
              slug: newSlug(measure.title),
              initiatives: { create: carriers },
            },
            select: { id: true },
          })
        }
      }
      for (const { id, parentId } of goals) {
        const copy = copies.get(parentId ?? '')
        if (copy !== undefined)
          await tx.policyGoal.updateMany({
            where: { id: copies.get(id) ?? '' },
            data: { parentId: copy },
          })
      }
      if (goals.length > 0)
        await saveAuditEvent(tx, {
          actorId,
          action: 'goals.copy',
          objectType: 'region',
          objectId: regionId,
          detail: { year, goals: goals.length },
        })
      return goals.length
    },
    { timeout: 30_000 },
  )
}

/** Gives a region the national goals of the reform to start from. Goals it already has under that title are left alone. */
export async function addNationalGoals(input: {
  regionId: string
  year: number
  organisationId: string | null
  actorId: string
}): Promise<number> {
  const { regionId, year, organisationId, actorId } = input
  return db.$transaction(async (tx) => {
    const nodes = await lockGoals(tx, regionId)
    const known = await tx.policyGoal.findMany({
      where: { regionId, title: { in: NATIONAL_GOALS.map(({ title }) => title) } },
      select: { title: true },
      orderBy: { id: 'asc' },
      take: 100,
    })
    const fresh = NATIONAL_GOALS.filter(({ title }) => !known.some((row) => row.title === title))
    await tx.policyGoal.createMany({
      data: fresh.map((goal, index) => ({
        ...goal,
        regionId,
        organisationId,
        slug: newSlug(goal.title),
        sourceTitle: NATIONAL_SOURCE,
        position: nodes.length + index + 1,
        startsOn: new Date(Date.UTC(year, 0, 1)),
      })),
    })
    if (fresh.length > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'goals.template',
        objectType: 'region',
        objectId: regionId,
        detail: { goals: fresh.length },
      })
    return fresh.length
  })
}

interface Term {
  id: string
  names: string[]
}

/** The words of a vocabulary that are still used, by every name they go by. */
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
  /** Goals of the region, the new ones included. */
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
  /** Faults in the shape of cells that were found before; with any of them nothing is written. */
  shape?: readonly RowFault[]
  organisationId: string | null
  dry: boolean
}

/**
 * Writes the rows of a sheet: goals and measures by title, so that several rows may name one goal. Everything or nothing:
 * with a fault in any row nothing is written, and all faults of all rows come back. With `dry` it only looks.
 */
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
        // Thrown, so that the form may be sent again once the faults are mended.
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
