import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeAssessments } from '@/lib/base/testing/panel'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listCriteria } = await import('./data')
const { getAssessmentTarget } = await import('./targets.data')
const { saveAssessment } = await import('./mutations')

const { scores, assessor } = await arrangeAssessments(db, { listCriteria, getAssessmentTarget })

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('what the database refuses for every writer', () => {
  const insert = async (over: {
    organisation?: string
    roundId?: string | null
    round?: number
    kind?: 'panel' | 'self'
  }) => {
    const mine = await assessor()
    const organisation = await db.organisation.findUniqueOrThrow({
      where: { slug: over.organisation ?? 'secretariaat-ser-zeeland' },
      select: { id: true, regionId: true },
    })
    return db.assessment.create({
      data: {
        initiativeId: mine.initiativeId,
        revisionId: mine.revisionId,
        kind: over.kind ?? 'panel',
        round: over.round ?? mine.round,
        assessorId: mine.actorId,
        roundId: over.roundId === undefined ? mine.roundId : over.roundId,
        organisationId: organisation.id,
        regionId: organisation.regionId,
        constituency: 'other',
      },
      select: { id: true, assessorId: true },
    })
  }

  it('judging the own region, also through a larger or smaller one', async () => {
    // The initiative is in Twente, Overijssel.
    await expect(insert({ organisation: 'voorbeeld-regionaal-beraad-twente' })).rejects.toThrow(
      /own region/,
    )
    await expect(
      insert({ organisation: 'voorbeeld-regionaal-beraad-friesland' }),
    ).resolves.toBeTruthy()
  })

  it('judging the own region through another organisation one belongs to', async () => {
    const mine = await assessor()
    const twente = await db.organisation.findUniqueOrThrow({
      where: { slug: 'voorbeeld-regionaal-beraad-twente' },
      select: { id: true },
    })
    await db.membership.create({
      data: { userId: mine.actorId, organisationId: twente.id, role: 'editor' },
      select: { userId: true },
    })
    await expect(saveAssessment({ ...mine, scores: scores() })).rejects.toThrow(/own region/)
  })

  it('a panel judgement without a round, with another number, or of another initiative', async () => {
    await expect(insert({ roundId: null })).rejects.toThrow(
      /assessment_round_of_panel|another initiative/,
    )
    await expect(insert({ round: 9 })).rejects.toThrow(/another initiative/)
    const { id } = await db.assessmentRound.findFirstOrThrow({
      where: { initiative: { slug: 'switch-naar-techniek' }, status: 'open' },
      select: { id: true },
    })
    await expect(insert({ roundId: id })).rejects.toThrow(/another initiative/)
  })

  it('a second one of the same person in the same round', async () => {
    const { assessorId } = await insert({})
    await expect(
      db.assessment.create({
        data: { ...(await dataOf(assessorId)), version: 1 },
        select: { id: true },
      }),
    ).rejects.toThrow(/Unique constraint/)
  })

  it('judging after declaring a conflict', async () => {
    const mine = await assessor()
    await db.assessmentInvitation.create({
      data: {
        roundId: mine.roundId!,
        assessorId: mine.actorId,
        state: 'conflict',
        reason: 'Ik werk mee.',
        answeredAt: new Date(),
      },
      select: { id: true },
    })
    await expect(saveAssessment({ ...mine, scores: scores() })).rejects.toThrow(/conflict/)
  })

  it('a conflict without a reason', async () => {
    const mine = await assessor()
    await expect(
      db.assessmentInvitation.create({
        data: {
          roundId: mine.roundId!,
          assessorId: mine.actorId,
          state: 'conflict',
          reason: ' ',
          answeredAt: new Date(),
        },
        select: { id: true },
      }),
    ).rejects.toThrow(/assessment_invitation_reason/)
  })

  const dataOf = (assessorId: string) =>
    db.assessment.findFirstOrThrow({
      where: { assessorId },
      select: {
        initiativeId: true,
        revisionId: true,
        kind: true,
        round: true,
        roundId: true,
        assessorId: true,
        organisationId: true,
        regionId: true,
        constituency: true,
      },
    })
})
