/**
 * Adoptions. An organisation explores what another one does, prepares it, runs it and may stop. It can stop at any time and says
 * why; it never goes back. It runs from a day on, and only when it wrote down what it kept, changed or dropped and why. After 6, 12
 * and 24 months of running it tells one result and one lesson. Adoptions are counted, views are not.
 *
 * Source: PRODUCT.md, Exchange ("Adoption is a record of its own").
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

/** The step forward, or null at the end. */
export function nextStep(status: AdoptionStatus): 'preparing' | 'running' | null {
  return status === 'exploring' ? 'preparing' : status === 'preparing' ? 'running' : null
}

/** True when the sheet says enough to run: something kept, changed or dropped, and why. */
export function isSheetReady({
  kept,
  changed,
  dropped,
  reason,
}: Pick<AdoptionSheet, 'kept' | 'changed' | 'dropped' | 'reason'>): boolean {
  return reason !== '' && `${kept}${changed}${dropped}` !== ''
}

/** The check-ins with the day on which each falls due. */
export function checkinDates(
  startsOn: CalendarDate,
): { month: CheckinMonth; dueOn: CalendarDate }[] {
  return CHECKIN_MONTHS.map((month) => ({ month, dueOn: addMonths(startsOn, month) }))
}

/** Check-ins that fell due and were not told yet, the oldest first. Only what runs has any. */
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

/** What the owner reads when someone considers an adoption. */
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

/** What the asker reads when the owner answered. */
export function answerEmail(title: string, answer: string): { subject: string; text: string } {
  return {
    subject: `Antwoord op uw vraag over "${title}"`,
    text: `De eigenaar van "${title}" heeft uw vraag beantwoord.\n\n${answer}`,
  }
}

/** What the holder reads when a check-in falls due. */
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
