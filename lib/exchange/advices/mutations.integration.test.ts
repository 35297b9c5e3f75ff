import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listAllObstacles, listChosenObstacles } = await import('@/lib/exchange/obstacles/data')
const { saveStep } = await import('@/lib/exchange/obstacles/mutations')
const { saveMerge } = await import('@/lib/exchange/obstacles/merge.mutations')
const { getAdvice, getNow, listAdvices, listAdvicesAbout } = await import('./data')
const { saveAdvice } = await import('./mutations')
const { compareAdvice } = await import('./rules')

let actorId: string

beforeAll(async () => {
  actorId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'moderator@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('an advice', () => {
  it('stays as it went out while the register goes on, and tells what differs', async () => {
    const all = await listAllObstacles({
      group: null,
      region: null,
      authority: null,
      status: 'open',
      query: '',
    })
    const [first, second, third] = all
    const chosen = await listChosenObstacles([first!.slug, second!.slug])
    const id = await saveAdvice({
      title: 'Laat wie werkt op zijn plek',
      addressee: 'De minister',
      opening: 'Nu.',
      asked: '',
      signer: { name: 'SER Brabant', organisationId: null },
      on: '2026-11-25',
      obstacles: chosen,
      actorId,
    })
    const read = async () => (await getAdvice(id))!
    const before = await read()
    expect(before.obstacles).toEqual(chosen)
    expect(
      compareAdvice(before.obstacles, await getNow([first!.id, second!.id])).map(
        ({ changes }) => changes,
      ),
    ).toEqual([[], []])

    const versionOf = async (one: string) =>
      (await db.obstacle.findUniqueOrThrow({ where: { id: one }, select: { version: true } }))
        .version
    await saveStep({
      id: first!.id,
      version: await versionOf(first!.id),
      actorId,
      step: { to: 'solved', on: '2026-11-25', note: 'De regel is weg.' },
    })
    await saveMerge({
      id: second!.id,
      version: await versionOf(second!.id),
      keepId: third!.id,
      actorId,
    })
    expect((await read()).obstacles).toEqual(chosen)
    const compared = compareAdvice(before.obstacles, await getNow([first!.id, second!.id]))
    expect(compared[0]?.changes).toEqual(['status', 'answer'])
    expect(compared[1]?.now?.id).toBe(third!.id)
    expect(compared[1]?.changes).toContain('title')
    expect((await listAdvicesAbout(first!.id)).map((one) => one.id)).toEqual([id])
    expect((await listAdvicesAbout(third!.id)).map((one) => one.id)).toEqual([id])
    expect(await listAdvices()).toMatchObject([{ id, obstacles: 2, signer: 'SER Brabant' }])
    await expect(db.advice.update({ where: { id }, data: { title: 'Anders' } })).rejects.toThrow()
  })

  it('is about something, and signed', async () => {
    const advice = {
      title: 'Leeg',
      addressee: '',
      opening: '',
      asked: '',
      on: '2026-11-25',
      actorId,
    } as const
    await expect(
      saveAdvice({ ...advice, signer: { name: 'SER', organisationId: null }, obstacles: [] }),
    ).rejects.toThrow(/advice_about/)
  })
})
