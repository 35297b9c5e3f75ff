import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { saveReading } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { addDays, type CalendarDate } from '@/lib/base/text/calendar'
import { findNames, listOrganisationNames, listPeople, nameObjects } from './names.data'
import { actionsOf, isAction, isObject, MAX_FOUND, objectParameter } from './rules'
import type { Cursor, EventRow, ObjectKey, RecordEvent, RecordQuery } from './types'

/** Midnight in the Netherlands at the start of a day. */
const startOf = (day: CalendarDate) =>
  Prisma.sql`(${day}::date::timestamp AT TIME ZONE 'Europe/Amsterdam')`

export interface Found {
  personIds: readonly string[]
  objects: readonly ObjectKey[]
}

function foundWhere({ personIds, objects }: Found): Prisma.Sql {
  const types = [...new Set(objects.map(({ type }) => type))]
  return Prisma.sql`(${Prisma.join(
    [
      Prisma.sql`actor_id = ANY(${[...personIds]}::uuid[])`,
      ...types.map((type) => {
        const ids = objects.filter((one) => one.type === type).map(({ id }) => id)
        return Prisma.sql`(object_type = ${type} AND object_id = ANY(${ids}::text[]))`
      }),
    ],
    ' OR ',
  )})`
}

/**
 * The statement for one page: `limit` events before the cursor, newest first. `found` holds what
 * the free text of the query names; null without text.
 */
export function eventsSql(
  query: Omit<RecordQuery, 'text' | 'isPeriodRight'>,
  found: Found | null,
  { after, limit }: { after: Cursor | null; limit: number },
): Prisma.Sql {
  const { personId, object, group, from, until } = query
  const conditions = [
    Prisma.sql`at >= ${startOf(from)}`,
    Prisma.sql`at < ${startOf(addDays(until, 1))}`,
    ...(after === null
      ? []
      : [Prisma.sql`(at, id) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`]),
    ...(personId === null ? [] : [Prisma.sql`actor_id = ${personId}::uuid`]),
    ...(object === null
      ? []
      : [Prisma.sql`object_type = ${object.type} AND object_id = ${object.id}`]),
    ...(group === null ? [] : [Prisma.sql`action = ANY(${actionsOf(group)}::text[])`]),
    ...(found === null ? [] : [foundWhere(found)]),
  ]
  return Prisma.sql`
    SELECT id::text, at, actor_id::text AS "actorId", action, object_type AS "objectType",
      object_id AS "objectId", result, detail
    FROM audit_event
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY at DESC, id DESC
    LIMIT ${limit}`
}

const eventRow = z.object({
  id: z.string(),
  at: z.date(),
  actorId: z.string().nullable(),
  action: z.string(),
  objectType: z.string(),
  objectId: z.string().nullable(),
  result: z.string(),
  detail: z.record(z.string(), z.unknown()).nullable(),
})

async function listRows(sql: Prisma.Sql): Promise<EventRow[]> {
  const rows = z.array(eventRow).parse(await db.$queryRaw(sql))
  return rows.map(({ detail, ...row }) => ({ ...row, detail: detail ?? {} }))
}

const idIn = (detail: EventRow['detail'], key: string) =>
  typeof detail[key] === 'string' ? detail[key] : null

/** A source of figures has a number, which stands in the detail. */
function objectOf({ objectType, objectId, detail }: EventRow): ObjectKey | null {
  if (!isObject(objectType)) return null
  const id = objectId ?? (objectType === 'dataset' ? Number(detail.datasetId).toString() : null)
  return id === null ? null : { type: objectType, id }
}

const COUNTS = ['moved', 'asked', 'ended'] as const

function toEvent(
  row: EventRow,
  names: {
    people: Awaited<ReturnType<typeof listPeople>>
    objects: Awaited<ReturnType<typeof nameObjects>>
    organisations: ReadonlyMap<string, string>
  },
): RecordEvent {
  const { id, at, actorId, action, objectType, detail } = row
  const object = objectOf(row)
  const organisationId = idIn(detail, 'organisationId')
  const count = COUNTS.map((key) => detail[key]).find((one) => typeof one === 'number')
  return {
    id,
    at,
    action: isAction(action) ? action : null,
    storedAction: action,
    actorId,
    actor: (actorId !== null && names.people.get(actorId)) || null,
    object,
    objectType: isObject(objectType) ? objectType : null,
    objectName: (object && names.objects.get(objectParameter(object))) ?? null,
    organisationName: (organisationId !== null && names.organisations.get(organisationId)) || null,
    role: idIn(detail, 'after') ?? idIn(detail, 'role'),
    year: typeof detail.year === 'number' ? detail.year : null,
    count: count ?? 0,
    isRefused: row.result === 'refused',
  }
}

/** Gives rows the names that their ids have now. */
async function nameRows(rows: readonly EventRow[]): Promise<RecordEvent[]> {
  const [people, objects, organisations] = await Promise.all([
    listPeople(rows.flatMap(({ actorId }) => actorId ?? [])),
    nameObjects(rows.flatMap((row) => objectOf(row) ?? [])),
    listOrganisationNames(rows.flatMap(({ detail }) => idIn(detail, 'organisationId') ?? [])),
  ])
  return rows.map((row) => toEvent(row, { people, objects, organisations }))
}

/** One page of the record, newest first; the reading is noted, once per sitting. */
export async function listEvents(
  query: RecordQuery,
  { after, limit, readerId }: { after: Cursor | null; limit: number; readerId: string },
): Promise<{ events: RecordEvent[]; next: Cursor | null; isCut: boolean }> {
  await saveReading({ actorId: readerId, action: 'record.read', objectType: 'record' })
  const found = query.text === '' ? null : await findNames(query.text)
  const rows = await listRows(eventsSql(query, found, { after, limit: limit + 1 }))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    events: await nameRows(shown),
    next: rows.length > limit && last ? { at: last.at, id: last.id } : null,
    isCut: (found?.objects.length ?? 0) >= MAX_FOUND || (found?.personIds.length ?? 0) >= MAX_FOUND,
  }
}

const BATCH = 1_000

/** The whole selection in batches, for a file; noted as an export. */
export async function* streamEvents(
  query: RecordQuery,
  readerId: string,
): AsyncGenerator<RecordEvent[]> {
  await saveReading({ actorId: readerId, action: 'record.export', objectType: 'record' })
  const found = query.text === '' ? null : await findNames(query.text)
  for (let after: Cursor | null = null; ;) {
    const rows: EventRow[] = await listRows(eventsSql(query, found, { after, limit: BATCH }))
    if (rows.length > 0) yield nameRows(rows)
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = { at: last.at, id: last.id }
  }
}

/** The names of a person and an object that a filter chose; null for one that is gone. */
export async function nameFilters({ personId, object }: RecordQuery) {
  const [people, objects] = await Promise.all([
    listPeople(personId === null ? [] : [personId]),
    nameObjects(object === null ? [] : [object]),
  ])
  return {
    person: people.values().next().value?.name ?? null,
    object: objects.values().next().value ?? null,
  }
}
