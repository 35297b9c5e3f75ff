import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { formOf, idle } from '@/lib/base/testing/next-request'
import { arrangePeople, READER, signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { unmergeObstacleAction } = await import('@/lib/exchange/obstacles/actions')
const { saveMerge } = await import('@/lib/exchange/obstacles/merge.mutations')
const { saveAdviceAction } = await import('./actions')
const { loadSavedAdvice, loadSavedAdviceFile } = await import('./loaders')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let ownerId: string
beforeAll(async () => {
  ;({ ownerId } = await arrangePeople(db))
})

describe('undoing a merge and keeping an advice', () => {
  it('is for moderators and councils alone', async () => {
    const [double, kept] = await db.obstacle.findMany({
      where: { mergedIntoId: null },
      select: { id: true, version: true, slug: true },
      orderBy: { id: 'asc' },
      take: 2,
    })
    await saveMerge({
      id: double!.id,
      version: double!.version,
      keepId: kept!.id,
      actorId: ownerId,
    })
    const { id: mergeId } = await db.obstacleMerge.findFirstOrThrow({
      where: { mergedId: double!.id },
      select: { id: true },
    })
    const merge = { obstacleId: kept!.id, mergeId }
    const advice = { knelpunt: kept!.slug, titel: 'Advies', aan: '', inleiding: '', gevraagd: '' }
    const closed = [
      null,
      READER,
      'beoordelaar.brabant@voorbeeld.nl',
      'lid.brabant@voorbeeld.nl',
      'beheerder@voorbeeld.nl',
      'manager.twente@voorbeeld.nl',
    ] as const
    for (const person of closed) {
      await become(person)
      const code = person === null ? 'NOT_SIGNED_IN' : 'NOT_FOUND'
      expect(await unmergeObstacleAction(idle, formOf(merge)), person ?? 'nobody').toMatchObject({
        status: 'error',
        code,
      })
      expect(await saveAdviceAction(idle, formOf(advice)), person ?? 'nobody').toMatchObject({
        status: 'error',
        code,
        values: { titel: 'Advies' },
      })
    }
    expect(await db.advice.count()).toBe(0)
    expect(await db.obstacle.count({ where: { id: double!.id, mergedIntoId: kept!.id } })).toBe(1)
    await become('moderator@voorbeeld.nl')
    await saveAdviceAction(idle, formOf(advice))
    const typed = { ...advice, titel: ' ', inleiding: 'Drie regio’s.' }
    expect(await saveAdviceAction(idle, formOf(typed))).toMatchObject({
      status: 'invalid',
      fieldErrors: { titel: ['required'] },
      values: { inleiding: 'Drie regio’s.' },
    })
    expect(
      await saveAdviceAction(idle, formOf({ ...advice, knelpunt: 'bestaat-niet' })),
    ).toMatchObject({ status: 'invalid', fieldErrors: { knelpunt: ['chooseOne'] } })
    const { id } = await db.advice.findFirstOrThrow({ select: { id: true } })
    expect(await loadSavedAdvice(id, '/')).toMatchObject({ compared: [{ changes: [] }] })
    for (const person of closed) {
      await become(person)
      await expect(loadSavedAdvice(id, '/')).rejects.toThrow()
      expect(await loadSavedAdviceFile(id)).toBeNull()
    }
    await become('moderator@voorbeeld.nl')
    expect(await loadSavedAdvice(id, '/')).toMatchObject({ advice: { title: 'Advies' } })
    expect(await loadSavedAdviceFile('geen-nummer')).toBeNull()
    expect(await unmergeObstacleAction(idle, formOf(merge))).toMatchObject({ status: 'ok' })
    expect(await unmergeObstacleAction(idle, formOf(merge))).toMatchObject({
      status: 'error',
      code: 'CONFLICT',
    })
  })
})
