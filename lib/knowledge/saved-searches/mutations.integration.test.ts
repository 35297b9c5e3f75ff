import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listFacetValues } = await import('@/lib/knowledge/search/facets.data')
const { knownValue } = await import('@/lib/knowledge/search/facets.rules')
const { getSavedSearch, listSavedSearches, withNews } = await import('./data')
const { deleteSearch, followSearch, markOpened, notifyFollowedSearches, renameSearch, saveSearch } =
  await import('./mutations')
const { MAX_SAVED } = await import('./rules')

let people = 0
const person = async () =>
  (
    await db.user.create({
      data: { email: `zoeker-${(people += 1)}@voorbeeld.nl`, name: 'Zoeker' },
      select: { id: true },
    })
  ).id
const events = async (actorId: string) =>
  (
    await db.auditEvent.findMany({
      where: { actorId },
      select: { action: true },
      orderBy: { id: 'asc' },
    })
  ).map(({ action }) => action)

let known: ReturnType<typeof knownValue>
beforeAll(async () => {
  known = knownValue(await listFacetValues())
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('saveSearch', () => {
  it('keeps a list once, with its audit row, also on a double press', async () => {
    const actorId = await person()
    const press = () =>
      saveSearch({ actorId, name: 'Nieuwkomers', parameters: 'doelgroep=statushouders' })
    expect((await Promise.all([press(), press()])).toSorted()).toEqual(['saved', 'there'])
    expect(await listSavedSearches(actorId)).toHaveLength(1)
    expect(await events(actorId)).toEqual(['saved-search.save'])
  })

  it('keeps at most twenty, in the database as well', async () => {
    const actorId = await person()
    for (let index = 0; index < MAX_SAVED; index += 1)
      await saveSearch({ actorId, name: `Lijst ${index}`, parameters: `q=woord${index}` })
    expect(await saveSearch({ actorId, name: 'Te veel', parameters: 'q=teveel' })).toBe('full')
    await expect(
      db.savedSearch.create({ data: { userId: actorId, name: 'Te veel', parameters: 'q=teveel' } }),
    ).rejects.toThrow('at most twenty')
  })

  it('refuses an empty name and an empty list in the database', async () => {
    const userId = await person()
    await expect(
      db.savedSearch.create({ data: { userId, name: ' ', parameters: 'q=a' } }),
    ).rejects.toThrow()
    await expect(
      db.savedSearch.create({ data: { userId, name: 'a', parameters: '' } }),
    ).rejects.toThrow()
  })
})

describe('renameSearch and deleteSearch', () => {
  it('rename once per version and leave those of others alone', async () => {
    const [actorId, other] = [await person(), await person()]
    await saveSearch({ actorId, name: 'Eerst', parameters: 'q=werk' })
    const [search] = await listSavedSearches(actorId)
    const id = search!.id
    expect(await renameSearch({ id, actorId: other, name: 'Gekaapt', version: 1 })).toBe('conflict')
    expect(await renameSearch({ id, actorId, name: 'Daarna', version: 1 })).toBe(2)
    expect(await renameSearch({ id, actorId, name: 'Te laat', version: 1 })).toBe('conflict')
    await deleteSearch({ id, actorId: other })
    expect(await getSavedSearch(id)).toMatchObject({ name: 'Daarna', version: 2 })
    await deleteSearch({ id, actorId })
    expect(await getSavedSearch(id)).toBeNull()
    expect(await events(actorId)).toEqual([
      'saved-search.save',
      'saved-search.rename',
      'saved-search.delete',
    ])
    expect(await events(other)).toEqual([])
  })
})

describe('withNews', () => {
  it('counts what was published since it was opened, and nothing after a new look', async () => {
    const actorId = await person()
    await saveSearch({ actorId, name: 'Techniek', parameters: 'sector=techniek' })
    await db.savedSearch.updateMany({
      where: { userId: actorId },
      data: { openedAt: new Date('2020-01-01') },
    })
    const [old] = await listSavedSearches(actorId)
    const news = await withNews(old!, known)
    expect(news.total).toBeGreaterThan(0)
    expect(news.fresh).toBe(news.total)
    await markOpened({ id: old!.id, actorId })
    const [seen] = await listSavedSearches(actorId)
    expect((await withNews(seen!, known)).fresh).toBe(0)
  })
})

describe('following a search', () => {
  const notifications = (userId: string) =>
    db.notification.findMany({
      where: { userId, kind: 'search-fresh' },
      select: { title: true, path: true },
      orderBy: { id: 'asc' },
    })

  it('puts what is new in the inbox once, for who follows it and did not look yet', async () => {
    const [follower, reader, looked] = [await person(), await person(), await person()]
    for (const actorId of [follower, reader, looked])
      await saveSearch({ actorId, name: 'Nieuwkomers', parameters: 'doelgroep=statushouders' })
    await db.savedSearch.updateMany({
      where: { userId: { in: [follower, reader] } },
      data: { openedAt: new Date('2026-01-01T00:00:00Z') },
    })
    for (const actorId of [follower, looked]) {
      const [search] = await listSavedSearches(actorId)
      await followSearch({ id: search!.id, actorId, followed: true })
      await followSearch({ id: search!.id, actorId: reader, followed: true })
    }
    await notifyFollowedSearches(new Date())
    await notifyFollowedSearches(new Date())
    expect(await notifications(follower)).toEqual([
      { title: 'Nieuwkomers', path: '/initiatieven?doelgroep=statushouders' },
    ])
    expect(await notifications(reader)).toEqual([])
    expect(await notifications(looked)).toEqual([])
    expect(await events(follower)).toEqual(['saved-search.save', 'saved-search.follow'])
    expect(await notifyFollowedSearches(new Date(Date.now() + 8 * 86_400_000))).toBe(0)
  })
})
