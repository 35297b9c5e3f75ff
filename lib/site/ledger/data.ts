import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { LEDGER_KINDS, START } from './rules'
import type {
  Fault,
  KindCount,
  LedgerEntry,
  LedgerHead,
  LedgerKind,
  Place,
  StoredCheck,
} from './types'

const entrySelect = {
  seq: true,
  kind: true,
  recordId: true,
  form: true,
  salt: true,
  contentHash: true,
  previousHash: true,
  hash: true,
  afterwards: true,
  sealedAt: true,
} as const

/** Entries after a number, in order. */
export async function listEntries(after: number, limit: number): Promise<LedgerEntry[]> {
  return db.ledgerEntry.findMany({
    where: { seq: { gt: after } },
    select: entrySelect,
    orderBy: { seq: 'asc' },
    take: limit,
  })
}

/** The entry of a record; null when it has none. */
export async function getEntry(kind: LedgerKind, recordId: string): Promise<LedgerEntry | null> {
  if (!z.uuid().safeParse(recordId).success) return null
  return db.ledgerEntry.findUnique({
    where: { kind_recordId: { kind, recordId } },
    select: entrySelect,
  })
}

/** The entry with this hash, as somebody kept it; null when it is not in the chain. */
export async function findHash(hash: string): Promise<LedgerEntry | null> {
  return db.ledgerEntry.findUnique({ where: { hash }, select: entrySelect })
}

/** Where the chain ends. */
export async function getEnd(): Promise<Place> {
  return (
    (await db.ledgerEntry.findFirst({
      select: { seq: true, hash: true },
      orderBy: { seq: 'desc' },
    })) ?? START
  )
}

/** Published heads, the newest first. */
export async function listHeads(limit: number): Promise<LedgerHead[]> {
  const rows = await db.ledgerHead.findMany({
    select: { day: true, seq: true, hash: true },
    orderBy: { day: 'desc' },
    take: limit,
  })
  return rows.map((row) => ({ ...row, day: toCalendarDate(row.day) }))
}

const kindRow = z.object({
  kind: z.enum(LEDGER_KINDS),
  count: z.int(),
  afterwards: z.int(),
  since: z.date(),
})

/** How many records of each kind are in the chain, and since when. */
export async function countKinds(): Promise<KindCount[]> {
  const rows = z.array(kindRow).parse(
    await db.$queryRaw`
      SELECT
        kind::text AS kind,
        count(*)::int AS count,
        count(*) FILTER (WHERE afterwards)::int AS afterwards,
        min(sealed_at) AS since
      FROM ledger_entry
      GROUP BY kind`,
  )
  return LEDGER_KINDS.map((kind) => {
    const row = rows.find((one) => one.kind === kind)
    return {
      kind,
      count: row?.count ?? 0,
      afterwards: row?.afterwards ?? 0,
      since: row?.since.toISOString() ?? null,
    }
  })
}

const headRow = z.object({ day: z.string(), seq: z.int(), hash: z.string() })

/** Published heads that are not in the chain, the oldest first, and how many heads there are. */
export async function listBrokenHeads(
  limit: number,
): Promise<{ all: number; broken: LedgerHead[] }> {
  const all = await db.ledgerHead.count()
  const broken = await db.$queryRaw`
    SELECT h.day::text AS day, h.seq, h.hash
    FROM ledger_head h
    LEFT JOIN ledger_entry e ON e.seq = h.seq
    WHERE h.hash IS DISTINCT FROM e.hash
    ORDER BY h.day
    LIMIT ${limit}`
  return { all, broken: z.array(headRow).parse(broken) }
}

const unsealedRow = z.object({ kind: z.enum(LEDGER_KINDS), id: z.string(), at: z.date() })

/** Signed records without an entry, the oldest first. */
export async function listUnsealed(limit: number): Promise<Fault[]> {
  const rows = await db.$queryRaw`
    SELECT r.kind::text AS kind, r.id::text AS id, r.at
    FROM (
      SELECT 'expectation'::ledger_kind AS kind, id, signed_at AS at
      FROM policy_expectation
      WHERE signed_at IS NOT NULL
      UNION ALL
      SELECT 'verdict', id, signed_at FROM policy_verdict WHERE signed_at IS NOT NULL
      UNION ALL
      SELECT 'reaction', id, created_at FROM verdict_reading
      UNION ALL
      SELECT 'assessment', id, submitted_at FROM assessment WHERE status = 'submitted'
      UNION ALL
      SELECT 'measurement', id, created_at FROM measurement
    ) r
    WHERE NOT EXISTS (
      SELECT FROM ledger_entry e WHERE e.kind = r.kind AND e.record_id = r.id
    )
    ORDER BY r.at, r.id
    LIMIT ${limit}`
  return z
    .array(unsealedRow)
    .parse(rows)
    .map(({ kind, id, at }) => ({
      fault: 'unsealed',
      seq: null,
      kind,
      recordId: id,
      at: at.toISOString(),
    }))
}

const fileRow = z.object({ id: z.string(), same: z.boolean() })

/** Files of measurements after an id, each read and hashed by the database. */
export async function listFileHashes(
  after: string,
  limit: number,
): Promise<{ id: string; same: boolean }[]> {
  return z.array(fileRow).parse(
    await db.$queryRaw`
      SELECT measurement_id::text AS id, sha256 = encode(sha256(content), 'hex') AS same
      FROM measurement_file
      WHERE measurement_id > ${after}::uuid
      ORDER BY measurement_id
      LIMIT ${limit}`,
  )
}

const faultSchema = z.array(
  z.object({
    fault: z.enum(['changed', 'gone', 'entry', 'link', 'gap', 'unsealed', 'file', 'head']),
    seq: z.int().nullable(),
    kind: z.enum(LEDGER_KINDS).nullable(),
    recordId: z.string().nullable(),
    at: z.string().nullable(),
  }),
)

/** What the last check found; null before the first. */
export async function getLastCheck(): Promise<StoredCheck | null> {
  const row = await db.ledgerCheck.findFirst({
    select: { finishedAt: true, entries: true, heads: true, faultCount: true, faults: true },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
  })
  return row && { ...row, faults: faultSchema.parse(row.faults) }
}
