import 'server-only'
import type { Transaction } from '@/lib/base/db/db'
import type { ConsequencesInput } from './monitor.schema'

/** Who carries a measure out: an organisation by its name, so that it follows a new name, or a text. */
export async function responsibleOf(
  tx: Transaction,
  name: string | null,
): Promise<{ responsibleId: string | null; responsibleName: string | null }> {
  const organisation =
    name === null
      ? null
      : await tx.organisation.findFirst({
          where: { name, isExample: false },
          select: { id: true },
          orderBy: { id: 'asc' },
        })
  return {
    responsibleId: organisation?.id ?? null,
    responsibleName: organisation ? null : name,
  }
}

export type TradeOffInput = ConsequencesInput['tradeOffs'][number]

/** The trade-offs of a measure as the form holds them: all four, or none. */
export async function writeTradeOffs(
  tx: Transaction,
  measureId: string,
  rows: readonly TradeOffInput[] | undefined,
): Promise<void> {
  if (rows === undefined) return
  await tx.measureTradeOff.deleteMany({ where: { measureId } })
  await tx.measureTradeOff.createMany({
    data: rows.map(({ domain, effect, hours, carriedBy, source }) => ({
      measureId,
      domain,
      effect,
      hoursPerWeek: hours,
      carriedBy,
      sourceTitle: source,
    })),
  })
}
