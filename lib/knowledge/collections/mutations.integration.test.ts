import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { findSubject } = await import('@/lib/people/follows/data')
const { saveFollow } = await import('@/lib/people/follows/mutations')
const { findPublished } = await import('@/lib/knowledge/initiatives/addresses.data')
const {
  getCollection,
  getCollectionWork,
  listCollections,
  listCollectionsOf,
  listCollectionsWith,
} = await import('./data')
const { addEntry, changeEntry, publishCollection, saveCollection, saveNewCollection } =
  await import('./mutations')

let actorId: string
let organisationId: string
let ids: string[]

beforeAll(async () => {
  const person = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.brabant@voorbeeld.nl' },
    select: { id: true, memberships: { select: { organisationId: true } } },
  })
  actorId = person.id
  organisationId = person.memberships[0]!.organisationId
  ids = (
    await findPublished(['rangeerterrein', 'switch-naar-techniek', 'voorschakeltraject-zorg'])
  ).map(({ id }) => id)
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const begin = () =>
  saveNewCollection({ organisationId, title: 'Werken én leren', lead: 'Voor wie begint.', actorId })

describe('a collection', () => {
  it('is seeded with the six of the report in an order', async () => {
    const seeded = (await getCollection('zes-voorbeelden'))!
    expect(seeded).toMatchObject({ isExample: true })
    expect(seeded.entries).toHaveLength(6)
    expect(seeded.entries[0]?.slug).toBe('rangeerterrein')
    expect((await listCollectionsWith(ids[0]!)).map(({ slug }) => slug)).toContain(
      'zes-voorbeelden',
    )
  })

  it('is for its editors alone until it is public, and needs something in it', async () => {
    const id = await begin()
    const { slug } = (await getCollectionWork(id))!
    expect(slug).toBe('werken-en-leren')
    expect(await publishCollection({ id, version: 1, act: 'publish', actorId })).toBe('empty')
    expect(
      await addEntry({ id, version: 1, initiativeId: ids[0]!, why: 'Lees dit eerst.', actorId }),
    ).toBeNull()
    expect(await addEntry({ id, version: 2, initiativeId: ids[0]!, why: '', actorId })).toBe(
      'alreadyIn',
    )
    expect(await getCollection(slug)).toBeNull()
    expect(await findSubject('collection', slug)).toBeNull()
    expect(await publishCollection({ id, version: 2, act: 'publish', actorId })).toBeNull()
    expect((await getCollection(slug))?.entries).toMatchObject([{ why: 'Lees dit eerst.' }])
    expect((await listCollections()).map((one) => one.slug)).toContain(slug)
    expect((await listCollectionsOf([organisationId])).map((one) => one.id)).toContain(id)
  })

  it('keeps its order, and tells the second to save that someone was first', async () => {
    const id = await begin()
    for (const [index, initiativeId] of ids.entries())
      await addEntry({ id, version: index + 1, initiativeId, why: '', actorId })
    const order = async () =>
      (await getCollectionWork(id))!.entries.map(({ initiativeId }) => initiativeId)
    expect(await order()).toEqual(ids)
    expect(
      await changeEntry({ id, version: 4, initiativeId: ids[2]!, act: 'up', actorId }),
    ).toBeNull()
    expect(await order()).toEqual([ids[0], ids[2], ids[1]])
    expect(await changeEntry({ id, version: 4, initiativeId: ids[2]!, act: 'up', actorId })).toBe(
      'conflict',
    )
    expect(
      await changeEntry({ id, version: 5, initiativeId: ids[0]!, act: 'remove', actorId }),
    ).toBeNull()
    expect(await order()).toEqual([ids[2], ids[1]])
    expect(
      await saveCollection({ id, version: 1, title: 'Anders', lead: 'x', story: '', actorId }),
    ).toBe('conflict')
    expect((await getCollectionWork(id))!.title).toBe('Werken én leren')
    await expect(
      changeEntry({ id, version: 6, initiativeId: ids[0]!, act: 'remove', actorId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('tells followers once what came in, and not who did it', async () => {
    const subject = (await findSubject('collection', 'zes-voorbeelden'))!
    const reader = await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.noord@voorbeeld.nl' },
      select: { id: true },
    })
    await saveFollow(reader.id, subject)
    await saveFollow(actorId, subject)
    await changeEntry({ id: subject.id, version: 1, initiativeId: ids[0]!, act: 'remove', actorId })
    await addEntry({ id: subject.id, version: 2, initiativeId: ids[0]!, why: '', actorId })
    expect(
      await db.notification.findMany({
        where: { kind: 'collection-changed' },
        select: { userId: true, path: true },
      }),
    ).toEqual([{ userId: reader.id, path: '/verzamelingen/zes-voorbeelden' }])
  })
})
