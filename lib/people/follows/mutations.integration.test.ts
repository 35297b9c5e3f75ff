import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { countUnread, findSubject, isFollowing, listFollows, listInbox } = await import('./data')
const { deleteFollow, notifyFollowers, saveFollow, saveRead } = await import('./mutations')

let people = 0
async function person(): Promise<string> {
  return (
    await db.user.create({
      data: { email: `volger-${String((people += 1))}@voorbeeld.nl`, name: 'Volger' },
      select: { id: true },
    })
  ).id
}
let initiativeId: string
const inbox = async (userId: string) =>
  (await listInbox(userId, 1)).messages.map(({ kind, path }) => ({ kind, path }))
const notify = (
  kind: 'initiative-published' | 'initiative-updated',
  key: string,
  actorId: string | null = null,
) => db.$transaction((tx) => notifyFollowers(tx, { kind, initiativeId, key, actorId }))

beforeAll(async () => {
  initiativeId = (await findSubject('initiative', 'rangeerterrein'))!.id
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('following', () => {
  it('finds what everyone may see and nothing else', async () => {
    expect(await findSubject('region', 'midden-brabant')).toMatchObject({ type: 'region' })
    expect(await findSubject('target_group', 'statushouders')).toMatchObject({
      type: 'target_group',
    })
    const draft = await db.initiative.findFirstOrThrow({
      where: { publishedRevisionId: null },
      select: { slug: true },
    })
    expect(await findSubject('initiative', draft.slug)).toBeNull()
    for (const slug of [
      '',
      'bestaat-niet',
      '\u0000',
      "'; DROP TABLE follow; --",
      'a'.repeat(5_000),
    ])
      expect(await findSubject('initiative', slug)).toBeNull()
  })

  it('is once, also when asked twice at once, and can be stopped', async () => {
    const userId = await person()
    const subject = { type: 'initiative', id: initiativeId } as const
    await Promise.all([saveFollow(userId, subject), saveFollow(userId, subject)])
    expect(await listFollows(userId)).toMatchObject([{ slug: 'rangeerterrein' }])
    await deleteFollow(userId, subject)
    await deleteFollow(userId, subject)
    expect(await isFollowing(userId, subject)).toBe(false)
  })

  it('has an end: the list of one person holds five hundred', async () => {
    const userId = await person()
    await db.follow.createMany({
      data: Array.from({ length: 500 }, () => ({
        userId,
        subjectType: 'region',
        subjectId: crypto.randomUUID(),
      })),
    })
    expect(await saveFollow(userId, { type: 'initiative', id: initiativeId })).toBe('tooMany')
    expect(await listFollows(userId)).toEqual([])
  })
})

describe('notifyFollowers', () => {
  it('tells of a first publication to followers of its region and target group and of all above them, once', async () => {
    const revision = await db.initiativeRevision.findFirstOrThrow({
      where: { initiativeId, status: 'published' },
      select: {
        regions: { select: { regionId: true } },
        terms: {
          where: { term: { vocabulary: 'target_group' } },
          select: { termId: true, term: { select: { parentId: true } } },
        },
      },
    })
    const region = { type: 'region', id: revision.regions[0]!.regionId } as const
    const parent = await db.regionLink.findFirstOrThrow({
      where: { childId: region.id, isPrimary: true, validToYear: null },
      select: { parentId: true },
    })
    const group = { type: 'target_group', id: revision.terms[0]!.termId } as const
    const [both, above, elsewhere, self] = [
      await person(),
      await person(),
      await person(),
      await person(),
    ]
    for (const subject of [region, group]) await saveFollow(both, subject)
    await saveFollow(above, { type: 'region', id: parent.parentId })
    await saveFollow(elsewhere, (await findSubject('region', 'zeeland'))!)
    await saveFollow(self, region)
    await notify('initiative-published', 'eerste', self)
    await notify('initiative-published', 'eerste', self)
    const one = [{ kind: 'initiative-published', path: '/initiatieven/rangeerterrein' }]
    expect(await inbox(both)).toEqual(one)
    expect(await inbox(above)).toEqual(one)
    expect(await inbox(elsewhere)).toEqual([])
    expect(await inbox(self)).toEqual([])
  })

  it('tells of a new version to followers of the initiative alone, and of nothing that was rolled back', async () => {
    const [follower, regional] = [await person(), await person()]
    await saveFollow(follower, { type: 'initiative', id: initiativeId })
    const { regionId } = await db.revisionRegion.findFirstOrThrow({
      where: { revision: { initiativeId, status: 'published' } },
      select: { regionId: true },
    })
    await saveFollow(regional, { type: 'region', id: regionId })
    await notify('initiative-updated', 'tweede')
    await expect(
      db.$transaction(async (tx) => {
        await notifyFollowers(tx, {
          kind: 'measurement-added',
          initiativeId,
          key: 'terug',
          actorId: null,
        })
        throw new Error('cause failed')
      }),
    ).rejects.toThrow('cause failed')
    expect(await inbox(follower)).toEqual([
      { kind: 'initiative-updated', path: '/initiatieven/rangeerterrein' },
    ])
    expect(await inbox(regional)).toEqual([])
  })

  it('reaches the owner too when asked, nobody who is disabled, and mails who wants that at once', async () => {
    const { organisationId } = await db.initiative.findUniqueOrThrow({
      where: { id: initiativeId },
      select: { organisationId: true },
    })
    const [editor, assessor, gone, reader] = [
      await person(),
      await person(),
      await person(),
      await person(),
    ]
    await db.membership.createMany({
      data: [
        { userId: editor, organisationId, role: 'editor' },
        { userId: assessor, organisationId, role: 'assessor' },
        { userId: gone, organisationId, role: 'manager' },
      ],
    })
    await db.user.update({
      where: { id: gone },
      data: { disabledAt: new Date() },
      select: { id: true },
    })
    await saveFollow(reader, { type: 'initiative', id: initiativeId })
    await saveFollow(editor, { type: 'initiative', id: initiativeId })
    await db.mailWish.create({
      data: { userId: reader, kind: 'followed-news', mode: 'now' },
      select: { kind: true },
    })
    const measured = (key: string) =>
      db.$transaction((tx) =>
        notifyFollowers(tx, {
          kind: 'measurement-added',
          initiativeId,
          key,
          actorId: null,
          owners: true,
        }),
      )
    await measured('meting')
    await measured('meting')
    const one = [{ kind: 'measurement-added', path: '/initiatieven/rangeerterrein' }]
    expect(await inbox(editor)).toEqual(one)
    expect(await inbox(reader)).toEqual(one)
    expect([...(await inbox(assessor)), ...(await inbox(gone))]).toEqual([])
    expect(
      await db.mail.findMany({
        where: { recipientId: { in: [editor, assessor, gone, reader] } },
        select: { recipientId: true, kind: true, subject: true },
      }),
    ).toEqual([
      {
        recipientId: reader,
        kind: 'followed-news',
        subject: 'Nieuwe meting: Rangeerterrein Midden-Brabant',
      },
    ])
  })

  it('marks as read only what is one’s own', async () => {
    const [mine, other] = [await person(), await person()]
    for (const userId of [mine, other])
      await saveFollow(userId, { type: 'initiative', id: initiativeId })
    await notify('initiative-updated', 'derde')
    const [message] = (await listInbox(other, 1)).messages
    expect(await saveRead(mine, message!.id)).toBe(0)
    expect(await countUnread(other)).toBe(1)
    expect(await saveRead(mine)).toBe(1)
    expect(await countUnread(mine)).toBe(0)
    expect(await countUnread(other)).toBe(1)
  })
})
