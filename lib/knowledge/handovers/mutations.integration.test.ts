import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const { startRevision, submitRevision } = await import('@/lib/knowledge/revisions/mutations')
const { getHandover, listOffers } = await import('./data')
const { acceptHandover, cancelHandover, declineHandover, offerInitiative } =
  await import('./mutations')

const SLUG = 'rangeerterrein'
const JUDGED_NOW = 'switch-naar-techniek'
let initiativeId: string
let fromId: string
let toId: string
let editor: string
let receiver: string

const userOf = async (email: string) =>
  db.user.findFirstOrThrow({
    where: { email },
    select: { id: true, memberships: { select: { organisationId: true } } },
  })
const offer = (changes: { initiativeId?: string; toId?: string } = {}) =>
  offerInitiative({ initiativeId, toId, message: 'Wij stoppen.', actorId: editor, ...changes })
const answer = () => ({ initiativeId, toId, actorId: receiver })
const told = async (kind: string) =>
  (await db.notification.findMany({ where: { kind }, select: { userId: true } })).map(
    ({ userId }) => userId,
  )
const owner = async () =>
  (await db.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).organisationId

beforeAll(async () => {
  const found = await db.initiative.findUniqueOrThrow({ where: { slug: SLUG } })
  initiativeId = found.id
  fromId = found.organisationId
  editor = (await userOf('redacteur.brabant@voorbeeld.nl')).id
  const other = await userOf('redacteur.overijssel@voorbeeld.nl')
  receiver = other.id
  const adopted = await db.adoption.findMany({
    where: { initiativeId },
    select: { organisationId: true },
  })
  const ids = adopted.map(({ organisationId }) => organisationId)
  const [{ organisationId } = { organisationId: '' }] = other.memberships
  toId = organisationId
  if (ids.includes(toId)) await db.adoption.deleteMany({ where: { initiativeId } })
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('an offer', () => {
  it('changes nothing, asks the other organisation and is one at a time', async () => {
    expect(await offer()).toBe('offered')
    expect(await owner()).toBe(fromId)
    expect(await listOffers([toId])).toMatchObject([{ initiativeId, fromId, toId }])
    expect(await listOffers([fromId])).toEqual([])
    expect(await told('handover-asked')).toContain(receiver)
    await expect(offer()).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('can be taken back and declined with a reason', async () => {
    await cancelHandover({ initiativeId, toId, actorId: editor })
    expect(await told('handover-asked')).toEqual([])
    await expect(acceptHandover(answer())).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await offer()
    await declineHandover({ ...answer(), reason: 'Geen tijd.' })
    expect(await told('handover-declined')).toContain(editor)
    expect(await getHandover(initiativeId)).toBeNull()
    expect(await owner()).toBe(fromId)
  })

  it('is not made to the owner, to who adopted it, or during a round', async () => {
    await expect(offer({ toId: fromId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const group = await db.term.findFirstOrThrow({ where: { vocabulary: 'target_group' } })
    const { id } = await db.adoption.create({
      data: { initiativeId, organisationId: toId, goal: 'Ook doen', targetGroupId: group.id },
      select: { id: true },
    })
    expect(await offer()).toBe('adopted')
    await db.adoption.delete({ where: { id } })
    const judged = await db.initiative.findUniqueOrThrow({ where: { slug: JUDGED_NOW } })
    const free = await db.organisation.create({
      data: { slug: 'vrij', name: 'Vrij', kind: 'foundation' },
      select: { id: true },
    })
    expect(await offer({ initiativeId: judged.id, toId: free.id })).toBe('round')
  })
})

describe('accepting', () => {
  it('takes the open version along, asks reviewers anew and tells both sides', async () => {
    const { revisionId } = await startRevision({ initiativeId, actorId: editor })
    const { version } = (await getRevisionDraft(revisionId))!
    const change = { revisionId, version, from: 'draft', actorId: editor } as const
    await submitRevision({ ...change, changeReason: 'Een woord.' })
    await offer()
    const done = await Promise.allSettled([acceptHandover(answer()), acceptHandover(answer())])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await owner()).toBe(toId)
    expect((await getRevisionDraft(revisionId))?.organisationId).toBe(toId)
    expect(await told('handover-accepted')).toContain(editor)
    expect(await told('revision-submitted')).not.toEqual([])
    expect(
      await db.auditEvent.findFirst({
        where: { action: 'initiative.handOver', objectId: initiativeId },
        select: { detail: true },
      }),
    ).toEqual({ detail: { fromId, toId } })
  })
})
