/**
 * An adoption may stop at any time and never goes back. Running needs a start day and a sheet that
 * is filled in; check-ins follow after 6, 12 and 24 months.
 * Source: docs/model.md, "Exchange".
 */
import { addMonths, fromCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import type { AdoptionSheet, AdoptionStatus, CheckinMonth } from './types'

export const CHECKIN_MONTHS: readonly CheckinMonth[] = [6, 12, 24]

const STEPS: Readonly<Record<AdoptionStatus, readonly AdoptionStatus[]>> = {
  exploring: ['preparing', 'stopped'],
  preparing: ['running', 'stopped'],
  running: ['stopped'],
  stopped: [],
}

export function isAllowedStep(from: AdoptionStatus, to: AdoptionStatus): boolean {
  return STEPS[from].includes(to)
}

/** The next status, or null at the end. */
export function nextStep(status: AdoptionStatus): 'preparing' | 'running' | null {
  return status === 'exploring' ? 'preparing' : status === 'preparing' ? 'running' : null
}

/** True when the sheet says what was kept, changed or dropped, and why. */
export function isSheetReady({
  kept,
  changed,
  dropped,
  reason,
}: Pick<AdoptionSheet, 'kept' | 'changed' | 'dropped' | 'reason'>): boolean {
  return reason !== '' && `${kept}${changed}${dropped}` !== ''
}

/** The check-ins with their due days. */
export function checkinDates(
  startsOn: CalendarDate,
): { month: CheckinMonth; dueOn: CalendarDate }[] {
  return CHECKIN_MONTHS.map((month) => ({ month, dueOn: addMonths(startsOn, month) }))
}

/** Due check-ins without an answer, oldest first; for running adoptions only. */
export function dueCheckins(
  adoption: { status: AdoptionStatus; startsOn: CalendarDate | null; done: readonly number[] },
  today: CalendarDate,
): CheckinMonth[] {
  if (adoption.status !== 'running' || adoption.startsOn === null) return []
  return checkinDates(adoption.startsOn)
    .filter(({ month, dueOn }) => dueOn <= today && !adoption.done.includes(month))
    .map(({ month }) => month)
}

const dutchDay = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** To the owner, when someone considers an adoption. */
export function questionEmail(about: {
  title: string
  organisation: string
  goal: string
  group: string
  question: string
}): { subject: string; text: string } {
  const { title, organisation, goal, group, question } = about
  return {
    subject: `${organisation} overweegt "${title}" over te nemen`,
    text: `${organisation} overweegt uw initiatief "${title}" over te nemen.\n\nVoor welk doel: ${goal}\nVoor wie: ${group}\n\n${question === '' ? 'Er is nog geen vraag gesteld.' : `De vraag aan u: ${question}`}`,
  }
}

/** To the asker, when the owner answered. */
export function answerEmail(title: string, answer: string): { subject: string; text: string } {
  return {
    subject: `Antwoord op uw vraag over "${title}"`,
    text: `De eigenaar van "${title}" heeft uw vraag beantwoord.\n\n${answer}`,
  }
}

/** To the holder, when a check-in is due. */
export function checkinEmail(
  title: string,
  month: CheckinMonth,
  startsOn: CalendarDate,
): { subject: string; text: string } {
  return {
    subject: `Hoe gaat het met de overname van "${title}"?`,
    text: `U werkt sinds ${dutchDay.format(fromCalendarDate(startsOn))} met "${title}". Vertel na ${month} maanden een resultaat en een les. Andere regio's leren daarvan.`,
  }
}
