import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { writableRegions } from '@/lib/monitor/policies/policy'
import { actingRegionFields } from '@/lib/people/accounts/regions.rules'
import type { RoundView } from './types'

const LIMIT = 500

interface Row {
  id: string
  expectationsOn: Date
  valuesOn: Date
  verdictsOn: Date
  councilOn: Date
  version: number
}

export const toRound = (row: Row): RoundView => ({
  id: row.id,
  version: row.version,
  days: {
    expectations: toCalendarDate(row.expectationsOn),
    values: toCalendarDate(row.valuesOn),
    verdicts: toCalendarDate(row.verdictsOn),
    council: toCalendarDate(row.councilOn),
  },
})

/** The round of a region in a year; null when nobody chose its days. */
export async function getRound(regionId: string, year: number): Promise<RoundView | null> {
  const row = await db.policyRound.findUnique({ where: { regionId_year: { regionId, year } } })
  return row && toRound(row)
}

/** Who writes, by measure. */
export async function listWriters(roundId: string): Promise<Map<string, string>> {
  const rows = await db.policyRoundWriter.findMany({
    where: { roundId },
    select: { measureId: true, userId: true },
    orderBy: { measureId: 'asc' },
    take: LIMIT,
  })
  return new Map(rows.map(({ measureId, userId }) => [measureId, userId]))
}

export interface RegionEditor {
  id: string
  name: string
  /** Of an organisation in the region itself, not of a larger area or a municipality in it. */
  isOwn: boolean
}

/** Everyone who may write the policy of a region, by name. */
export async function listRegionEditors(
  regionId: string,
  client: Transaction = db,
): Promise<RegionEditor[]> {
  const graph = await getRegionGraph()
  const near = [...regionLineage(graph, [regionId]), ...(graph.children.get(regionId) ?? [])]
  const people = await client.user.findMany({
    where: {
      disabledAt: null,
      memberships: {
        some: {
          organisation: {
            OR: [{ regionId: { in: near } }, { alsoRegions: { some: { regionId: { in: near } } } }],
          },
        },
      },
    },
    select: {
      id: true,
      name: true,
      memberships: {
        select: { role: true, organisationId: true, organisation: { select: actingRegionFields } },
        orderBy: { organisationId: 'asc' },
        take: 50,
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: LIMIT,
  })
  return people.flatMap(({ id, name, memberships }) => {
    const writing = memberships.flatMap(({ role, organisation }) => {
      const { regionId: own, alsoRegions } = organisation
      const membership = {
        role,
        regionId: own,
        alsoRegionIds: alsoRegions.map((one) => one.regionId),
      }
      return writableRegions({ memberships: [membership] }, graph).has(regionId) ? [own] : []
    })
    return writing.length === 0 ? [] : [{ id, name, isOwn: writing.includes(regionId) }]
  })
}

/** Rounds of which a step may be due: those of last year, this one and the next. */
export async function listRecentRounds(year: number) {
  return db.policyRound.findMany({
    where: { year: { gte: year - 1, lte: year + 1 } },
    include: { region: { select: { id: true, slug: true, name: true } } },
    orderBy: { id: 'asc' },
    take: LIMIT,
  })
}
