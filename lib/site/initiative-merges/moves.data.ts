import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { STAYING, type MergePlan, type Moving, type MoveCount, type Staying } from './types'

/** Rows of a table, as `t`, that point to an initiative, and which of them may point to the other. */
interface Move {
  what: Moving
  table: Prisma.Sql
  column: Prisma.Sql
  /** Which rows are about an initiative at all. */
  about?: Prisma.Sql
  movable: (into: string) => Prisma.Sql
}

const INITIATIVE = Prisma.sql`initiative_id`

/** Not where the other one has the same link. */
const unlessBoth = (table: Prisma.Sql, key: Prisma.Sql) => (into: string) => Prisma.sql`
  NOT EXISTS (
    SELECT FROM ${table} o
    WHERE o.initiative_id = ${into}::uuid AND o.${key} = t.${key}
  )`

const link = (what: Moving, table: string, key: string): Move => ({
  what,
  table: Prisma.raw(table),
  column: INITIATIVE,
  movable: unlessBoth(Prisma.raw(table), Prisma.raw(key)),
})

/** The initiatives from which another came by adoption, with itself. */
const lineageOf = (start: Prisma.Sql) => Prisma.sql`
  WITH RECURSIVE up AS (
    SELECT ${start} AS id
    UNION
    SELECT a.initiative_id FROM up JOIN adoption a ON a.own_initiative_id = up.id
  )
  SELECT id FROM up`

const ADOPTIONS: Move = {
  what: 'adoptions',
  table: Prisma.sql`adoption`,
  column: INITIATIVE,
  // Nobody adopts their own, has one open adoption of each, and a family has no circle.
  movable: (into) => Prisma.sql`
    t.organisation_id <> (SELECT organisation_id FROM initiative WHERE id = ${into}::uuid)
    AND (
      t.status = 'stopped'
      OR NOT EXISTS (
        SELECT FROM adoption o
        WHERE o.initiative_id = ${into}::uuid
          AND o.organisation_id = t.organisation_id
          AND o.status <> 'stopped'
      )
    )
    AND (
      t.own_initiative_id IS NULL
      OR t.own_initiative_id NOT IN (${lineageOf(Prisma.sql`${into}::uuid`)})
    )`,
}

const CAME_FROM: Move = {
  what: 'cameFrom',
  table: Prisma.sql`adoption`,
  column: Prisma.sql`own_initiative_id`,
  movable: (into) => Prisma.sql`
    t.organisation_id = (SELECT organisation_id FROM initiative WHERE id = ${into}::uuid)
    AND NOT EXISTS (SELECT FROM adoption o WHERE o.own_initiative_id = ${into}::uuid)
    AND ${into}::uuid NOT IN (${lineageOf(Prisma.sql`t.initiative_id`)})`,
}

const FUNDINGS: Move = {
  what: 'fundings',
  table: Prisma.sql`funding`,
  column: INITIATIVE,
  movable: (into) => Prisma.sql`
    NOT EXISTS (
      SELECT FROM funding o
      WHERE o.initiative_id = ${into}::uuid
        AND o.type_id = t.type_id
        AND lower(o.provider) = lower(t.provider)
        AND o.amount_euro IS NOT DISTINCT FROM t.amount_euro
        AND o.ends_on IS NOT DISTINCT FROM t.ends_on
    )`,
}

/** In the order in which they are moved. */
export const MOVES: readonly Move[] = [
  ADOPTIONS,
  CAME_FROM,
  { ...link('replies', 'call_reply', 'id'), movable: () => Prisma.sql`true` },
  link('collections', 'collection_item', 'collection_id'),
  link('obstacles', 'obstacle_initiative', 'obstacle_id'),
  link('questions', 'learning_link', 'question_id'),
  {
    ...link('meetings', 'meeting_initiative', 'meeting_id'),
    about: Prisma.sql`
      EXISTS (
        SELECT FROM meeting m
        WHERE m.id = t.meeting_id AND m.starts_at > now()
      )`,
  },
  link('goals', 'initiative_goal', 'goal_id'),
  link('measures', 'initiative_measure', 'measure_id'),
  FUNDINGS,
  {
    what: 'followers',
    table: Prisma.sql`follow`,
    column: Prisma.sql`subject_id`,
    about: Prisma.sql`t.subject_type = 'initiative'`,
    movable: (into) => Prisma.sql`
      NOT EXISTS (
        SELECT FROM follow o
        WHERE o.subject_type = 'initiative'
          AND o.subject_id = ${into}::uuid
          AND o.user_id = t.user_id
      )`,
  },
]

/** Which rows of a move are about an initiative. */
export const rowsOf = ({ column, about }: Move, from: string): Prisma.Sql =>
  Prisma.sql`t.${column} = ${from}::uuid AND ${about ?? Prisma.sql`true`}`

const moveRow = z.object({ moves: z.number(), all: z.number() })

async function countMove(
  move: Move,
  { fromId, intoId }: { fromId: string; intoId: string },
  client: Transaction | typeof db,
): Promise<MoveCount> {
  const rows = await client.$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE ${move.movable(intoId)})::int AS moves, count(*)::int AS "all"
    FROM ${move.table} t
    WHERE ${rowsOf(move, fromId)}`
  const { moves, all } = moveRow.parse(rows[0])
  return { what: move.what, moves, stays: all - moves }
}

const stayRow = z.record(z.enum(STAYING), z.number())

/** What a merge would move and leave, by the same conditions as the merge itself. */
export async function planMerge(
  pair: { fromId: string; intoId: string },
  client: Transaction | typeof db = db,
): Promise<MergePlan> {
  const moves = await Promise.all(MOVES.map((move) => countMove(move, pair, client)))
  const { fromId } = pair
  const rows = await client.$queryRaw<unknown[]>`
    SELECT
      (
        SELECT count(*)::int
        FROM assessment
        WHERE initiative_id = ${fromId}::uuid AND status = 'submitted'
      ) AS judgements,
      (
        SELECT count(*)::int
        FROM measurement m
        JOIN initiative_indicator n ON n.id = m.indicator_id
        WHERE n.initiative_id = ${fromId}::uuid
      ) AS measurements,
      (SELECT count(*)::int FROM post WHERE initiative_id = ${fromId}::uuid) AS posts,
      (
        SELECT count(*)::int
        FROM initiative_revision
        WHERE initiative_id = ${fromId}::uuid AND published_at IS NOT NULL
      ) AS versions`
  const counted: Record<Staying, number> = stayRow.parse(rows[0])
  return { moves, stays: STAYING.map((what) => ({ what, count: counted[what] })) }
}
