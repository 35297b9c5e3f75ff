import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { AssessmentInput } from './mutations'
import type { TypedScore } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { isDatabaseUnavailable } = await import('@/lib/base/runtime/errors')
const {
  getAssessmentTarget,
  getJudgement,
  getOwnAssessment,
  listCriteria,
  listCriteriaProfiles,
  listOwnStates,
} = await import('./data')
const { saveRound } = await import('@/lib/judgement/panels/mutations')
const { closeDueRounds, saveAssessment, saveReply } = await import('./mutations')

let criteria: string[]
let input: AssessmentInput

const scores = (
  score: TypedScore['score'] = '4',
  reason = 'Dit past bij wat wij zien.',
): TypedScore[] => criteria.map((criterion) => ({ criterion, score, reason }))
let people = 0
/** An assessor of their own per test, from Zeeland. */
async function assessor(): Promise<AssessmentInput> {
  const user = await db.user.create({
    data: { email: `beoordelaar-${(people += 1)}@voorbeeld.nl`, name: 'Beoordelaar' },
    select: { id: true },
  })
  return { ...input, actorId: user.id }
}

beforeAll(async () => {
  criteria = (await listCriteria()).map(({ slug }) => slug)
  const target = await getAssessmentTarget('ontdek-wat-jij-in-huis-hebt')
  const organisation = await db.organisation.findUniqueOrThrow({
    where: { slug: 'secretariaat-ser-zeeland' },
    select: { id: true, regionId: true },
  })
  // The demonstration opens this round and asks three people; here it must not end by itself.
  const { number, ...round } = await db.assessmentRound.findFirstOrThrow({
    where: { initiativeId: target!.initiativeId, status: 'open' },
    select: { id: true, number: true },
  })
  input = {
    initiativeId: target!.initiativeId,
    revisionId: target!.revisionId,
    kind: 'panel',
    round: number,
    roundId: round.id,
    actorId: '',
    organisationId: organisation.id,
    regionId: organisation.regionId,
    constituency: 'other',
    scores: [],
    version: 0,
    submit: false,
  }
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('saveAssessment', () => {
  it('keeps a draft that is not complete and gives it back as typed', async () => {
    const mine = await assessor()
    const typed: TypedScore[] = [
      { criterion: 'vernieuwend', score: 'cannot', reason: '' },
      { criterion: 'doelmatig', score: '2', reason: 'Weinig gezien.' },
    ]
    expect(await saveAssessment({ ...mine, scores: typed })).toBe(1)
    const own = await getOwnAssessment(mine.actorId, mine.initiativeId, 'panel', mine.round)
    expect(own).toMatchObject({ version: 1, submittedAt: null, constituency: 'other' })
    expect(own?.scores).toEqual(expect.arrayContaining(typed))
    expect(await saveAssessment({ ...mine, scores: scores(), version: 1 })).toBe(2)
    expect(
      await listOwnStates(
        mine.actorId,
        [{ initiativeId: mine.initiativeId, revisionNumber: 1 }],
        'panel',
      ),
    ).toEqual(new Map([[mine.initiativeId, 'draft']]))
  })

  it('writes the audit row with it and shows neither a draft nor an open round', async () => {
    const mine = await assessor()
    const shown = async (openToo: boolean) =>
      (await getJudgement(mine.initiativeId, openToo)).profile[0]?.n
    const before = (await shown(true)) ?? 0
    await saveAssessment({ ...mine, scores: scores() })
    expect(await shown(true)).toBe(before)
    await saveAssessment({ ...mine, scores: scores(), version: 1, submit: true })
    expect(await shown(true)).toBe(before + 1)
    expect(await shown(false)).toBe(0)
    expect((await listCriteriaProfiles([mine.initiativeId])).get(mine.initiativeId)?.[0]?.n).toBe(0)
    const events = await db.auditEvent.findMany({
      where: { actorId: mine.actorId },
      select: { action: true },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action }) => action)).toEqual(['assessment.save', 'assessment.submit'])
  })

  it('is a conflict for whoever read an older version, and nothing changes', async () => {
    const mine = await assessor()
    await saveAssessment({ ...mine, scores: scores('1') })
    expect(await saveAssessment({ ...mine, scores: scores('5'), version: 0 })).toBe('conflict')
    expect(await saveAssessment({ ...mine, scores: scores('5'), version: 7 })).toBe('conflict')
    expect(
      (await getOwnAssessment(mine.actorId, mine.initiativeId, 'panel', mine.round))?.scores[0]
        ?.score,
    ).toBe('1')
  })

  it('makes one record of two first saves at the same moment', async () => {
    const mine = await assessor()
    const results = await Promise.all(
      [1, 2, 3].map(() =>
        saveAssessment({ ...mine, scores: scores(), submit: true }).catch(String),
      ),
    )
    expect(results.filter((result) => result === 1)).toHaveLength(1)
    expect(await db.assessment.count({ where: { assessorId: mine.actorId } })).toBe(1)
  })

  it('cannot change once handed in', async () => {
    const mine = await assessor()
    await saveAssessment({ ...mine, scores: scores(), submit: true })
    await expect(
      saveAssessment({ ...mine, scores: scores('1'), version: 1 }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const [row] = await db.assessment.findMany({
      where: { assessorId: mine.actorId },
      select: { id: true },
    })
    await expect(
      db.assessmentScore.updateMany({ where: { assessmentId: row!.id }, data: { score: 1 } }),
    ).rejects.toThrow(/submitted/)
  })

  it('is refused as a whole when a reason or a score is missing', async () => {
    for (const broken of [scores('4', ''), scores(''), scores().slice(1)]) {
      const mine = await assessor()
      await expect(saveAssessment({ ...mine, scores: broken, submit: true })).rejects.toThrow(
        /score and a reason/,
      )
      expect(await db.assessment.count({ where: { assessorId: mine.actorId } })).toBe(0)
      expect(await db.auditEvent.count({ where: { actorId: mine.actorId } })).toBe(0)
    }
  })

  it('is refused for a criterion that does not exist', async () => {
    const mine = await assessor()
    await expect(
      saveAssessment({ ...mine, scores: [{ criterion: 'mooi', score: '5', reason: '' }] }),
    ).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('is refused by the database for the owner in the panel and for a score of six', async () => {
    const mine = await assessor()
    const { organisationId } = (await getAssessmentTarget('ontdek-wat-jij-in-huis-hebt'))!
    await expect(saveAssessment({ ...mine, organisationId, scores: scores() })).rejects.toThrow(
      /owner/,
    )
    await saveAssessment({ ...mine, scores: scores() })
    const [row] = await db.assessment.findMany({
      where: { assessorId: mine.actorId },
      select: { id: true },
    })
    await expect(
      db.assessmentScore.updateMany({ where: { assessmentId: row!.id }, data: { score: 6 } }),
    ).rejects.toThrow()
  })
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
    // The initiative is of Twente, in Overijssel.
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

describe('saveReply', () => {
  it('keeps every version, answers only what was handed in and ended, and only as the owner', async () => {
    const row = await db.assessment.findFirstOrThrow({
      where: { kind: 'panel', status: 'submitted', initiative: { slug: 'rangeerterrein' } },
      select: { id: true, initiative: { select: { id: true, organisationId: true } } },
    })
    const editor = await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
    const reply = {
      assessmentId: row.id,
      criterion: 'opschaalbaar',
      organisationId: row.initiative.organisationId,
      actorId: editor.id,
    }
    expect(await saveReply({ ...reply, text: 'Wij zien dat anders.', version: 0 })).toBe(1)
    expect(await saveReply({ ...reply, text: 'Twee tegelijk.', version: 0 })).toBe('conflict')
    expect(await saveReply({ ...reply, text: 'Wij zien dat nu ook zo.', version: 1 })).toBe(2)
    expect(await db.assessmentReply.count({ where: { assessmentId: row.id } })).toBe(2)
    const { profile } = await getJudgement(row.initiative.id, false)
    expect(
      profile
        .find(({ slug }) => slug === 'opschaalbaar')
        ?.reasons.find(({ assessmentId }) => assessmentId === row.id)?.reply,
    ).toMatchObject({ text: 'Wij zien dat nu ook zo.', version: 2 })
    await expect(
      db.assessmentReply.updateMany({
        where: { assessmentId: row.id },
        data: { text: 'Iets anders.' },
      }),
    ).rejects.toThrow(/keeps its rows/)
    await expect(
      saveReply({
        ...reply,
        organisationId: input.organisationId,
        criterion: 'vernieuwend',
        text: 'Namens een ander.',
        version: 0,
      }),
    ).rejects.toThrow(/only the owner/)
    const mine = await assessor()
    await saveAssessment({ ...mine, scores: scores(), submit: true })
    const open = await db.assessment.findFirstOrThrow({
      where: { assessorId: mine.actorId },
      select: { id: true, initiative: { select: { organisationId: true } } },
    })
    await expect(
      saveReply({
        ...reply,
        assessmentId: open.id,
        organisationId: open.initiative.organisationId,
        text: 'Te vroeg.',
        version: 0,
      }),
    ).rejects.toThrow(/only the owner/)
  })
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
      // Who is told that the database is busy presses again, as long as it takes.
      for (;;) {
        const result = await save().catch((error: unknown) => error)
        if (!isDatabaseUnavailable(result)) return result
      }
    }
    // Everyone presses twice: the second press is a conflict, or finds it handed in or the round ended.
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
    await expect(saveAssessment({ ...mine, scores: scores(), version: 1 })).rejects.toThrow()
    await expect(
      db.assessmentRound.update({
        where: { id: mine.roundId! },
        data: { status: 'open', closedAt: null, closingReason: null },
        select: { id: true },
      }),
    ).rejects.toThrow(/closed round/)
  })
})

describe('listCriteriaProfiles', () => {
  it('names organisations and never a person', async () => {
    const target = await getAssessmentTarget('rangeerterrein')
    const profile =
      (await listCriteriaProfiles([target!.initiativeId])).get(target!.initiativeId) ?? []
    expect(profile).toHaveLength(7)
    expect(profile[0]?.reasons.length).toBeGreaterThan(2)
    const people = await db.user.findMany({ select: { name: true, email: true } })
    const text = JSON.stringify(profile)
    for (const { name, email } of people) {
      expect(text).not.toContain(email)
      expect(text).not.toContain(name)
    }
  })

  it('gives nothing for drafts of initiatives', async () => {
    expect(await getAssessmentTarget('voorbeeld-proefdagen-kinderopvang')).toBeNull()
    expect(await getAssessmentTarget('\u0000')).toBeNull()
  })
})
