import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getMeasureYear, listAwaitedReactions } = await import('./data')
const mutations = await import('./mutations')

const YEAR = 2026
const now = new Date('2026-11-24T12:00:00Z')
let measureId: string
let actorId: string

const expectation = (version: number, expectationText: string, year = YEAR) =>
  mutations.saveExpectation({ measureId, year, version, expectationText, actorId })
const verdict = (version: number, over = {}) =>
  mutations.saveVerdict({
    measureId,
    year: YEAR,
    version,
    observed: 'Twaalf mensen werken',
    otherCauses: '',
    confidence: 'low',
    decision: 'undecided',
    reason: 'Te vroeg',
    actorId,
    ...over,
  })
const stored = () => getMeasureYear(measureId, YEAR)
const sign = async () =>
  mutations.signVerdict({
    measureId,
    year: YEAR,
    version: (await stored()).draft!.version,
    actorId,
    now,
  })

beforeAll(async () => {
  measureId = (
    await db.policyMeasure.findUniqueOrThrow({
      where: { slug: 'voorbeeld-mb-afspraken-mantelzorg' },
      select: { id: true },
    })
  ).id
  actorId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('an expectation', () => {
  it('is saved once when two people write at the same time', async () => {
    const answers = await Promise.all([
      expectation(0, 'Van de een'),
      expectation(0, 'Van de ander'),
    ])
    expect(answers.toSorted()).toEqual(['conflict', null])
    expect(await expectation(1, 'Twintig mensen')).toBeNull()
    expect(await expectation(1, 'Dertig mensen')).toBe('conflict')
  })

  it('is frozen when signed, also by the database', async () => {
    expect(
      await mutations.signExpectation({
        measureId,
        year: YEAR,
        version: 1,
        afterwards: false,
        actorId,
        now,
      }),
    ).toBe('conflict')
    expect(
      await mutations.signExpectation({
        measureId,
        year: YEAR,
        version: 2,
        afterwards: false,
        actorId,
        now,
      }),
    ).toBeNull()
    expect(await expectation(3, 'Toch maar tien')).toBe('conflict')
    const where = { measureId_year: { measureId, year: YEAR } }
    await expect(
      db.policyExpectation.update({
        where,
        data: { text: 'Toch maar tien' },
        select: { id: true },
      }),
    ).rejects.toThrow(/cannot change/)
    await expect(db.policyExpectation.delete({ where, select: { id: true } })).rejects.toThrow(
      /cannot change/,
    )
  })

  it('is marked when it is signed after its year, never otherwise', async () => {
    await expectation(0, 'Dat wisten wij al', 2025)
    const late = { measureId, year: 2025, version: 1, actorId, now }
    await expect(mutations.signExpectation({ ...late, afterwards: false })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    await expect(
      db.policyExpectation.update({
        where: { measureId_year: { measureId, year: 2025 } },
        data: { signedAt: now },
        select: { id: true },
      }),
    ).rejects.toThrow()
    expect(await mutations.signExpectation({ ...late, afterwards: true })).toBeNull()
    expect((await getMeasureYear(measureId, 2025)).expectation).toMatchObject({
      writtenAfterwards: true,
    })
  })
})

describe('a verdict', () => {
  it('is signed only when complete and as it was read', async () => {
    await verdict(0, { reason: '' })
    await expect(sign()).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await verdict(1)).toBeNull()
    expect(await verdict(1)).toBe('conflict')
    expect(await mutations.signVerdict({ measureId, year: YEAR, version: 1, actorId, now })).toBe(
      'conflict',
    )
    expect(await sign()).toBeNull()
    expect((await stored()).current).toMatchObject({ decision: 'undecided', supersedesId: null })
  })

  it('never changes afterwards, also by the database; a correction is a new one', async () => {
    const first = (await stored()).current!
    await expect(
      db.policyVerdict.update({
        where: { id: first.id },
        data: { decision: 'stop' },
        select: { id: true },
      }),
    ).rejects.toThrow(/cannot change/)
    await expect(
      db.policyVerdict.update({
        where: { id: first.id },
        data: { signedAt: null },
        select: { id: true },
      }),
    ).rejects.toThrow(/cannot change/)
    await expect(
      db.$executeRaw`DELETE FROM policy_verdict WHERE id = ${first.id}::uuid`,
    ).rejects.toThrow(/cannot change/)
    await verdict(0, { decision: 'adapt', reason: 'Eerder beginnen' })
    expect((await stored()).current?.id).toBe(first.id)
    await sign()
    const after = await stored()
    expect(after.current).toMatchObject({ decision: 'adapt', supersedesId: first.id })
    expect(after.replaced.map(({ id }) => id)).toEqual([first.id])
  })

  it('gets reactions that are added once and never change', async () => {
    const reaction = {
      measureId,
      year: YEAR,
      verdictId: (await stored()).current!.id,
      reactionId: randomUUID(),
      constituency: 'employers' as const,
      reactionText: 'Het scheelt tijd.',
      actorId,
    }
    await mutations.addReaction(reaction)
    await mutations.addReaction(reaction)
    expect((await stored()).current?.reactions).toHaveLength(1)
    await expect(
      db.verdictReaction.update({
        where: { id: reaction.reactionId },
        data: { text: 'Anders' },
        select: { id: true },
      }),
    ).rejects.toThrow()
    await expect(
      mutations.addReaction({ ...reaction, reactionId: randomUUID(), year: 2025 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a member of a constituency', () => {
  const person = async (email: string) =>
    (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id
  const emails = (kind: string) =>
    db.mail.findMany({
      where: { kind },
      select: { recipientId: true, path: true },
      orderBy: { id: 'asc' },
    })
  const own = async (over: object = {}) => ({
    measureId,
    year: YEAR,
    verdictId: (await stored()).current!.id,
    reactionId: randomUUID(),
    reactionText: 'Wij zien het anders.',
    constituency: 'employees' as const,
    actorId: await person('lid.brabant@voorbeeld.nl'),
    ...over,
  })

  it('is told of each signed verdict of the region, and nobody of elsewhere or without a constituency is', async () => {
    const member = await person('lid.brabant@voorbeeld.nl')
    const told = await emails('verdict-reading')
    expect(told).toEqual([
      { recipientId: member, path: `/werkplek/maatregelen/${measureId}/${YEAR}/reactie` },
      { recipientId: member, path: `/werkplek/maatregelen/${measureId}/${YEAR}/reactie` },
    ])
  })

  it('adds a reaction of their own, once however often it is sent, and the signer hears of it', async () => {
    const regions = (
      await db.policyMeasure.findUniqueOrThrow({
        where: { id: measureId },
        select: { goal: { select: { regionId: true } } },
      })
    ).goal.regionId
    const member = await person('lid.brabant@voorbeeld.nl')
    const waiting = () =>
      listAwaitedReactions(member, [regions], new Date(0)).then((rows) =>
        rows.filter((row) => row.measureId === measureId && row.year === YEAR),
      )
    expect(await waiting()).toHaveLength(1)
    const reaction = await own()
    await mutations.addOwnReaction(reaction)
    await mutations.addOwnReaction(reaction)
    expect((await stored()).current?.reactions.filter(({ byMember }) => byMember)).toMatchObject([
      { constituency: 'employees', text: 'Wij zien het anders.' },
    ])
    expect(await emails('reading-added')).toEqual([
      { recipientId: actorId, path: `/werkplek/maatregelen/${measureId}/${YEAR}` },
    ])
    expect(await waiting()).toEqual([])
    await mutations.addOwnReaction(await own({ reactionText: 'Een aanvulling.' }))
    expect((await stored()).current?.reactions.filter(({ byMember }) => byMember)).toHaveLength(2)
  })

  it('reads no draft, no other year, and never for another constituency or as another person; the database refuses it too', async () => {
    await expect(mutations.addOwnReaction(await own({ year: 2025 }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(
      mutations.addOwnReaction(await own({ constituency: 'employers' })),
    ).rejects.toThrow(/own constituency/)
    await verdict(0, { reason: 'Nog een keer' })
    const draft = (await stored()).draft!.id
    await expect(mutations.addOwnReaction(await own({ verdictId: draft }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const insert = (byMember: boolean) =>
      db.verdictReaction.create({
        data: {
          verdictId: draft,
          constituency: 'employees',
          text: 'Te vroeg',
          byMember,
          createdById: actorId,
        },
        select: { id: true },
      })
    await expect(insert(false)).rejects.toThrow(/signed verdict/)
    const { id } = (await stored()).current!.reactions.find(({ byMember }) => byMember)!
    for (const data of [
      { text: 'Anders' },
      { byMember: false },
      { constituency: 'other' as const },
      { createdById: actorId },
    ])
      await expect(
        db.verdictReaction.update({ where: { id }, data, select: { id: true } }),
      ).rejects.toThrow()
    await expect(
      db.verdictReaction.delete({ where: { id }, select: { id: true } }),
    ).rejects.toThrow()
  })
})
