import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { EMPTY_CELLS } from './import-columns.rules'
import type { ImportRow } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getRegionChain } = await import('./data')
const { chainOpenEnds, chainState } = await import('./rules')
const mutations = await import('./mutations')
const yearMutations = await import('./year.mutations')
const importMutations = await import('./import.mutations')
const { saveGoal } = await import('@/lib/monitor/policies/mutations')

let regionId: string
let actorId: string

const own = async (year = 2026) =>
  (await getRegionChain(regionId, year))!.goals.filter((goal) => goal.own)
const shape = async (year = 2026) =>
  (await own(year)).map(({ depth, title }) => `${'-'.repeat(depth)}${title}`)
const add = (goalTitle: string, parentId: string | null = null, goalId: string = randomUUID()) =>
  saveGoal({
    goal: {
      goalId,
      parentId,
      goalRegionId: regionId,
      goalTitle,
      goalDescription: '',
      goalCarriedBy: null,
      goalPeopleGroup: null,
      goalPeoplePlanned: null,
      goalPeopleReached: null,
      goalSourceTitle: null,
      goalSourceRef: null,
      goalSourceUrl: null,
      goalStartsOn: '2026-01-01',
      goalEndsOn: '2026-12-31',
    },
    organisationId: null,
    actorId,
  }).then(() => goalId)
const move = async (goalId: string, to: 'up' | 'down' | 'in' | 'out') =>
  mutations.moveGoal({
    regionId,
    goalId,
    move: to,
    year: 2026,
    actorId,
    version: (await own()).find(({ id }) => id === goalId)!.version,
  })
const row = (over: Partial<ImportRow>): ImportRow => ({
  ...EMPTY_CELLS,
  row: 2,
  goal: 'Uit het bestand',
  ...over,
})

beforeAll(async () => {
  // A region without goals of its own, so that the test decides the order.
  regionId = (
    await db.region.findUniqueOrThrow({ where: { slug: 'zuidoost-brabant' }, select: { id: true } })
  ).id
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

describe('moveGoal and placeGoal', () => {
  let ids: string[]

  it('moves up and down, in under the goal above and out again', async () => {
    ids = [await add('A'), await add('B'), await add('C')]
    await move(ids[2]!, 'up')
    expect(await shape()).toEqual(['A', 'C', 'B'])
    await move(ids[2]!, 'in')
    expect(await shape()).toEqual(['A', '-C', 'B'])
    await move(ids[2]!, 'out')
    await move(ids[0]!, 'up')
    expect(await shape()).toEqual(['A', 'C', 'B'])
  })

  it('is a conflict for who read an older version', async () => {
    const version = (await own()).find(({ id }) => id === ids[1])!.version
    const answers = await Promise.all(
      [1, 2].map(() =>
        mutations.moveGoal({ regionId, goalId: ids[1]!, move: 'up', year: 2026, version, actorId }),
      ),
    )
    expect(answers.toSorted()).toEqual(['conflict', null])
    expect(await shape()).toEqual(['A', 'B', 'C'])
  })

  it('never hangs a goal under itself, also by the database', async () => {
    await move(ids[1]!, 'in')
    const version = (await own()).find(({ id }) => id === ids[0])!.version
    await expect(
      mutations.placeGoal({ regionId, goalId: ids[0]!, beforeId: ids[1]!, version, actorId }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    await expect(add('A', ids[1], ids[0])).rejects.toMatchObject({ code: 'INVALID' })
    await expect(
      db.policyGoal.update({
        where: { id: ids[0]! },
        data: { parentId: ids[1]! },
        select: { id: true },
      }),
    ).rejects.toThrow(/under itself/)
  })

  it('refuses a goal of another region', async () => {
    const foreign = await db.policyGoal.findUniqueOrThrow({
      where: { slug: 'voorbeeld-mb-een-loket' },
      select: { id: true, version: true },
    })
    await expect(
      mutations.moveGoal({
        regionId,
        goalId: foreign.id,
        move: 'up',
        year: 2026,
        version: foreign.version,
        actorId,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(add('Onder een vreemde', foreign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('copyYear', () => {
  it('carries goals with their tree on, once, each with its origin', async () => {
    const before = await own()
    expect(await yearMutations.copyYear({ regionId, year: 2027, actorId })).toBe(3)
    expect(await yearMutations.copyYear({ regionId, year: 2027, actorId })).toBe(0)
    expect(await shape(2027)).toEqual(await shape(2026))
    expect((await own(2027)).map(({ originId }) => originId)).toEqual(before.map(({ id }) => id))
  })
})

describe('importRows', () => {
  const bring = (rows: ImportRow[], dry = false) =>
    importMutations.importRows({ regionId, rows, organisationId: null, dry, actorId })

  it('says what is wrong per row and writes nothing', async () => {
    const before = await db.policyGoal.count()
    const faults = await bring([
      row({}),
      row({ row: 3, goal: 'Tweede', parent: 'Bestaat niet' }),
      row({ row: 4, measure: 'M', instrument: 'toverij' }),
    ])
    expect(faults).toEqual([
      { row: 3, column: 'parent', message: 'importParent' },
      { row: 4, column: 'instrument', message: 'unknownChoice' },
    ])
    expect(await db.policyGoal.count()).toBe(before)
  })

  it('checks every row after the first faulty one, and blames no parent that stands in a faulty row', async () => {
    const faults = await bring([
      row({ measure: 'M', instrument: 'toverij' }),
      row({ row: 3, goal: 'Kind', parent: 'Uit het bestand' }),
      row({
        row: 4,
        goal: 'Kleinkind',
        parent: 'Kind',
        measure: 'N',
        provider: 'Gemeente',
        fundingType: 'loterij',
      }),
      row({ row: 5, goal: 'Los', parent: 'Nergens' }),
    ])
    expect(faults).toEqual([
      { row: 2, column: 'instrument', message: 'unknownChoice' },
      { row: 4, column: 'fundingType', message: 'unknownChoice' },
      { row: 5, column: 'parent', message: 'importParent' },
    ])
  })

  it('writes nothing when it only looks', async () => {
    const before = await db.policyGoal.count()
    expect(await bring([row({})], true)).toEqual([])
    expect(await db.policyGoal.count()).toBe(before)
  })

  it('brings goals, measures and money in together', async () => {
    expect(
      await bring([
        row({
          measure: 'Coach',
          provider: 'Gemeente',
          fundingType: 'gemeente',
          amount: '1000',
          endsOn: '2028-12-31',
        }),
        row({ row: 3, measure: 'Coach', provider: 'Rijk', amount: '500' }),
        row({ row: 4, goal: 'Onderdeel', parent: 'Uit het bestand' }),
      ]),
    ).toEqual([])
    const goals = (await own()).filter(({ title }) =>
      ['Uit het bestand', 'Onderdeel'].includes(title),
    )
    expect(
      goals.map(({ depth, measures }) => [
        depth,
        measures.map(({ title, fundings }) => [
          title,
          fundings.map(({ amountEuro }) => amountEuro),
        ]),
      ]),
    ).toEqual([
      [0, [['Coach', [1000, 500]]]],
      [1, []],
    ])
  })
})

describe('the example chain', () => {
  it('adds up, and says what stands loose', async () => {
    const region = await db.region.findUniqueOrThrow({
      where: { slug: 'midden-brabant' },
      select: { id: true },
    })
    const chain = (await getRegionChain(region.id, 2026))!
    expect(chainState(chain, '2026-11-24')).toMatchObject({
      streams: 5,
      amounts: { known: 4, euro: 930_000 },
      unknownAmounts: 1,
      ending: 1,
      verdicts: 1,
    })
    expect(chain.goals.filter((goal) => goal.own).every((goal) => goal.isExample)).toBe(true)
    expect(
      chainOpenEnds(chain, '2026-11-24')
        .filter(({ kind }) => kind === 'measuresWithoutVerdict')
        .map(({ own: mine }) => mine),
    ).toEqual([true, true, false, false])
  })
})

describe('removePart', () => {
  it('refuses while something hangs under it', async () => {
    const goal = (await own()).find(({ title }) => title === 'Uit het bestand')!
    const remove = (
      kind: 'goal' | 'measure' | 'funding',
      { id, version }: { id: string; version: number },
    ) => mutations.removePart({ regionId, kind, id, version, actorId })
    await expect(remove('goal', goal)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const [measure] = goal.measures
    for (const funding of measure!.fundings) expect(await remove('funding', funding)).toBeNull()
    expect(await remove('measure', { ...measure!, version: 9 })).toBe('conflict')
    expect(await remove('measure', measure!)).toBeNull()
  })
})
