/**
 * A round has three steps and a day on which the council meets. A step is late from the day after
 * its day, as long as something lacks. Who writes hears of it from two weeks before the day on, and
 * once more from the day itself on; whoever was told is not told again.
 * Source: docs/model.md, "The policy monitor"; docs/adr/0059-the-yearly-round.md.
 */
import { addDays, type CalendarDate } from '@/lib/base/text/calendar'
import { dayText } from '@/lib/monitor/worksheets/cells.rules'
import type { ChainGoal } from '@/lib/monitor/chains/types'
import { STEPS, type MeasureProgress, type RoundDays, type Step, type StepProgress } from './types'

const DAYS_BEFORE = 14

/** Days that fit most regions: expectations before the year, the rest when it is over. */
export function proposedDays(year: number): RoundDays {
  return {
    expectations: `${String(year - 1)}-12-15`,
    values: `${String(year + 1)}-01-31`,
    verdicts: `${String(year + 1)}-02-28`,
    council: `${String(year + 1)}-03-31`,
  }
}

/** How each own measure of a year stands. */
export function measureProgress(goals: readonly ChainGoal[], year: number): MeasureProgress[] {
  return goals
    .filter(({ own }) => own)
    .flatMap(({ measures }) => measures)
    .map(({ id, title, indicators, now }) => ({
      id,
      title,
      expectations: now?.expectation?.signedAt != null,
      isLate: now?.expectation?.lateOn != null,
      values:
        indicators.length === 0
          ? null
          : indicators.every(({ values }) => values.some((value) => value.year === year)),
      verdicts: now?.current != null,
    }))
}

/** The three steps of a round on a day. */
export function roundProgress(
  days: RoundDays,
  measures: readonly MeasureProgress[],
  today: CalendarDate,
): StepProgress[] {
  return STEPS.map((step) => {
    const asked = measures.filter((measure) => measure[step] !== null)
    const done = asked.filter((measure) => measure[step] === true).length
    const of = asked.length
    const open = today > days[step] ? 'late' : 'open'
    const state = of === 0 ? 'none' : done === of ? 'done' : open
    return { step, on: days[step], done, of, state }
  })
}

/** Which message is due for a step today; null outside the four weeks around its day. */
export function dueReminder(on: CalendarDate, today: CalendarDate): 'before' | 'day' | null {
  if (today < addDays(on, -DAYS_BEFORE) || today > addDays(on, DAYS_BEFORE)) return null
  return today < on ? 'before' : 'day'
}

const WORK: Readonly<Record<Step, string>> = {
  expectations: 'de verwachting',
  values: 'de cijfers van het jaar',
  verdicts: 'het oordeel',
}

/** To who writes, about what still lacks. */
export function roundEmail(about: {
  step: Step
  region: string
  year: number
  on: CalendarDate
  titles: readonly string[]
}): { subject: string; text: string } {
  const { step, region, year, on, titles } = about
  return {
    subject: `Jaarronde ${String(year)}: ${WORK[step]} voor ${dayText(on)}`,
    text: `In de kalender van ${region} staat ${WORK[step]} voor ${dayText(on)}.\n\nDit mist nog bij:\n${titles.map((title) => `- ${title}`).join('\n')}`,
  }
}
