import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { type CalendarDate, fromCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import type { ConsequencesInput } from './monitor.schema'
import { saveVersion, termId } from './mutations'

export type MonitorSection = 'theory' | 'costs' | 'consequences' | 'planning'

export interface MonitorChange {
  initiativeId: string
  version: number
  section: MonitorSection
  actorId: string
}

type MonitorData = Prisma.PolicyMonitorUncheckedUpdateManyInput

async function saveMonitor(
  tx: Transaction,
  change: MonitorChange,
  data: MonitorData,
): Promise<number | 'conflict'> {
  const { initiativeId, version, section, actorId } = change
  const saved = await saveVersion(version, (next) =>
    tx.policyMonitor.updateMany({
      where: { initiativeId, version },
      data: { ...data, version: next },
    }),
  )
  if (saved === 'conflict') return saved
  await saveAuditEvent(tx, {
    actorId,
    action: 'monitor.save',
    objectType: 'initiative',
    objectId: initiativeId,
    detail: { section, version: saved },
  })
  return saved
}

/** Saves the theory of change. It counts for the evidence level, so the search rows follow. */
export async function saveTheory(
  change: MonitorChange,
  data: Partial<
    Record<
      | 'theoryOfChange'
      | 'theoryInput'
      | 'theoryActivity'
      | 'theoryOutput'
      | 'theoryOutcome'
      | 'theoryImpact'
      | 'approachRationale'
      | 'evaluationDesign'
      | 'sideEffects',
      string | null
    >
  >,
): Promise<number | 'conflict'> {
  return db.$transaction(async (tx) => {
    const saved = await saveMonitor(tx, change, data)
    if (saved !== 'conflict') await refreshSearch(tx, [change.initiativeId])
    return saved
  })
}

/** Saves reach in people and costs in whole euros; null is unknown. */
export async function saveCosts(
  change: MonitorChange,
  data: {
    reachInvited: number | null
    reachStarted: number | null
    reachFinished: number | null
    reachOutcome?: number | null
    costPerParticipantLow?: number | null
    costPerParticipantHigh?: number | null
    costPerPlacementLow?: number | null
    costPerPlacementHigh?: number | null
    costPerParticipantEuro: number | null
    costPerPlacementEuro: number | null
    costBasis: string | null
  },
): Promise<number | 'conflict'> {
  return db.$transaction((tx) => saveMonitor(tx, change, data))
}

/** Saves the day of the next measurement, which drives reminders. */
export async function savePlanning(
  change: MonitorChange,
  nextMeasurementOn: CalendarDate | null,
): Promise<number | 'conflict'> {
  return db.$transaction((tx) =>
    saveMonitor(tx, change, { nextMeasurementOn: fromCalendarDate(nextMeasurementOn) }),
  )
}

/** Saves the trade-offs (hours a week) together with the answer about displacement. */
export async function saveConsequences(
  change: MonitorChange,
  input: Pick<ConsequencesInput, 'displacement' | 'displacementNote' | 'tradeOffs'>,
): Promise<number | 'conflict'> {
  const { initiativeId } = change
  return db.$transaction(async (tx) => {
    const displacementId = await termId(tx, 'displacement', input.displacement)
    const saved = await saveMonitor(tx, change, {
      displacementId,
      displacementNote: input.displacementNote,
    })
    if (saved === 'conflict') return saved
    for (const { domain, effect, hours, carriedBy, source } of input.tradeOffs) {
      const row = { effect, hoursPerWeek: hours, carriedBy, sourceTitle: source }
      await tx.tradeOff.upsert({
        where: { initiativeId_domain: { initiativeId, domain } },
        create: { initiativeId, domain, ...row },
        update: row,
        select: { domain: true },
      })
    }
    return saved
  })
}
