import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getEvidence } = await import('@/lib/knowledge/evidence/data')
const { findPublished, listMoved } = await import('@/lib/knowledge/initiatives/addresses.data')
const { saveDraft } = await import('@/lib/knowledge/revisions/drafts.mutations')
const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const history = await import('@/lib/knowledge/revisions/history.data')
const revisions = await import('@/lib/knowledge/revisions/mutations')
const { listSuggestions } = await import('@/lib/knowledge/search/suggestions.data')
const { saveFollow } = await import('@/lib/people/follows/mutations')
const { getMonitor } = await import('@/lib/monitor/policies/data')
const { getClosingTarget, getPlace, listMergedInto } = await import('./data')
const { closeInitiative, reopenInitiative } = await import('./mutations')

const SLUG = 'rangeerterrein'
const KEPT = 'voorschakeltraject-zorg'
const JUDGED_NOW = 'switch-naar-techniek'
const REASON = 'Het project is klaar.'
let initiativeId: string
let keptId: string
let organisationId: string
let editor: string
let follower: string

const userId = async (email: string) =>
  (await db.user.findFirstOrThrow({ where: { email }, select: { id: true } })).id
const inSearch = (id: string) => db.initiativeSearch.count({ where: { initiativeId: id } })
const toldTo = (id: string, kind: string) =>
  db.notification.findMany({ where: { userId: id, kind }, select: { note: true, path: true } })
const close = (changes: Partial<Parameters<typeof closeInitiative>[0]> = {}) =>
  closeInitiative({
    ...{ initiativeId, kind: 'archived', reason: REASON, organisationId, actorId: editor },
    ...changes,
  })

beforeAll(async () => {
  const found = await db.initiative.findUniqueOrThrow({ where: { slug: SLUG } })
  initiativeId = found.id
  organisationId = found.organisationId
  keptId = (await db.initiative.findUniqueOrThrow({ where: { slug: KEPT } })).id
  editor = await userId('redacteur.brabant@voorbeeld.nl')
  follower = await userId('moderator@voorbeeld.nl')
  await saveFollow(follower, { type: 'initiative', id: initiativeId })
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('an archived initiative', () => {
  it('leaves the supply, and keeps its text, evidence and history at its address', async () => {
    const [before, monitor] = await Promise.all([
      getEvidence(initiativeId),
      getMonitor(initiativeId),
    ])
    expect(await close()).toBe('closed')
    const place = await getPlace(SLUG)
    expect(place).toMatchObject({
      kind: 'archived',
      initiative: { slug: SLUG },
      closure: { reason: REASON, kind: 'archived' },
    })
    expect(await inSearch(initiativeId)).toBe(0)
    expect(await findPublished([SLUG])).toEqual([])
    expect(await getEvidence(initiativeId)).toEqual(before)
    expect((await getMonitor(initiativeId))?.title).toBe(monitor?.title)
    expect(await history.listPublicVersions(initiativeId)).toHaveLength(1)
    expect(await history.getVersionComparison(SLUG, 1)).toMatchObject({
      standing: 'archived',
      isCurrent: true,
    })
  })

  it('told its followers why', async () => {
    expect(await toldTo(follower, 'initiative-closed')).toEqual([
      { note: REASON, path: `/initiatieven/${SLUG}` },
    ])
    expect(await toldTo(editor, 'own-initiative-closed')).toEqual([])
  })

  it('is closed once, and nothing new is started or published of it', async () => {
    await expect(close()).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(revisions.startRevision({ initiativeId, actorId: editor })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const target = await getClosingTarget(initiativeId)
    await expect(
      db.initiative.update({
        where: { id: initiativeId },
        data: { publishedRevisionId: target?.closure?.revisionId ?? '' },
      }),
    ).rejects.toThrow('a closed initiative is not public')
  })

  it('comes back as it was', async () => {
    await reopenInitiative({ initiativeId, actorId: editor })
    expect(await getPlace(SLUG)).toMatchObject({ kind: 'open' })
    expect(await inSearch(initiativeId)).toBe(1)
    expect(await toldTo(follower, 'initiative-reopened')).toHaveLength(1)
    await expect(reopenInitiative({ initiativeId, actorId: editor })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
  })
})

describe('what has to end first', () => {
  it('is a version that waits for a decision', async () => {
    const { revisionId } = await revisions.startRevision({ initiativeId, actorId: editor })
    const draft = await getRevisionDraft(revisionId)
    await saveDraft({
      revisionId,
      version: 1,
      content: { ...draft!.content, summary: 'Anders.' },
      actorId: editor,
    })
    const change = { revisionId, actorId: editor }
    await revisions.submitRevision({
      ...{ ...change, version: 2, from: 'draft' },
      changeReason: 'De samenvatting is anders.',
    })
    expect(await close()).toBe('submitted')
    expect(await inSearch(initiativeId)).toBe(1)
    await revisions.withdrawRevision({ ...change, version: 3, from: 'submitted' })
    expect(await close()).toBe('closed')
    await expect(
      revisions.submitRevision({ ...change, version: 4, from: 'draft' }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await reopenInitiative({ initiativeId, actorId: editor })
  })

  it('is a round of judgements', async () => {
    const { id } = await db.initiative.findUniqueOrThrow({ where: { slug: JUDGED_NOW } })
    expect(await close({ initiativeId: id })).toBe('round')
    expect(await inSearch(id)).toBe(1)
  })
})

describe('a withdrawn initiative', () => {
  it('shows the reason alone, and no version of it', async () => {
    expect(await close({ kind: 'withdrawn' })).toBe('closed')
    expect(await getPlace(SLUG)).toMatchObject({
      kind: 'withdrawn',
      closure: { reason: REASON },
    })
    expect(await history.getVersionComparison(SLUG, 1)).toBeNull()
    expect(await history.listPublicVersions(initiativeId)).toEqual([])
    await reopenInitiative({ initiativeId, actorId: editor })
  })
})

describe('an address', () => {
  it('leads on after a merge, also by name, and keeps the versions of what went in', async () => {
    const { title } = await db.initiativeSearch.findFirstOrThrow({ where: { initiativeId } })
    await close({ kind: 'merged', intoId: keptId, organisationId: null })
    expect(await getPlace(SLUG)).toEqual({ kind: 'moved', slug: KEPT })
    expect(await findPublished([SLUG, KEPT, 'bestaat-niet'])).toMatchObject([
      { id: keptId, slug: SLUG },
      { id: keptId, slug: KEPT },
    ])
    expect(await listMergedInto(keptId)).toMatchObject([{ slug: SLUG, title, number: 1 }])
    expect(await history.getVersionComparison(SLUG, 1)).toMatchObject({ standing: 'merged' })
    expect((await listSuggestions(title, 5)).map(({ slug }) => slug)).toContain(SLUG)
    await expect(reopenInitiative({ initiativeId, actorId: editor })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
  })

  it('leads to the last of several merges, and to an archived one', async () => {
    const third = await db.initiative.findFirstOrThrow({
      where: {
        publishedRevisionId: { not: null },
        id: { not: keptId },
        rounds: { none: { status: 'open' } },
        revisions: { none: { status: 'submitted' } },
      },
      select: { id: true, slug: true },
    })
    await close({ initiativeId: keptId, kind: 'merged', intoId: third.id })
    expect(await listMoved([SLUG, KEPT])).toEqual(
      new Map([
        [SLUG, third.slug],
        [KEPT, third.slug],
      ]),
    )
    await close({ initiativeId: third.id, kind: 'archived' })
    expect(await getPlace(SLUG)).toEqual({ kind: 'moved', slug: third.slug })
    expect(await findPublished([SLUG])).toEqual([])
  })

  it('never changes and never goes, once it was public', async () => {
    await expect(
      db.initiative.update({ where: { id: initiativeId }, data: { slug: 'iets-anders' } }),
    ).rejects.toThrow('the address of an initiative that was public stays')
    await expect(db.initiative.delete({ where: { id: initiativeId } })).rejects.toThrow(
      'the address of an initiative that was public stays',
    )
  })
})
