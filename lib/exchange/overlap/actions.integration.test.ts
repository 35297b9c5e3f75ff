import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { formOf, idle } from '@/lib/base/testing/next-request'
import { arrangePeople, OTHERS, OWNER, signInWith, STRANGER } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { saveNewInitiative } = await import('@/lib/knowledge/revisions/mutations')
const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const { decideOverlapAction, replyJoinAction } = await import('./actions')
const { getOther } = await import('./data')
const { loadLookalikes, loadChoices, loadJoining } = await import('./loaders')
const { saveOverlapChoice } = await import('./mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let ownerId: string
let organisationId: string
beforeAll(async () => {
  ;({ ownerId, organisationId } = await arrangePeople(db))
})

describe('a wish to join', () => {
  it('is answered by the owner alone, and read by both sides alone', async () => {
    const asker = await db.user.findUniqueOrThrow({
      where: { email: STRANGER },
      select: {
        id: true,
        memberships: { select: { organisation: { select: { id: true, name: true } } } },
      },
    })
    const { organisation } = asker.memberships[0]!
    const title = 'Een rangeerterrein in Twente'
    const own = await saveNewInitiative({
      title,
      organisationId: organisation.id,
      actorId: asker.id,
    })
    const { id: otherId } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    const joinId = await saveOverlapChoice({
      source: {
        ...own,
        organisationId: organisation.id,
        organisationName: organisation.name,
        title,
      },
      other: (await getOther(otherId))!,
      answer: 'join',
      words: 'Mogen wij?',
      actorId: asker.id,
    })
    const form = { joinId, welcome: 'yes', words: 'Graag.' }
    for (const person of OTHERS) {
      await become(person)
      expect(await replyJoinAction(idle, formOf(form)), person ?? 'nobody').toMatchObject({
        status: 'error',
        code: person === null ? 'NOT_SIGNED_IN' : 'NOT_FOUND',
      })
      if (person !== null && person !== STRANGER)
        await expect(loadJoining(joinId, '/')).rejects.toThrow()
    }
    expect(await db.overlapReply.count()).toBe(0)
    await become(STRANGER)
    expect(await loadJoining(joinId, '/')).toMatchObject({
      state: 'pending',
      asked: false,
      mayReply: false,
    })
    await become(OWNER)
    expect(await loadJoining(joinId, '/')).toMatchObject({
      state: 'pending',
      asked: true,
      mayReply: true,
    })
    expect(await replyJoinAction(idle, formOf({ ...form, words: ' ' }))).toMatchObject({
      status: 'invalid',
    })
    expect(await replyJoinAction(idle, formOf(form))).toMatchObject({ status: 'ok' })
    expect(await replyJoinAction(idle, formOf(form))).toMatchObject({
      status: 'error',
      code: 'WRONG_STATE',
    })
  })
})

describe('a draft that is not published', () => {
  it('is named, linked and chosen by nobody who may not open it', async () => {
    const secret = 'Lasrobots in de scheepsbouw van de haven'
    const hidden = await saveNewInitiative({ title: secret, organisationId, actorId: ownerId })
    const stranger = await db.user.findUniqueOrThrow({
      where: { email: STRANGER },
      select: { id: true, memberships: { select: { organisationId: true } } },
    })
    const theirs = await saveNewInitiative({
      title: 'Scheepsbouw en lasrobots in de haven',
      organisationId: stranger.memberships[0]!.organisationId,
      actorId: stranger.id,
    })
    const look = async () =>
      JSON.stringify(await loadLookalikes((await getRevisionDraft(theirs.revisionId))!))
    for (const person of OTHERS) {
      await become(person)
      expect(await look(), person ?? 'nobody').not.toContain(hidden.initiativeId)
    }
    await become(OWNER)
    expect(await look()).toContain(hidden.initiativeId)
    await become(STRANGER)
    const choice = {
      revisionId: theirs.revisionId,
      otherId: hidden.initiativeId,
      [`answer_${hidden.initiativeId}`]: 'variant',
      [`words_${hidden.initiativeId}`]: '',
    }
    expect(await decideOverlapAction(idle, formOf(choice))).toMatchObject({
      status: 'error',
      code: 'NOT_FOUND',
    })
    await db.overlapChoice.create({
      data: { initiativeId: theirs.initiativeId, otherId: hidden.initiativeId, answer: 'variant' },
      select: { id: true },
    })
    await become('moderator@voorbeeld.nl')
    const seen = await loadChoices(theirs.initiativeId)
    expect(seen).toMatchObject([{ title: null, slug: null, revisionId: null }])
    await db.initiativeRevision.update({
      where: { id: hidden.revisionId },
      data: { status: 'submitted', submittedAt: new Date() },
    })
    expect(await look()).toContain(hidden.initiativeId)
    expect(await loadChoices(theirs.initiativeId)).toMatchObject([
      { title: secret, revisionId: hidden.revisionId },
    ])
  })
})
