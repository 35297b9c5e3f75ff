import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { LedgerEntry, LedgerKind } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { checkLedger } = await import('./check.data')
const { readContents } = await import('./contents.data')
const { listEntries, listHeads, getEnd, getLastCheck } = await import('./data')
const { checkAndPublish, publishHead } = await import('./mutations')
const { contentText, LEDGER_KINDS, MAX_FAULTS, recordKey, sha256 } = await import('./rules')

const TABLES: Record<LedgerKind, string> = {
  expectation: 'policy_expectation',
  verdict: 'policy_verdict',
  reaction: 'verdict_reading',
  assessment: 'assessment',
  measurement: 'measurement',
}
const owner = new Client({ connectionString: database.url })
let entries: LedgerEntry[]

const one = (kind: LedgerKind, at = 0): LedgerEntry => {
  const found = entries.filter((entry) => entry.kind === kind)[at]
  if (!found) throw new Error(`the seed has no ${kind}`)
  return found
}

/** What somebody who owns the database can do: no trigger and no foreign key holds them. */
async function tampered(tables: readonly string[], ...statements: string[]) {
  await owner.query('SET session_replication_role = replica')
  for (const table of tables)
    await owner.query(`CREATE TEMPORARY TABLE kept_${table} AS SELECT * FROM ${table}`)
  try {
    for (const statement of statements) await owner.query(statement)
    return await checkLedger(7)
  } finally {
    for (const table of tables)
      await owner.query(
        `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`,
      )
    await owner.query('SET session_replication_role = origin')
  }
}

beforeAll(async () => {
  await owner.connect()
  await publishHead(new Date('2026-11-28T12:00:00Z'))
  entries = await listEntries(0, 10_000)
})

afterAll(async () => {
  await owner.end()
  await db.$disconnect()
  await database.drop()
})

describe('the ledger of a seeded installation', () => {
  it('holds every signed record once, of each kind, and nothing breaks it', async () => {
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(LEDGER_KINDS))
    const result = await checkLedger(7)
    expect(result).toMatchObject({ faultCount: 0, faults: [], entries: entries.length, heads: 1 })
    expect(result.head).toEqual(await getEnd())
    expect(entries.some(({ afterwards }) => afterwards)).toBe(true)
  })

  it('hashes the same text in the database and outside it', async () => {
    const contents = await readContents(entries)
    for (const entry of entries) {
      const fields = contents.get(recordKey(entry)) ?? {}
      const text = contentText(fields, entry.salt)
      expect(sha256(text)).toBe(entry.contentHash)
      const { rows } = await owner.query<{ text: string }>(
        `SELECT ledger_text(ledger_content($1, $2) || jsonb_build_object('salt', $3::uuid)) AS text`,
        [entry.kind, entry.recordId, entry.salt],
      )
      expect(rows[0]?.text).toBe(text)
    }
  })

  it('refuses to be changed, emptied or taken away', async () => {
    for (const statement of [
      'UPDATE ledger_entry SET hash = hash',
      'DELETE FROM ledger_entry',
      'TRUNCATE ledger_entry',
      'UPDATE ledger_head SET hash = hash',
      'DELETE FROM ledger_head',
      'TRUNCATE ledger_head',
    ])
      await expect(owner.query(statement)).rejects.toThrow(/keeps its rows/)
  })

  it('knows of every column whether it is hashed', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_name = ANY ($1) ORDER BY 1`,
      [[...Object.values(TABLES), 'assessment_score', 'measurement_file']],
    )
    const { rows: source } = await owner.query<{ text: string }>(
      `SELECT prosrc AS text FROM pg_proc WHERE proname = 'ledger_content'`,
    )
    const left = rows
      .map(({ name }) => name)
      .filter((name) => !new RegExp(`\\b${name.split('.')[1]}\\b`).test(source[0]?.text ?? ''))
    // Who signed, and counters of saving. A new column joins the hashed fields, or this list.
    expect(left).toEqual([
      'assessment.assessor_id',
      'assessment.updated_at',
      'assessment.version',
      'measurement.created_by_id',
      'measurement_file.content',
      'measurement_file.media_type',
      'measurement_file.name',
      'measurement_file.size_bytes',
      'policy_expectation.signed_by_id',
      'policy_expectation.version',
      'policy_verdict.signed_by_id',
      'policy_verdict.version',
      'verdict_reading.created_by_id',
    ])
  })
})

describe('a record that was changed past the triggers', () => {
  it.each([
    ['expectation', `text = text || '.'`],
    ['expectation', 'written_afterwards = NOT written_afterwards'],
    ['expectation', `period_begins_on = '2099-01-01'`],
    ['verdict', `decision = 'stop'`],
    ['verdict', `signed_at = signed_at - interval '1 day'`],
    ['reaction', `text = 'Wij zijn het eens'`],
    ['assessment', `constituency = 'other', round = 9`],
    ['measurement', 'numerator = coalesce(numerator, 0) + 1'],
    ['measurement', `measured_by = 'Een ander'`],
  ] as const)('is named: %s, %s', async (kind, change) => {
    const { recordId, seq } = one(kind)
    const { faults, faultCount } = await tampered(
      [TABLES[kind]],
      `UPDATE ${TABLES[kind]} SET ${change} WHERE id = '${recordId}'`,
    )
    expect(faultCount).toBe(1)
    expect(faults[0]).toMatchObject({ fault: 'changed', kind, recordId, seq })
  })

  it('is named when it is one score, or the unit of what was measured', async () => {
    const judged = one('assessment').recordId
    const score = await tampered(
      ['assessment_score'],
      `UPDATE assessment_score SET score = 6 - score WHERE assessment_id = '${judged}' AND score <> 3`,
    )
    expect(score.faults).toMatchObject([{ fault: 'changed', recordId: judged }])
    const { recordId } = one('measurement')
    const unit = await tampered(
      ['initiative_indicator'],
      `UPDATE initiative_indicator SET unit = 'euro'
       WHERE id = (SELECT indicator_id FROM measurement WHERE id = '${recordId}')`,
    )
    expect(unit.faults.map((fault) => fault.recordId)).toContain(recordId)
  })

  it('is named when it is gone, and when it came past the ledger', async () => {
    const { recordId, seq } = one('verdict')
    const gone = await tampered(
      ['policy_verdict'],
      `DELETE FROM policy_verdict WHERE id = '${recordId}'`,
    )
    expect(gone.faults).toMatchObject([{ fault: 'gone', kind: 'verdict', recordId, seq }])
    const added = '01890000-0000-7000-8000-000000000001'
    const slipped = await tampered(
      ['policy_expectation'],
      `INSERT INTO policy_expectation (id, measure_id, year, text, signed_at)
       SELECT '${added}', measure_id, 2099, text, signed_at FROM policy_expectation
       WHERE signed_at IS NOT NULL LIMIT 1`,
    )
    expect(slipped.faults).toMatchObject([
      { fault: 'unsealed', kind: 'expectation', recordId: added, seq: null },
    ])
  })
})

describe('a chain that was changed', () => {
  const seq = 3
  const MEND = `hash = ledger_hash(jsonb_build_object('form', '1', 'seq', seq::text, 'kind', kind::text,
    'content', content_hash, 'previous', previous_hash, 'afterwards', afterwards::text, 'sealedAt', ledger_moment(sealed_at)))`

  it('shows an entry that was altered, and one that was altered with its own hash', async () => {
    const altered = await tampered(
      ['ledger_entry'],
      `UPDATE ledger_entry SET sealed_at = sealed_at - interval '1 year' WHERE seq = ${seq}`,
    )
    expect(altered.faults).toMatchObject([{ fault: 'entry', seq }])
    const mended = await tampered(
      ['ledger_entry'],
      `UPDATE ledger_entry SET sealed_at = sealed_at - interval '1 year' WHERE seq = ${seq}`,
      `UPDATE ledger_entry SET ${MEND} WHERE seq = ${seq}`,
    )
    expect(mended.faults).toMatchObject([{ fault: 'link', seq: seq + 1 }])
  })

  it('shows what is missing and what changed places', async () => {
    const missing = await tampered(['ledger_entry'], `DELETE FROM ledger_entry WHERE seq = ${seq}`)
    expect(missing.faults.map(({ fault }) => fault).toSorted()).toEqual(['gap', 'unsealed'])
    expect(missing.faults.find(({ fault }) => fault === 'gap')).toMatchObject({ seq })
    const swapped = await tampered(
      ['ledger_entry'],
      'UPDATE ledger_entry SET seq = seq + 100000 WHERE seq IN (2, 3)',
      'UPDATE ledger_entry SET seq = CASE seq WHEN 100002 THEN 3 ELSE 2 END WHERE seq > 100000',
    )
    expect(swapped.faults).toMatchObject([
      { fault: 'entry', seq: 2, recordId: entries[2]?.recordId },
      { fault: 'entry', seq: 3, recordId: entries[1]?.recordId },
      { fault: 'link', seq: 4 },
    ])
  })

  it('shows a record and its entry of which the places were exchanged', async () => {
    const [a, b] = [one('verdict', 0), one('verdict', 1)]
    const spare = '01890000-0000-7000-8000-000000000002'
    const { faults } = await tampered(
      ['ledger_entry'],
      `UPDATE ledger_entry SET record_id = '${spare}' WHERE seq = ${a.seq}`,
      `UPDATE ledger_entry SET record_id = '${a.recordId}' WHERE seq = ${b.seq}`,
      `UPDATE ledger_entry SET record_id = '${b.recordId}' WHERE seq = ${a.seq}`,
    )
    expect(faults).toMatchObject([
      { fault: 'changed', seq: a.seq },
      { fault: 'changed', seq: b.seq },
    ])
  })

  it('that was cut off with its records does not fit what was published', async () => {
    const last = entries.at(-1)!
    const { faults } = await tampered(
      ['ledger_entry', TABLES[last.kind]],
      `DELETE FROM ${TABLES[last.kind]} WHERE id = '${last.recordId}'`,
      `DELETE FROM ledger_entry WHERE seq = ${last.seq}`,
    )
    expect(faults).toMatchObject([{ fault: 'head', seq: last.seq, at: '2026-11-28' }])
  })

  it('that was made anew from a changed record does not fit it either', async () => {
    const { recordId } = one('verdict')
    const { faults } = await tampered(
      ['ledger_entry', 'policy_verdict'],
      `UPDATE policy_verdict SET observed = 'Alles ging goed' WHERE id = '${recordId}'`,
      `UPDATE ledger_entry SET content_hash = ledger_hash(ledger_content(kind, record_id) || jsonb_build_object('salt', salt))`,
      `DO $$ DECLARE e record; h text := repeat('0', 64); BEGIN
         FOR e IN SELECT seq FROM ledger_entry ORDER BY seq LOOP
           UPDATE ledger_entry SET previous_hash = h WHERE seq = e.seq;
           UPDATE ledger_entry SET ${MEND} WHERE seq = e.seq RETURNING hash INTO h;
         END LOOP; END $$`,
    )
    expect(faults).toMatchObject([{ fault: 'head', at: '2026-11-28' }])
  })

  it('names the first hundred faults and counts them all', async () => {
    const { faults, faultCount } = await tampered(
      ['ledger_entry'],
      `UPDATE ledger_entry SET sealed_at = sealed_at - interval '1 year'`,
    )
    expect(faultCount).toBe(entries.length)
    expect(faults).toHaveLength(Math.min(entries.length, MAX_FAULTS))
  })
})

describe('the recurring check', () => {
  it('publishes one head a day and keeps what it found for the page', async () => {
    const now = new Date('2026-11-29T23:30:00Z')
    expect(await checkAndPublish(now)).toBe(0)
    expect(await checkAndPublish(now)).toBe(0)
    expect((await listHeads(5)).map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-28'])
    expect(await getLastCheck()).toMatchObject({ faultCount: 0, entries: entries.length, heads: 2 })
  })
})
