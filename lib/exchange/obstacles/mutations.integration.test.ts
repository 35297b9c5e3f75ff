import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeObstacles } from '@/lib/base/testing/obstacle'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const data = await import('./data')
const targetsData = await import('./targets.data')
const { deleteLink, saveLink, saveNewObstacle, saveObstacle, saveStep } =
  await import('./mutations')
const { readFilter } = await import('./rules')
const { saveFollow } = await import('@/lib/people/follows/mutations')

const obstacles = await arrangeObstacles(db, { ...data, saveNewObstacle, readFilter })
const { content, editor, follower, initiativeId, view, add, listed } = obstacles

let draftId: string
beforeAll(async () => {
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
    expect(await targetsData.getNamable(draftId)).toBeNull()
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
