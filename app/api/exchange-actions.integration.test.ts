import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '@/lib/base/http/action-result'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { formOf, idle } from '@/lib/base/testing/next-request'
import { arrangePeople, OTHERS, OWNER, signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { decideOverlapAction } = await import('@/lib/exchange/overlap/actions')
const { saveOwnAction } = await import('@/lib/exchange/adoptions/actions')
const { followSearchAction } = await import('@/lib/knowledge/saved-searches/actions')
const collections = await import('@/lib/knowledge/collections/actions')
const { saveQuestionAction } = await import('@/lib/exchange/learning/actions')
const { saveNewInitiative } = await import('@/lib/knowledge/revisions/mutations')
const { saveNewCollection } = await import('@/lib/knowledge/collections/mutations')
const { saveSearch } = await import('@/lib/knowledge/saved-searches/mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

type Fields = Record<string, string>

interface OwnerAction {
  name: string
  send: (form: FormData) => Promise<ActionResult<unknown>>
  fields: () => Promise<Fields>
  trace: () => Promise<unknown>
}

let ownerId: string
let organisationId: string
let regionId: string
let draft: { initiativeId: string; revisionId: string }
let otherInitiativeId: string

beforeAll(async () => {
  ;({ ownerId, organisationId, regionId } = await arrangePeople(db))
  draft = await saveNewInitiative({
    title: 'Switch naar een vak',
    organisationId,
    actorId: ownerId,
  })
  otherInitiativeId = (
    await db.initiative.findUniqueOrThrow({
      where: { slug: 'switch-naar-techniek' },
      select: { id: true },
    })
  ).id
})

const search = () =>
  db.savedSearch.findFirstOrThrow({
    where: { userId: ownerId },
    select: { id: true, followed: true },
  })
async function ownSearch(): Promise<Fields> {
  await saveSearch({ actorId: ownerId, name: 'Techniek', parameters: 'q=techniek' })
  return { id: (await search()).id, follow: '1' }
}
async function collection(): Promise<{ id: string; version: number }> {
  const id = await saveNewCollection({
    organisationId,
    title: 'Werken',
    lead: 'Lees dit.',
    actorId: ownerId,
  })
  return { id, version: 1 }
}
async function withEntry(): Promise<Fields> {
  const { id } = await collection()
  await db.collectionItem.create({
    data: { collectionId: id, initiativeId: otherInitiativeId, position: 1 },
    select: { collectionId: true },
  })
  return { collectionId: id, version: '1' }
}
async function adoption(): Promise<Fields> {
  const group = await db.term.findFirstOrThrow({
    where: { vocabulary: 'target_group' },
    select: { id: true },
    orderBy: { slug: 'asc' },
  })
  await db.adoption.deleteMany({ where: { initiativeId: otherInitiativeId, organisationId } })
  const { id } = await db.adoption.create({
    data: {
      initiativeId: otherInitiativeId,
      organisationId,
      goal: 'Meer vakmensen',
      targetGroupId: group.id,
      kept: 'De jobcoach',
      reason: 'Dat werkt hier ook.',
    },
    select: { id: true },
  })
  await db.adoption.update({ where: { id }, data: { status: 'preparing' }, select: { id: true } })
  const { version } = await db.adoption.update({
    where: { id },
    data: { status: 'running', startsOn: new Date('2025-01-01') },
    select: { version: true },
  })
  return { adoptionId: id, version: String(version), ownInitiativeId: draft.initiativeId }
}
const collectionRows = () =>
  db.collection.findMany({
    where: { organisationId },
    select: {
      title: true,
      publishedAt: true,
      version: true,
      items: { select: { position: true, initiativeId: true } },
    },
    orderBy: { id: 'asc' },
  })

const OWNER_ACTIONS: OwnerAction[] = [
  {
    name: 'decideOverlapAction',
    send: (form) => decideOverlapAction(idle, form),
    fields: () =>
      Promise.resolve({
        revisionId: draft.revisionId,
        otherId: otherInitiativeId,
        [`answer_${otherInitiativeId}`]: 'separate',
        [`words_${otherInitiativeId}`]: 'Iets anders.',
      }),
    trace: () => db.overlapChoice.count(),
  },
  {
    name: 'saveOwnAction',
    send: (form) => saveOwnAction(idle, form),
    fields: adoption,
    trace: () =>
      db.adoption.findMany({ where: { organisationId }, select: { ownInitiativeId: true } }),
  },
  {
    name: 'followSearchAction',
    send: (form) => followSearchAction(idle, form),
    fields: ownSearch,
    trace: async () => (await search()).followed,
  },
  {
    name: 'createCollectionAction',
    send: (form) => collections.createCollectionAction(idle, form),
    fields: () => Promise.resolve({ organisationId, title: 'Leren', lead: 'Lees dit.' }),
    trace: () => db.collection.count({ where: { organisationId } }),
  },
  {
    name: 'saveCollectionAction',
    send: (form) => collections.saveCollectionAction(idle, form),
    trace: collectionRows,
    fields: async () => ({
      collectionId: (await collection()).id,
      version: '1',
      title: 'Anders',
      lead: 'Anders.',
      story: '',
    }),
  },
  {
    name: 'addEntryAction',
    send: (form) => collections.addEntryAction(idle, form),
    trace: collectionRows,
    fields: async () => ({
      collectionId: (await collection()).id,
      version: '1',
      address: '/initiatieven/rangeerterrein',
      why: '',
    }),
  },
  {
    name: 'changeEntryAction',
    send: (form) => collections.changeEntryAction(idle, form),
    trace: collectionRows,
    fields: async () => ({
      ...(await withEntry()),
      initiativeId: otherInitiativeId,
      act: 'remove',
    }),
  },
  {
    name: 'publishCollectionAction',
    send: (form) => collections.publishCollectionAction(idle, form),
    trace: collectionRows,
    fields: async () => ({ ...(await withEntry()), act: 'publish' }),
  },
  {
    name: 'saveQuestionAction',
    send: (form) => saveQuestionAction(idle, form),
    trace: () => db.learningQuestion.count({ where: { regionId } }),
    fields: () =>
      Promise.resolve({
        regionId,
        questionId: randomUUID(),
        question: 'Wat helpt?',
        why: '',
        answerBy: '',
        initiatives: '',
      }),
  },
]

describe.each(OWNER_ACTIONS)('$name', ({ send, fields, trace }) => {
  it('does nothing for anyone but the owner, and says no more than that it does not exist', async () => {
    const form = await fields()
    const before = await trace()
    for (const person of OTHERS) {
      await become(person)
      expect(await send(formOf(form)), person ?? 'nobody').toMatchObject({
        status: 'error',
        code: person === null ? 'NOT_SIGNED_IN' : 'NOT_FOUND',
      })
    }
    expect(await trace()).toEqual(before)
    await become(OWNER)
    expect(await send(formOf(form))).toMatchObject({ status: 'ok' })
    expect(await trace()).not.toEqual(before)
  })

  it('survives ids and words that no form sends', async () => {
    const form = await fields()
    await become(OWNER)
    const before = await trace()
    for (const name of Object.keys(form).filter((key) => /id$/i.test(key))) {
      for (const value of ['', 'geen-nummer', randomUUID(), `${form[name] ?? ''}'`, '\u0000']) {
        expect((await send(formOf({ ...form, [name]: value }))).status).not.toBe('idle')
      }
    }
    expect((await send(formOf({}))).status).toMatch(/error|invalid/)
    if (!Object.keys(form).includes('questionId')) expect(await trace()).toEqual(before)
  })
})
