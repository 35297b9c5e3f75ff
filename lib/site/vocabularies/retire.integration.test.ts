import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listEditingOptions } = await import('@/lib/knowledge/revisions/options.data')
const { listWithNarrower } = await import('@/lib/base/taxonomy/data')
const { getTerm } = await import('./data')
const { createTerm } = await import('./mutations')
const { mergeTerm, restoreTerm, retireTerm } = await import('./merge.mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const vocabulary = 'target_group' as const
const { id: actorId } = await db.user.create({
  data: { email: 'beheer@voorbeeld.test', name: 'Beheerder' },
  select: { id: true },
})

async function make(parentId: string | null = null) {
  const labelNl = `Woord ${randomUUID().slice(0, 8)}`
  const names = { labelNl, labelEn: `${labelNl} in English`, altLabels: [] }
  const outcome = await createTerm(
    { actorId },
    { vocabulary, ...names, definitionNl: '', definitionEn: '', parentId },
  )
  if (!('slug' in outcome)) throw new Error(JSON.stringify(outcome))
  return (await getTerm(vocabulary, outcome.slug))!
}

describe('retiring', () => {
  it('asks where the terms under it go, keeps uses, and can be taken back', async () => {
    const [top, term] = [await make(), await make()]
    const child = await make(term.id)
    const { publishedRevisionId } = await db.initiative.findFirstOrThrow({
      where: { publishedRevisionId: { not: null } },
    })
    await db.revisionTerm.create({
      data: { revisionId: publishedRevisionId!, termId: term.id, position: 90 },
    })
    const retire = (childrenTo: string) =>
      retireTerm(actorId, { id: term.id, vocabulary, childrenTo })
    expect(await retire('')).toBe('children')
    expect(await retire(child.id)).toBe('place')
    expect(await retire(top.id)).toBeNull()
    expect(await retire(top.id)).toBe('gone')
    expect((await getTerm(vocabulary, child.slug))?.parentId).toBe(top.id)
    const after = await getTerm(vocabulary, term.slug)
    expect(after?.retiredOn).toMatch(/^\d{4}-/)
    expect(after?.use.initiatives).toBe(1)
    const offered = async () =>
      (await listEditingOptions()).targetGroups.find(({ slug }) => slug === term.slug)?.retired
    expect(await offered()).toBe(true)
    expect(await restoreTerm(actorId, term.id)).toBe(true)
    expect(await restoreTerm(actorId, term.id)).toBe(false)
    expect(await offered()).toBe(false)
    const events = await db.auditEvent.findMany({
      where: { objectId: term.id },
      select: { action: true },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action }) => action)).toEqual([
      'term.create',
      'term.retire',
      'term.restore',
    ])
  })
})

describe('an instrument that is planned or not possible', () => {
  it('counts as a use, and a draft that was open knows of a merge', async () => {
    const [term, into] = [await make(), await make()]
    const revision = await db.initiativeRevision.findFirstOrThrow({
      where: { status: 'draft' },
      select: { id: true, version: true },
    })
    await db.revisionOtherInstrument.create({
      data: { revisionId: revision.id, termId: term.id, state: 'planned', position: 90 },
    })
    expect((await getTerm(vocabulary, term.slug))?.use.initiatives).toBe(1)
    expect(await mergeTerm(actorId, { id: term.id, intoId: into.id, vocabulary })).toBe(true)
    expect((await getTerm(vocabulary, into.slug))?.use.initiatives).toBe(1)
    const after = await db.initiativeRevision.findUniqueOrThrow({ where: { id: revision.id } })
    expect(after.version).toBeGreaterThan(revision.version)
  })
})

describe('a merge of instruments in two states', () => {
  it('leaves one state: used before not possible, not possible before planned', async () => {
    const [term, into] = [await make(), await make()]
    const [used, both] = await db.initiativeRevision.findMany({
      where: { initiative: { publishedRevisionId: { not: null } } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: 2,
    })
    const state = (revisionId: string, termId: string, of: 'planned' | 'not_possible') =>
      db.revisionOtherInstrument.create({
        data: { revisionId, termId, state: of, position: 90 },
      })
    await db.revisionTerm.create({
      data: { revisionId: used!.id, termId: term.id, position: 91 },
    })
    await state(used!.id, into.id, 'planned')
    await state(both!.id, term.id, 'planned')
    await state(both!.id, into.id, 'not_possible')
    await mergeTerm(actorId, { id: term.id, intoId: into.id, vocabulary })
    const rows = await db.revisionOtherInstrument.findMany({ where: { termId: into.id } })
    expect(rows.map(({ revisionId, state: of }) => [revisionId, of])).toEqual([
      [both!.id, 'not_possible'],
    ])
  })
})

describe('a filter with an old address', () => {
  it('means the successor with everything under it', async () => {
    const [from, into] = [await make(), await make()]
    const child = await make(from.id)
    await mergeTerm(actorId, { id: from.id, intoId: into.id, vocabulary })
    expect(await listWithNarrower(vocabulary, from.slug)).toEqual([into.slug, child.slug])
  })
})
