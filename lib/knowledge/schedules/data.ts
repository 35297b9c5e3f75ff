import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import type { Planned, PlannedTarget } from './types'

const MAX_DUE = 200
const select = { id: true, act: true, at: true, reason: true, revisionId: true } as const

/** The plan to publish this version; null when there is none. */
export async function getPlanOf(revisionId: string): Promise<Planned | null> {
  return db.initiativeSchedule.findUnique({ where: { revisionId }, select })
}

/** The plan to archive or withdraw this initiative; null when there is none. */
export async function getClosingPlan(initiativeId: string): Promise<Planned | null> {
  return db.initiativeSchedule.findFirst({
    where: { initiativeId, act: { not: 'publish' } },
    select,
  })
}

/** A plan by its id, for whoever may cancel it; null when it is done, cancelled or unknown. */
export async function getPlan(id: string): Promise<PlannedTarget | null> {
  if (!z.uuid().safeParse(id).success) return null
  return db.initiativeSchedule.findUnique({
    where: { id },
    select: { ...select, initiativeId: true, organisationId: true },
  })
}

/** What was to happen before `now`, publications first and then by moment. */
export async function listDue(now: Date): Promise<{ id: string }[]> {
  return db.initiativeSchedule.findMany({
    where: { at: { lte: now } },
    select: { id: true },
    orderBy: [{ act: 'asc' }, { at: 'asc' }, { id: 'asc' }],
    take: MAX_DUE,
  })
}
