import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { DraftContent } from './types'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPublishedContent, getRevisionDraft } = await import('./data')
const mutations = await import('./mutations')
const draftsMutations = await import('./drafts.mutations')
const { draftSchema } = await import('./schema')

const content: DraftContent = draftSchema.parse({
  title: 'Leren op de werkvloer',
  summary: 'Kort.',
  problem: 'Te weinig monteurs.',
  regions: ['twente'],
  targetGroups: ['nuggers'],
  instruments: ['scholing'],
  plannedInstruments: ['jobcoaching'],
  blockedInstruments: ['proefplaatsing'],
  challenges: ['arbeidsmarktkrapte'],
  drivers: ['autonomie'],
  style: 'verleiden',
  lifecycle: 'running',
  steps: [
    { name: 'Een', description: 'Eerst' },
    { name: 'Twee', description: '' },
  ],
  lessons: 'Begin klein\nVraag door',
  results: [{ kind: 'outcome', label: 'Aan het werk', value: '12', unit: 'mensen', note: '' }],
  sources: [{ title: 'Jaarverslag', url: 'https://example.org' }],
  partners: 'Gemeente\nSchool',
})

/** As it is read back: pictures and documents are added on a page of their own. */
const kept = { ...content, images: [], attachments: [] }

let actorId: string
let organisationId: string
let draft: { initiativeId: string; revisionId: string }

beforeAll(async () => {
  const words = { labelEn: '', definitionNl: '', definitionEn: '', position: 0 }
  await db.term.createMany({
    data: [
      { vocabulary: 'displacement', slug: 'niet-onderzocht', labelNl: 'Niet onderzocht', ...words },
      { vocabulary: 'target_group', slug: 'nuggers', labelNl: 'Nuggers', ...words },
      { vocabulary: 'instrument', slug: 'scholing', labelNl: 'Scholing', ...words },
      { vocabulary: 'instrument', slug: 'jobcoaching', labelNl: 'Jobcoaching', ...words },
      { vocabulary: 'instrument', slug: 'proefplaatsing', labelNl: 'Proefplaatsing', ...words },
      { vocabulary: 'societal_challenge', slug: 'arbeidsmarktkrapte', labelNl: 'Krapte', ...words },
      { vocabulary: 'driver', slug: 'autonomie', labelNl: 'Autonomie', ...words },
      { vocabulary: 'approach_style', slug: 'verleiden', labelNl: 'Verleiden', ...words },
    ],
    skipDuplicates: true,
  })
  await db.region.createMany({
    data: [{ code: 'AM05', type: 'labour_market', name: 'Twente', slug: 'twente' }],
    skipDuplicates: true,
  })
  actorId = (
    await db.user.create({ data: { email: 'redacteur-test@voorbeeld.nl', name: 'Redacteur' } })
  ).id
  organisationId = (
    await db.organisation.create({
      data: { slug: 'regio-test', name: 'Regio Test', kind: 'regional_board' },
    })
  ).id
})

beforeEach(async () => {
  draft = await mutations.saveNewInitiative({ title: content.title, organisationId, actorId })
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const publish = async (revisionId: string, from: DraftContent = content) => {
  await draftsMutations.saveDraft({ revisionId, version: 1, content: from, actorId })
  await mutations.submitRevision({ revisionId, version: 2, from: 'draft', actorId })
  return mutations.publishRevision({ revisionId, version: 3, from: 'submitted', actorId })
}

describe('instruments that are not used', () => {
  it('count nowhere as used, and go along to the next version', async () => {
    await publish(draft.revisionId)
    const row = await db.initiativeSearch.findUniqueOrThrow({
      where: { initiativeId: draft.initiativeId },
    })
    expect(row.instruments).toEqual(['scholing'])
    const tags = await db.$queryRaw<{ slug: string }[]>`
      SELECT slug
      FROM search_values(ARRAY[${draft.initiativeId}::uuid])
      WHERE facet = 'instrument'`
    expect(tags).toEqual([{ slug: 'scholing' }])
    const next = await mutations.startRevision({ initiativeId: draft.initiativeId, actorId })
    const { content: copied } = (await getRevisionDraft(next.revisionId))!
    expect([copied.plannedInstruments, copied.blockedInstruments]).toEqual([
      ['jobcoaching'],
      ['proefplaatsing'],
    ])
  })
})

describe('saveDraft', () => {
  it('gives back exactly what was typed', async () => {
    expect(
      await draftsMutations.saveDraft({
        revisionId: draft.revisionId,
        version: 1,
        content,
        actorId,
      }),
    ).toBe(2)
    expect((await getRevisionDraft(draft.revisionId))?.content).toEqual(kept)
  })

  it('refuses the second of two editors who read the same version, and keeps the first text', async () => {
    const both = ['Eerste', 'Tweede'].map((title) =>
      draftsMutations.saveDraft({
        revisionId: draft.revisionId,
        version: 1,
        content: { ...content, title },
        actorId,
      }),
    )
    const results = await Promise.all(both)
    expect(results.toSorted()).toEqual([2, 'conflict'])
    const stored = await getRevisionDraft(draft.revisionId)
    expect(stored?.content.title).toBe(results[0] === 2 ? 'Eerste' : 'Tweede')
    expect(stored?.content.steps).toHaveLength(2)
  })

  it('writes nothing when a term does not exist', async () => {
    const wrong = { ...content, instruments: ['bestaat-niet'] }
    await expect(
      draftsMutations.saveDraft({
        revisionId: draft.revisionId,
        version: 1,
        content: wrong,
        actorId,
      }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    expect((await getRevisionDraft(draft.revisionId))?.version).toBe(1)
  })

  it('keeps the certainty and basis of a tag that stays', async () => {
    await draftsMutations.saveDraft({ revisionId: draft.revisionId, version: 1, content, actorId })
    await db.revisionTerm.updateMany({
      where: { revisionId: draft.revisionId, term: { slug: 'autonomie' } },
      data: { certainty: 'derived', basis: 'Onze lezing' },
    })
    await draftsMutations.saveDraft({
      revisionId: draft.revisionId,
      version: 2,
      content: { ...content, title: 'Anders' },
      actorId,
    })
    const saved = await db.revisionTerm.findFirst({
      where: { revisionId: draft.revisionId, term: { slug: 'autonomie' } },
    })
    expect(saved).toMatchObject({ certainty: 'derived', basis: 'Onze lezing' })
  })
})

describe('publishing', () => {
  it('shows the version, makes it findable and writes the trail', async () => {
    const { initiativeId } = await publish(draft.revisionId)
    expect(await getPublishedContent(initiativeId)).toEqual(kept)
    const search = await db.initiativeSearch.findUnique({
      where: { initiativeId },
      select: { regions: true, instruments: true },
    })
    expect(search).toEqual({ regions: ['twente'], instruments: ['scholing'] })
    const trail = await db.auditEvent.findMany({
      where: { objectId: draft.revisionId },
      orderBy: { id: 'asc' },
      select: { action: true },
    })
    expect(trail.map(({ action }) => action)).toEqual([
      'revision.save',
      'revision.submit',
      'revision.publish',
    ])
  })

  it('leaves the old version visible until the new one is published', async () => {
    const { initiativeId } = await publish(draft.revisionId)
    const next = await mutations.startRevision({ initiativeId, actorId })
    expect((await getRevisionDraft(next.revisionId))?.content).toEqual(kept)
    await draftsMutations.saveDraft({
      revisionId: next.revisionId,
      version: 1,
      content: { ...content, title: 'Nieuwe titel' },
      actorId,
    })
    expect((await getPublishedContent(initiativeId))?.title).toBe(content.title)
    await mutations.submitRevision({
      revisionId: next.revisionId,
      version: 2,
      from: 'draft',
      changeReason: 'De titel was te lang.',
      actorId,
    })
    await mutations.publishRevision({
      revisionId: next.revisionId,
      version: 3,
      from: 'submitted',
      actorId,
    })
    expect((await getPublishedContent(initiativeId))?.title).toBe('Nieuwe titel')
    const statuses = await db.initiativeRevision.findMany({
      where: { initiativeId },
      orderBy: { number: 'asc' },
      select: { status: true },
    })
    expect(statuses.map(({ status }) => status)).toEqual(['superseded', 'published'])
  })

  it('brings two editors who start a new version at once to the same draft', async () => {
    const { initiativeId } = await publish(draft.revisionId)
    const started = await Promise.all(
      [1, 2, 3].map(() => mutations.startRevision({ initiativeId, actorId })),
    )
    expect(new Set(started.map(({ revisionId }) => revisionId)).size).toBe(1)
  })

  it('lets only one of two moderators decide', async () => {
    await draftsMutations.saveDraft({ revisionId: draft.revisionId, version: 1, content, actorId })
    await mutations.submitRevision({
      revisionId: draft.revisionId,
      version: 2,
      from: 'draft',
      actorId,
    })
    const change = { revisionId: draft.revisionId, version: 3, from: 'submitted' as const, actorId }
    const outcomes = await Promise.allSettled([
      mutations.publishRevision(change),
      mutations.returnRevision({ ...change, reason: 'Nog niet' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'WRONG_STATE' },
    })
  })

  it('gives two initiatives with one title two addresses', async () => {
    const other = await mutations.saveNewInitiative({
      title: content.title,
      organisationId,
      actorId,
    })
    const slugs = await db.initiative.findMany({
      where: { id: { in: [draft.initiativeId, other.initiativeId] } },
      select: { slug: true },
    })
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2)
  })
})

describe('the database itself', () => {
  it('refuses to rewrite or reopen a published version', async () => {
    await publish(draft.revisionId)
    const where = { id: draft.revisionId }
    await expect(
      db.initiativeRevision.update({ where, data: { summary: 'Herschreven' } }),
    ).rejects.toThrow(/cannot be rewritten/)
    await expect(
      db.initiativeRevision.update({ where, data: { status: 'draft', publishedAt: null } }),
    ).rejects.toThrow(/cannot be reopened/)
  })

  it('refuses a second open version', async () => {
    await expect(
      db.initiativeRevision.create({
        data: { initiativeId: draft.initiativeId, number: 2, title: 'Nog een' },
      }),
    ).rejects.toThrow()
  })

  it('refuses to change or delete what was done', async () => {
    await expect(db.auditEvent.deleteMany({})).rejects.toThrow(/keeps its rows/)
    await expect(db.auditEvent.updateMany({ data: { action: 'niets' } })).rejects.toThrow(
      /keeps its rows/,
    )
    await expect(db.$executeRaw`TRUNCATE audit_event`).rejects.toThrow(/keeps its rows/)
  })

  it('refuses a name without consent', async () => {
    await expect(
      db.initiativeRevision.update({
        where: { id: draft.revisionId },
        data: { contactName: 'Anna' },
      }),
    ).rejects.toThrow()
  })
})
