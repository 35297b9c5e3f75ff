import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { ObstacleContent } from './mutations'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const data = await import('./data')
const { deleteLink, saveLink, saveMerge, saveNewObstacle, saveObstacle, saveStep, saveUnmerge } =
  await import('./mutations')
const { readFilter } = await import('./rules')
const { saveFollow } = await import('@/lib/people/follows/mutations')

const content: ObstacleContent = {
  title: 'Geen opvang in de avond',
  description: 'Wie avonddienst heeft, vindt geen opvang.',
  law: '',
  authority: 'municipality',
  authorityName: '',
  groups: ['vrouwen-met-zorgtaken'],
  regions: ['twente'],
}
let editor: { id: string; organisationId: string }
let follower: string
let initiativeId: string
let draftId: string

beforeAll(async () => {
  const row = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.overijssel@voorbeeld.nl' },
    select: { id: true, memberships: { select: { organisationId: true } } },
  })
  editor = { id: row.id, organisationId: row.memberships[0]!.organisationId }
  follower = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
  initiativeId = (
    await db.initiative.findUniqueOrThrow({
      where: { slug: 'ontdek-wat-jij-in-huis-hebt' },
      select: { id: true },
    })
  ).id
  draftId = (
    await db.initiative.findFirstOrThrow({
      where: { publishedRevisionId: null },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const add = async (
  title: string,
  extra: Partial<ObstacleContent> = {},
  own: string | null = null,
) => {
  const slug = await saveNewObstacle({
    ...content,
    ...extra,
    title,
    organisationId: editor.organisationId,
    initiativeId: own,
    actorId: editor.id,
  })
  return view(slug)
}
const view = async (slug: string) => {
  const found = await data.getObstacle(slug)
  if (!found || 'movedTo' in found) throw new Error(`${slug} is not there`)
  return found
}
const listed = async (raw: Record<string, string>) =>
  (await data.listAllObstacles(readFilter(raw))).map(({ slug }) => slug)

describe('the register', () => {
  it('holds what the report names, with its initiatives and their regions', async () => {
    const obstacle = await view('geen-proefplaatsing-voor-asielzoekers')
    expect(obstacle).toMatchObject({
      status: 'open',
      source: { ref: '4.2.5' },
      initiatives: [{ slug: 'snellere-start-sterkere-toekomst' }],
      steps: [],
    })
    expect(obstacle.regions.map(({ slug }) => slug)).toContain('groningen')
  })

  it('gives the second of two with one title its own address, also at once', async () => {
    const slugs = await Promise.all(
      ['a', 'b'].map(() =>
        saveNewObstacle({
          ...content,
          title: 'Zelfde titel',
          organisationId: editor.organisationId,
          initiativeId: null,
          actorId: editor.id,
        }),
      ),
    )
    expect(new Set(slugs).size).toBe(2)
    expect(slugs).toContain('zelfde-titel')
    expect(
      await saveNewObstacle({
        ...content,
        title: 'Bestand',
        organisationId: editor.organisationId,
        initiativeId: null,
        actorId: editor.id,
      }),
    ).toBe('bestand-1')
    await expect(
      saveNewObstacle({
        ...content,
        title: 'Onbekend',
        groups: ['bestaat-niet'],
        organisationId: editor.organisationId,
        initiativeId: null,
        actorId: editor.id,
      }),
    ).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('is narrowed by group with the narrower ones, by region with those around and within, by authority, status and words', async () => {
    const { slug } = await add('Bus rijdt niet in de nacht', {
      groups: ['statushouders'],
      regions: ['twente'],
      authority: 'region',
      law: 'Wet 100%_vervoer',
    })
    expect(await listed({ doelgroep: 'nieuwkomers' })).toContain(slug)
    expect(await listed({ doelgroep: 'asielzoekers' })).not.toContain(slug)
    for (const regio of ['twente', 'provincie-overijssel', 'ser-overijssel', 'gemeente-enschede'])
      expect(await listed({ regio }), regio).toContain(slug)
    for (const regio of ['midden-brabant', 'bestaat-niet', '../..'])
      expect(await listed({ regio }), regio).not.toContain(slug)
    expect(await listed({ instantie: 'regio', stand: 'open', q: 'bus nacht' })).toEqual([slug])
    expect(await listed({ q: '100%_' })).toEqual([slug])
    expect(await listed({ q: '1%v' })).toEqual([])
    const { total, counts, obstacles } = await data.listObstacles(readFilter({}), 1)
    expect(total).toBe(counts.open + counts.raised + counts.solved)
    expect(obstacles.length).toBeLessThanOrEqual(25)
  })

  it('shows nothing of an initiative that is not published', async () => {
    const { id, slug } = await add('Iets van een concept', {}, draftId)
    expect((await view(slug)).initiatives).toEqual([])
    expect(await data.getNamable(draftId)).toBeNull()
    await saveLink({ id, initiativeId, note: 'Eerst', actorId: editor.id })
    await saveLink({ id, initiativeId, note: 'Later', actorId: editor.id })
    expect((await view(slug)).initiatives).toMatchObject([{ note: 'Later' }])
    expect((await view(slug)).regions.map((region) => region.slug)).toContain('twente')
    expect((await data.listObstaclesOf(initiativeId)).map((one) => one.slug)).toContain(slug)
    await deleteLink({ id, initiativeId, actorId: editor.id })
    await deleteLink({ id, initiativeId, actorId: editor.id })
    expect((await view(slug)).initiatives).toEqual([])
    expect(await db.auditEvent.count({ where: { objectId: id, action: 'obstacle.unlink' } })).toBe(
      1,
    )
  })

  it('keeps the first of two who save at once', async () => {
    const { id, slug } = await add('Twee redacteuren')
    const results = await Promise.all(
      ['Van de een', 'Van de ander'].map((law) =>
        saveObstacle({
          ...content,
          title: 'Twee redacteuren',
          law,
          id,
          version: 1,
          actorId: editor.id,
        }),
      ),
    )
    expect(results.toSorted()).toEqual(['conflict', null].toSorted())
    expect(await view(slug)).toMatchObject({ version: 2, slug: 'twee-redacteuren' })
  })
})

describe('steps', () => {
  it('are kept with their day, tell who follows and not who did it, and come back when it does', async () => {
    const { id, slug } = await add('Een stap tegelijk')
    await saveFollow(follower, { type: 'obstacle', id })
    await saveFollow(editor.id, { type: 'obstacle', id })
    const step = (version: number, to: 'open' | 'raised' | 'solved', on: string, note: string) =>
      saveStep({ id, version, actorId: editor.id, step: { to, on, note } })
    expect(await step(1, 'raised', '2025-03-01', 'Bij de wethouder')).toBeNull()
    expect(await step(1, 'solved', '2025-03-02', 'Te laat')).toBe('conflict')
    expect(await step(2, 'solved', '2025-02-28', 'Te vroeg')).toBe('tooEarly')
    expect(await step(2, 'solved', '2025-04-01', 'De opvang is open tot elf uur.')).toBeNull()
    await expect(step(3, 'raised', '2025-05-01', 'Kan niet')).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    expect(await view(slug)).toMatchObject({
      status: 'solved',
      raisedOn: '2025-03-01',
      solvedOn: '2025-04-01',
      answer: 'De opvang is open tot elf uur.',
      steps: [{ status: 'raised' }, { status: 'solved' }],
    })
    expect(await step(3, 'open', '2025-06-01', 'De opvang is gestopt.')).toBeNull()
    expect(await view(slug)).toMatchObject({
      status: 'open',
      raisedOn: null,
      solvedOn: null,
      answer: null,
    })
    const told = await db.notification.findMany({
      where: { path: `/knelpunten/${slug}` },
      select: { userId: true, kind: true },
      orderBy: { createdAt: 'asc' },
    })
    expect(told.map(({ kind }) => kind).toSorted()).toEqual([
      'obstacle-raised',
      'obstacle-reopened',
      'obstacle-solved',
    ])
    expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([follower]))
  })
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
    expect(await data.getObstacleTarget(duplicate.id)).toBeNull()
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
      (await data.listLikelyDuplicates('Vergunningen voor werk in het buitenland')).map(
        (one) => one.slug,
      ),
    ).toContain(slug)
    expect(
      (await data.listLikelyDuplicates('Vergunning voor werk in het buitenland', id)).map(
        (one) => one.slug,
      ),
    ).not.toContain(slug)
  })
})

describe('the database itself', () => {
  it('refuses solving without an answer, jumps, circles, another address, and a changed step', async () => {
    const { id } = await add('Wat niet kan')
    const update = (values: object) => db.obstacle.update({ where: { id }, data: values })
    await expect(update({ status: 'solved', solvedOn: new Date('2025-01-01') })).rejects.toThrow(
      /obstacle_solved/,
    )
    await expect(
      update({ status: 'solved', answer: ' ', solvedOn: new Date('2025-01-01') }),
    ).rejects.toThrow(/obstacle_solved/)
    await expect(update({ status: 'raised' })).rejects.toThrow(/obstacle_raised/)
    await expect(update({ answer: 'Zomaar' })).rejects.toThrow(/obstacle_solved/)
    await expect(update({ mergedIntoId: id })).rejects.toThrow(/obstacle_merge/)
    await expect(update({ slug: 'anders' })).rejects.toThrow(/keeps its address/)
    await update({ status: 'raised', raisedOn: new Date('2025-01-01') })
    await expect(update({ status: 'open', raisedOn: null })).rejects.toThrow(/does not go from/)
    const step = await db.obstacleStep.create({
      data: { obstacleId: id, status: 'raised', onDay: new Date('2025-01-01'), note: 'Daar' },
      select: { id: true },
    })
    await expect(
      db.obstacleStep.update({ where: { id: step.id }, data: { note: 'Anders' } }),
    ).rejects.toThrow()
    const sector = await db.term.findFirstOrThrow({
      where: { vocabulary: 'sector' },
      select: { id: true },
    })
    await expect(
      db.obstacleGroup.create({ data: { obstacleId: id, termId: sector.id } }),
    ).rejects.toThrow(/is a target group/)
  })
})
