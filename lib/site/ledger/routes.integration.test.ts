import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeAssessments } from '@/lib/base/testing/panel'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listCriteria } = await import('@/lib/judgement/assessments/data')
const { saveAssessment } = await import('@/lib/judgement/assessments/mutations')
const { getAssessmentTarget } = await import('@/lib/judgement/assessments/targets.data')
const { getMeasureYear } = await import('@/lib/monitor/verdicts/data')
const verdicts = await import('@/lib/monitor/verdicts/mutations')
const { acceptHandover, offerInitiative } = await import('@/lib/knowledge/handovers/mutations')
const { splitInitiative } = await import('@/lib/knowledge/splits/mutations')
const { getKnown } = await import('@/lib/site/divisions/data')
const { saveDivision } = await import('@/lib/site/divisions/mutations')
const { mergeInitiatives } = await import('@/lib/site/initiative-merges/mutations')
const { mergeTerm } = await import('@/lib/site/vocabularies/merge.mutations')
const { checkLedger } = await import('./check.data')
const { getEntry, listEntries } = await import('./data')

const now = new Date('2026-11-30T12:00:00Z')
const owner = new Client({ connectionString: database.url })
let actorId: string
let otherId: string
let measureId: string
let indicatorId: string

const all = () => listEntries(0, 10_000)
const userId = async (email: string) =>
  (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id
const initiative = async (slug: string) =>
  db.initiative.findUniqueOrThrow({ where: { slug }, select: { id: true, organisationId: true } })
const measured = (numerator: number, client: typeof db = db) =>
  client.measurement.create({
    data: { indicatorId, numerator, n: 40, sourceTitle: 'Registratie', createdById: actorId },
    select: { id: true },
  })

beforeAll(async () => {
  await owner.connect()
  actorId = await userId('redacteur.brabant@voorbeeld.nl')
  otherId = await userId('redacteur.overijssel@voorbeeld.nl')
  const measure = { slug: 'voorbeeld-mb-afspraken-mantelzorg' }
  measureId = (await db.policyMeasure.findUniqueOrThrow({ where: measure })).id
  indicatorId = (await db.initiativeIndicator.findFirstOrThrow({ orderBy: { id: 'asc' } })).id
})

afterEach(async () => {
  expect((await checkLedger()).faults).toEqual([])
})

afterAll(async () => {
  await owner.end()
  await db.$disconnect()
  await database.drop()
})

describe('signing', () => {
  it('enters an expectation, a verdict and its correction once each, and no draft', async () => {
    const before = (await all()).length
    const year = 2026
    const about = { measureId, year, actorId }
    await verdicts.saveExpectation({ ...about, version: 0, expectationText: 'Twintig mensen' })
    expect(await all()).toHaveLength(before)
    await verdicts.signExpectation({ ...about, version: 1, afterwards: false, now })
    const write = async (observed: string, version: number) => {
      await verdicts.saveVerdict({
        ...about,
        ...{ version, observed, otherCauses: '', reason: 'Te vroeg' },
        ...{ confidence: 'low', decision: 'undecided' },
      })
      const { draft } = await getMeasureYear(measureId, year)
      expect(await getEntry('verdict', draft!.id)).toBeNull()
      await verdicts.signVerdict({ ...about, version: draft!.version, now })
      return draft!.id
    }
    const first = await write('Twaalf mensen werken', 0)
    const second = await write('Veertien mensen werken', 0)
    const { current } = await getMeasureYear(measureId, year)
    await verdicts.addReaction({
      ...about,
      ...{ reactionId: '01890000-0000-7000-8000-00000000000a', verdictId: current!.id },
      ...{ constituency: 'employers', reactionText: 'Dat zien wij ook.' },
    })
    expect((await all()).slice(before).map(({ kind, recordId }) => [kind, recordId])).toEqual([
      ['expectation', expect.any(String)],
      ['verdict', first],
      ['verdict', second],
      ['reaction', '01890000-0000-7000-8000-00000000000a'],
    ])
  })

  it('enters a judgement with its scores when it is handed in', async () => {
    const { assessor, scores } = await arrangeAssessments(db, { listCriteria, getAssessmentTarget })
    const mine = await assessor()
    await saveAssessment({ ...mine, scores: scores() })
    const where = { assessorId: mine.actorId }
    const { id } = await db.assessment.findFirstOrThrow({ where, select: { id: true } })
    expect(await getEntry('assessment', id)).toBeNull()
    await saveAssessment({ ...mine, scores: scores('5'), version: 1, submit: true })
    expect(await getEntry('assessment', id)).toMatchObject({ afterwards: false })
  })

  it('keeps one order when many sign at the same moment', async () => {
    const before = (await all()).length
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => measured(index)))
    const added = (await all()).slice(before)
    expect(added.map(({ recordId }) => recordId).toSorted()).toEqual(
      ids.map(({ id }) => id).toSorted(),
    )
    expect(added.map(({ seq }) => seq)).toEqual(ids.map((_, index) => before + 1 + index))
  })

  it('that is rolled back leaves nothing', async () => {
    const before = (await all()).length
    await expect(
      db.$transaction(async (tx) => {
        await measured(1, tx as typeof db)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await all()).toHaveLength(before)
  })
})

describe('what may be done with what was signed', () => {
  it('is forgetting the account behind it', async () => {
    const { assessorId } = await db.assessment.findFirstOrThrow({
      where: { status: 'submitted' },
      select: { assessorId: true },
    })
    const { signedById } = await db.policyVerdict.findFirstOrThrow({
      where: { signedById: { not: null } },
      select: { signedById: true },
    })
    const { id } = await measured(3)
    for (const person of new Set([assessorId, signedById, actorId]))
      await db.$executeRaw`SELECT forget_account(${person}::uuid)`
    const where = { id }
    expect(await db.measurement.findUniqueOrThrow({ where })).toMatchObject({ createdById: null })
    actorId = otherId
  })

  it('is merging, handing over and splitting the initiative it is about', async () => {
    const judged = await db.assessment.groupBy({ by: ['initiativeId'], _count: true })
    const about = new Set(judged.map(({ initiativeId }) => initiativeId))
    const from = await initiative('rangeerterrein')
    const into = await initiative('voorschakeltraject-zorg')
    expect(about.has(from.id) || about.has(into.id)).toBe(true)
    expect(
      await mergeInitiatives({
        ...{ fromId: from.id, intoId: into.id, reason: 'Hetzelfde.', organisationId: null },
        actorId,
      }),
    ).toBe('merged')
    const to = await db.organisation.create({
      data: { slug: 'ontvanger', name: 'Ontvanger', kind: 'foundation' },
      select: { id: true },
    })
    const handed = { initiativeId: into.id, toId: to.id, actorId }
    expect(await offerInitiative({ ...handed, message: 'Wij stoppen.' })).toBe('offered')
    expect(await acceptHandover(handed)).toBe('accepted')
    await splitInitiative({ initiativeId: into.id, title: 'Een deel', parts: [], actorId })
  })

  it('is a new division of regions and the merging of terms', async () => {
    const { regions } = await getKnown(now)
    const [first, second] = regions.filter(({ ended }) => !ended)
    const line = (code: string, name: string, members: readonly string[], was = '') =>
      [code, name, members.join(' '), '1-1-2026', was].join('\t')
    const gone = [first!, second!]
    const text = [
      'code\tnaam\tgemeenten\tgeldig vanaf\tvoorgangers',
      ...regions
        .filter((region) => !gone.includes(region) && !region.ended)
        .map(({ code, name, municipalities }) => line(code, name, municipalities)),
      line(
        'AM90',
        'Nieuwland',
        gone.flatMap(({ municipalities }) => municipalities),
        gone.map(({ code }) => code).join(','),
      ),
    ].join('\n')
    expect(await saveDivision({ actorId }, text, now)).toBe(true)
    const [a, b] = await db.term.findMany({
      where: { vocabulary: 'target_group', parentId: null, replacedById: null, retiredOn: null },
      orderBy: { slug: 'asc' },
      take: 2,
    })
    expect(await mergeTerm(actorId, { id: a!.id, intoId: b!.id, vocabulary: 'target_group' })).toBe(
      true,
    )
  })

  it('is not deleting a draft that was measured', async () => {
    const { id } = await db.initiative.create({
      data: {
        slug: 'gemeten-concept',
        organisationId: (await initiative('rangeerterrein')).organisationId,
      },
      select: { id: true },
    })
    const type = await db.term.findFirstOrThrow({ where: { vocabulary: 'result_type' } })
    const indicator = await db.initiativeIndicator.create({
      data: { initiativeId: id, position: 1, label: 'Werk', unit: 'mensen', resultTypeId: type.id },
      select: { id: true },
    })
    const data = { indicatorId: indicator.id, numerator: 1, n: 2, sourceTitle: 'Telling' }
    await db.measurement.create({ data, select: { id: true } })
    await expect(db.initiative.delete({ where: { id } })).rejects.toThrow(/keeps its rows/)
  })

  it('is a new column that is still empty', async () => {
    await owner.query('ALTER TABLE measurement ADD COLUMN something_later text')
    await owner.query('ALTER TABLE policy_verdict ADD COLUMN something_later text')
    expect((await checkLedger()).faultCount).toBe(0)
  })
})

describe('an installation that stands already', () => {
  it('is entered in order of time, marked as afterwards, with the date of entering', async () => {
    const path = 'prisma/migrations/20261130221000_ledger/migration.sql'
    const [, entering] = readFileSync(path, 'utf8').split('-- What already stands')
    const before = await all()
    await owner.query('SET session_replication_role = replica; DELETE FROM ledger_entry')
    await owner.query('SET session_replication_role = origin')
    await owner.query(`-- ${entering ?? ''}`)
    const after = await all()
    expect(after).toHaveLength(before.length)
    expect(after.every(({ afterwards }) => afterwards)).toBe(true)
    const times = await owner.query<{ sorted: boolean }>(`
      SELECT bool_and(coalesce(own >= earlier, true)) AS sorted FROM (
        SELECT own, lag(own) OVER (ORDER BY seq) AS earlier FROM (
          SELECT seq, coalesce(c->>'signedAt', c->>'submittedAt', c->>'createdAt') AS own
          FROM ledger_entry, LATERAL (SELECT ledger_content(kind, record_id) AS c) s
        ) x
      ) y`)
    expect(times.rows[0]?.sorted).toBe(true)
    // A second run, as after an interrupted one, enters nothing twice.
    await owner.query(`-- ${entering ?? ''}`)
    expect(await all()).toHaveLength(before.length)
  })
})
