import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { SavedQuestion } from './mutations'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listQuestions } = await import('./data')
const { saveQuestion } = await import('./mutations')

let base: SavedQuestion
let otherRegionId: string

beforeAll(async () => {
  const [actor, region, other, initiative] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    }),
    db.region.findUniqueOrThrow({ where: { code: 'AM26' }, select: { id: true } }),
    db.region.findUniqueOrThrow({ where: { code: 'AM02' }, select: { id: true } }),
    db.initiative.findUniqueOrThrow({ where: { slug: 'rangeerterrein' }, select: { id: true } }),
  ])
  otherRegionId = other.id
  base = {
    id: randomUUID(),
    regionId: region.id,
    version: undefined,
    question: 'Wat werkt?',
    why: '',
    answerBy: '2027-01-01',
    status: 'open',
    learnt: '',
    initiativeIds: [initiative.id],
    actorId: actor.id,
  }
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a learning question', () => {
  it('is added once, also when pressed twice, with its initiatives', async () => {
    expect(await saveQuestion(base)).toBeNull()
    expect(await saveQuestion(base)).toBeNull()
    expect(await listQuestions(base.regionId)).toMatchObject([
      {
        question: 'Wat werkt?',
        answerBy: '2027-01-01',
        status: 'open',
        initiatives: [{ slug: 'rangeerterrein' }],
      },
    ])
  })

  it('is answered with what was learnt; the second to save hears that someone was first', async () => {
    expect(
      await saveQuestion({ ...base, version: 1, status: 'answered', learnt: 'Klein beginnen.' }),
    ).toBeNull()
    expect(await saveQuestion({ ...base, version: 1, status: 'dropped' })).toBe('conflict')
    expect(await listQuestions(base.regionId)).toMatchObject([
      { status: 'answered', learnt: 'Klein beginnen.' },
    ])
  })

  it('cannot be changed through another region, nor be answered without words', async () => {
    expect(await saveQuestion({ ...base, regionId: otherRegionId, version: 2 })).toBe('conflict')
    await saveQuestion({ ...base, regionId: otherRegionId })
    expect(await listQuestions(otherRegionId)).toEqual([])
    await expect(
      db.learningQuestion.update({ where: { id: base.id }, data: { learnt: ' ' } }),
    ).rejects.toThrow(/learning_question_learnt/)
  })
})
