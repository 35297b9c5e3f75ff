import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeAssessments } from '@/lib/base/testing/panel'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { isDatabaseUnavailable, sqlStateOf } = await import('@/lib/base/runtime/errors')
const { getJudgement, listCriteria } = await import('./data')
const { getAssessmentTarget } = await import('./targets.data')
const { saveRound } = await import('@/lib/judgement/panels/mutations')
const { closeDueRounds, saveAssessment } = await import('./mutations')

const { scores, assessor } = await arrangeAssessments(db, { listCriteria, getAssessmentTarget })

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a round with two hundred assessors at once', () => {
  it('loses and doubles nothing, and ends exactly once, after the last', async () => {
    const target = (await getAssessmentTarget('werknemersnetwerk-neurodiversiteit'))!
    const seats = await db.organisation.findMany({
      where: {
        slug: {
          in: [
            'secretariaat-ser-zeeland',
            'voorbeeld-regionaal-beraad-friesland',
            'voorbeeld-regionaal-beraad-twente',
            'voorbeeld-regionaal-beraad-noord-limburg',
          ],
        },
      },
      select: { id: true, regionId: true },
      orderBy: { slug: 'asc' },
    })
    const users = await db.user.createManyAndReturn({
      data: Array.from({ length: 200 }, (_, index) => ({
        email: `panel-${index}@voorbeeld.nl`,
        name: `Panel ${index}`,
      })),
      select: { id: true },
    })
    await db.membership.createMany({
      data: users.map(({ id }, index) => ({
        userId: id,
        organisationId: seats[index % 4]!.id,
        role: 'assessor' as const,
      })),
    })
    const moderator = await db.user.findUniqueOrThrow({
      where: { email: 'moderator@voorbeeld.nl' },
      select: { id: true },
    })
    const roundId = await saveRound({
      target,
      kind: 'fresh',
      deadline: '2099-01-01',
      assessorIds: users.map(({ id }) => id),
      actorId: moderator.id,
    })
    const { number } = await db.assessmentRound.findUniqueOrThrow({
      where: { id: roundId },
      select: { number: true },
    })
    const judge = async ({ id }: { id: string }, index: number): Promise<unknown> => {
      const seat = seats[index % 4]!
      const save = () =>
        saveAssessment({
          initiativeId: target.initiativeId,
          revisionId: target.revisionId,
          kind: 'panel',
          round: number,
          roundId,
          actorId: id,
          organisationId: seat.id,
          regionId: seat.regionId,
          constituency: 'other',
          scores: scores((['1', '2', '3', '4', '5'] as const)[index % 5]),
          version: 0,
          submit: true,
        })
      // Retries while the database is busy.
      for (;;) {
        const result = await save().catch((error: unknown) => error)
        if (!isDatabaseUnavailable(result)) return result
      }
    }
    // Everyone presses twice: the second is a conflict, or finds it submitted or the round ended.
    const results = await Promise.all(
      users.flatMap((user, index) => [judge(user, index), judge(user, index)]),
    )
    expect(results.filter((result) => result === 1)).toHaveLength(200)
    expect(
      results.filter(
        (result) =>
          result !== 1 && result !== 'conflict' && !String(result).includes('WRONG_STATE'),
      ),
    ).toEqual([])
    expect(await db.assessment.count({ where: { roundId, status: 'submitted' } })).toBe(200)
    expect(await db.assessmentScore.count({ where: { assessment: { roundId } } })).toBe(1_400)
    expect(
      await db.auditEvent.count({
        where: { action: 'assessment.submit', actorId: { in: users.map(({ id }) => id) } },
      }),
    ).toBe(200)
    expect(await db.auditEvent.count({ where: { action: 'round.close', objectId: roundId } })).toBe(
      1,
    )
    expect(
      await db.assessmentRound.findUnique({
        where: { id: roundId },
        select: { status: true, closingReason: true },
      }),
    ).toEqual({ status: 'closed', closingReason: 'complete' })
    expect((await getJudgement(target.initiativeId, false)).profile[0]).toMatchObject({
      n: 200,
      median: 3,
      divided: true,
      provisional: false,
    })
  })
})

describe('closeDueRounds', () => {
  it('ends what is overdue once, whoever calls it and however often, and refuses a judgement after that', async () => {
    const mine = await assessor()
    await saveAssessment({ ...mine, scores: scores() })
    const { deadline } = await db.assessmentRound.findUniqueOrThrow({
      where: { id: mine.roundId! },
      select: { deadline: true },
    })
    expect(await closeDueRounds(new Date(deadline.getTime() + 12 * 3_600_000))).toBe(0)
    const later = new Date(deadline.getTime() + 36 * 3_600_000)
    const counts = await Promise.all([
      closeDueRounds(later),
      closeDueRounds(later),
      closeDueRounds(later),
    ])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(
      await db.assessmentRound.findUnique({
        where: { id: mine.roundId! },
        select: { status: true, closingReason: true },
      }),
    ).toEqual({ status: 'closed', closingReason: 'deadline' })
    await expect(
      saveAssessment({ ...mine, scores: scores(), version: 1, submit: true }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(saveAssessment({ ...mine, scores: scores(), version: 1 })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    const { initiativeId, revisionId, organisationId, regionId, round, roundId } = mine
    const refused = await db.assessment
      .create({
        data: {
          initiativeId,
          revisionId,
          kind: 'panel',
          round,
          roundId,
          assessorId: (await assessor()).actorId,
          organisationId,
          regionId,
          constituency: 'other',
        },
        select: { id: true },
      })
      .catch(sqlStateOf)
    expect(refused).toBe('OT002')
    await expect(
      db.assessmentRound.update({
        where: { id: mine.roundId! },
        data: { status: 'open', closedAt: null, closingReason: null },
        select: { id: true },
      }),
    ).rejects.toThrow(/closed round/)
  })
})
