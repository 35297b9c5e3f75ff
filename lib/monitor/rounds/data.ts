import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
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

/** Editors and managers of the organisations of a region, by name. */
export async function listRegionEditors(
  regionId: string,
  client: Transaction = db,
): Promise<{ id: string; name: string }[]> {
  return client.user.findMany({
    where: {
      disabledAt: null,
      memberships: {
        some: { role: { in: ['editor', 'manager'] }, organisation: { regionId } },
      },
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: LIMIT,
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
