import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { PanelTarget } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPanelTarget, listRounds } = await import('./data')
const { saveRound } = await import('./mutations')
const { answerInvitation } = await import('@/lib/judgement/assessments/mutations')

const DAY = 86_400_000
const day = (days: number) => todayInNetherlands(new Date(Date.now() + days * DAY))
const ALL = ['noord', 'overijssel', 'zeeland', 'limburg']
let target: PanelTarget
let ids: Map<string, string>
const id = (name: string) => ids.get(`beoordelaar.${name}@voorbeeld.nl`)!
const person = (email: string) => ids.get(`${email}@voorbeeld.nl`)!

beforeAll(async () => {
  target = (await getPanelTarget('werknemersnetwerk-neurodiversiteit'))!
  const rows = await db.user.findMany({ select: { id: true, email: true } })
  ids = new Map(rows.map((row) => [row.email, row.id]))
})

beforeEach(async () => {
  await db.assessmentRound.deleteMany({ where: { initiativeId: target.initiativeId } })
  await db.notification.deleteMany()
  await db.mail.deleteMany()
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const open = (names: string[], days = 20) =>
  saveRound({
    target,
    kind: 'fresh',
    deadline: day(days),
    assessorIds: names.map(id),
    actorId: person('redacteur.brabant'),
  })
const decline = (roundId: string, name: string, state: 'declined' | 'conflict' = 'declined') =>
  answerInvitation({ roundId, assessorId: id(name), state, reason: 'Geen tijd.' })
const asked = async (roundId: string) =>
  db.assessmentInvitation.findMany({
    where: { roundId },
    select: { assessorId: true, state: true, replaces: { select: { assessorId: true } } },
    orderBy: { createdAt: 'asc' },
  })
const told = async (kind: string) =>
  db.notification.findMany({
    where: { kind },
    select: { userId: true, note: true, path: true },
    orderBy: { userId: 'asc' },
  })
const panelPath = () => `/werkplek/initiatieven/${target.initiativeId}/panel`

describe('who declines', () => {
  it('is replaced by someone of another region, who gets a mail; the requester reads who', async () => {
    const roundId = await open(['noord', 'zeeland'])
    await db.mail.deleteMany()
    await decline(roundId, 'noord')
    const rows = await asked(roundId)
    expect(rows).toHaveLength(3)
    const next = rows.find(({ replaces }) => replaces !== null)
    expect(next).toMatchObject({ state: 'invited', replaces: { assessorId: id('noord') } })
    expect([id('overijssel'), id('limburg')]).toContain(next?.assessorId)
    expect(
      await db.mail.findMany({
        where: { kind: 'panel-invitation' },
        select: { recipientId: true, path: true },
      }),
    ).toEqual([
      {
        recipientId: next?.assessorId,
        path: '/werkplek/beoordelen/werknemersnetwerk-neurodiversiteit',
      },
    ])
    const [note] = await told('panel-replaced')
    expect(note).toMatchObject({ userId: person('redacteur.brabant') })
    expect(note?.note).toMatch(/^.+ meldde zich af, .+ is gevraagd\.$/)
    const left = (await listRounds(target.initiativeId))[0]?.invitations.find(
      ({ state }) => state === 'declined',
    )
    expect(note?.note).toBe(
      `${left?.organisationName ?? ''} meldde zich af, ${left?.replacedBy ?? ''} is gevraagd.`,
    )
  })

  it('is replaced by two different people when two decline at the same moment', async () => {
    const roundId = await open(['noord', 'limburg'])
    await Promise.all([decline(roundId, 'noord'), decline(roundId, 'limburg', 'conflict')])
    const rows = await asked(roundId)
    const next = rows.filter(({ replaces }) => replaces !== null)
    expect(next.map(({ assessorId }) => assessorId).sort()).toEqual(
      [id('overijssel'), id('zeeland')].sort(),
    )
    expect(new Set(next.map(({ replaces }) => replaces?.assessorId)).size).toBe(2)
    expect(await told('panel-replaced')).toHaveLength(2)
  })

  it('leaves a vacancy when nobody is left: requester and moderator hear what to do', async () => {
    const roundId = await open(ALL)
    await db.mail.deleteMany()
    await decline(roundId, 'noord')
    expect(await asked(roundId)).toHaveLength(ALL.length)
    expect(await db.mail.count({ where: { kind: 'panel-invitation' } })).toBe(0)
    const short = await told('panel-short')
    expect(short.map(({ userId }) => userId).sort()).toEqual(
      [person('redacteur.brabant'), person('moderator')].sort(),
    )
    expect(short[0]?.path).toBe(panelPath())
    expect(short[0]?.note).toContain('niemand meer die gevraagd kan worden')
    expect(await db.mail.count({ where: { kind: 'panel-vacancy' } })).toBe(2)
  })

  it('is not replaced twice when a refusal becomes a conflict, nor without a request', async () => {
    const roundId = await open(['noord'])
    await decline(roundId, 'noord')
    await decline(roundId, 'noord', 'conflict')
    expect(await asked(roundId)).toHaveLength(2)
    const before = (await asked(roundId)).map(({ assessorId }) => assessorId)
    const stranger = ALL.map(id).find((one) => !before.includes(one))!
    await answerInvitation({
      roundId,
      assessorId: stranger,
      state: 'conflict',
      reason: 'Betrokken.',
    })
    expect(await asked(roundId)).toHaveLength(3)
  })

  it('is not replaced in the last days', async () => {
    const roundId = await open(['noord', 'zeeland'], 7)
    await db.assessmentRound.update({
      where: { id: roundId },
      data: { deadline: new Date(`${day(2)}T00:00:00Z`) },
      select: { id: true },
    })
    await decline(roundId, 'noord')
    expect(await asked(roundId)).toHaveLength(2)
    expect((await told('panel-short'))[0]?.note).toContain('te kort voor de laatste dag')
  })

  it('never brings in someone of the own region, and asks nobody again', async () => {
    const roundId = await open(['noord', 'zeeland'])
    for (const name of ['noord', 'zeeland', 'overijssel', 'limburg']) await decline(roundId, name)
    const people = (await asked(roundId)).map(({ assessorId }) => assessorId)
    expect(people.sort()).toEqual(ALL.map(id).sort())
    expect(people).not.toContain(id('brabant'))
  })
})
