import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeAssessments } from '@/lib/base/testing/panel'
import type { TypedScore } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getJudgement, listCriteria, listCriteriaProfiles, listOwnStates } = await import('./data')
const { getAssessmentTarget, getOwnAssessment } = await import('./targets.data')
const { saveAssessment } = await import('./mutations')
const { saveReply } = await import('./replies.mutations')

const { input, scores, assessor } = await arrangeAssessments(db, {
  listCriteria,
  getAssessmentTarget,
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

describe('saveReply', () => {
  it('keeps every version, answers only what was handed in and ended, and only as the owner', async () => {
    const row = await db.assessment.findFirstOrThrow({
      where: { kind: 'panel', status: 'submitted', initiative: { slug: 'rangeerterrein' } },
      select: {
        id: true,
        assessorId: true,
        initiative: { select: { id: true, organisationId: true } },
      },
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
    // Twice on one day is one message.
    expect(
      await db.notification.findMany({
        where: { kind: 'reply-added' },
        select: { userId: true, path: true },
      }),
    ).toEqual([{ userId: row.assessorId, path: '/initiatieven/rangeerterrein' }])
    expect(
      await db.mail.findMany({ where: { kind: 'owner-reply' }, select: { recipientId: true } }),
    ).toEqual([{ recipientId: row.assessorId }])
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
