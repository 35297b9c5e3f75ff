import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { formOf, idle } from '@/lib/base/testing/next-request'
import { arrangePeople, OWNER, signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { postCallAction } = await import('./actions')
const { loadLearningOf } = await import('./loaders')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let regionId: string
beforeAll(async () => {
  ;({ regionId } = await arrangePeople(db))
})

describe('a call of a learning question', () => {
  it('is made of a question of the own region alone', async () => {
    const { id: elsewhere } = await db.region.findUniqueOrThrow({
      where: { slug: 'twente' },
      select: { id: true },
    })
    const ask = (region: string) =>
      db.learningQuestion.create({
        data: { regionId: region, question: 'Wat helpt?' },
        select: { id: true },
      })
    const [own, other] = [await ask(regionId), await ask(elsewhere)]
    const form = {
      title: 'Wie weet wat helpt?',
      text: 'Wij zoeken dat uit.',
      region: 'midden-brabant',
      openUntil: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    }
    await become(OWNER)
    expect(await postCallAction(idle, formOf({ ...form, learning: other.id }))).toMatchObject({
      status: 'error',
      code: 'NOT_FOUND',
    })
    expect(await loadLearningOf(other.id, [{ id: regionId }])).toBeNull()
    expect(await db.call.count({ where: { learningId: { not: null } } })).toBe(0)
    expect(await postCallAction(idle, formOf({ ...form, learning: own.id }))).toMatchObject({
      status: 'ok',
    })
    expect(await db.call.count({ where: { learningId: own.id } })).toBe(1)
  })
})
