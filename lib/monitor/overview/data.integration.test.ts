import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { protectedSteps } = await import('@/lib/knowledge/evidence/disclosure.rules')
const { directionOf, DIRECTION_SLUGS } = await import('@/lib/knowledge/evidence/direction.rules')
const { listMatrixCells } = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const middle = (list: number[]) => {
  const sorted = list.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length === 0
    ? null
    : (sorted[Math.floor(half - 0.5)]! + sorted[Math.ceil(half - 0.5)]!) / 2
}

async function bruteForce(criterion: number) {
  const stored = await db.initiativeSearch.findMany({
    select: {
      initiativeId: true,
      targetGroups: true,
      instruments: true,
      evidenceRank: true,
      direction: true,
      adoptions: true,
      initiative: { select: { monitor: { select: { reachInvited: true, reachStarted: true } } } },
    },
  })
  // Prisma cannot read an array with nulls.
  const scores = await db.$queryRaw<
    { id: string; medians: (number | null)[] }[]
  >`SELECT initiative_id::text AS id, to_json(medians) AS medians FROM initiative_search`
  const rows = stored.map((row) => ({
    ...row,
    medians: scores.find(({ id }) => id === row.initiativeId)?.medians ?? [],
  }))
  const found = new Map<string, typeof rows>()
  for (const row of rows) {
    for (const group of row.targetGroups.length > 0 ? row.targetGroups : ['']) {
      for (const instrument of row.instruments.length > 0 ? row.instruments : ['']) {
        const key = `${group} ${instrument}`
        found.set(key, [...(found.get(key) ?? []), row])
      }
    }
  }
  return new Map(
    [...found].map(([key, list]) => {
      const reach = list.flatMap(
        ({ initiative: { monitor } }) =>
          protectedSteps([monitor?.reachInvited ?? null, monitor?.reachStarted ?? null])[1] ?? [],
      )
      const medians = list.flatMap((row) => row.medians[criterion - 1] ?? [])
      const ranks = list.map((row) => `${row.evidenceRank} ${row.direction ?? ''}`)
      return [
        key,
        {
          initiatives: list.length,
          reached: reach.length === 0 ? null : reach.reduce((sum, one) => sum + one, 0),
          reachKnown: reach.length,
          evidence: ranks
            .filter((one, at) => ranks.indexOf(one) === at)
            .toSorted()
            .map((one) => {
              const [rank = '', stored = ''] = one.split(' ')
              const count = ranks.filter((other) => other === one).length
              return { rank: Number(rank), direction: directionOf(stored), count }
            }),
          median: middle(medians),
          judged: medians.length,
          adoptions: list.reduce((sum, { adoptions }) => sum + adoptions, 0),
        },
      ]
    }),
  )
}

async function expectEqual() {
  const rows = await db.initiativeSearch.findMany({
    select: { targetGroups: true, instruments: true },
  })
  const [groups, instruments] = [
    [...new Set(['', ...rows.flatMap((row) => row.targetGroups)])],
    [...new Set(['', ...rows.flatMap((row) => row.instruments)])],
  ]
  for (const criterion of [1, 2, 7]) {
    const cells = await listMatrixCells(groups, instruments, criterion)
    expect(
      new Map(cells.map(({ group, instrument, ...rest }) => [`${group} ${instrument}`, rest])),
    ).toEqual(await bruteForce(criterion))
  }
}

describe('listMatrixCells', () => {
  it('equals brute force on the seed', expectEqual)

  it('equals brute force on other numbers, small ones and none', async () => {
    const reach = [
      [null, 9],
      [12, 10],
      [40, 37],
      [100, 60],
      [null, 25],
      [14, 10],
    ]
    for (const [index, { initiativeId }] of (
      await db.initiativeSearch.findMany({
        select: { initiativeId: true },
        orderBy: { slug: 'asc' },
      })
    ).entries()) {
      const [invited = null, started = null] = reach[index % reach.length]!
      await db.policyMonitor.update({
        where: { initiativeId },
        data: {
          reachInvited: invited,
          reachStarted: started,
          reachFinished: null,
          reachOutcome: null,
        },
      })
      await db.$executeRaw`
        UPDATE initiative_search
        SET
          evidence_rank = ${index % 6},
          direction = ${Object.values(DIRECTION_SLUGS)[index % 5]},
          adoptions = ${index % 4},
          medians = ARRAY[${(index % 5) + 1}::real, NULL, ${index % 2 === 0 ? 3.5 : null}::real],
          target_groups = CASE
            WHEN ${index} = 0 THEN '{}'::text[]
            ELSE target_groups
          END
        WHERE initiative_id = ${initiativeId}::uuid
      `
    }
    await expectEqual()
  })
})
