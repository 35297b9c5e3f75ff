import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeAdoption } from '@/lib/base/testing/adoption'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { sqlStateOf } = await import('@/lib/base/runtime/errors')
const { listAdoptionsFrom, listAdoptionsOf, listOwnInitiatives } = await import('./data')
const work = await import('./work.data')
const { getFamily } = await import('./family.data')
const { getEvidence } = await import('@/lib/knowledge/evidence/data')
const { findInitiatives } = await import('@/lib/knowledge/search/data')
const { refreshSearch } = await import('@/lib/knowledge/search/mutations')
const { emptySelection } = await import('@/lib/knowledge/search/rules')
const { NO_WORDS } = await import('@/lib/base/words/rules')
const mutations = await import('./mutations')
const { saveOwnInitiative } = mutations

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const adoptions = await arrangeAdoption(db, { ...mutations, ...work })
const { ask, ownerOrganisationId, regionId, brabantId, begin, running } = adoptions

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('the family', () => {
  async function own(organisationId: string, slug: string): Promise<string> {
    const { id } = await db.initiative.create({
      data: { slug, organisationId },
      select: { id: true },
    })
    const revision = await db.initiativeRevision.create({
      data: {
        initiativeId: id,
        number: 1,
        status: 'published',
        title: `Eigen ${slug}`,
        publishedAt: new Date(),
      },
      select: { id: true },
    })
    await db.initiative.update({
      where: { id },
      data: { publishedRevisionId: revision.id },
      select: { id: true },
    })
    return id
  }

  it('goes from the root through what came of an adoption to the grandchild, on every page the same', async () => {
    const id = await running('2025-01-15')
    const child = await own(ask.organisation.id, 'eigen-kind')
    expect(
      await saveOwnInitiative({ id, version: 4, ownInitiativeId: child, actorId: ask.actorId }),
    ).toBeNull()
    expect(
      await saveOwnInitiative({ id, version: 4, ownInitiativeId: null, actorId: ask.actorId }),
    ).toBe('conflict')
    const noord = await db.organisation.findUniqueOrThrow({
      where: { slug: 'secretariaat-ser-noord-nederland' },
      select: { id: true },
    })
    const { id: groupId } = ask.group
    await db.adoption.create({
      data: {
        initiativeId: child,
        organisationId: noord.id,
        goal: 'Ook zo',
        targetGroupId: groupId,
      },
      select: { id: true },
    })
    const family = (await getFamily(ask.initiative.initiativeId))!
    expect(family.root).toMatchObject({ slug: 'rangeerterrein', isHere: true })
    expect(family.members).toMatchObject([
      {
        id,
        parentId: null,
        depth: 1,
        own: { slug: 'eigen-kind' },
        isHere: false,
        status: 'running',
      },
      {
        parentId: id,
        depth: 2,
        organisation: 'SER Noord-Nederland',
        own: null,
        status: 'exploring',
      },
    ])
    const fromChild = (await getFamily(child))!
    expect(fromChild.root.isHere).toBe(false)
    expect(fromChild.members[0]).toMatchObject({ id, isHere: true })
    expect((await listAdoptionsOf(ask.initiative.initiativeId))[0]?.own).toEqual({
      slug: 'eigen-kind',
      title: 'Eigen eigen-kind',
    })
    expect(await listOwnInitiatives(ask.organisation.id, id)).toContainEqual({
      id: child,
      title: 'Eigen eigen-kind',
    })
  })

  it('refuses what is not of the adopter, a circle, and a link while only exploring', async () => {
    const id = await running('2025-01-15')
    const foreign = await own(ownerOrganisationId, 'niet-van-ons')
    expect(
      await saveOwnInitiative({ id, version: 4, ownInitiativeId: foreign, actorId: ask.actorId }),
    ).toBe('unfit')
    const child = (
      await db.initiative.findUniqueOrThrow({ where: { slug: 'eigen-kind' }, select: { id: true } })
    ).id
    await db.adoption.update({
      where: { id },
      data: { ownInitiativeId: child },
      select: { id: true },
    })
    const back = await db.adoption.create({
      data: {
        initiativeId: child,
        organisationId: ownerOrganisationId,
        goal: 'Terug',
        targetGroupId: ask.group.id,
      },
      select: { id: true },
    })
    await db.adoption.update({
      where: { id: back.id },
      data: { status: 'preparing' },
      select: { id: true },
    })
    expect(
      await saveOwnInitiative({
        id: back.id,
        version: 1,
        ownInitiativeId: ask.initiative.initiativeId,
        actorId: ask.actorId,
      }),
    ).toBe('unfit')
    const link = (adoptionId: string, ownInitiativeId: string) =>
      db.adoption
        .update({ where: { id: adoptionId }, data: { ownInitiativeId }, select: { id: true } })
        .catch(sqlStateOf)
    expect(await link(back.id, ask.initiative.initiativeId)).toBe('OT001')
    expect(await link(id, foreign)).toBe('OT001')
    const exploring = await begin()
    await expect(
      saveOwnInitiative({
        id: exploring,
        version: 1,
        ownInitiativeId: child,
        actorId: ask.actorId,
      }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(
      db.adoption.update({ where: { id: exploring }, data: { ownInitiativeId: child } }),
    ).rejects.toThrow(/adoption_own/)
  })

  it('keeps the count by which the list is ordered', async () => {
    const count = async () =>
      (
        await db.initiativeSearch.findUniqueOrThrow({
          where: { initiativeId: ask.initiative.initiativeId },
          select: { adoptions: true },
        })
      ).adoptions
    await begin()
    expect(await count()).toBe(0)
    await running('2025-01-15')
    expect(await count()).toBe(1)
    const [first] = await findInitiatives({
      words: NO_WORDS,
      selection: emptySelection(),
      page: 1,
      pageSize: 1,
      sort: 'adoptions',
    })
    expect(first).toMatchObject({ slug: 'rangeerterrein', adoptions: 1 })
    await db.$executeRaw`DELETE FROM initiative_search WHERE initiative_id = ${ask.initiative.initiativeId}::uuid`
    await db.$transaction((tx) => refreshSearch(tx, [ask.initiative.initiativeId]))
    expect(await count()).toBe(1)
    await db.adoption.deleteMany()
    expect(await count()).toBe(0)
  })

  it('shows on both regions, and a child that measured repeats the parent', async () => {
    const id = await running('2025-01-15')
    expect(await listAdoptionsFrom(brabantId)).toMatchObject([{ id }])
    expect(await listAdoptionsFrom(regionId)).toEqual([])
    const child = await db.initiative.findUniqueOrThrow({
      where: { slug: 'eigen-kind' },
      select: { id: true },
    })
    await saveOwnInitiative({ id, version: 4, ownInitiativeId: child.id, actorId: ask.actorId })
    expect((await getEvidence(ask.initiative.initiativeId))?.checks.repeated).toBe(false)
    const outcome = await db.term.findUniqueOrThrow({
      where: { vocabulary_slug: { vocabulary: 'result_type', slug: 'outcome' } },
      select: { id: true },
    })
    await db.initiativeIndicator.create({
      data: {
        initiativeId: child.id,
        position: 1,
        label: 'Aan het werk',
        unit: 'personen',
        resultTypeId: outcome.id,
        measurements: {
          create: {
            measuredOn: day('2026-01-01'),
            numerator: 12,
            n: 20,
            value: 60,
            sourceTitle: 'Eigen telling',
          },
        },
      },
      select: { id: true },
    })
    const evidence = await getEvidence(ask.initiative.initiativeId)
    expect(evidence).toMatchObject({
      checks: { repeated: true },
      repetitions: [{ slug: 'eigen-kind' }],
    })
  })
})
