import 'server-only'
import { db } from '@/lib/base/db/db'
import { JOB_NAMES, SCHEDULE } from './rules'
import type { JobState } from './types'

const MAX_FAILURES = 5
const WEEK_MS = 7 * 24 * 60 * 60_000

/** All jobs with their last run and latest failures. */
export async function listJobStates(now: Date): Promise<JobState[]> {
  const select = {
    id: true,
    startedAt: true,
    aliveAt: true,
    finishedAt: true,
    result: true,
    done: true,
    error: true,
  } as const
  const orderBy = [{ startedAt: 'desc' as const }, { id: 'desc' as const }]
  return Promise.all(
    JOB_NAMES.map(async (name) => {
      const [lastRun, failures] = await Promise.all([
        db.jobRun.findFirst({ where: { name }, select, orderBy }),
        db.jobRun.findMany({
          where: { name, result: 'failed', startedAt: { gt: new Date(now.getTime() - WEEK_MS) } },
          select,
          orderBy,
          take: MAX_FAILURES,
        }),
      ])
      return { name, cron: SCHEDULE[name], lastRun, failures }
    }),
  )
}
