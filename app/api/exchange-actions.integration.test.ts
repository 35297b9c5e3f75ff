import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '@/lib/base/http/action-result'
import { createTestDatabase } from '@/lib/base/testing/database'

const jar = new Map<string, string>()

// The browser's side of one request, and what an action tells the page afterwards.
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      has: (name: string) => jar.has(name),
      set: (name: string, value: string) => jar.set(name, value),
    }),
  headers: () =>
    Promise.resolve(
      new Headers({
        'x-forwarded-for': '192.0.2.7',
        host: 'praktijkbank.test',
        origin: 'http://praktijkbank.test',
      }),
    ),
}))
vi.mock('next/cache', () => ({
  refresh: () => undefined,
  updateTag: () => undefined,
  unstable_cache: <Fn>(read: Fn) => read,
}))
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('nl') }))
vi.mock('@/i18n/navigation', () => ({
  redirect: () => ({ status: 'ok', data: { savedAt: '' } }),
  getPathname: () => '/',
}))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const session = await import('@/lib/people/accounts/session')
const { decideOverlapAction, replyJoinAction } = await import('@/lib/exchange/overlap/actions')
const { saveOwnAction } = await import('@/lib/exchange/adoptions/actions')
const { followSearchAction } = await import('@/lib/knowledge/saved-searches/actions')
const collections = await import('@/lib/knowledge/collections/actions')
const { postCallAction } = await import('@/lib/exchange/calls/actions')
const { loadLearningOf } = await import('@/lib/exchange/calls/loaders')
const { unmergeObstacleAction } = await import('@/lib/exchange/obstacles/actions')
const { saveMerge } = await import('@/lib/exchange/obstacles/mutations')
const { saveAdviceAction } = await import('@/lib/exchange/advices/actions')
const { loadSavedAdvice, loadSavedAdviceFile } = await import('@/lib/exchange/advices/loaders')
const { saveQuestionAction } = await import('@/lib/exchange/learning/actions')
const { saveNewInitiative } = await import('@/lib/knowledge/revisions/mutations')
const { saveOverlapChoice } = await import('@/lib/exchange/overlap/mutations')
const { getOther } = await import('@/lib/exchange/overlap/data')
const { loadLookalikes, loadChoices, loadJoining } = await import('@/lib/exchange/overlap/loaders')
const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const { saveNewCollection } = await import('@/lib/knowledge/collections/mutations')
const { saveSearch } = await import('@/lib/knowledge/saved-searches/mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const OWNER = 'redacteur.brabant@voorbeeld.nl'
/** Everyone who is not the owner: nobody, someone who only reads, an editor of another region, an assessor and a member of the own region, and who runs the site. */
const OTHERS = [
  null,
  'lezer@voorbeeld.nl',
  'redacteur.overijssel@voorbeeld.nl',
  'beoordelaar.brabant@voorbeeld.nl',
  'lid.brabant@voorbeeld.nl',
  'moderator@voorbeeld.nl',
  'beheerder@voorbeeld.nl',
] as const

async function become(email: string | null): Promise<void> {
  jar.clear()
  if (email === null) return
  const { id: userId } = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })
  const times = { lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) }
  const { id: sessionId } = await db.userSession.create({
    data: { userId, device: '', ...times },
    select: { id: true },
  })
  await session.writeSessionCookie({ userId, sessionId }, times.expiresAt)
}

type Fields = Record<string, string>
const formOf = (fields: Fields) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const idle = { status: 'idle' } as const

interface Endpoint {
  name: string
  send: (form: FormData) => Promise<ActionResult<unknown>>
  fields: () => Promise<Fields>
  /** What would be different if it had worked. */
  trace: () => Promise<unknown>
}

let ownerId: string
let organisationId: string
let regionId: string
let draft: { initiativeId: string; revisionId: string }
let otherInitiativeId: string

beforeAll(async () => {
  await db.user.create({
    data: { email: 'lezer@voorbeeld.nl', name: 'Lezer' },
    select: { id: true },
  })
  const owner = await db.user.findUniqueOrThrow({
    where: { email: OWNER },
    select: {
      id: true,
      memberships: {
        select: { organisationId: true, organisation: { select: { regionId: true } } },
      },
    },
  })
  ownerId = owner.id
  organisationId = owner.memberships[0]!.organisationId
  regionId = (
    await db.region.findUniqueOrThrow({ where: { slug: 'midden-brabant' }, select: { id: true } })
  ).id
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

const ENDPOINTS: Endpoint[] = [
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

describe.each(ENDPOINTS)('$name', ({ send, fields, trace }) => {
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

describe('undoing a merge and keeping an advice', () => {
  it('is for moderators and councils alone', async () => {
    const [duplicate, kept] = await db.obstacle.findMany({
      where: { mergedIntoId: null },
      select: { id: true, version: true, slug: true },
      orderBy: { id: 'asc' },
      take: 2,
    })
    await saveMerge({
      id: duplicate!.id,
      version: duplicate!.version,
      keepId: kept!.id,
      actorId: ownerId,
    })
    const { id: mergeId } = await db.obstacleMerge.findFirstOrThrow({
      where: { mergedId: duplicate!.id },
      select: { id: true },
    })
    const merge = { obstacleId: kept!.id, mergeId }
    const advice = { knelpunt: kept!.slug, titel: 'Advies', aan: '', inleiding: '', gevraagd: '' }
    const closed = [
      null,
      'lezer@voorbeeld.nl',
      'beoordelaar.brabant@voorbeeld.nl',
      'lid.brabant@voorbeeld.nl',
      'beheerder@voorbeeld.nl',
      'manager.twente@voorbeeld.nl',
    ] as const
    for (const person of closed) {
      await become(person)
      const code = person === null ? 'NOT_SIGNED_IN' : 'NOT_FOUND'
      expect(await unmergeObstacleAction(idle, formOf(merge)), person ?? 'nobody').toMatchObject({
        status: 'error',
        code,
      })
      await expect(saveAdviceAction(formOf(advice)), person ?? 'nobody').rejects.toMatchObject({
        code,
      })
    }
    expect(await db.advice.count()).toBe(0)
    expect(await db.obstacle.count({ where: { id: duplicate!.id, mergedIntoId: kept!.id } })).toBe(
      1,
    )
    await become('moderator@voorbeeld.nl')
    await saveAdviceAction(formOf(advice))
    await expect(saveAdviceAction(formOf({ ...advice, titel: ' ' }))).rejects.toThrow(
      'NEXT_REDIRECT',
    )
    const { id } = await db.advice.findFirstOrThrow({ select: { id: true } })
    expect(await loadSavedAdvice(id, '/')).toMatchObject({ compared: [{ changes: [] }] })
    for (const person of closed) {
      await become(person)
      await expect(loadSavedAdvice(id, '/')).rejects.toThrow()
      expect(await loadSavedAdviceFile(id)).toBeNull()
    }
    await become('moderator@voorbeeld.nl')
    expect(await loadSavedAdvice(id, '/')).toMatchObject({ advice: { title: 'Advies' } })
    expect(await loadSavedAdviceFile('geen-nummer')).toBeNull()
    expect(await unmergeObstacleAction(idle, formOf(merge))).toMatchObject({ status: 'ok' })
    expect(await unmergeObstacleAction(idle, formOf(merge))).toMatchObject({
      status: 'error',
      code: 'CONFLICT',
    })
  })
})

describe('a call of a learning question', () => {
  it('is made of a question of the own region alone', async () => {
    const { id: elsewhere } = await db.region.findUniqueOrThrow({
      where: { slug: 'twente' },
      select: { id: true },
    })
    const ask = (region: string) =>
      db.learningQuestion.create({
        data: { regionId: region, question: 'Wat helpt?' },
        select: { id: true },
      })
    const [own, other] = [await ask(regionId), await ask(elsewhere)]
    const form = {
      title: 'Wie weet wat helpt?',
      text: 'Wij zoeken dat uit.',
      region: 'midden-brabant',
      openUntil: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    }
    await become(OWNER)
    expect(await postCallAction(idle, formOf({ ...form, learning: other.id }))).toMatchObject({
      status: 'error',
      code: 'NOT_FOUND',
    })
    expect(await loadLearningOf(other.id, [{ id: regionId }])).toBeNull()
    expect(await db.call.count({ where: { learningId: { not: null } } })).toBe(0)
    expect(await postCallAction(idle, formOf({ ...form, learning: own.id }))).toMatchObject({
      status: 'ok',
    })
    expect(await db.call.count({ where: { learningId: own.id } })).toBe(1)
  })
})

describe('a wish to join', () => {
  it('is answered by the owner alone, and read by both sides alone', async () => {
    const asker = await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.overijssel@voorbeeld.nl' },
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
      if (person !== null && person !== 'redacteur.overijssel@voorbeeld.nl')
        await expect(loadJoining(joinId, '/')).rejects.toThrow()
    }
    expect(await db.overlapReply.count()).toBe(0)
    await become('redacteur.overijssel@voorbeeld.nl')
    expect(await loadJoining(joinId, '/')).toMatchObject({
      state: 'waiting',
      asked: false,
      mayReply: false,
    })
    await become(OWNER)
    expect(await loadJoining(joinId, '/')).toMatchObject({
      state: 'waiting',
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
      where: { email: 'redacteur.overijssel@voorbeeld.nl' },
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
    await become('redacteur.overijssel@voorbeeld.nl')
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
    // A choice of before, when the other was open to the writer, shows a moderator no name that is closed to them.
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
