import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getOrganisation, listOrganisations, listSuccessors } = await import('./data')
const work = await import('./mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let actorId: string
const today = new Date('2026-11-30T00:00:00Z')

beforeEach(async () => {
  actorId = (
    await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Beheerder' },
      select: { id: true },
    })
  ).id
})

const regionIds = async () =>
  (
    await db.region.findMany({
      where: { type: 'labour_market' },
      orderBy: { slug: 'asc' },
      take: 3,
    })
  ).map(({ id }) => id)

describe('an organisation', () => {
  it('gets an address of its own, once per form', async () => {
    const input = {
      name: 'Werkcentrum Óóst',
      kind: 'work_centre' as const,
      regionId: null,
      alsoRegionIds: [],
    }
    const sender = { actorId, submission: randomUUID() }
    const [first, again] = await Promise.all([
      work.createOrganisation(sender, input),
      work.createOrganisation(sender, input),
    ])
    expect(first).toBe('werkcentrum-oost')
    expect(again).toBe(first)
    expect(await work.createOrganisation({ actorId }, input)).toBe('werkcentrum-oost-2')
    expect((await listOrganisations({ text: 'WERKCENTRUM', kind: null }, null)).length).toBe(2)
  })

  it('works for more regions, of which the own is never named twice', async () => {
    const [own = '', other = ''] = await regionIds()
    const input = { name: randomUUID(), kind: 'work_centre' as const, regionId: own }
    const slug = await work.createOrganisation(
      { actorId },
      { ...input, alsoRegionIds: [own, other, other] },
    )
    expect(await getOrganisation(slug)).toMatchObject({ regionId: own, alsoRegionIds: [other] })
    const { id } = (await getOrganisation(slug))!
    await work.saveOrganisation(actorId, { ...input, id, alsoRegionIds: [] }, false)
    expect((await getOrganisation(slug))?.alsoRegionIds).toEqual([other])
    await work.saveOrganisation(actorId, { ...input, id, alsoRegionIds: [] }, true)
    expect((await getOrganisation(slug))?.alsoRegionIds).toEqual([])
  })
})

describe('an organisation that ends', () => {
  it('hands what it holds to its successor and stays as a record', async () => {
    const from = await db.organisation.findFirstOrThrow({
      where: { initiatives: { some: {} }, memberships: { some: {} } },
      include: { initiatives: true, memberships: true },
    })
    const { id: successorId } = (await listSuccessors(from.id))[0]!
    const end = () => work.endOrganisation(actorId, { id: from.id, successorId, today })
    expect((await Promise.all([end(), end()])).toSorted()).toEqual([false, true])
    expect(
      await db.initiative.count({
        where: {
          id: { in: from.initiatives.map(({ id }) => id) },
          organisationId: successorId,
        },
      }),
    ).toBe(from.initiatives.length)
    expect(
      await db.membership.count({
        where: {
          userId: { in: from.memberships.map(({ userId }) => userId) },
          organisationId: successorId,
        },
      }),
    ).toBeGreaterThanOrEqual(new Set(from.memberships.map(({ userId }) => userId)).size)
    expect(await db.membership.count({ where: { organisationId: from.id } })).toBe(0)
    expect(await getOrganisation(from.slug)).toMatchObject({
      endsOn: '2026-11-30',
      holds: { initiatives: 0 },
    })
    expect(await work.reopenOrganisation(actorId, from.id)).toBe(false)
  })

  it('hands on the messages from outside, and who may not write', async () => {
    const make = async () =>
      (
        await db.organisation.create({
          data: { slug: randomUUID(), name: randomUUID(), kind: 'other' },
        })
      ).id
    const [from, to] = [await make(), await make()]
    const { id } = await db.enquiry.create({
      data: {
        kind: 'question',
        writer: 'resident',
        name: 'Sam',
        email: 'sam@x.example',
        subject: 'Vraag',
        state: 'waiting',
        organisationId: from,
        expiresAt: new Date(),
        confirmedAt: new Date(),
      },
    })
    for (const organisationId of [from, to])
      await db.enquiryBlock.create({ data: { organisationId, digest: 'allebei' } })
    await db.enquiryBlock.create({ data: { organisationId: from, digest: 'alleen hier' } })
    await work.endOrganisation(actorId, { id: from, successorId: to, today })
    expect(await db.enquiry.findUnique({ where: { id } })).toMatchObject({ organisationId: to })
    const blocks = await db.enquiryBlock.findMany({ where: { organisationId: to } })
    expect(blocks.map(({ digest }) => digest).toSorted()).toEqual(['allebei', 'alleen hier'])
  })

  it('is not taken over by one that ended, and goes on again without a successor', async () => {
    const make = async () =>
      (
        await db.organisation.create({
          data: { slug: randomUUID(), name: randomUUID(), kind: 'other' },
        })
      ).id
    const [one, other] = [await make(), await make()]
    expect(await work.endOrganisation(actorId, { id: one, successorId: null, today })).toBe(true)
    expect(await work.endOrganisation(actorId, { id: other, successorId: one, today })).toBe(false)
    expect(await work.reopenOrganisation(actorId, one)).toBe(true)
    expect(await work.reopenOrganisation(actorId, one)).toBe(false)
  })
})
