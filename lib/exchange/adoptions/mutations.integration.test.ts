import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { NewAdoption } from './mutations'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const {
  findGroup,
  getAdoptable,
  getAdoption,
  getFamily,
  listAdoptionsFrom,
  listAdoptionsIn,
  listAdoptionsOf,
  listAdoptionWork,
  listOpenAdoptions,
  listOwnInitiatives,
} = await import('./data')
const { getEvidence } = await import('@/lib/knowledge/evidence/data')
const { findInitiatives } = await import('@/lib/knowledge/search/data')
const { refreshSearch } = await import('@/lib/knowledge/search/mutations')
const { emptySelection } = await import('@/lib/knowledge/search/rules')
const { NO_WORDS } = await import('@/lib/base/words/rules')
const {
  remindCheckins,
  saveAnswer,
  saveCheckin,
  saveConsideration,
  saveHolder,
  saveOwnInitiative,
  saveSheet,
  saveStep,
} = await import('./mutations')

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const sheet = {
  kept: 'De rondleiding',
  changed: '',
  dropped: '',
  reason: 'Zo werkt het ook bij ons.',
  legalChecks: '',
  cost: '',
}
let ask: NewAdoption
let ownerOrganisationId: string
let regionId: string
let brabantId: string

beforeAll(async () => {
  const asker = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.overijssel@voorbeeld.nl' },
    select: {
      id: true,
      memberships: {
        select: { organisation: { select: { id: true, name: true, regionId: true } } },
      },
    },
  })
  const { id } = await db.initiative.findUniqueOrThrow({
    where: { slug: 'rangeerterrein' },
    select: { id: true },
  })
  const initiative = (await getAdoptable(id))!
  ownerOrganisationId = initiative.ownerOrganisationId
  const { organisation } = asker.memberships[0]!
  regionId = organisation.regionId!
  ask = {
    initiative,
    organisation,
    group: (await findGroup('statushouders'))!,
    goal: 'Meer statushouders aan het werk',
    question: 'Wat kost het?',
    actorId: asker.id,
  }
  brabantId = (
    await db.organisation.findUniqueOrThrow({
      where: { id: ownerOrganisationId },
      select: { regionId: true },
    })
  ).regionId!
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

async function begin(): Promise<string> {
  await db.adoption.deleteMany()
  return saveConsideration(ask)
}

/** An adoption that runs since this day. */
async function running(startsOn: string): Promise<string> {
  const id = await begin()
  await saveSheet({ id, version: 1, sheet, actorId: ask.actorId })
  await saveStep({ id, version: 2, step: { to: 'preparing' }, actorId: ask.actorId })
  await saveStep({ id, version: 3, step: { to: 'running', startsOn }, actorId: ask.actorId })
  return id
}

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
    const answer = () =>
      saveAnswer({ id, answer: 'Ongeveer tienduizend euro.', actorId: ask.actorId })
    const results = await Promise.allSettled([answer(), answer()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await getAdoption(id)).toMatchObject({ answer: 'Ongeveer tienduizend euro.' })
    expect(
      await db.mail.count({
        where: { kind: 'question-answered', recipientId: ask.actorId, key: `adoption:${id}` },
      }),
    ).toBe(1)
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

describe('the family', () => {
  /** A published initiative of the adopter, as a copy in name of a published one. */
  async function own(organisationId: string, slug: string): Promise<string> {
    const { id } = await db.initiative.create({
      data: { slug, organisationId },
      select: { id: true },
    })
    const revision = await db.initiativeRevision.create({
      data: {
        initiativeId: id,
        number: 1,
        status: 'published',
        title: `Eigen ${slug}`,
        publishedAt: new Date(),
      },
      select: { id: true },
    })
    await db.initiative.update({
      where: { id },
      data: { publishedRevisionId: revision.id },
      select: { id: true },
    })
    return id
  }

  it('goes from the root through what came of an adoption to the grandchild, on every page the same', async () => {
    const id = await running('2025-01-15')
    const child = await own(ask.organisation.id, 'eigen-kind')
    expect(
      await saveOwnInitiative({ id, version: 4, ownInitiativeId: child, actorId: ask.actorId }),
    ).toBeNull()
    expect(
      await saveOwnInitiative({ id, version: 4, ownInitiativeId: null, actorId: ask.actorId }),
    ).toBe('conflict')
    const noord = await db.organisation.findUniqueOrThrow({
      where: { slug: 'secretariaat-ser-noord-nederland' },
      select: { id: true },
    })
    const { id: groupId } = ask.group
    await db.adoption.create({
      data: {
        initiativeId: child,
        organisationId: noord.id,
        goal: 'Ook zo',
        targetGroupId: groupId,
      },
      select: { id: true },
    })
    const family = (await getFamily(ask.initiative.initiativeId))!
    expect(family.root).toMatchObject({ slug: 'rangeerterrein', isHere: true })
    expect(family.members).toMatchObject([
      {
        id,
        parentId: null,
        depth: 1,
        own: { slug: 'eigen-kind' },
        isHere: false,
        status: 'running',
      },
      {
        parentId: id,
        depth: 2,
        organisation: 'SER Noord-Nederland',
        own: null,
        status: 'exploring',
      },
    ])
    const fromChild = (await getFamily(child))!
    expect(fromChild.root.isHere).toBe(false)
    expect(fromChild.members[0]).toMatchObject({ id, isHere: true })
    expect((await listAdoptionsOf(ask.initiative.initiativeId))[0]?.own).toEqual({
      slug: 'eigen-kind',
      title: 'Eigen eigen-kind',
    })
    expect(await listOwnInitiatives(ask.organisation.id, id)).toContainEqual({
      id: child,
      title: 'Eigen eigen-kind',
    })
  })

  it('refuses what is not of the adopter, a circle, and a link while only exploring', async () => {
    const id = await running('2025-01-15')
    const foreign = await own(ownerOrganisationId, 'niet-van-ons')
    expect(
      await saveOwnInitiative({ id, version: 4, ownInitiativeId: foreign, actorId: ask.actorId }),
    ).toBe('unfit')
    const child = (
      await db.initiative.findUniqueOrThrow({ where: { slug: 'eigen-kind' }, select: { id: true } })
    ).id
    await db.adoption.update({
      where: { id },
      data: { ownInitiativeId: child },
      select: { id: true },
    })
    const back = await db.adoption.create({
      data: {
        initiativeId: child,
        organisationId: ownerOrganisationId,
        goal: 'Terug',
        targetGroupId: ask.group.id,
      },
      select: { id: true },
    })
    await db.adoption.update({
      where: { id: back.id },
      data: { status: 'preparing' },
      select: { id: true },
    })
    expect(
      await saveOwnInitiative({
        id: back.id,
        version: 1,
        ownInitiativeId: ask.initiative.initiativeId,
        actorId: ask.actorId,
      }),
    ).toBe('unfit')
    const exploring = await begin()
    await expect(
      saveOwnInitiative({
        id: exploring,
        version: 1,
        ownInitiativeId: child,
        actorId: ask.actorId,
      }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(
      db.adoption.update({ where: { id: exploring }, data: { ownInitiativeId: child } }),
    ).rejects.toThrow(/adoption_own/)
  })

  it('keeps the count by which the list is ordered', async () => {
    const count = async () =>
      (
        await db.initiativeSearch.findUniqueOrThrow({
          where: { initiativeId: ask.initiative.initiativeId },
          select: { adoptions: true },
        })
      ).adoptions
    await begin()
    expect(await count()).toBe(0)
    await running('2025-01-15')
    expect(await count()).toBe(1)
    const [first] = await findInitiatives({
      words: NO_WORDS,
      selection: emptySelection(),
      page: 1,
      pageSize: 1,
      sort: 'overnames',
    })
    expect(first).toMatchObject({ slug: 'rangeerterrein', adoptions: 1 })
    await db.$executeRaw`DELETE FROM initiative_search WHERE initiative_id = ${ask.initiative.initiativeId}::uuid`
    await db.$transaction((tx) => refreshSearch(tx, [ask.initiative.initiativeId]))
    expect(await count()).toBe(1)
    await db.adoption.deleteMany()
    expect(await count()).toBe(0)
  })

  it('shows on both regions, and a child that measured repeats the parent', async () => {
    const id = await running('2025-01-15')
    expect(await listAdoptionsFrom(brabantId)).toMatchObject([{ id }])
    expect(await listAdoptionsFrom(regionId)).toEqual([])
    const child = await db.initiative.findUniqueOrThrow({
      where: { slug: 'eigen-kind' },
      select: { id: true },
    })
    await saveOwnInitiative({ id, version: 4, ownInitiativeId: child.id, actorId: ask.actorId })
    expect((await getEvidence(ask.initiative.initiativeId))?.checks.repeated).toBe(false)
    const outcome = await db.term.findUniqueOrThrow({
      where: { vocabulary_slug: { vocabulary: 'result_type', slug: 'outcome' } },
      select: { id: true },
    })
    await db.initiativeIndicator.create({
      data: {
        initiativeId: child.id,
        position: 1,
        label: 'Aan het werk',
        unit: 'personen',
        resultTypeId: outcome.id,
        measurements: {
          create: {
            measuredOn: day('2026-01-01'),
            numerator: 12,
            n: 20,
            value: 60,
            sourceTitle: 'Eigen telling',
          },
        },
      },
      select: { id: true },
    })
    const evidence = await getEvidence(ask.initiative.initiativeId)
    expect(evidence).toMatchObject({
      checks: { repeated: true },
      repetitions: [{ slug: 'eigen-kind' }],
    })
  })
})
