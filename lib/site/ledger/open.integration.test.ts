import { execFile } from 'node:child_process'
import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeAssessments } from '@/lib/base/testing/panel'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listCriteria } = await import('@/lib/judgement/assessments/data')
const { saveAssessment } = await import('@/lib/judgement/assessments/mutations')
const { getAssessmentTarget } = await import('@/lib/judgement/assessments/targets.data')
const { getLastCheck, listEntries } = await import('./data')
const { recordKey } = await import('./rules')
const { listSubjects } = await import('./subjects.data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const subjectOf = async (kind: 'assessment' | 'measurement', recordId: string) =>
  (await listSubjects([{ kind, recordId }])).get(recordKey({ kind, recordId }))

describe('what a record is about', () => {
  it('has a title and a place for each public record', async () => {
    const entries = await listEntries(0, 1_000)
    const subjects = await listSubjects(entries)
    expect(subjects.size).toBeGreaterThan(entries.length / 2)
    for (const { title, slug, at } of subjects.values())
      expect([title, slug, at].includes(null)).toBe(false)
  })

  it('is nobody’s business in an open round or of a draft', async () => {
    const { assessor, scores } = await arrangeAssessments(db, { listCriteria, getAssessmentTarget })
    const mine = await assessor()
    await saveAssessment({ ...mine, scores: scores(), submit: true })
    const where = { assessorId: mine.actorId }
    const { id } = await db.assessment.findFirstOrThrow({ where, select: { id: true } })
    expect(await subjectOf('assessment', id)).toBeUndefined()
    const measured = await db.measurement.findFirstOrThrow({
      select: { id: true, indicator: { select: { initiativeId: true } } },
      orderBy: { id: 'asc' },
    })
    expect(await subjectOf('measurement', measured.id)).toBeDefined()
    await db.initiative.update({
      where: { id: measured.indicator.initiativeId },
      data: { publishedRevisionId: null },
      select: { id: true },
    })
    expect(await subjectOf('measurement', measured.id)).toBeUndefined()
  })
})

/** The script as `npm run verify` starts it, on this database. */
const verify = (...args: string[]) =>
  new Promise<{ code: number; text: string }>((resolve) => {
    execFile(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'scripts/verify.ts', ...args],
      {
        env: {
          ...process.env,
          DATABASE_URL: database.url,
          NODE_OPTIONS: '--conditions=react-server',
        },
      },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, text: `${stdout}${stderr}` }),
    )
  })

describe('npm run verify', () => {
  it('ends well while nothing was rewritten, and knows a hash that was kept', async () => {
    const last = (await listEntries(0, 1_000)).at(-1)!
    const fine = await verify('--hash', last.hash.toUpperCase())
    expect(fine.text).toContain('Niets is veranderd.')
    expect(fine.text).toContain(`nummer ${last.seq}`)
    expect(fine.code).toBe(0)
    expect(await getLastCheck()).toBeNull()
    const published = await verify('--publish')
    expect(published.text).toContain('1 vingerafdrukken')
    expect(await getLastCheck()).toMatchObject({ faultCount: 0, heads: 1 })
    const strange = await verify('--hash', 'ab'.repeat(32))
    expect(strange.text).toContain('staat niet meer in de reeks')
    expect(strange.code).toBe(1)
  })

  it('ends with 1 and names the record that was changed', async () => {
    const owner = new Client({ connectionString: database.url })
    await owner.connect()
    await owner.query('SET session_replication_role = replica')
    const { rows } = await owner.query<{ title: string; id: string }>(
      `UPDATE policy_verdict v SET reason = 'Anders' FROM policy_measure m
       WHERE m.id = v.measure_id AND v.id = (SELECT id FROM policy_verdict WHERE signed_at IS NOT NULL ORDER BY id LIMIT 1)
       RETURNING m.title, v.id::text`,
    )
    await owner.end()
    const { code, text } = await verify()
    expect(text).toContain(`bij "${rows[0]?.title}"`)
    expect(text).toContain(rows[0]?.id)
    expect(text).toMatch(/Nummer \d+: het oordeel over 20\d\d .* is veranderd\./)
    expect(code).toBe(1)
  })
})
