import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { MonitorTarget } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getMonitor, getMonitorTarget, listChains } = await import('./data')
const { listGoals } = await import('./region.data')
const mutations = await import('./mutations')
const pairingMutations = await import('./pairing.mutations')
const fundingMutations = await import('./funding.mutations')
const monitorMutations = await import('./monitor.mutations')
const { fundingSchema, goalSchema, pairingSchema } = await import('./schema')

const TODAY = '2026-11-24'
let target: MonitorTarget
let actorId: string

const monitor = async () => (await getMonitor(target.initiativeId))!
const lastAudit = async () =>
  (
    await db.auditEvent.findFirst({
      where: { actorId },
      select: { action: true },
      orderBy: { id: 'desc' },
    })
  )?.action

const funding = (over: Record<string, string> = {}) =>
  fundingSchema.parse({
    initiativeId: target.initiativeId,
    fundingId: randomUUID(),
    fundingType: 'structureel',
    provider: 'Gemeente',
    amount: '€ 10.000',
    alignment: 'niet-beoordeeld',
    ...over,
  })

beforeAll(async () => {
  const { id } = await db.initiative.findUniqueOrThrow({
    where: { slug: 'rangeerterrein' },
    select: { id: true },
  })
  target = (await getMonitorTarget(id))!
  actorId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('savePairing', () => {
  const pair = (id: string, over: Record<string, string> = {}) =>
    pairingSchema.parse({
      initiativeId: target.initiativeId,
      goals: [{ id, linked: 'on', ...over }],
    })

  it('links a goal, notes it, and takes it away again', async () => {
    const linked = new Set((await monitor()).goals.map(({ id }) => id))
    const goal = (await listGoals(target.regionIds)).find(({ id }) => !linked.has(id))!
    expect(
      await pairingMutations.savePairing({
        pairing: pair(goal.id, { note: 'Via stages' }),
        regionIds: target.regionIds,
        actorId,
      }),
    ).toBeNull()
    expect((await monitor()).goals.find(({ id }) => id === goal.id)?.note).toBe('Via stages')
    expect(await lastAudit()).toMatch(/pair/)
    const away = pairingSchema.parse({
      initiativeId: target.initiativeId,
      goals: [{ id: goal.id, was: 'on', wasNote: 'Via stages' }],
    })
    await pairingMutations.savePairing({ pairing: away, regionIds: target.regionIds, actorId })
    expect((await monitor()).goals.some(({ id }) => id === goal.id)).toBe(false)
  })

  it('tells both notes when two editors wrote one', async () => {
    const [goal] = (await monitor()).goals
    const before = goal!.note ?? ''
    const rewrite = (note: string) => pair(goal!.id, { was: 'on', note, wasNote: before })
    expect(
      await pairingMutations.savePairing({
        pairing: rewrite('De eerste'),
        regionIds: target.regionIds,
        actorId,
      }),
    ).toBeNull()
    expect(
      await pairingMutations.savePairing({
        pairing: rewrite('De tweede'),
        regionIds: target.regionIds,
        actorId,
      }),
    ).toEqual(new Map([[goal!.id, 'De eerste']]))
    expect((await monitor()).goals[0]?.note).toBe('De eerste')
  })

  it('refuses a goal of another region', async () => {
    const foreign = await db.policyGoal.findFirstOrThrow({
      where: { regionId: { notIn: target.regionIds } },
      select: { id: true },
    })
    await expect(
      pairingMutations.savePairing({
        pairing: pair(foreign.id),
        regionIds: target.regionIds,
        actorId,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('saveFunding and deleteFunding', () => {
  it('writes a stream once, shows it in the chain, and removes it', async () => {
    const row = funding()
    const step = async () =>
      (await listChains([target.initiativeId], TODAY))[0]?.steps.find(
        ({ kind }) => kind === 'funding',
      )?.state
    expect(await step()).toBe('missing')
    await Promise.all(
      [1, 2].map(() =>
        fundingMutations.saveFunding({ funding: row, regionIds: target.regionIds, actorId }),
      ),
    )
    expect((await monitor()).fundings.filter(({ id }) => id === row.fundingId)).toHaveLength(1)
    expect(await step()).toBe('present')
    expect(
      await fundingMutations.deleteFunding({
        fundingId: row.fundingId,
        initiativeId: target.initiativeId,
        version: 9,
        actorId,
      }),
    ).toBe('conflict')
    await fundingMutations.deleteFunding({
      fundingId: row.fundingId,
      initiativeId: target.initiativeId,
      version: 1,
      actorId,
    })
    expect(await step()).toBe('missing')
  })

  it('is a conflict for who read an older version', async () => {
    const row = funding()
    await fundingMutations.saveFunding({ funding: row, regionIds: target.regionIds, actorId })
    const change = (provider: string) =>
      fundingMutations.saveFunding({
        funding: { ...row, provider, version: 1 },
        regionIds: target.regionIds,
        actorId,
      })
    expect(await change('Provincie')).not.toBe('conflict')
    expect(await change('Rijk')).toBe('conflict')
    expect((await monitor()).fundings.find(({ id }) => id === row.fundingId)?.provider).toBe(
      'Provincie',
    )
  })
})

describe('saveTheory', () => {
  it('raises the version and refuses an older one', async () => {
    const { version } = await monitor()
    const change = {
      initiativeId: target.initiativeId,
      version,
      section: 'theory' as const,
      actorId,
    }
    const text = {
      theoryOfChange: 'Wie het werk ervaart, kiest bewuster.',
      approachRationale: null,
      evaluationDesign: null,
      sideEffects: null,
    }
    expect(await monitorMutations.saveTheory(change, text)).toBe(version + 1)
    expect(
      await monitorMutations.saveTheory(change, { ...text, theoryOfChange: 'Iets anders.' }),
    ).toBe('conflict')
    expect((await monitor()).theoryOfChange).toBe('Wie het werk ervaart, kiest bewuster.')
  })
})

describe('saveGoal', () => {
  it('adds a goal of the region with a readable address, once', async () => {
    const regionId = target.ownRegionIds[0]!
    const goal = goalSchema.parse({
      initiativeId: target.initiativeId,
      goalId: randomUUID(),
      goalRegionId: regionId,
      goalTitle: 'Meer mensen aan het werk',
    })
    await Promise.all(
      [1, 2].map(() =>
        mutations.saveGoal({ goal, organisationId: target.organisationId, actorId }),
      ),
    )
    const rows = await db.policyGoal.findMany({
      where: { id: goal.goalId },
      select: { slug: true, title: true },
    })
    expect(rows.map(({ title }) => title)).toEqual(['Meer mensen aan het werk'])
    expect(rows[0]!.slug).toContain('meer-mensen-aan-het-werk')
  })
})
