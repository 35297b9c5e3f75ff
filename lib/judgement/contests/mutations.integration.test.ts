import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { demoAccount, initiativeId } from '@/lib/base/testing/demo-account'
import type { ContestTarget, ContestView } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getContest, getContestTarget, listContests, listOpenContests, listToMend } =
  await import('./data')
const { saveContest, saveDecision, saveWithdrawal } = await import('./mutations')
const { subjectOf } = await import('./rules')
const { deleteAccount } = await import('@/lib/people/accounts/mutations')
const { hashPassword } = await import('@/lib/base/security/password-hash')

let target: ContestTarget
let actorId: string
let organisationId: string
let moderatorId: string
let ownerId: string

beforeAll(async () => {
  target = (await getContestTarget(await initiativeId(db, 'rangeerterrein')))!
  const other = await demoAccount(db, 'redacteur.overijssel@voorbeeld.nl')
  actorId = other.id
  organisationId = other.organisation.id
  const { id } = await db.user.findUniqueOrThrow({ where: { email: 'moderator@voorbeeld.nl' } })
  moderatorId = id
  ownerId = (await demoAccount(db, 'redacteur.brabant@voorbeeld.nl')).id
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const contest = (key: string, more: { actorId?: string; submission?: string } = {}) =>
  saveContest({
    target,
    subject: subjectOf(target, key)!,
    organisationId,
    fromOwner: false,
    reason: `Dit klopt niet: ${key}`,
    source: '',
    actorId,
    submission: null,
    ...more,
  })
const decide = async (id: string, state: 'upheld' | 'rejected') =>
  saveDecision({
    contest: (await getContest(id))!,
    state,
    decision: 'Zo is het.',
    deciderOrganisationId: null,
    actorId: moderatorId,
  })
const heard = (kind: string) =>
  db.notification
    .findMany({ where: { kind }, select: { userId: true }, orderBy: { userId: 'asc' } })
    .then((rows) => rows.map(({ userId }) => userId))
const shown = async (id: string): Promise<ContestView | undefined> =>
  (await listContests(target.initiativeId)).find((one) => one.id === id)
const scoreKey = () => `score:${target.judged?.criteria[0]?.slug ?? ''}`

describe('a contest of a fact', () => {
  let id: string

  it('is made once, also when it is sent twice, and tells the owner and who may decide', async () => {
    const submission = randomUUID()
    const [one, two] = await Promise.all([
      contest('evidence', { submission }),
      contest('evidence', { submission }),
    ])
    expect(one).toBe(two)
    id = one
    await expect(contest('evidence')).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await heard('contest-made')).toContain(moderatorId)
    expect(await heard('contest-opened')).toContain(ownerId)
    expect(await shown(id)).toMatchObject({ state: 'open', organisation: 'SER Overijssel' })
    expect(JSON.stringify(await listContests(target.initiativeId))).not.toContain('voorbeeld)')
  })

  it('is decided once; upheld, the owner has to make a new version', async () => {
    await decide(id, 'upheld')
    await expect(decide(id, 'rejected')).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await shown(id)).toMatchObject({ state: 'upheld', words: { decision: 'Zo is het.' } })
    expect(await heard('contest-made')).toEqual([])
    expect(await heard('contest-decided')).toEqual([actorId, ownerId].toSorted())
    const rows = await listToMend([target.organisationId])
    expect(rows.map((row) => row.id)).toContain(id)
    const rewrite = db.contest.update({ where: { id }, data: { decision: 'Toch niet.' } })
    await expect(rewrite).rejects.toThrow(/cannot be rewritten/)
  })
})

describe('a contest of a score', () => {
  it('is withdrawn by its contester alone, and stays visible', async () => {
    const id = await contest('results')
    const work = { id, initiativeId: target.initiativeId }
    const by = (person: string) => saveWithdrawal({ contest: work, actorId: person })
    await expect(by(ownerId)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await by(actorId)
    expect(await shown(id)).toMatchObject({ state: 'withdrawn' })
    await expect(decide(id, 'rejected')).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('gets a second look of the panel when it is upheld, and then hides its words', async () => {
    expect(target).toMatchObject({ hasOpenRound: false })
    const id = await contest(scoreKey())
    const waiting = await contest(scoreKey(), { actorId: ownerId })
    expect((await shown(id))?.words?.reason).toContain('score:')
    await decide(id, 'upheld')
    const round = await db.assessmentRound.findFirstOrThrow({
      where: { initiativeId: target.initiativeId, status: 'open' },
      select: { kind: true, requestedById: true },
    })
    expect(round).toEqual({ kind: 'second_look', requestedById: moderatorId })
    expect(await shown(id)).toMatchObject({ state: 'upheld', words: null })
    // While the panel looks, nobody decides on its scores, and none is contested.
    await expect(decide(waiting, 'rejected')).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect((await listOpenContests()).map((one) => one.id)).not.toContain(waiting)
    const other = target.judged?.criteria[1]?.slug ?? ''
    await expect(contest(`score:${other}`)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const now = await getContestTarget(target.initiativeId)
    expect(now).toMatchObject({ hasOpenRound: true })
  })
})

describe('whoever leaves', () => {
  it('is forgotten, and what they said stays under the organisation', async () => {
    const password = 'vier losse woorden hier'
    const { id: leaver } = await db.user.create({
      data: {
        email: 'vertrekt@voorbeeld.nl',
        name: 'Vertrekker',
        passwordHash: await hashPassword(password),
      },
      select: { id: true },
    })
    const id = await contest('evidence', { actorId: leaver })
    expect(await deleteAccount(leaver, password)).toEqual({ status: 'ok' })
    expect(await getContest(id)).toMatchObject({
      contesterId: null,
      organisation: 'SER Overijssel',
    })
  })
})
