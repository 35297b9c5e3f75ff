import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeQuestions, clearQuestions } from '@/lib/base/testing/questions'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { countReported, getAskable, getPost, listModerated, listQuestions } = await import('./data')
const {
  saveAccepted,
  saveAnswer,
  saveHidden,
  saveQuestion,
  saveReport,
  saveReportsSettled,
  saveShown,
} = await import('./mutations')

const questions = await arrangeQuestions(db, {
  getAskable,
  getPost,
  listQuestions,
  saveAnswer,
  saveQuestion,
})
const { initiative, asker, owner, threads, ask, answer } = questions

let moderator: string
beforeAll(async () => {
  moderator = (
    await db.user.findUniqueOrThrow({
      where: { email: 'moderator@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
})

beforeEach(() => clearQuestions(db))

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('moderation', () => {
  it('takes a text away everywhere, with its reports and its mark, and brings it back', async () => {
    const question = await ask('Een gewone vraag')
    const bad = await answer(question, 'Koop nu https://reclame.nl')
    await saveAccepted({
      questionId: question,
      answerId: bad,
      accept: true,
      actorId: asker.actor.id,
    })
    await Promise.all([
      saveReport({ postId: bad, reason: 'Reclame', actorId: asker.actor.id }),
      saveReport({ postId: bad, reason: 'Nog eens', actorId: asker.actor.id }),
    ])
    await saveReport({ postId: bad, reason: 'Hoort hier niet', actorId: moderator })
    // The moderator who reports it too hears of the other report alone, once.
    expect(
      await db.notification.findMany({
        where: { kind: 'question-reported' },
        select: { userId: true, note: true, path: true },
      }),
    ).toMatchObject([{ userId: moderator, path: '/werkplek/vragen' }])
    expect(await countReported([])).toBe(1)
    expect(await countReported([initiative.ownerOrganisationId])).toBe(0)
    expect((await listModerated([])).reported).toMatchObject([
      { id: bad, isAnswer: true, slug: 'rangeerterrein' },
    ])
    expect((await listModerated([])).reported[0]?.reasons).toHaveLength(2)
    const both = await Promise.allSettled(
      [1, 2].map(() => saveHidden({ postId: bad, reason: 'Reclame', actorId: moderator })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await threads()).toMatchObject([{ acceptedId: null, answers: [] }])
    expect(JSON.stringify(await threads())).not.toContain('reclame.nl')
    expect(await getPost(bad)).toMatchObject({ hidden: true })
    expect(await db.mail.count({ where: { key: `post:${bad}`, status: { not: 'skipped' } } })).toBe(
      0,
    )
    expect(await listModerated([])).toMatchObject({
      reported: [],
      hidden: [{ id: bad, hidden: { reason: 'Reclame' } }],
    })
    await expect(
      saveAccepted({ questionId: question, answerId: bad, accept: true, actorId: asker.actor.id }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await saveShown({ postId: bad, actorId: moderator })
    await expect(saveShown({ postId: bad, actorId: moderator })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    expect((await threads())[0]?.answers).toMatchObject([{ id: bad }])
    expect(
      await db.auditEvent.findMany({
        where: { objectId: bad, action: { in: ['question.hide', 'question.restore'] } },
        select: { action: true, detail: true },
        orderBy: { id: 'asc' },
      }),
    ).toEqual([
      { action: 'question.hide', detail: { reason: 'Reclame' } },
      { action: 'question.restore', detail: null },
    ])
  })

  it('of a question takes its answers along, and it takes no new ones', async () => {
    const question = await ask('Weg ermee')
    await answer(question, 'Een antwoord')
    const target = (await getPost(question))!
    await saveHidden({ postId: question, reason: 'Persoonlijk', actorId: moderator })
    expect(await threads()).toEqual([])
    await expect(saveAnswer(target, { ...owner, text: 'Te laat' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    expect(
      (
        await getPost(
          (
            await db.post.findFirstOrThrow({
              where: { questionId: question },
              select: { id: true },
            })
          ).id,
        )
      )?.hidden,
    ).toBe(true)
  })

  it('can leave a text where it is', async () => {
    const question = await ask('Scherpe kritiek')
    await saveReport({ postId: question, reason: 'Onaardig', actorId: moderator })
    await saveReportsSettled({ postId: question, actorId: moderator })
    expect(await countReported([])).toBe(0)
    await saveReport({ postId: question, reason: 'Nog eens', actorId: moderator })
    expect(await countReported([])).toBe(0)
    expect(await threads()).toHaveLength(1)
  })
})

describe('the database itself', () => {
  it('keeps texts, and refuses answers to answers, foreign marks and hiding without a reason', async () => {
    const question = await ask('Vast')
    const one = await answer(question, 'Antwoord')
    const data = { initiativeId: initiative.id, text: 'x' }
    await expect(
      db.post.update({ where: { id: question }, data: { text: 'Anders' } }),
    ).rejects.toThrow()
    await expect(db.post.create({ data: { ...data, questionId: one } })).rejects.toThrow(
      /belongs to a question/,
    )
    await expect(db.post.create({ data: { ...data, text: ' ' } })).rejects.toThrow(/post_text/)
    const other = await db.initiative.findUniqueOrThrow({
      where: { slug: 'switch-naar-techniek' },
      select: { id: true },
    })
    await expect(
      db.post.create({ data: { text: 'x', initiativeId: other.id, questionId: question } }),
    ).rejects.toThrow(/belongs to a question/)
    await expect(
      db.post.update({ where: { id: question }, data: { hiddenAt: new Date() } }),
    ).rejects.toThrow(/post_hidden/)
    await expect(
      db.post.update({ where: { id: one }, data: { acceptedId: question } }),
    ).rejects.toThrow()
    expect(
      await getAskable(
        (
          await db.initiative.findFirstOrThrow({
            where: { publishedRevisionId: null },
            select: { id: true },
          })
        ).id,
      ),
    ).toBeNull()
  })
})
