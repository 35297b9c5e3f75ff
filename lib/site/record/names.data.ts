import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import type { AuditObject } from '@/lib/base/audit/types'
import { db } from '@/lib/base/db/db'
import { MAX_FOUND, objectParameter } from './rules'
import type { Found } from './data'
import type { ObjectKey, ObjectName, Person } from './types'

/** The title that readers know, or else the newest one. */
const TITLE = Prisma.sql`(
  SELECT v.title
  FROM initiative_revision v
  WHERE v.initiative_id = i.id
  ORDER BY v.id = i.published_revision_id DESC NULLS LAST, v.number DESC
  LIMIT 1
)`

const plain = (table: string, column: string) =>
  Prisma.raw(`SELECT id::text, ${column} AS name, NULL::int AS number FROM ${table} x`)

const withInitiative = (from: Prisma.Sql, number = Prisma.sql`NULL::int`) =>
  Prisma.sql`SELECT x.id::text, ${TITLE} AS name, ${number} AS number FROM ${from}`

const ofInitiative = (table: string) =>
  withInitiative(Prisma.raw(`${table} x JOIN initiative i ON i.id = x.initiative_id`))

/** How each kind gets its name; kinds that are not here have none. */
const NAMES: Partial<Record<AuditObject, Prisma.Sql>> = {
  access_request: plain('access_request', 'name'),
  adoption: ofInitiative('adoption'),
  advice: plain('advice', 'title'),
  assessment: ofInitiative('assessment'),
  assessment_invitation: withInitiative(
    Prisma.raw(`assessment_invitation x
      JOIN assessment_round r ON r.id = x.round_id
      JOIN initiative i ON i.id = r.initiative_id`),
  ),
  assessment_reply: withInitiative(
    Prisma.raw(`assessment_reply x
      JOIN assessment a ON a.id = x.assessment_id
      JOIN initiative i ON i.id = a.initiative_id`),
  ),
  assessment_round: withInitiative(
    Prisma.raw('assessment_round x JOIN initiative i ON i.id = x.initiative_id'),
    Prisma.sql`x.number::int`,
  ),
  call: plain('open_call', 'title'),
  collection: plain('collection', 'title'),
  contact: plain('contact_request', "''"),
  contest: ofInitiative('contest'),
  dataset: plain('stat_dataset', 'title'),
  enquiry: plain('enquiry', "''"),
  funding: Prisma.sql`
    SELECT x.id::text, coalesce(m.title, ${TITLE}) AS name, NULL::int AS number
    FROM funding x
    LEFT JOIN policy_measure m ON m.id = x.measure_id
    LEFT JOIN initiative i ON i.id = x.initiative_id`,
  goal: plain('policy_goal', 'title'),
  import: Prisma.raw(`SELECT x.id::text, d.title AS name, NULL::int AS number
    FROM stat_import x JOIN stat_dataset d ON d.id = x.dataset_id`),
  indicator: Prisma.raw(`SELECT x.id::text, x.name, NULL::int AS number FROM (
      SELECT id, label AS name FROM initiative_indicator
      UNION ALL
      SELECT id, label_nl FROM indicator
    ) x`),
  initiative: withInitiative(Prisma.raw('initiative x JOIN initiative i ON i.id = x.id')),
  initiative_import: plain('initiative_import', 'file_name'),
  invitation: plain('invitation', 'email'),
  learning_question: plain('learning_question', 'question'),
  mail: plain('mail', "''"),
  measure: plain('policy_measure', 'title'),
  measurement: withInitiative(
    Prisma.raw(`measurement x
      JOIN initiative_indicator n ON n.id = x.indicator_id
      JOIN initiative i ON i.id = n.initiative_id`),
  ),
  measurement_reply: withInitiative(
    Prisma.raw(`measurement_reply x
      JOIN measurement m ON m.id = x.measurement_id
      JOIN initiative_indicator n ON n.id = m.indicator_id
      JOIN initiative i ON i.id = n.initiative_id`),
  ),
  meeting: plain('meeting', 'title'),
  obstacle: plain('obstacle', 'title'),
  organisation: plain('organisation', 'name'),
  post: ofInitiative('post'),
  reconsideration: withInitiative(
    Prisma.raw(`reconsideration x
      JOIN measurement m ON m.id = x.measurement_id
      JOIN initiative_indicator n ON n.id = m.indicator_id
      JOIN initiative i ON i.id = n.initiative_id`),
  ),
  region: plain('region', 'name'),
  revision: Prisma.raw('SELECT x.id::text, x.title AS name, x.number FROM initiative_revision x'),
  division: plain('region_division', 'valid_from::text'),
  term: plain('term', 'label_nl'),
  term_suggestion: plain('term_suggestion', 'name'),
  user: Prisma.raw(`SELECT x.id::text, x.name, NULL::int AS number FROM app_user x
    WHERE x.email NOT LIKE '%@verwijderd.invalid'`),
}

const NAMELESS: readonly AuditObject[] = [
  'job',
  'outbox',
  'record',
  'sample',
  'saved_search',
  'seed',
  'session',
  'setting',
]

const nameRow = z.object({ id: z.string(), name: z.string(), number: z.number().nullable() })

async function namesOf(type: AuditObject, ids: readonly string[]) {
  const sql = NAMES[type]
  if (!sql) return []
  const key = type === 'dataset' ? Prisma.sql`int` : Prisma.sql`uuid`
  const rows = await db.$queryRaw<unknown[]>`
    SELECT n.id, n.name, n.number
    FROM (${sql}) n
    WHERE n.id::${key} = ANY(${[...ids]}::text[]::${key}[])`
  return z.array(nameRow).parse(rows)
}

/** The names that objects have now, by their parameter; what is gone is left out. */
export async function nameObjects(
  objects: readonly ObjectKey[],
): Promise<ReadonlyMap<string, ObjectName>> {
  const byType = Map.groupBy(objects, ({ type }) => type)
  const named = await Promise.all(
    [...byType].map(async ([type, keys]) => {
      const ids = [...new Set(keys.map(({ id }) => id))]
      if (NAMELESS.includes(type))
        return ids.map((id) => [objectParameter({ type, id }), { name: '', number: null }] as const)
      return (await namesOf(type, ids)).map(
        ({ id, ...name }) => [objectParameter({ type, id }), name] as const,
      )
    }),
  )
  return new Map(named.flat())
}

/** People by id, with the organisations they act for now; deleted accounts are left out. */
export async function listPeople(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await db.user.findMany({
    where: {
      id: { in: [...new Set(ids)] },
      NOT: { email: { endsWith: '@verwijderd.invalid' } },
    },
    select: {
      id: true,
      name: true,
      memberships: {
        select: { organisation: { select: { name: true } } },
        orderBy: { organisation: { name: 'asc' } },
        take: 20,
      },
    },
    orderBy: { id: 'asc' },
    take: ids.length,
  })
  return new Map(
    rows.map(({ id, name, memberships }) => [
      id,
      { name, organisations: [...new Set(memberships.map((one) => one.organisation.name))] },
    ]),
  )
}

export async function listOrganisationNames(
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
    take: ids.length,
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const foundRow = z.object({
  type: z.enum(['user', 'organisation', 'initiative', 'revision']),
  id: z.string(),
})

/** People, organisations and initiatives (with their versions) whose name holds the text. */
export async function findNames(text: string): Promise<Found> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const rows = z.array(foundRow).parse(
    await db.$queryRaw`
      (SELECT 'user' AS type, id::text
      FROM app_user
      WHERE (name ILIKE ${pattern} OR email ILIKE ${pattern})
        AND email NOT LIKE '%@verwijderd.invalid'
      LIMIT ${MAX_FOUND})
      UNION ALL
      (SELECT 'organisation', id::text FROM organisation WHERE name ILIKE ${pattern}
      LIMIT ${MAX_FOUND})
      UNION ALL
      (SELECT DISTINCT 'initiative', initiative_id::text
      FROM initiative_revision
      WHERE title ILIKE ${pattern}
      LIMIT ${MAX_FOUND})
      UNION ALL
      (SELECT 'revision', id::text FROM initiative_revision WHERE title ILIKE ${pattern}
      LIMIT ${MAX_FOUND})`,
  )
  return {
    personIds: rows.filter(({ type }) => type === 'user').map(({ id }) => id),
    objects: rows,
  }
}
