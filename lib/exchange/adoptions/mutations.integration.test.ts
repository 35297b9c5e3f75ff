import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeAdoption } from '@/lib/base/testing/adoption'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listAdoptionsIn, listAdoptionsOf, listOpenAdoptions } = await import('./data')
const work = await import('./work.data')
const { getAdoption, listAdoptionWork } = work
const mutations = await import('./mutations')
const { saveAnswer, saveConsideration, saveHolder, saveSheet, saveStep } = mutations
const { remindCheckins, saveCheckin } = await import('./checkins.mutations')

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const adoptions = await arrangeAdoption(db, { ...mutations, ...work })
const { ask, sheet, ownerOrganisationId, regionId, brabantId, begin, running } = adoptions

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('considering and answering', () => {
  it('mails those who write for the owner, and is one even when asked twice at once', async () => {
    await db.adoption.deleteMany()
    const results = await Promise.allSettled([saveConsideration(ask), saveConsideration(ask)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'WRONG_STATE' },
    })
    const [adoption] = await db.adoption.findMany({ select: { id: true } })
    const mails = await db.mail.findMany({
      where: { kind: 'adoption-question', path: `/werkplek/overnames/${adoption!.id}` },
      select: { text: true, recipient: { select: { email: true } } },
    })
    expect(mails.map(({ recipient }) => recipient?.email)).toContain(
      'redacteur.brabant@voorbeeld.nl',
    )
    expect(mails[0]?.text).toContain('Wat kost het?')
  })

  it('is answered once, and the asker is told', async () => {
    const id = await begin()
    const owner = await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
    const answer = () => saveAnswer({ id, answer: 'Ongeveer tienduizend euro.', actorId: owner.id })
    const results = await Promise.allSettled([answer(), answer()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await getAdoption(id)).toMatchObject({ answer: 'Ongeveer tienduizend euro.' })
    expect(
      await db.mail.count({
        where: { kind: 'question-answered', recipientId: ask.actorId, key: `adoption:${id}` },
      }),
    ).toBe(1)
    expect(
      await db.notification.findMany({
        where: { kind: { in: ['adoption-asked', 'adoption-answered'] }, key: { endsWith: id } },
        select: { kind: true, userId: true },
        orderBy: { kind: 'asc' },
      }),
    ).toEqual(
      expect.arrayContaining([
        { kind: 'adoption-answered', userId: ask.actorId },
        { kind: 'adoption-asked', userId: owner.id },
      ]),
    )
  })

  it('shows in public who adopts, and neither the question nor a person', async () => {
    await begin()
    const [adoption] = await listAdoptionsOf(ask.initiative.initiativeId)
    expect(adoption).toMatchObject({
      organisation: ask.organisation.name,
      status: 'exploring',
      goal: ask.goal,
    })
    const open = JSON.stringify([
      adoption,
      await listOpenAdoptions('rangeerterrein'),
      await listAdoptionsIn(regionId),
    ])
    for (const hidden of ['Wat kost het?', 'holder', '@voorbeeld.nl', 'question'])
      expect(open).not.toContain(hidden)
    expect(await listAdoptionsIn(regionId)).toHaveLength(1)
    expect(await listAdoptionsIn(brabantId)).toEqual([])
    expect(await listOpenAdoptions('bestaat-niet')).toEqual([])
  })

  it('stands on the desk of both sides and of nobody else', async () => {
    await begin()
    const today = '2026-01-01'
    expect((await listAdoptionWork([ask.organisation.id], today)).own).toMatchObject([
      { waitsForAnswer: true, dueMonth: null },
    ])
    expect((await listAdoptionWork([ownerOrganisationId], today)).asked).toHaveLength(1)
    const third = await db.organisation.findFirstOrThrow({
      where: { id: { notIn: [ask.organisation.id, ownerOrganisationId] } },
      select: { id: true },
    })
    expect(await listAdoptionWork([third.id], today)).toEqual({ own: [], asked: [] })
  })
})

describe('steps and the sheet', () => {
  it('lets the first of two save, and neither run without a sheet nor jump', async () => {
    const id = await begin()
    const { actorId } = ask
    await expect(
      saveStep({ id, version: 1, step: { to: 'running', startsOn: '2025-01-01' }, actorId }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await saveStep({ id, version: 1, step: { to: 'preparing' }, actorId })
    expect(
      await saveStep({ id, version: 2, step: { to: 'running', startsOn: '2025-01-01' }, actorId }),
    ).toBe('notReady')
    const results = await Promise.all([
      saveSheet({ id, version: 2, sheet, actorId }),
      saveSheet({ id, version: 2, sheet: { ...sheet, kept: 'Iets anders' }, actorId }),
    ])
    expect(results.filter((result) => result === 'conflict')).toHaveLength(1)
    expect(
      await saveStep({ id, version: 3, step: { to: 'running', startsOn: '2025-01-01' }, actorId }),
    ).toBeNull()
    await expect(
      saveSheet({ id, version: 4, sheet: { ...sheet, reason: '' }, actorId }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(
      await saveStep({
        id,
        version: 4,
        step: { to: 'stopped', stopReason: 'Geen geld meer', on: '2025-06-01' },
        actorId,
      }),
    ).toBeNull()
    await expect(
      saveStep({ id, version: 5, step: { to: 'preparing' }, actorId }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await saveConsideration(ask)).not.toBe(id)
  })

  it('is handed over within the organisation alone', async () => {
    const id = await begin()
    const colleague = await db.user.create({
      data: {
        email: 'collega@voorbeeld.nl',
        name: 'Collega',
        memberships: { create: { organisationId: ask.organisation.id, role: 'editor' } },
      },
      select: { id: true },
    })
    const outsider = await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
    await expect(
      saveHolder({ id, version: 1, holderId: outsider.id, actorId: ask.actorId }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    expect(
      await saveHolder({ id, version: 1, holderId: colleague.id, actorId: ask.actorId }),
    ).toBeNull()
    expect(await saveHolder({ id, version: 1, holderId: ask.actorId, actorId: ask.actorId })).toBe(
      'conflict',
    )
    expect((await getAdoption(id))?.holder?.name).toBe('Collega')
    await expect(
      db.adoption.update({ where: { id }, data: { holderId: outsider.id } }),
    ).rejects.toThrow(/held by an editor/)
  })
})

describe('check-ins', () => {
  it('are told when due and once, and asked for once', async () => {
    const id = await running('2025-01-15')
    expect(await remindCheckins(day('2025-07-14'))).toBe(0)
    const both = await Promise.all([
      remindCheckins(day('2025-07-15')),
      remindCheckins(day('2025-07-15')),
    ])
    expect(both.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
    expect(await remindCheckins(day('2025-08-15'))).toBe(0)
    expect(
      await db.mail.count({
        where: {
          kind: 'adoption-checkin',
          recipientId: ask.actorId,
          path: `/werkplek/overnames/${id}`,
        },
      }),
    ).toBe(1)
    const tell = (month: 6 | 12, now: string) =>
      saveCheckin({
        id,
        month,
        result: 'Twaalf mensen werken',
        lesson: 'Begin klein',
        actorId: ask.actorId,
        now: day(now),
      })
    await expect(tell(12, '2025-07-15')).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const told = await Promise.allSettled([tell(6, '2025-07-15'), tell(6, '2025-07-15')])
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listAdoptionsOf(ask.initiative.initiativeId))[0]?.checkins).toMatchObject([
      { month: 6, lesson: 'Begin klein' },
    ])
    expect(await remindCheckins(day('2026-01-15'))).toBe(1)
  })
})

describe('the database itself', () => {
  it('refuses the owner, a jump, a start without a sheet, an early check-in and a changed one', async () => {
    await db.adoption.deleteMany()
    const data = {
      initiativeId: ask.initiative.initiativeId,
      organisationId: ask.organisation.id,
      goal: 'Doel',
      targetGroupId: ask.group.id,
    }
    await expect(
      db.adoption.create({ data: { ...data, organisationId: ownerOrganisationId } }),
    ).rejects.toThrow(/of their own/)
    await expect(db.adoption.create({ data: { ...data, status: 'preparing' } })).rejects.toThrow(
      /begins with exploring/,
    )
    await expect(db.adoption.create({ data: { ...data, goal: ' ' } })).rejects.toThrow(
      /adoption_goal/,
    )
    const id = await begin()
    await expect(db.adoption.create({ data })).rejects.toMatchObject({ code: 'P2002' })
    await expect(
      db.adoption.update({ where: { id }, data: { status: 'running' } }),
    ).rejects.toThrow(/does not go from/)
    await db.adoption.update({ where: { id }, data: { status: 'preparing' } })
    await expect(
      db.adoption.update({
        where: { id },
        data: { status: 'running', startsOn: day('2025-01-01') },
      }),
    ).rejects.toThrow(/adoption_running/)
    await expect(
      db.adoption.update({ where: { id }, data: { status: 'stopped' } }),
    ).rejects.toThrow(/adoption_stopped/)
    const late = await running(new Date().toISOString().slice(0, 10))
    const checkin = { adoptionId: late, month: 6, result: 'R', lesson: 'L' }
    await expect(db.adoptionCheckin.create({ data: checkin })).rejects.toThrow(/not due/)
    const early = await running('2024-01-15')
    await db.adoptionCheckin.create({ data: { ...checkin, adoptionId: early } })
    await expect(
      db.adoptionCheckin.updateMany({ where: { adoptionId: early }, data: { lesson: 'Anders' } }),
    ).rejects.toThrow()
  })
})
