import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPlace } = await import('@/lib/knowledge/closures/data')
const { closeInitiative, reopenInitiative } = await import('@/lib/knowledge/closures/mutations')
const { getRevisionDraft, listSubmitted } = await import('@/lib/knowledge/revisions/data')
const revisions = await import('@/lib/knowledge/revisions/mutations')
const { listCandidates } = await import('@/lib/people/digests/data')
const { saveFollow } = await import('@/lib/people/follows/mutations')
const { getClosingPlan, getPlanOf } = await import('./data')
const { cancelPlan, runDuePlans, saveClosingPlan, savePublicationPlan } =
  await import('./mutations')

const SLUG = 'rangeerterrein'
const LATER = new Date('2027-01-01T23:01:00Z')
const AFTER = new Date('2027-01-01T23:02:00Z')
let initiativeId: string
let organisationId: string
let editor: string
let moderator: string
let revisionId: string

const userId = async (email: string) =>
  (await db.user.findFirstOrThrow({ where: { email }, select: { id: true } })).id
const draft = async () => (await getRevisionDraft(revisionId))!
const told = (kind: string) => db.notification.count({ where: { kind, title: { not: '' } } })
const plan = async () =>
  savePublicationPlan({
    ...{ revisionId, version: (await draft()).version, at: LATER },
    actorId: moderator,
  })
const waiting = async () => (await listSubmitted(() => true)).map(({ id }) => id)

/** Whether the weekly digest asks the moderator to decide. */
const isAsked = async () =>
  ((await listCandidates([moderator], new Date())).get(moderator) ?? []).some(({ path }) =>
    path.includes(revisionId),
  )

async function submitNew() {
  const started = await revisions.startRevision({ initiativeId, actorId: editor })
  revisionId = started.revisionId
  const { version } = await draft()
  await revisions.submitRevision({
    ...{ revisionId, version, from: 'draft', actorId: editor },
    changeReason: 'Een andere tekst.',
  })
}

beforeAll(async () => {
  const found = await db.initiative.findUniqueOrThrow({ where: { slug: SLUG } })
  initiativeId = found.id
  organisationId = found.organisationId
  editor = await userId('redacteur.brabant@voorbeeld.nl')
  moderator = await userId('moderator@voorbeeld.nl')
  await saveFollow(editor, { type: 'initiative', id: initiativeId })
  await db.mailWish.create({ data: { userId: moderator, kind: 'digest', mode: 'weekly' } })
  await submitNew()
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a version that is published later', () => {
  it('waits for nobody, tells nobody and is left alone', async () => {
    expect(await waiting()).toContain(revisionId)
    expect(await isAsked()).toBe(true)
    await plan()
    expect(await isAsked()).toBe(false)
    expect(await waiting()).not.toContain(revisionId)
    expect(await told('revision-submitted')).toBe(0)
    const { version, planned } = await draft()
    expect(planned?.at).toEqual(LATER)
    const change = { revisionId, version, from: 'submitted', actorId: moderator } as const
    for (const act of [
      () => revisions.withdrawRevision(change),
      () => revisions.publishRevision(change),
      () => revisions.returnRevision({ ...change, reason: 'Toch niet.' }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(
      await closeInitiative({
        ...{ initiativeId, kind: 'archived', reason: 'Klaar.', organisationId },
        actorId: editor,
      }),
    ).toBe('submitted')
  })

  it('can get another moment, and waits for a decision again once cancelled', async () => {
    await plan()
    const found = await getPlanOf(revisionId)
    await cancelPlan(found!.id, editor)
    expect(await waiting()).toContain(revisionId)
    expect(await told('revision-submitted')).toBeGreaterThan(0)
    await expect(cancelPlan(found!.id, editor)).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('is not published before its moment', async () => {
    await plan()
    expect(await runDuePlans(new Date(LATER.getTime() - 1))).toBe(0)
    expect((await draft()).status).toBe('submitted')
    expect(await told('revision-published')).toBe(0)
  })

  it('is left for the next run when the work breaks off in the middle', async () => {
    await db.$executeRaw`ALTER TABLE notification ADD CONSTRAINT broken CHECK (kind <> 'revision-published') NOT VALID`
    await expect(runDuePlans(AFTER)).rejects.toThrow()
    expect((await draft()).status).toBe('submitted')
    expect(await getPlanOf(revisionId)).not.toBeNull()
    await db.$executeRaw`ALTER TABLE notification DROP CONSTRAINT broken`
  })

  it('is published once by runs at the same time, and its people are told then', async () => {
    const done = await Promise.all([runDuePlans(AFTER), runDuePlans(AFTER), runDuePlans(AFTER)])
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await draft()).toMatchObject({ status: 'published', planned: null })
    expect(await told('revision-published')).toBeGreaterThan(0)
    const events = await db.auditEvent.count({
      where: { action: 'revision.publish', objectId: revisionId },
    })
    expect(events).toBe(1)
    expect(
      await db.initiativeRevision.findUniqueOrThrow({
        where: { id: revisionId },
        select: { decidedById: true },
      }),
    ).toEqual({ decidedById: moderator })
  })
})

describe('a closing that is planned', () => {
  const close = (kind: 'archived' | 'withdrawn' = 'archived') =>
    saveClosingPlan({
      ...{ initiativeId, kind, at: LATER, reason: 'Het project stopt.', organisationId },
      actorId: editor,
    })

  it('is one at a time, waits for what is not decided, and is done as soon as it can', async () => {
    await close('withdrawn')
    await close()
    await submitNew()
    expect(await runDuePlans(AFTER)).toBe(0)
    expect(await getClosingPlan(initiativeId)).toMatchObject({ act: 'archive' })
    const { version } = await draft()
    await revisions.withdrawRevision({ revisionId, version, from: 'submitted', actorId: editor })
    expect(await runDuePlans(AFTER)).toBe(1)
    expect(await getPlace(SLUG)).toMatchObject({
      kind: 'archived',
      closure: { reason: 'Het project stopt.' },
    })
    expect(await told('own-initiative-closed')).toBeGreaterThan(0)
    await reopenInitiative({ initiativeId, actorId: editor })
  })

  it('goes with a closing by hand', async () => {
    await close()
    await closeInitiative({
      ...{ initiativeId, kind: 'archived', reason: 'Nu al.', organisationId },
      actorId: editor,
    })
    expect(await getClosingPlan(initiativeId)).toBeNull()
    await expect(close()).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await runDuePlans(AFTER)).toBe(0)
  })
})
