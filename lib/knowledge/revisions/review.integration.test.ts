import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { formOf, idle } from '@/lib/base/testing/next-request'
import { arrangePeople, OWNER, signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { decideAction } = await import('./review.actions')
const { restoreVersionAction } = await import('./history.actions')
const { restoreVersion } = await import('./history.mutations')
const { getRevisionDraft } = await import('./data')
const { getChangeReason } = await import('./history.data')
const remarks = await import('./remarks.data')
const mutations = await import('./mutations')
const { saveDraft } = await import('./drafts.mutations')

const MODERATOR = 'moderator@voorbeeld.nl'
let ownerId: string
let organisationId: string
let initiativeId: string
let revisionId: string

const read = async (id: string) => {
  const draft = await getRevisionDraft(id)
  if (!draft) throw new Error('no such version')
  return draft
}

async function submit(id: string, changeReason?: string) {
  const { version, status } = await read(id)
  const reason = changeReason === undefined ? {} : { changeReason }
  await mutations.submitRevision({
    revisionId: id,
    version,
    from: status,
    actorId: ownerId,
    ...reason,
  })
}

async function decide(fields: Record<string, string>) {
  const { version } = await read(revisionId)
  return decideAction(idle, formOf({ revisionId, version: String(version), ...fields }))
}

beforeAll(async () => {
  ;({ ownerId, organisationId } = await arrangePeople(db))
})

beforeEach(async () => {
  const made = await mutations.saveNewInitiative({
    title: 'Leren in de zorg',
    organisationId,
    actorId: ownerId,
  })
  ;({ initiativeId, revisionId } = made)
  await submit(revisionId)
  await become(MODERATOR)
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const back = (reason: string, more: Record<string, string> = {}) =>
  decide({ intent: 'return', reason, ...more })

describe('giving a version back', () => {
  it('keeps each reason and the remarks about fields', async () => {
    await back('Noem het jaar.', { 'remarks.summary': 'Korter.', 'remarks.title': ' ' })
    expect(await remarks.getRemarks(revisionId)).toEqual({ summary: 'Korter.' })
    await submit(revisionId)
    await back('Nu de bron nog.', { 'remarks.sources': 'Welke?' })
    expect(await remarks.getRemarks(revisionId)).toEqual({ sources: 'Welke?' })
    expect(await remarks.listEarlierReasons(initiativeId, 1)).toMatchObject([
      { kind: 'returned', number: 1, reason: 'Nu de bron nog.', remarks: { sources: 'Welke?' } },
      { kind: 'returned', number: 1, reason: 'Noem het jaar.', remarks: { summary: 'Korter.' } },
    ])
  })

  it('without a reason brings back what was typed, and decides nothing', async () => {
    const answer = await back('', { 'remarks.summary': 'Korter.' })
    expect(answer).toMatchObject({
      status: 'invalid',
      fieldErrors: { reason: ['required'] },
      values: { 'remarks.summary': 'Korter.' },
    })
    expect((await read(revisionId)).status).toBe('submitted')
  })

  it.each([
    ['an unknown field', { 'remarks.geheim': 'x' }, 'invalid'],
    ['a version of before', { version: '1' }, 'error'],
  ])('refuses %s', async (_, fields, status) => {
    expect(await back('Nee.', fields)).toMatchObject({ status })
    expect((await read(revisionId)).status).toBe('submitted')
    expect(await db.revisionReturn.count({ where: { revisionId } })).toBe(0)
  })

  it('is not for its own editors', async () => {
    await become(OWNER)
    expect(await back('Nee.')).toMatchObject({ status: 'error', code: 'NOT_FOUND' })
  })
})

describe('publishing', () => {
  it.each([
    ['a reason', { reason: 'Nog niet.' }],
    ['a remark', { reason: '', 'remarks.summary': 'Korter.' }],
  ])('is not done while %s stands there, which comes back', async (_, typed) => {
    expect(await decide({ intent: 'publish', ...typed })).toMatchObject({
      status: 'invalid',
      formErrors: ['wordsWithPublish'],
      values: typed,
    })
    expect((await read(revisionId)).status).toBe('submitted')
  })

  it('is done without words, and only by one of the two buttons', async () => {
    expect(await decide({ reason: '' })).toMatchObject({ status: 'error', code: 'NOT_FOUND' })
    await decide({ intent: 'publish', reason: '' })
    expect((await read(revisionId)).status).toBe('published')
  })
})

describe('putting an older version back', () => {
  async function publishSecond() {
    const { version } = await read(revisionId)
    await mutations.publishRevision({ revisionId, version, from: 'submitted', actorId: ownerId })
    const second = await mutations.startRevision({ initiativeId, actorId: ownerId })
    const { content } = await read(second.revisionId)
    await saveDraft({
      revisionId: second.revisionId,
      version: 1,
      content: {
        ...content,
        summary: 'Nieuw.',
        lessons: ['Een les'],
        contactName: 'Fenna de Vries',
        contactEmail: 'fenna@voorbeeld.nl',
        contactConsent: true,
      },
      actorId: ownerId,
    })
    await submit(second.revisionId, 'Er is een les bij.')
    await mutations.publishRevision({
      revisionId: second.revisionId,
      version: 3,
      from: 'submitted',
      actorId: ownerId,
    })
  }

  it('starts a version with that text, a reason and the contact person of now', async () => {
    await publishSecond()
    const restored = await restoreVersion({ initiativeId, number: 1, actorId: ownerId })
    if (restored === 'open') throw new Error('nothing was open')
    const { number, status, content } = await read(restored.revisionId)
    expect({ number, status }).toEqual({ number: 3, status: 'draft' })
    expect(content).toMatchObject({
      title: 'Leren in de zorg',
      summary: '',
      lessons: [],
      contactName: 'Fenna de Vries',
    })
    expect(await getChangeReason(restored.revisionId)).toBe('De tekst van versie 1 is teruggezet.')
    expect(await restoreVersion({ initiativeId, number: 1, actorId: ownerId })).toBe('open')
    expect(await remarks.listEarlierReasons(initiativeId, 3)).toMatchObject([
      { kind: 'changed', number: 2, reason: 'Er is een les bij.' },
    ])
  })

  it.each([2, 9])('is not possible for version %i', async (number) => {
    await publishSecond()
    await expect(restoreVersion({ initiativeId, number, actorId: ownerId })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
  })

  it('is for its editors', async () => {
    await publishSecond()
    const form = () => formOf({ initiativeId, number: '1' })
    expect(await restoreVersionAction(idle, form())).toMatchObject({ code: 'NOT_FOUND' })
    await become(OWNER)
    expect(await restoreVersionAction(idle, form())).toMatchObject({ status: 'ok' })
    expect(await restoreVersionAction(idle, form())).toMatchObject({
      status: 'invalid',
      formErrors: ['versionOpen'],
    })
  })
})
