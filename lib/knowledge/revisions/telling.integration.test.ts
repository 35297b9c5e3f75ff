import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const request = vi.hoisted(() => import('@/lib/base/testing/next-request'))
vi.mock('next/headers', async () => (await request).nextHeaders)
vi.mock('@/i18n/navigation', async () => (await request).navigation)

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const mutations = await import('./mutations')
const { loadRevisionDone, loadRevisionWork } = await import('./loaders')
const { getSession } = await import('@/lib/people/accounts/data')
const { saveMailWishes } = await import('@/lib/people/messages/wishes.mutations')

const organisations = { eigen: '', buur: '', ander: '' }
const people: Record<string, string> = {}

async function person(
  name: string,
  at: keyof typeof organisations | null,
  change: { role?: 'editor' | 'manager' | 'assessor'; disabledAt?: Date } = {},
): Promise<void> {
  const { role = 'editor', ...rest } = change
  const { id } = await db.user.create({
    data: {
      email: `${name}@voorbeeld.nl`,
      name,
      ...rest,
      memberships: at === null ? {} : { create: { organisationId: organisations[at], role } },
    },
    select: { id: true },
  })
  people[name] = id
}
const moderate = (...names: string[]) =>
  db.platformRole.createMany({
    data: names.map((name) => ({ userId: people[name]!, role: 'moderator' as const })),
  })
const nameOf = (id: string | null) => Object.keys(people).find((name) => people[name] === id)
const inbox = async (kind: string) =>
  (
    await db.notification.findMany({
      where: { kind },
      select: { userId: true, title: true, path: true, note: true },
      orderBy: { userId: 'asc' },
    })
  ).map(({ userId, ...row }) => ({ who: nameOf(userId), ...row }))
const mails = async (kind: string) =>
  (
    await db.mail.findMany({
      where: { kind, status: 'queued' },
      select: { recipientId: true, subject: true, text: true, path: true },
      orderBy: { recipientId: 'asc' },
    })
  ).map(({ recipientId, ...row }) => ({ who: nameOf(recipientId), ...row }))
const who = (rows: { who: string | undefined }[]) => rows.map((row) => row.who).sort()
const actorOf = async (name: string) => {
  const { id } = await db.userSession.create({
    data: { userId: people[name]!, device: 'proef', expiresAt: new Date(Date.now() + 60_000) },
    select: { id: true },
  })
  return (await getSession(id, people[name]!, new Date()))!.actor
}

let revisionId = ''
const submit = (actor: string, version = 1, from: 'draft' | 'returned' = 'draft') =>
  mutations.submitRevision({ revisionId, version, from, actorId: people[actor]! })

beforeAll(async () => {
  await db.term.create({
    data: {
      vocabulary: 'displacement',
      slug: 'niet-onderzocht',
      labelNl: 'Niet onderzocht',
      labelEn: '',
      definitionNl: '',
      definitionEn: '',
      position: 0,
    },
    select: { id: true },
  })
  const [twente, drenthe] = await db.region.createManyAndReturn({
    data: [
      { code: 'AM05', type: 'labour_market', name: 'Twente', slug: 'twente' },
      { code: 'AM06', type: 'labour_market', name: 'Drenthe', slug: 'drenthe' },
    ],
    select: { id: true },
  })
  for (const [slug, regionId] of [
    ['eigen', twente!.id],
    ['buur', twente!.id],
    ['ander', drenthe!.id],
  ] as const)
    organisations[slug] = (
      await db.organisation.create({
        data: { slug, name: `Naam ${slug}`, kind: 'regional_board', regionId },
        select: { id: true },
      })
    ).id
  await person('schrijver', 'eigen')
  await person('collega', 'eigen', { role: 'manager' })
  await person('vertrokken', 'eigen', { disabledAt: new Date() })
  await person('beoordelaar', 'eigen', { role: 'assessor' })
  await person('mod-eigen', 'eigen')
  await person('mod-buur', 'buur')
  await person('mod-ander', 'ander')
  await person('mod-landelijk', null)
  await person('mod-weg', 'ander', { disabledAt: new Date() })
  await person('beheerder', null)
  await db.platformRole.create({
    data: { userId: people.beheerder!, role: 'administrator' },
    select: { role: true },
  })
})

beforeEach(async () => {
  await db.mail.deleteMany()
  await db.notification.deleteMany()
  await db.mailWish.deleteMany()
  await db.platformRole.deleteMany({ where: { role: 'moderator' } })
  await moderate('mod-eigen', 'mod-buur', 'mod-ander', 'mod-landelijk', 'mod-weg')
  ;({ revisionId } = await mutations.saveNewInitiative({
    title: 'Leren op de werkvloer',
    organisationId: organisations.eigen,
    actorId: people.schrijver!,
  }))
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a submitted version', () => {
  it('reaches the moderators of another organisation and region, once, in inbox and mail', async () => {
    await submit('schrijver')
    await expect(submit('collega')).rejects.toThrow('WRONG_STATE')
    const path = `/werkplek/redactie/${revisionId}`
    for (const found of [await inbox('revision-submitted'), await mails('revision-submitted')]) {
      expect(who(found)).toEqual(['mod-ander', 'mod-landelijk'])
      expect(found.every((one) => one.path === path)).toBe(true)
    }
    expect((await mails('revision-submitted'))[0]?.text).toContain('Naam eigen')
  })

  it('waits in the work of those who were told, and of nobody else', async () => {
    await submit('schrijver')
    const waiting = []
    for (const name of ['mod-eigen', 'mod-buur', 'mod-ander', 'mod-landelijk', 'schrijver'])
      if (
        (await loadRevisionWork(await actorOf(name))).submitted.some(({ id }) => id === revisionId)
      )
        waiting.push(name)
    expect(waiting).toEqual(who(await inbox('revision-submitted')))
    expect(waiting).toEqual(['mod-ander', 'mod-landelijk'])
  })

  it('goes to one moderator when two press at the same moment', async () => {
    const both = await Promise.allSettled([submit('schrijver'), submit('collega')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await inbox('revision-submitted')).toHaveLength(2)
    expect(await mails('revision-submitted')).toHaveLength(2)
  })

  it('reaches the administrators when no moderator may decide, and the editor reads that', async () => {
    await db.platformRole.deleteMany({
      where: {
        role: 'moderator',
        userId: { in: [people['mod-ander']!, people['mod-landelijk']!] },
      },
    })
    await submit('schrijver')
    expect(await inbox('revision-submitted')).toEqual([])
    expect(await inbox('reviewer-missing')).toMatchObject([
      { who: 'beheerder', path: '/werkplek/beheer/mensen' },
    ])
    expect(who(await mails('revision-submitted'))).toEqual(['beheerder'])
    const writer = await actorOf('schrijver')
    expect(await loadRevisionDone(writer, 'ingediend', revisionId)).toMatchObject({
      reviewers: null,
    })
  })

  it('is confirmed with the organisations that look along, to those who may see it alone', async () => {
    await submit('schrijver')
    const done = await loadRevisionDone(await actorOf('schrijver'), 'ingediend', revisionId)
    expect(done).toMatchObject({ reviewers: ['Naam ander'], title: 'Leren op de werkvloer' })
    expect(
      await loadRevisionDone(await actorOf('schrijver'), 'gepubliceerd', revisionId),
    ).toBeNull()
    expect(await loadRevisionDone(await actorOf('beoordelaar'), 'ingediend', revisionId)).toBeNull()
    expect(await loadRevisionDone(await actorOf('schrijver'), 'constructor', revisionId)).toBeNull()
  })

  it('no longer asks anyone after it is withdrawn', async () => {
    await submit('schrijver')
    await mutations.withdrawRevision({
      revisionId,
      version: 2,
      from: 'submitted',
      actorId: people.schrijver!,
    })
    expect(await inbox('revision-submitted')).toEqual([])
    expect(await mails('revision-submitted')).toEqual([])
  })
})

describe('a decision', () => {
  const decide = { version: 2, from: 'submitted' as const }

  it('to return goes to the editors with the reason, and submitting again asks again', async () => {
    await submit('schrijver')
    await db.mail.updateMany({ data: { status: 'sent', sentAt: new Date() } })
    const reason = 'Noem het aantal deelnemers.\nEn het jaar.'
    await mutations.returnRevision({
      revisionId,
      ...decide,
      reason,
      remarks: { summary: 'Korter.' },
      actorId: people['mod-ander']!,
    })
    const told = await inbox('revision-returned')
    expect(who(told)).toEqual(['collega', 'mod-eigen', 'schrijver'])
    expect(told[0]).toMatchObject({ note: reason, path: `/werkplek/initiatieven/${revisionId}` })
    const sent = await mails('revision-returned')
    expect(who(sent)).toEqual(['collega', 'mod-eigen', 'schrijver'])
    expect(sent[0]?.text).toContain(reason)
    expect(sent[0]?.text).toContain('Bij de velden zelf staan ook opmerkingen.')
    expect(await inbox('revision-submitted')).toEqual([])
    await submit('schrijver', 3, 'returned')
    expect(who(await inbox('revision-submitted'))).toEqual(['mod-ander', 'mod-landelijk'])
    expect(who(await mails('revision-submitted'))).toEqual(['mod-ander', 'mod-landelijk'])
  })

  it('to publish goes to the editors, once, also to who follows it; followers get the news', async () => {
    const { initiativeId } = await db.initiativeRevision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { initiativeId: true },
    })
    for (const name of ['schrijver', 'beheerder', 'vertrokken'])
      await db.follow.create({
        data: { userId: people[name]!, subjectType: 'initiative', subjectId: initiativeId },
        select: { userId: true },
      })
    await saveMailWishes(people.beheerder!, new Map([['followed-news', 'now']]))
    await submit('schrijver')
    await mutations.publishRevision({ revisionId, ...decide, actorId: people['mod-ander']! })
    expect(who(await inbox('revision-published'))).toEqual(['collega', 'mod-eigen', 'schrijver'])
    expect(who(await mails('revision-published'))).toEqual(['collega', 'mod-eigen', 'schrijver'])
    expect(who(await inbox('initiative-published'))).toEqual(['beheerder'])
    expect(await mails('followed-news')).toMatchObject([
      { who: 'beheerder', subject: 'Nieuw initiatief: Leren op de werkvloer' },
    ])
    expect(await mails('revision-submitted')).toEqual([])
  })
})
