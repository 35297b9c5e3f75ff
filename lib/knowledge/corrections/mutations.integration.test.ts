import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPublishedContent, getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const { saveDraft } = await import('@/lib/knowledge/revisions/drafts.mutations')
const { listPublicVersions } = await import('@/lib/knowledge/revisions/history.data')
const { startRevision } = await import('@/lib/knowledge/revisions/mutations')
const { saveTrust } = await import('@/lib/people/organisations/mutations')
const { getCorrection, getCorrectionFault, listCorrections } = await import('./data')
const { approveCorrection, publishCorrection, sendCorrectionBack } = await import('./mutations')

const SLUG = 'rangeerterrein'
let initiativeId: string
let organisationId: string
let editor: string
let moderator: string
let original: string

const userId = async (email: string) =>
  (await db.user.findFirstOrThrow({ where: { email }, select: { id: true } })).id
const summary = async () => (await getPublishedContent(initiativeId))!.summary
const waiting = async () => (await listCorrections(() => true)).map(({ revisionId }) => revisionId)
const told = (kind: string) =>
  db.notification.findMany({ where: { kind }, select: { userId: true } })

/** A draft with words put after the summary that readers see. */
async function draftWith(words: string): Promise<{ revisionId: string; version: number }> {
  const { revisionId } = await startRevision({ initiativeId, actorId: editor })
  const { content, version } = (await getRevisionDraft(revisionId))!
  const changed = { ...content, summary: `${await summary()} ${words}` }
  const saved = await saveDraft({ revisionId, version, content: changed, actorId: editor })
  return { revisionId, version: Number(saved) }
}
const correct = (draft: { revisionId: string; version: number }) =>
  publishCorrection({ ...draft, changeReason: 'Een woord erbij.', actorId: editor })

beforeAll(async () => {
  const found = await db.initiative.findUniqueOrThrow({ where: { slug: SLUG } })
  initiativeId = found.id
  organisationId = found.organisationId
  editor = await userId('redacteur.brabant@voorbeeld.nl')
  moderator = await userId('moderator@voorbeeld.nl')
  original = await summary()
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a small correction', () => {
  it('waits for a moderator where the organisation may not', async () => {
    expect(await correct(await draftWith('Erbij.'))).toBe('notAllowed')
    expect(await summary()).toBe(original)
  })

  it('is published at once where it may, and told to the moderators', async () => {
    await saveTrust(moderator, { id: organisationId, instantCorrections: true })
    const { revisionId, version } = await draftWith('Erbij.')
    const stale = { revisionId, version: version - 1 }
    await expect(correct(stale)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await correct({ revisionId, version })).toBe('published')
    expect(await summary()).toBe(`${original} Erbij.`)
    expect(await waiting()).toEqual([revisionId])
    expect(await told('correction-published')).toContainEqual({ userId: moderator })
    expect((await listPublicVersions(initiativeId))[0]).toMatchObject({
      number: 2,
      reason: 'Een woord erbij.',
    })
  })

  it('adds up with the one before, until a moderator looked', async () => {
    const words = Array.from({ length: 25 }, () => 'woord').join(' ')
    const draft = await draftWith(words)
    expect(await getCorrectionFault((await getRevisionDraft(draft.revisionId))!)).toBe('words')
    expect(await correct(draft)).toBe('words')
    const [revisionId = ''] = await waiting()
    await approveCorrection(revisionId, moderator)
    expect(await waiting()).toEqual([])
    expect(await told('correction-published')).toEqual([])
    expect(await correct(draft)).toBe('published')
    expect(await getCorrection(draft.revisionId)).toMatchObject({ number: 3, beforeNumber: 2 })
  })

  it('is looked at once', async () => {
    const [revisionId = ''] = await waiting()
    const looks = await Promise.allSettled([
      approveCorrection(revisionId, moderator),
      approveCorrection(revisionId, moderator),
    ])
    expect(looks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('sending a correction back', () => {
  it('puts the text before back as a new version, above what is being written', async () => {
    const seen = await summary()
    const draft = await draftWith('Fout.')
    await correct(draft)
    const open = await startRevision({ initiativeId, actorId: editor })
    await sendCorrectionBack({
      ...{ revisionId: draft.revisionId, reason: 'Dit klopt niet.' },
      actorId: moderator,
    })
    expect(await summary()).toBe(seen)
    const versions = await listPublicVersions(initiativeId)
    expect(versions[0]?.reason).toBe('De redactie zette versie 3 terug: Dit klopt niet.')
    expect(versions.map(({ number }) => number)).toEqual([6, 4, 3, 2, 1])
    expect((await getRevisionDraft(open.revisionId))?.number).toBe(7)
    expect(await waiting()).toEqual([])
    expect(await told('correction-returned')).toContainEqual({ userId: editor })
    await expect(
      sendCorrectionBack({
        ...{ revisionId: draft.revisionId, reason: 'Nog eens.' },
        actorId: moderator,
      }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
})
