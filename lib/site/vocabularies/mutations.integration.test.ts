import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listMergedTerms } = await import('@/lib/base/taxonomy/data')
const { findTermIds } = await import('@/lib/exchange/calls/data')
const { listSuggestions } = await import('@/lib/knowledge/search/suggestions.data')
const { findInitiatives } = await import('@/lib/knowledge/search/data')
const { emptySelection } = await import('@/lib/knowledge/search/rules')
const { understand } = await import('@/lib/base/words/data')
const { countDoubles, countTerms, getTerm, listStoredTerms, listTermRows } = await import('./data')
const { createTerm, saveTerm } = await import('./mutations')
const { mergeTerm, retireTerm } = await import('./merge.mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const vocabulary = 'target_group' as const
let actorId: string

beforeEach(async () => {
  actorId = (
    await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Beheerder' },
      select: { id: true },
    })
  ).id
})

const blank = { definitionNl: '', definitionEn: '', altLabels: [], parentId: null }
const word = () => `Woord ${randomUUID().slice(0, 8)}`

async function make(labelNl = word(), more: { parentId?: string; altLabels?: string[] } = {}) {
  const outcome = await createTerm(
    { actorId },
    { vocabulary, ...blank, labelNl, labelEn: `${labelNl} in English`, ...more },
  )
  if (!('slug' in outcome)) throw new Error(JSON.stringify(outcome))
  return (await getTerm(vocabulary, outcome.slug))!
}

const change = (
  { id, version, labelNl, labelEn, parentId }: Awaited<ReturnType<typeof make>>,
  more: Partial<Parameters<typeof saveTerm>[1]> = {},
) => saveTerm(actorId, { ...blank, id, version, vocabulary, labelNl, labelEn, parentId, ...more })

/** Two published versions of the seed, to tag. */
async function published() {
  const rows = await db.initiative.findMany({
    where: { publishedRevisionId: { not: null } },
    select: { id: true, slug: true, publishedRevisionId: true },
    orderBy: { slug: 'asc' },
    take: 2,
  })
  return rows.map(({ id, slug, publishedRevisionId }) => ({
    id,
    slug,
    revisionId: publishedRevisionId!,
  }))
}

const tag = (revisionId: string, termId: string) =>
  db.revisionTerm.create({ data: { revisionId, termId, position: 90 }, select: { termId: true } })

async function found(text: string) {
  const hits = await findInitiatives({
    words: await understand(text),
    selection: emptySelection(),
    page: 1,
    pageSize: 20,
  })
  return hits.map(({ slug }) => slug)
}

const audited = async (objectId: string) =>
  (await db.auditEvent.findMany({ where: { objectId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

describe('adding a term', () => {
  it('gives it an address of its own, once per form', async () => {
    const labelNl = word()
    const input = { vocabulary, ...blank, labelNl, labelEn: labelNl }
    const sender = { actorId, submission: randomUUID() }
    const [one, again] = await Promise.all([createTerm(sender, input), createTerm(sender, input)])
    expect(again).toEqual(one)
    expect(await createTerm({ actorId }, input)).toEqual({
      problem: { field: 'labelNl', term: labelNl },
    })
    expect(await createTerm({ actorId }, { ...input, vocabulary: 'sector' })).toEqual(one)
    expect(
      await createTerm(
        { actorId },
        { ...input, labelNl: word(), labelEn: word(), parentId: randomUUID() },
      ),
    ).toEqual({ problem: 'parent' })
  })

  it('lets one of two administrators have a name', async () => {
    const input = { vocabulary, ...blank, labelNl: word(), labelEn: word() }
    const both = await Promise.all([
      createTerm({ actorId }, input),
      createTerm({ actorId }, { ...input, labelEn: word() }),
    ])
    expect(both.filter((one) => 'slug' in one)).toHaveLength(1)
  })

  it('counts what uses it', async () => {
    const term = await make()
    const [one] = await published()
    await tag(one!.revisionId, term.id)
    await db.follow.create({
      data: { userId: actorId, subjectType: 'target_group', subjectId: term.id },
    })
    const rows = await listTermRows(vocabulary)
    expect(rows.find(({ id }) => id === term.id)?.use).toEqual({
      initiatives: 1,
      calls: 0,
      obstacles: 0,
      adoptions: 0,
      people: 0,
      followers: 1,
      indicators: 0,
    })
    expect((await countTerms()).get(vocabulary)).toBe(
      rows.filter(({ retiredOn }) => retiredOn === null).length,
    )
  })
})

describe('another name', () => {
  it('leaves the old one findable, in the search and while typing, and keeps the address', async () => {
    const before = await make('Zwervelingen')
    const [one] = await published()
    await tag(one!.revisionId, before.id)
    expect(await change(before, { labelNl: 'Trekvogels', labelEn: 'Migrants' })).toBeNull()
    const after = await getTerm(vocabulary, before.slug)
    expect(after).toMatchObject({ labelNl: 'Trekvogels', altLabels: ['Zwervelingen'], version: 2 })
    expect(after?.formerNames).toMatchObject([
      { labelNl: 'Zwervelingen', labelEn: 'Zwervelingen in English' },
    ])
    expect(await found('trekvogels')).toEqual([one!.slug])
    expect(await found('zwervelingen')).toEqual([one!.slug])
    expect((await listSuggestions('zwervel', 5)).map(({ label }) => label)).toEqual(['Trekvogels'])
    expect(await audited(before.id)).toEqual(['term.create', 'term.rename'])
  })

  it('is refused when another term has it, also as an alternative name', async () => {
    const other = await make(word(), { altLabels: ['Nachtbrakers'] })
    const term = await make()
    expect(await change(term, { labelNl: 'nachtbrakers' })).toEqual({
      field: 'labelNl',
      term: other.labelNl,
    })
  })

  it('meets the save of another administrator instead of going over it', async () => {
    const term = await make()
    const both = await Promise.all([
      change(term, { definitionNl: 'Eerst.' }),
      change(term, { definitionNl: 'Daarna.' }),
    ])
    expect(both.filter((one) => one === null)).toHaveLength(1)
    expect(both.filter((one) => one === 'conflict')).toHaveLength(1)
  })
})

describe('moving a term', () => {
  it('makes it found under the new broader term, and never under itself', async () => {
    const [above, term] = [await make('Bovenkruiers'), await make()]
    const [, two] = await published()
    await tag(two!.revisionId, term.id)
    expect(await found('bovenkruiers')).toEqual([])
    expect(await change(term, { parentId: above.id })).toBeNull()
    expect(await found('bovenkruiers')).toEqual([two!.slug])
    expect(await change(above, { parentId: term.id })).toBe('parent')
    expect(await change(above, { parentId: above.id })).toBe('parent')
    expect(await audited(term.id)).toEqual(['term.create', 'term.move'])
  })
})

describe('merging', () => {
  it('moves every use without doubles, and leads old names and addresses on', async () => {
    const [from, into] = [await make('Vergeetlieden'), await make()]
    const [one, two] = await published()
    await tag(one!.revisionId, from.id)
    await tag(two!.revisionId, from.id)
    await tag(two!.revisionId, into.id)
    await db.follow.create({
      data: { userId: actorId, subjectType: 'target_group', subjectId: from.id },
    })
    await db.userExpertise.createMany({
      data: [from.id, into.id].map((termId) => ({ userId: actorId, termId })),
    })
    const child = await make(word(), { parentId: from.id })
    const earlier = await make()
    expect(await mergeTerm(actorId, { id: earlier.id, intoId: from.id, vocabulary })).toBe(true)
    expect(await countDoubles(from.id, into.id)).toBe(1)

    expect(await mergeTerm(actorId, { id: from.id, intoId: into.id, vocabulary })).toBe(true)

    const after = await getTerm(vocabulary, into.slug)
    expect(after?.use).toMatchObject({ initiatives: 2, people: 1, followers: 1 })
    expect(after?.altLabels).toEqual(['Vergeetlieden', earlier.labelNl])
    expect(after?.merged.map(({ slug }) => slug).toSorted()).toEqual(
      [earlier.slug, from.slug].toSorted(),
    )
    expect((await listStoredTerms(vocabulary)).find(({ id }) => id === child.id)?.parentId).toBe(
      into.id,
    )
    expect((await getTerm(vocabulary, from.slug))?.successor?.slug).toBe(into.slug)
    expect(
      (await listMergedTerms()).filter(({ successor }) => successor === into.slug),
    ).toHaveLength(2)
    expect((await found('vergeetlieden')).toSorted()).toEqual([one!.slug, two!.slug].toSorted())
    const rows = await db.initiativeSearch.findMany({
      where: { initiativeId: { in: [one!.id, two!.id] } },
      select: { targetGroups: true },
    })
    expect(rows.every(({ targetGroups }) => targetGroups.includes(into.slug))).toBe(true)
    expect(rows.some(({ targetGroups }) => targetGroups.includes(from.slug))).toBe(false)
    expect(await db.mergedTermUse.count({ where: { termId: from.id } })).toBe(2)
    expect(await audited(from.id)).toContain('term.merge')
  })

  it('makes whoever still writes the old term write its successor, once', async () => {
    const [from, into] = [await make(), await make()]
    await mergeTerm(actorId, { id: from.id, intoId: into.id, vocabulary })
    const [one] = await published()
    await tag(one!.revisionId, from.id)
    await tag(one!.revisionId, from.id)
    const tags = await db.revisionTerm.findMany({
      where: { termId: { in: [from.id, into.id] } },
      select: { termId: true },
    })
    expect(tags).toEqual([{ termId: into.id }])
    expect(
      await findTermIds({ target_group: [from.slug, into.slug], sector: [], instrument: [] }),
    ).toEqual([into.id])
  })

  it('raises the version of drafts that had it, so that an open form cannot put it back', async () => {
    const [from, into] = [await make(), await make()]
    const [one] = await published()
    const draft = await db.initiativeRevision.create({
      data: {
        initiativeId: one!.id,
        number: 900,
        status: 'draft',
        title: 'Concept',
        summary: '',
        problem: '',
      },
      select: { id: true, version: true },
    })
    await tag(draft.id, from.id)
    await mergeTerm(actorId, { id: from.id, intoId: into.id, vocabulary })
    const after = await db.initiativeRevision.findUniqueOrThrow({ where: { id: draft.id } })
    expect(after.version).toBe(draft.version + 1)
    await db.initiativeRevision.delete({ where: { id: draft.id } })
  })

  it('is refused into itself, into what retired or was merged, and twice', async () => {
    const [one, two, gone] = [await make(), await make(), await make()]
    const merge = (id: string, intoId: string) => mergeTerm(actorId, { id, intoId, vocabulary })
    await retireTerm(actorId, { id: gone.id, vocabulary, childrenTo: '' })
    expect(await merge(one.id, one.id)).toBe(false)
    expect(await merge(one.id, gone.id)).toBe(false)
    expect((await Promise.all([merge(one.id, two.id), merge(one.id, two.id)])).toSorted()).toEqual([
      false,
      true,
    ])
    expect(await merge(two.id, one.id)).toBe(false)
    expect(await change(one)).toBe('gone')
  })

  it('into a term below it gives that term its place', async () => {
    const top = await make()
    const from = await make(word(), { parentId: top.id })
    const into = await make(word(), { parentId: from.id })
    expect(await mergeTerm(actorId, { id: from.id, intoId: into.id, vocabulary })).toBe(true)
    expect((await getTerm(vocabulary, into.slug))?.parentId).toBe(top.id)
  })
})
