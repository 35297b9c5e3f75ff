import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getTerm, listStoredTerms } = await import('@/lib/site/vocabularies/data')
const { getSuggestion, listOpenSuggestions, listOwnSuggestions, countOpenOf } =
  await import('./data')
const { addSuggested, decideSuggestion, saveSuggestion } = await import('./mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const vocabulary = 'target_group' as const
let administratorId: string
let initiative: { id: string; organisationId: string }

const account = async () =>
  (
    await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Iemand' },
      select: { id: true },
    })
  ).id

async function editor() {
  const userId = await account()
  await db.membership.create({
    data: { userId, organisationId: initiative.organisationId, role: 'editor' },
  })
  return userId
}

let number = 500
async function draftOf(createdById: string) {
  number += 1
  await db.initiativeRevision.deleteMany({
    where: { initiativeId: initiative.id, status: { in: ['draft', 'returned'] } },
  })
  return db.initiativeRevision.create({
    data: {
      initiativeId: initiative.id,
      number,
      status: 'draft',
      title: 'Concept',
      summary: '',
      problem: '',
      createdById,
    },
    select: { id: true, version: true },
  })
}

beforeEach(async () => {
  administratorId = await account()
  await db.platformRole.create({ data: { userId: administratorId, role: 'administrator' } })
  initiative = await db.initiative.findFirstOrThrow({
    where: { publishedRevisionId: { not: null } },
    select: { id: true, organisationId: true },
    orderBy: { slug: 'asc' },
  })
})

const word = () => `Woord ${randomUUID().slice(0, 8)}`
const suggest = (actorId: string, name: string, revisionId: string | null = null) =>
  saveSuggestion({ actorId }, { vocabulary, name, why: 'Wij werken met hen.', revisionId })
const openOne = async (name: string) =>
  (await listOpenSuggestions()).find((one) => one.name === name)!
const inboxOf = (userId: string) =>
  db.notification.findMany({
    where: { userId },
    select: { kind: true, title: true, path: true, note: true },
    orderBy: { id: 'asc' },
  })
const named = (labelNl: string) => ({
  labelNl,
  labelEn: `${labelNl} in English`,
  definitionNl: '',
  definitionEn: '',
  parentId: null,
})

describe('a suggestion', () => {
  it('waits for administrators, who hear of it once; who asks again joins', async () => {
    const [one, two, name] = [await editor(), await editor(), word()]
    const sender = { actorId: one, submission: randomUUID() }
    const input = { vocabulary, name, why: 'Nodig.', revisionId: null }
    await Promise.all([saveSuggestion(sender, input), saveSuggestion(sender, input)])
    await Promise.all([suggest(two, name.toUpperCase()), suggest(one, ` ${name}`.trim())])
    const suggestion = await openOne(name)
    expect(suggestion.proposers).toBe(2)
    expect(await inboxOf(administratorId)).toEqual([
      {
        kind: 'suggestion-made',
        title: name,
        path: `/werkplek/beheer/voorstellen/${suggestion.id}`,
        note: '',
      },
    ])
    expect(await countOpenOf(one)).toBe(1)
    expect(
      await db.mail.count({ where: { recipientId: administratorId, kind: 'suggestion-made' } }),
    ).toBe(1)
  })

  it('is not made for a name that is there, also as an alternative name', async () => {
    const term = (await listStoredTerms(vocabulary)).find(({ altLabels }) => altLabels.length > 0)!
    expect(await suggest(await editor(), term.altLabels[0]!.toUpperCase())).toEqual({
      taken: term.labelNl,
    })
  })
})

describe('a suggestion that becomes a term', () => {
  it('is put into the draft of whoever may still edit it, and everyone who asked is told', async () => {
    const [one, stranger, name] = [await editor(), await account(), word()]
    const draft = await draftOf(one)
    await suggest(one, name, draft.id)
    await suggest(stranger, name, draft.id)
    const { id } = await openOne(name)
    const better = word()
    const add = () => addSuggested(administratorId, { id, vocabulary, ...named(better) })
    expect((await Promise.all([add(), add()])).toSorted()).toEqual(['gone', null])

    const done = (await getSuggestion(id))!
    expect(done).toMatchObject({ status: 'added', term: { labelNl: better } })
    const term = (await getTerm(vocabulary, done.term!.slug))!
    expect(term.altLabels).toEqual([name])
    const after = await db.initiativeRevision.findUniqueOrThrow({
      where: { id: draft.id },
      select: { version: true, terms: { select: { termId: true } } },
    })
    expect(after).toEqual({ version: draft.version + 1, terms: [{ termId: term.id }] })
    const [told] = await inboxOf(one)
    expect(told).toEqual({
      kind: 'suggestion-accepted',
      title: name,
      path: `/werkplek/initiatieven/${draft.id}`,
      note: better,
    })
    expect((await inboxOf(stranger)).map(({ kind }) => kind)).toEqual(['suggestion-accepted'])
    expect(await inboxOf(administratorId)).toEqual([])
    const mail = await db.mail.findFirstOrThrow({
      where: { recipientId: one, kind: 'suggestion-decided' },
    })
    expect(mail.text).toContain(`Wij hebben “${better}” bij uw concept gezet.`)
    expect((await listOwnSuggestions(one))[0]).toMatchObject({ status: 'added', term: better })
  })

  it('leaves a version alone that was submitted or is no longer theirs', async () => {
    const [one, gone, name] = [await editor(), await account(), word()]
    const submitted = await draftOf(one)
    await db.initiativeRevision.update({
      where: { id: submitted.id },
      data: { status: 'submitted', submittedAt: new Date() },
    })
    await suggest(one, name, submitted.id)
    await suggest(gone, name, submitted.id)
    const { id } = await openOne(name)
    await addSuggested(administratorId, { id, vocabulary, ...named(name) })
    expect(await db.revisionTerm.count({ where: { revisionId: submitted.id } })).toBe(0)
    expect((await inboxOf(one))[0]?.path).toBe('/werkplek/begrip-voorstellen')
    await db.initiativeRevision.delete({ where: { id: submitted.id } })
  })

  it('does not get a name that another term has', async () => {
    const [taken] = await listStoredTerms(vocabulary)
    const name = word()
    await suggest(await editor(), name)
    const { id } = await openOne(name)
    expect(
      await addSuggested(administratorId, { id, vocabulary, ...named(taken!.labelNl) }),
    ).toEqual({ field: 'labelNl', term: taken!.labelNl })
    expect((await getSuggestion(id))?.status).toBe('open')
  })
})

describe('a suggestion for what exists', () => {
  it('becomes an alternative name of it, and the term goes into the draft', async () => {
    const [one, name] = [await editor(), word()]
    const draft = await draftOf(one)
    await suggest(one, name, draft.id)
    const { id } = await openOne(name)
    const term = (await listStoredTerms(vocabulary)).find(
      ({ retired, replacedById }) => !retired && replacedById === null,
    )!
    const decide = (termId: string) =>
      decideSuggestion(administratorId, { id, vocabulary }, { kind: 'alternative', termId })
    expect(await decide(randomUUID())).toBe('parent')
    expect(await decide(term.id)).toBeNull()
    expect((await getTerm(vocabulary, term.slug))?.altLabels).toContain(name)
    expect(await db.revisionTerm.count({ where: { revisionId: draft.id, termId: term.id } })).toBe(
      1,
    )
    expect(await decide(term.id)).toBe('gone')
  })
})

describe('a suggestion that is refused', () => {
  it('tells the reason, and may be made again', async () => {
    const [one, name] = [await editor(), word()]
    await suggest(one, name)
    const { id } = await openOne(name)
    const answer = 'Dit valt onder jongeren.'
    expect(
      await decideSuggestion(administratorId, { id, vocabulary }, { kind: 'refused', answer }),
    ).toBeNull()
    expect(await inboxOf(one)).toMatchObject([{ kind: 'suggestion-refused', note: answer }])
    expect((await listOwnSuggestions(one))[0]).toMatchObject({ status: 'refused', answer })
    expect(await suggest(one, name)).toBeNull()
    expect((await openOne(name)).id).not.toBe(id)
    const actions = await db.auditEvent.findMany({
      where: { objectId: id },
      select: { action: true },
      orderBy: { id: 'asc' },
    })
    expect(actions.map(({ action }) => action)).toEqual(['suggestion.make', 'suggestion.refuse'])
  })
})
