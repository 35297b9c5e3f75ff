import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { countsInYear, MAX_DEPTH } from './rules'
import { NATIONAL_GOALS, NATIONAL_SOURCE } from './national-goals.rules'
import type { Move } from './types'

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
/** A unique slug: the title with a few random letters. */
export const newSlug = (title: string) =>
  `${slugFromTitle(title).slice(0, 100)}-${crypto.randomUUID().slice(0, 8)}`

interface Node {
  id: string
  parentId: string | null
  version: number
  startsOn: Date | null
  endsOn: Date | null
}

/** The goals of a region in order, locked so that two moves happen one after the other. */
export async function lockGoals(tx: Transaction, regionId: string): Promise<Node[]> {
  await tx.$queryRaw`
    SELECT id
    FROM policy_goal
    WHERE region_id = ${regionId}::uuid
    ORDER BY id
    FOR UPDATE`
  return tx.policyGoal.findMany({
    where: { regionId },
    select: { id: true, parentId: true, version: true, startsOn: true, endsOn: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
}

async function writeOrder(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE policy_goal g
    SET position = v.position
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS v (id, position)
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

/** Moves a goal up, down, in or out. An impossible move changes nothing. */
export async function moveGoal(
  input: MoveInput & { move: Move; year: number },
): Promise<'conflict' | null> {
  return place(input, (nodes, node) => destination(nodes, node, input.move, input.year))
}

/** Puts a goal before another one, under its parent. INVALID under itself. */
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

interface Part {
  regionId: string
  kind: 'goal' | 'measure' | 'funding' | 'indicator'
  id: string
  version: number
}

async function deletePart(tx: Transaction, { regionId, kind, id, version }: Part): Promise<number> {
  const where = { id, version }
  if (kind === 'goal')
    return (await tx.policyGoal.deleteMany({ where: { ...where, regionId } })).count
  const goal = { regionId }
  if (kind === 'measure')
    return (await tx.policyMeasure.deleteMany({ where: { ...where, goal } })).count
  if (kind === 'indicator')
    return (
      await tx.policyIndicator.deleteMany({
        where: { ...where, OR: [{ goal }, { measure: { goal } }] },
      })
    ).count
  const { count } = await tx.funding.deleteMany({
    where: { ...where, initiativeId: null, measure: { goal } },
  })
  return count
}

/**
 * Removes an empty goal or measure, a funding, or an indicator with its values.
 * WRONG_STATE when a goal or measure is not empty.
 */
export async function removePart(input: Part & { actorId: string }): Promise<'conflict' | null> {
  const { regionId, kind, id, version, actorId } = input
  return db.$transaction(async (tx) => {
    const hanging =
      kind === 'goal'
        ? (await tx.policyMeasure.count({ where: { goalId: id } })) +
          (await tx.policyGoal.count({ where: { parentId: id } })) +
          (await tx.initiativeGoal.count({ where: { goalId: id } })) +
          (await tx.policyIndicator.count({ where: { goalId: id } }))
        : kind === 'measure'
          ? (await tx.funding.count({ where: { measureId: id } })) +
            (await tx.initiativeMeasure.count({ where: { measureId: id } })) +
            (await tx.policyIndicator.count({ where: { measureId: id } })) +
            (await tx.policyExpectation.count({ where: { measureId: id } })) +
            (await tx.policyVerdict.count({ where: { measureId: id } }))
          : 0
    if (hanging > 0) throw new AppError('WRONG_STATE')
    const count = await deletePart(tx, { regionId, kind, id, version })
    if (count === 0) return 'conflict' as const
    await saveAuditEvent(tx, {
      actorId,
      ...(kind === 'indicator'
        ? { action: 'policyIndicator.delete' as const, objectType: 'region', objectId: regionId }
        : { action: `${kind}.delete` as const, objectType: kind, objectId: id }),
      detail: { regionId },
    })
    return null
  })
}

/** Adds the national goals of the reform, except for titles that the region already has. */
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
