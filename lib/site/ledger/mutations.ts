import 'server-only'
import { db } from '@/lib/base/db/db'
import { log } from '@/lib/base/runtime/log'
import { fromCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { checkLedger } from './check.data'
import { getEnd } from './data'
import type { CheckResult } from './types'

const KEPT_CHECKS = 50

/** Publishes the head of this day, once, when there is anything. Returns 1 when it did. */
export async function publishHead(now: Date): Promise<number> {
  const day = fromCalendarDate(todayInNetherlands(now))
  const end = await getEnd()
  if (end.seq === 0) return 0
  const { count } = await db.ledgerHead.createMany({
    data: { day, ...end },
    skipDuplicates: true,
  })
  return count
}

/** Keeps what a check found, for the page, and the checks before it for a while. */
export async function saveCheck(result: CheckResult, startedAt: Date): Promise<void> {
  const { entries, heads, faultCount, faults } = result
  await db.$transaction(async (tx) => {
    await tx.ledgerCheck.create({
      data: {
        startedAt,
        finishedAt: new Date(),
        entries,
        heads,
        faultCount,
        faults: faults.map((fault) => ({ ...fault })),
      },
      select: { id: true },
    })
    await tx.$executeRaw`
      DELETE FROM ledger_check
      WHERE id NOT IN (
        SELECT id FROM ledger_check ORDER BY finished_at DESC, id DESC LIMIT ${KEPT_CHECKS}
      )`
  })
}

/** The recurring check: publishes the head of the day first. Returns the number of faults. */
export async function checkAndPublish(now: Date): Promise<number> {
  await publishHead(now)
  const result = await checkLedger()
  await saveCheck(result, now)
  if (result.faultCount > 0)
    log.error({ faults: result.faultCount, first: result.faults[0] }, 'a signed record was changed')
  return result.faultCount
}
