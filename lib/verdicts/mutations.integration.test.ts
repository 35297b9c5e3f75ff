import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/platform/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/platform/db')
const { getMeasureYear } = await import('./data')
const mutations = await import('./mutations')

const YEAR = 2026
const now = new Date('2026-11-24T12:00:00Z')
let measureId: string
let actorId: string

const expectation = (version: number, expectationText: string, year = YEAR) => mutations.saveExpectation({ measureId, year, version, expectationText, actorId })
const verdict = (version: number, over = {}) =>
  mutations.saveVerdict({ measureId, year: YEAR, version, observed: 'Twaalf mensen werken', otherCauses: '', confidence: 'low', decision: 'undecided', reason: 'Te vroeg', actorId, ...over })
const stored = () => getMeasureYear(measureId, YEAR)
const sign = async () => mutations.signVerdict({ measureId, year: YEAR, version: (await stored()).draft!.version, actorId, now })

beforeAll(async () => {
  measureId = (await db.policyMeasure.findUniqueOrThrow({ where: { slug: 'voorbeeld-mb-afspraken-mantelzorg' }, select: { id: true } })).id
  actorId = (await db.user.findUniqueOrThrow({ where: { email: 'redacteur.brabant@voorbeeld.nl' }, select: { id: true } })).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('an expectation', () => {
  it('is saved once when two people write at the same time', async () => {
    const answers = await Promise.all([expectation(0, 'Van de een'), expectation(0, 'Van de ander')])
    expect(answers.toSorted()).toEqual(['conflict', null])
    expect(await expectation(1, 'Twintig mensen')).toBeNull()
    expect(await expectation(1, 'Dertig mensen')).toBe('conflict')
  })

  it('is frozen when signed, also by the database', async () => {
    expect(await mutations.signExpectation({ measureId, year: YEAR, version: 1, afterwards: false, actorId, now })).toBe('conflict')
    expect(await mutations.signExpectation({ measureId, year: YEAR, version: 2, afterwards: false, actorId, now })).toBeNull()
    expect(await expectation(3, 'Toch maar tien')).toBe('conflict')
    const where = { measureId_year: { measureId, year: YEAR } }
    await expect(db.policyExpectation.update({ where, data: { text: 'Toch maar tien' }, select: { id: true } })).rejects.toThrow(/cannot change/)
    await expect(db.policyExpectation.delete({ where, select: { id: true } })).rejects.toThrow(/cannot change/)
  })

  it('is marked when it is signed after its year, never otherwise', async () => {
    await expectation(0, 'Dat wisten wij al', 2025)
    const late = { measureId, year: 2025, version: 1, actorId, now }
    await expect(mutations.signExpectation({ ...late, afterwards: false })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(db.policyExpectation.update({ where: { measureId_year: { measureId, year: 2025 } }, data: { signedAt: now }, select: { id: true } })).rejects.toThrow()
    expect(await mutations.signExpectation({ ...late, afterwards: true })).toBeNull()
    expect((await getMeasureYear(measureId, 2025)).expectation).toMatchObject({ writtenAfterwards: true })
  })
})

describe('a verdict', () => {
  it('is signed only when complete and as it was read', async () => {
    await verdict(0, { reason: '' })
    await expect(sign()).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await verdict(1)).toBeNull()
    expect(await verdict(1)).toBe('conflict')
    expect(await mutations.signVerdict({ measureId, year: YEAR, version: 1, actorId, now })).toBe('conflict')
    expect(await sign()).toBeNull()
    expect((await stored()).current).toMatchObject({ decision: 'undecided', supersedesId: null })
  })

  it('never changes afterwards, also by the database; a correction is a new one', async () => {
    const first = (await stored()).current!
    await expect(db.policyVerdict.update({ where: { id: first.id }, data: { decision: 'stop' }, select: { id: true } })).rejects.toThrow(/cannot change/)
    await expect(db.policyVerdict.update({ where: { id: first.id }, data: { signedAt: null }, select: { id: true } })).rejects.toThrow(/cannot change/)
    await expect(db.$executeRaw`DELETE FROM policy_verdict WHERE id = ${first.id}::uuid`).rejects.toThrow(/cannot change/)
    await verdict(0, { decision: 'adapt', reason: 'Eerder beginnen' })
    expect((await stored()).current?.id).toBe(first.id)
    await sign()
    const after = await stored()
    expect(after.current).toMatchObject({ decision: 'adapt', supersedesId: first.id })
    expect(after.replaced.map(({ id }) => id)).toEqual([first.id])
  })

  it('gets readings that are added once and never change', async () => {
    const reading = { measureId, year: YEAR, verdictId: (await stored()).current!.id, readingId: randomUUID(), constituency: 'employers' as const, readingText: 'Het scheelt tijd.', actorId }
    await mutations.addReading(reading)
    await mutations.addReading(reading)
    expect((await stored()).current?.readings).toHaveLength(1)
    await expect(db.verdictReading.update({ where: { id: reading.readingId }, data: { text: 'Anders' }, select: { id: true } })).rejects.toThrow()
    await expect(mutations.addReading({ ...reading, readingId: randomUUID(), year: 2025 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
