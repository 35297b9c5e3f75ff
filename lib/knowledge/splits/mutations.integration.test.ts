import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPlace } = await import('@/lib/knowledge/closures/data')
const { closeInitiative } = await import('@/lib/knowledge/closures/mutations')
const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const { publishRevision, submitRevision } = await import('@/lib/knowledge/revisions/mutations')
const { splitInitiative } = await import('./mutations')

const SLUG = 'rangeerterrein'
const TITLE = 'Alleen het leren op de werkplek'
let initiativeId: string
let organisationId: string
let actorId: string

const split = () =>
  splitInitiative({
    ...{ initiativeId, title: TITLE, parts: ['summary', 'approach'] as const },
    ...{ actorId, submission: 'een-formulier' },
  })

beforeAll(async () => {
  const found = await db.initiative.findUniqueOrThrow({ where: { slug: SLUG } })
  initiativeId = found.id
  organisationId = found.organisationId
  const email = 'redacteur.brabant@voorbeeld.nl'
  actorId = (await db.user.findFirstOrThrow({ where: { email } })).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('splitting an initiative', () => {
  it('makes one draft with the chosen parts, and leaves the whole as it was', async () => {
    const before = await db.initiativeRevision.count({ where: { initiativeId } })
    const [first, second] = await Promise.all([split(), split()])
    expect(second).toEqual(first)
    const draft = (await getRevisionDraft(first.revisionId))!
    const whole = await getPlace(SLUG)
    expect(draft).toMatchObject({ status: 'draft', number: 1, organisationId, isPublished: false })
    expect(draft.content).toMatchObject({ title: TITLE, results: [], goals: [], lessons: [] })
    expect(draft.content.steps.length + draft.content.workingElements.length).toBeGreaterThan(0)
    expect(await db.initiative.count({ where: { splitFromId: initiativeId } })).toBe(1)
    expect(await db.initiativeRevision.count({ where: { initiativeId } })).toBe(before)
    expect(whole).toMatchObject({ kind: 'open', splitFrom: null })
  })

  it('says of which it was a part once it is public, also after that was archived', async () => {
    const { revisionId } = await split()
    const { slug } = (await getRevisionDraft(revisionId))!
    await submitRevision({ revisionId, version: 2, from: 'draft', actorId })
    await publishRevision({ revisionId, version: 3, from: 'submitted', actorId })
    expect(await getPlace(slug)).toMatchObject({ splitFrom: { slug: SLUG } })
    await closeInitiative({
      ...{ initiativeId, kind: 'archived', reason: 'Gesplitst.', organisationId, actorId },
    })
    expect(await getPlace(slug)).toMatchObject({ splitFrom: { slug: SLUG } })
    await expect(
      splitInitiative({ initiativeId, title: TITLE, parts: [], actorId, submission: null }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
})
