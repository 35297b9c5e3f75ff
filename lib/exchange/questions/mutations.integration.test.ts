import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeQuestions, clearQuestions } from '@/lib/base/testing/questions'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getAskable, getPost, listOwnPosts, listQuestions } = await import('./data')
const { saveAccepted, saveAnswer, saveQuestion } = await import('./mutations')

const questions = await arrangeQuestions(db, {
  getAskable,
  getPost,
  listQuestions,
  saveAnswer,
  saveQuestion,
})
const { initiative, asker, owner, threads, ask, answer } = questions

beforeEach(() => clearQuestions(db))

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('asking and answering', () => {
  it('is one question when pressed twice at once, and tells those who write for the owner', async () => {
    await Promise.all([
      saveQuestion(initiative, { ...asker, text: 'Twee keer' }),
      saveQuestion(initiative, { ...asker, text: 'Twee keer' }),
    ])
    const [thread] = await threads()
    expect(await threads()).toHaveLength(1)
    expect(thread).toMatchObject({
      author: { name: asker.actor.name, organisation: asker.organisation?.name },
      fromOwner: false,
      answers: [],
      acceptedId: null,
    })
    const mails = await db.mail.findMany({
      where: { kind: 'question-asked', key: `post:${thread!.id}` },
      select: { recipientId: true, text: true, path: true },
    })
    expect(mails.map(({ recipientId }) => recipientId)).toContain(owner.actor.id)
    expect(mails[0]).toMatchObject({
      path: '/initiatieven/rangeerterrein#vragen',
      text: expect.stringContaining('Twee keer') as string,
    })
    expect(
      await db.notification.count({
        where: {
          kind: 'question-asked',
          key: `question-asked post:${thread!.id}`,
          userId: owner.actor.id,
        },
      }),
    ).toBe(1)
  })

  it('does not mail an owner about its own question, nor an asker about an own answer', async () => {
    await saveQuestion(initiative, { ...owner, text: 'Van de eigenaar' })
    const { id } = (await threads())[0]!
    expect(await db.mail.count({ where: { key: `post:${id}`, recipientId: owner.actor.id } })).toBe(
      0,
    )
    const own = await answer(id, 'Ook van de eigenaar')
    expect(await db.mail.count({ where: { key: `post:${own}` } })).toBe(0)
    expect((await threads())[0]?.answers[0]?.fromOwner).toBe(true)
  })

  it('mails who asked, and puts the answer that helped first', async () => {
    const question = await ask()
    const [first, second] = [
      await answer(question, 'Dat weet ik niet.'),
      await answer(question, 'Ongeveer tienduizend euro.'),
    ]
    expect(
      await db.mail.count({
        where: {
          kind: 'question-answered',
          recipientId: asker.actor.id,
          key: { in: [`post:${first}`, `post:${second}`] },
        },
      }),
    ).toBe(2)
    await saveAccepted({
      questionId: question,
      answerId: second,
      accept: true,
      actorId: asker.actor.id,
    })
    expect((await threads())[0]).toMatchObject({
      acceptedId: second,
      answers: [{ id: second }, { id: first }],
    })
    await saveAccepted({
      questionId: question,
      answerId: first,
      accept: false,
      actorId: asker.actor.id,
    })
    expect((await threads())[0]?.acceptedId).toBe(second)
    await saveAccepted({
      questionId: question,
      answerId: second,
      accept: false,
      actorId: asker.actor.id,
    })
    expect((await threads())[0]?.acceptedId).toBeNull()
    const elsewhere = await ask('Een andere vraag')
    await expect(
      saveAccepted({
        questionId: elsewhere,
        answerId: second,
        accept: true,
        actorId: asker.actor.id,
      }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await listOwnPosts(initiative.id, asker.actor.id)).toEqual(
      new Set([question, elsewhere]),
    )
  })

  it('stays under the name of the organisation when the account is disabled or gone', async () => {
    const person = await db.user.create({
      data: {
        email: 'tijdelijk@voorbeeld.nl',
        name: 'Tijdelijke Naam',
        memberships: { create: { organisationId: asker.organisation!.id, role: 'assessor' } },
      },
      select: { id: true },
    })
    await saveQuestion(initiative, {
      text: 'Blijft dit staan?',
      organisation: asker.organisation,
      actor: { id: person.id, name: 'Tijdelijke Naam' },
    })
    await db.user.update({ where: { id: person.id }, data: { disabledAt: new Date() } })
    expect((await threads())[0]?.author).toEqual({
      name: null,
      organisation: asker.organisation?.name,
    })
    await db.user.delete({ where: { id: person.id } })
    const [thread] = await threads()
    expect(thread).toMatchObject({
      text: 'Blijft dit staan?',
      author: { name: null, organisation: asker.organisation?.name },
    })
    expect(await getPost(thread!.id)).toMatchObject({ askerId: null, authorId: null })
    await answer(thread!.id, 'Ja, dit blijft staan.')
  })
})
