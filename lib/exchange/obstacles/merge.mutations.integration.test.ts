import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeObstacles } from '@/lib/base/testing/obstacle'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const data = await import('./data')
const targetsData = await import('./targets.data')
const { deleteLink, saveLink, saveNewObstacle } = await import('./mutations')
const { saveMerge } = await import('./merge.mutations')
const { saveUnmerge } = await import('./unmerge.mutations')
const { readFilter } = await import('./rules')
const { saveFollow } = await import('@/lib/people/follows/mutations')

const obstacles = await arrangeObstacles(db, { ...data, saveNewObstacle, readFilter })
const { editor, follower, initiativeId, view, add, listed } = obstacles

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('merging', () => {
  it('moves links, tags and followers, and leads the old address to the kept one', async () => {
    const [kept, duplicate, older] = [
      await add('De ene', { groups: ['jongeren'] }),
      await add('De andere', {}, initiativeId),
      await add('Nog een'),
    ]
    await saveFollow(follower, { type: 'obstacle', id: duplicate.id })
    expect(
      await saveMerge({ id: older.id, version: 1, keepId: duplicate.id, actorId: editor.id }),
    ).toBeNull()
    const { version } = await view(duplicate.slug)
    expect(
      await saveMerge({
        id: duplicate.id,
        version: version - 1,
        keepId: kept.id,
        actorId: editor.id,
      }),
    ).toBe('conflict')
    expect(
      await saveMerge({ id: duplicate.id, version, keepId: kept.id, actorId: editor.id }),
    ).toBeNull()
    for (const slug of [duplicate.slug, older.slug])
      expect(await data.getObstacle(slug)).toEqual({ movedTo: kept.slug })
    const now = await view(kept.slug)
    expect(now.initiatives.map(({ id }) => id)).toEqual([initiativeId])
    expect(now.groups.map(({ slug }) => slug).toSorted()).toEqual([
      'jongeren',
      'vrouwen-met-zorgtaken',
    ])
    expect(now.alsoEntered).toEqual(['De andere', 'Nog een'])
    expect(
      await db.follow.findMany({
        where: {
          userId: follower,
          subjectType: 'obstacle',
          subjectId: { in: [kept.id, duplicate.id] },
        },
        select: { subjectId: true },
      }),
    ).toEqual([{ subjectId: kept.id }])
    expect(await listed({ q: 'De andere' })).not.toContain(duplicate.slug)
    expect(await data.listChosenObstacles([duplicate.slug, kept.slug])).toHaveLength(1)
    expect(await targetsData.getObstacleTarget(duplicate.id)).toBeNull()
    await expect(
      saveLink({ id: duplicate.id, initiativeId, note: '', actorId: editor.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      saveMerge({ id: kept.id, version: now.version, keepId: duplicate.id, actorId: editor.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      saveMerge({ id: kept.id, version: now.version, keepId: kept.id, actorId: editor.id }),
    ).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('of two into each other at once keeps one', async () => {
    const [a, b] = [await add('Heen'), await add('Terug')]
    const results = await Promise.allSettled([
      saveMerge({ id: a.id, version: 1, keepId: b.id, actorId: editor.id }),
      saveMerge({ id: b.id, version: 1, keepId: a.id, actorId: editor.id }),
    ])
    expect(
      results.filter((result) => result.status === 'fulfilled' && result.value === null),
    ).toHaveLength(1)
    expect(
      await db.obstacle.count({ where: { id: { in: [a.id, b.id] }, mergedIntoId: null } }),
    ).toBe(1)
  })

  it('is undone: what moved goes back, what came afterwards stays, the latest first and once', async () => {
    const [kept, duplicate, older, later] = [
      await add('Blijft', { groups: ['jongeren'] }),
      await add('Dubbel', {}, initiativeId),
      await add('Ouder dubbel'),
      await add('Later dubbel'),
    ]
    await saveFollow(follower, { type: 'obstacle', id: duplicate.id })
    await saveMerge({ id: older.id, version: 1, keepId: duplicate.id, actorId: editor.id })
    await saveMerge({
      id: duplicate.id,
      version: (await view(duplicate.slug)).version,
      keepId: kept.id,
      actorId: editor.id,
    })
    await saveMerge({ id: later.id, version: 1, keepId: kept.id, actorId: editor.id })
    const after = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    await saveLink({ id: kept.id, initiativeId: after.id, note: 'Hier ook', actorId: editor.id })
    const [last, first] = (await view(kept.slug)).merges
    expect([last?.title, first?.title]).toEqual(['Later dubbel', 'Dubbel'])
    const undo = (mergeId: string) => saveUnmerge({ keepId: kept.id, mergeId, actorId: editor.id })
    expect(await undo(first!.id)).toBe('conflict')
    const both = await Promise.all([undo(last!.id), undo(last!.id)])
    expect(both.filter((one) => one === 'conflict')).toHaveLength(1)
    expect(await undo(first!.id)).toEqual({ slug: duplicate.slug })
    const [back, stays] = [await view(duplicate.slug), await view(kept.slug)]
    expect(back.initiatives.map(({ id }) => id)).toEqual([initiativeId])
    expect(back.groups.map(({ slug }) => slug)).toEqual(['vrouwen-met-zorgtaken'])
    expect(back.alsoEntered).toEqual(['Ouder dubbel'])
    expect(stays.initiatives.map(({ id }) => id)).toEqual([after.id])
    expect(stays.groups.map(({ slug }) => slug)).toEqual(['jongeren'])
    expect(stays.merges.every(({ undoneOn }) => undoneOn !== null)).toBe(true)
    expect(
      await db.follow.findMany({
        where: {
          userId: follower,
          subjectType: 'obstacle',
          subjectId: { in: [kept.id, duplicate.id] },
        },
        select: { subjectId: true },
      }),
    ).toEqual([{ subjectId: duplicate.id }])
    expect(await data.getObstacle(older.slug)).toEqual({ movedTo: duplicate.slug })
    await expect(
      saveUnmerge({ keepId: duplicate.id, mergeId: first!.id, actorId: editor.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await saveMerge({
        id: duplicate.id,
        version: back.version,
        keepId: kept.id,
        actorId: editor.id,
      }),
    ).toBeNull()
  })

  it('that is undone leaves away what was taken back since, and keeps words that were changed since', async () => {
    const [kept, duplicate] = [await add('Blijft ook'), await add('Dubbel ook', {}, initiativeId)]
    const after = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    await saveLink({
      id: duplicate.id,
      initiativeId: after.id,
      note: 'Van voor',
      actorId: editor.id,
    })
    await saveMerge({ id: duplicate.id, version: 1, keepId: kept.id, actorId: editor.id })
    await deleteLink({ id: kept.id, initiativeId, actorId: editor.id })
    await saveLink({ id: kept.id, initiativeId: after.id, note: 'Van na', actorId: editor.id })
    const [merge] = (await view(kept.slug)).merges
    expect(await saveUnmerge({ keepId: kept.id, mergeId: merge!.id, actorId: editor.id })).toEqual({
      slug: duplicate.slug,
    })
    expect((await view(duplicate.slug)).initiatives.map(({ id, note }) => [id, note])).toEqual([
      [after.id, 'Van voor'],
    ])
    expect((await view(kept.slug)).initiatives.map(({ id, note }) => [id, note])).toEqual([
      [after.id, 'Van na'],
    ])
    await expect(
      db.obstacleMerge.update({ where: { id: merge!.id }, data: { undoneAt: null } }),
    ).rejects.toThrow(/undone once/)
  })

  it('is proposed for titles that look alike', async () => {
    const { slug, id } = await add('Vergunning voor werk in het buitenland')
    expect(
      (await targetsData.listLikelyDuplicates('Vergunningen voor werk in het buitenland')).map(
        (one) => one.slug,
      ),
    ).toContain(slug)
    expect(
      (await targetsData.listLikelyDuplicates('Vergunning voor werk in het buitenland', id)).map(
        (one) => one.slug,
      ),
    ).not.toContain(slug)
  })
})
