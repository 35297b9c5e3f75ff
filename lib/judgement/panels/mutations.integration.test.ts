import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { PanelTarget } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPanelTarget, listInvited, listOpenRounds, listRounds } = await import('./data')
const { listCandidates } = await import('./candidates.data')
const { saveInvitations, saveRound } = await import('./mutations')
const { remindAssessors } = await import('./reminders.mutations')
const { answerInvitation, endRoundEarly, saveAssessment } =
  await import('@/lib/judgement/assessments/mutations')
const { listCriteria } = await import('@/lib/judgement/assessments/data')
const { saveExpertise } = await import('@/lib/people/accounts/mutations')

const DAY = 86_400_000
/** In the Netherlands it is tomorrow already after 23:00 UTC. */
const day = (days: number) => todayInNetherlands(new Date(Date.now() + days * DAY))
let target: PanelTarget
let ids: Map<string, string>
let moderatorId: string
let criteria: string[]
const id = (name: string) => ids.get(`beoordelaar.${name}@voorbeeld.nl`)!

beforeAll(async () => {
  target = (await getPanelTarget('werknemersnetwerk-neurodiversiteit'))!
  ids = new Map(
    (await db.user.findMany({ select: { id: true, email: true } })).map((row) => [
      row.email,
      row.id,
    ]),
  )
  moderatorId = ids.get('moderator@voorbeeld.nl')!
  criteria = (await listCriteria()).map(({ slug }) => slug)
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

async function judge(
  name: string,
  roundId: string,
  round: number,
  score: '1' | '2' | '3' | '4' | '5',
) {
  const membership = await db.membership.findFirstOrThrow({
    where: { userId: id(name), role: 'assessor' },
    select: { organisation: { select: { id: true, regionId: true } } },
  })
  return saveAssessment({
    initiativeId: target.initiativeId,
    revisionId: target.revisionId,
    kind: 'panel',
    round,
    roundId,
    actorId: id(name),
    organisationId: membership.organisation.id,
    regionId: membership.organisation.regionId,
    constituency: 'other',
    version: 0,
    submit: true,
    scores: criteria.map((criterion) => ({
      criterion,
      score,
      reason: 'Dit past bij wat wij zien.',
    })),
  })
}
const mails = (kind: string) =>
  db.mail.findMany({
    where: { kind },
    select: { recipientId: true, path: true, text: true },
    orderBy: { id: 'asc' },
  })

const inboxOf = async (kind: string) =>
  (await db.notification.findMany({ where: { kind }, select: { userId: true } }))
    .map(({ userId }) => userId)
    .sort()

describe('listCandidates', () => {
  it('leaves out who has a tie: the own region, and a declared conflict', async () => {
    const names = (await listCandidates(target, day(0))).map(({ userId }) => userId)
    expect(new Set(names)).toEqual(
      new Set([id('noord'), id('overijssel'), id('zeeland'), id('limburg')]),
    )
    expect(names).not.toContain(id('brabant'))
  })

  it('knows what someone said they know', async () => {
    expect(
      await saveExpertise(id('zeeland'), { groups: ['statushouders'], sectors: ['zorg'] }),
    ).toBe(true)
    expect(await saveExpertise(id('zeeland'), { groups: ['bestaat-niet'], sectors: [] })).toBe(
      false,
    )
    const zeeland = (await listCandidates(target, day(0))).find(
      ({ userId }) => userId === id('zeeland'),
    )
    expect([
      zeeland?.groups.map(({ slug }) => slug),
      zeeland?.sectors.map(({ slug }) => slug),
    ]).toEqual([['statushouders'], ['zorg']])
  })
})

describe('a panel from request to second look', () => {
  let roundId: string

  it('opens one round, with a mail for each who is asked', async () => {
    const opened = await Promise.all(
      [1, 2, 3].map(() =>
        saveRound({
          target,
          kind: 'fresh',
          deadline: day(20),
          assessorIds: ['noord', 'zeeland', 'limburg', 'overijssel'].map(id),
          actorId: moderatorId,
        }).catch(String),
      ),
    )
    expect(opened.filter((result) => result.includes('WRONG_STATE'))).toHaveLength(2)
    roundId = opened.find((result) => !result.includes('WRONG_STATE'))!
    const sent = await mails('panel-invitation')
    expect(sent).toHaveLength(4)
    expect(sent[0]).toMatchObject({
      path: '/werkplek/beoordelen/werknemersnetwerk-neurodiversiteit',
    })
    expect((await listOpenRounds(day(0))).get(target.initiativeId)).toMatchObject({
      id: roundId,
      kind: 'fresh',
    })
    expect(await listCandidates(target, day(0))).toEqual([])
  })

  it('asks nobody twice for the same round', async () => {
    await saveInvitations(target, roundId, [id('noord')], { actorId: moderatorId })
    expect(await mails('panel-invitation')).toHaveLength(4)
  })

  it('reminds once a week before the end and once on the last day, however often it is asked', async () => {
    const at = (daysLeft: number) => new Date(Date.now() + (20 - daysLeft) * DAY)
    // Demo rounds get reminders too; only ours count here.
    const sent = async () =>
      (await mails('panel-reminder')).filter(({ path }) =>
        path.endsWith('werknemersnetwerk-neurodiversiteit'),
      ).length
    await remindAssessors(at(8))
    expect(await sent()).toBe(0)
    await Promise.all([remindAssessors(at(7)), remindAssessors(at(7))])
    expect(await sent()).toBe(4)
    await remindAssessors(at(5))
    expect(await sent()).toBe(4)
    await remindAssessors(at(1))
    await remindAssessors(at(1))
    expect(await sent()).toBe(8)
  })

  it('keeps a declared conflict, and the person is no candidate any more', async () => {
    await answerInvitation({
      roundId,
      assessorId: id('overijssel'),
      state: 'conflict',
      reason: 'Mijn organisatie betaalt mee.',
    })
    expect(
      (await listInvited(id('overijssel'), [target.initiativeId])).get(target.initiativeId),
    ).toEqual({ conflict: true, state: 'conflict' })
    await expect(judge('overijssel', roundId, 1, '4')).rejects.toThrow(/conflict/)
  })

  it('ends with the last judgement that was awaited, tells who asked, the owner and who judged, and names no person', async () => {
    await judge('noord', roundId, 1, '4')
    await judge('zeeland', roundId, 1, '4')
    expect((await listRounds(target.initiativeId))[0]?.status).toBe('open')
    await judge('limburg', roundId, 1, '1')
    const [round] = await listRounds(target.initiativeId)
    expect(round).toMatchObject({
      status: 'closed',
      closingReason: 'complete',
      submitted: 3,
      regions: 3,
    })
    expect(JSON.stringify(round)).not.toMatch(
      /\(voorbeeld\)".*Postma|@voorbeeld|Sietske|Nadia|Pieter/,
    )
    const owners = await db.membership.findMany({
      where: { organisationId: target.organisationId, role: { in: ['editor', 'manager'] } },
      select: { userId: true },
    })
    // Not the one whose judgement closed it.
    const told = [moderatorId, ...owners.map(({ userId }) => userId), id('noord'), id('zeeland')]
    const closed = await mails('panel-closed')
    expect(closed.map(({ recipientId }) => recipientId).sort()).toEqual([...new Set(told)].sort())
    expect(closed.find(({ recipientId }) => recipientId === id('noord'))?.text).toMatch(
      /^Uw oordeel staat nu/,
    )
    expect(await inboxOf('panel-closed')).toEqual([...new Set(told)].sort())
    await expect(
      answerInvitation({ roundId, assessorId: id('noord'), state: 'declined', reason: '' }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('lets those who judged look again, keeps both, and nobody else takes part', async () => {
    const second = await saveRound({
      target,
      kind: 'second_look',
      deadline: day(20),
      assessorIds: [],
      actorId: moderatorId,
    })
    const [round] = await listRounds(target.initiativeId)
    expect(round).toMatchObject({ id: second, number: 2, kind: 'second_look' })
    expect(round?.invitations).toHaveLength(3)
    await expect(judge('overijssel', second, 2, '4')).rejects.toThrow(/second look/)
    await judge('limburg', second, 2, '3')
    expect(
      await db.assessment.count({
        where: {
          initiativeId: target.initiativeId,
          assessorId: id('limburg'),
          status: 'submitted',
        },
      }),
    ).toBe(2)
    await endRoundEarly(second, moderatorId)
    await expect(endRoundEarly(second, moderatorId)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect((await listRounds(target.initiativeId))[0]).toMatchObject({
      status: 'closed',
      closingReason: 'ended',
    })
  })

  it('has no second look where nobody judged', async () => {
    const fresh = (await getPanelTarget('voorschakeltraject-zorg'))!
    await expect(
      saveRound({
        target: fresh,
        kind: 'second_look',
        deadline: day(20),
        assessorIds: [],
        actorId: moderatorId,
      }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
})
