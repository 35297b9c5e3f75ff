/**
 * A moderator or owner chooses a day and, if they like, a time in the Netherlands; without one it
 * is a minute after midnight. What is planned lies in the future and within a year. Nobody is told
 * before. A version that is planned is not changed or decided on, until the plan is cancelled.
 *
 * A closing that cannot be done at its moment, because a version waits for a decision or a round is
 * open, is done as soon as it can.
 *
 * Source: docs/model.md, "An initiative that ends"; docs/adr/0046.
 */
import { addDays, isCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { dutchMoment, readTime } from '@/lib/base/text/dutch-time'

export const FIRST_MINUTE = '00:01'
export const MAX_DAYS = 365

export type PlanFault = { field: 'day' | 'time'; problem: 'date' | 'time' | 'planPast' | 'planFar' }

/** The moment that was typed, or the field that is wrong and why. */
export function plannedMoment(
  { day, time }: { day: string; time: string },
  now: Date,
): { at: Date } | PlanFault {
  if (!isCalendarDate(day)) return { field: 'day', problem: 'date' }
  const clock = time.trim() === '' ? FIRST_MINUTE : readTime(time)
  if (clock === null) return { field: 'time', problem: 'time' }
  const at = dutchMoment(day, clock)
  if (at <= now) return { field: 'day', problem: 'planPast' }
  if (day > addDays(todayInNetherlands(now), MAX_DAYS)) return { field: 'day', problem: 'planFar' }
  return { at }
}
