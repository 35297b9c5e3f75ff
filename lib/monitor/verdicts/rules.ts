/**
 * An expectation that was signed after its period began says so with its date, because it predicts
 * less; one after its year predicts nothing. Nothing signed is rewritten: a correction is a new
 * verdict.
 * Source: docs/model.md, "The policy monitor".
 */
import { todayInNetherlands, type CalendarDate } from '@/lib/base/text/calendar'
import type { MeasureYear, VerdictView } from './types'

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2100

/** True when the year has ended in the Netherlands. */
export function isAfterwards(year: number, now: Date): boolean {
  return Number(todayInNetherlands(now).slice(0, 4)) > year
}

/** First day of what is expected of: of the year, or of a measure that begins later in it. */
export function periodBegin(year: number, startsOn: CalendarDate | null): CalendarDate {
  const first = `${String(year)}-01-01`
  return startsOn !== null && startsOn > first && startsOn <= `${String(year)}-12-31`
    ? startsOn
    : first
}

/** The Dutch day of signing when the period had begun by then, else null. */
export function lateSigning(signedAt: Date, begin: CalendarDate): CalendarDate | null {
  const day = todayInNetherlands(signedAt)
  return day >= begin ? day : null
}

/** The current verdict: the signed one that no other signed one replaced. */
export function splitVerdicts(
  verdicts: readonly VerdictView[],
): Pick<MeasureYear, 'current' | 'replaced' | 'draft'> {
  const signed = verdicts.filter((verdict) => verdict.signedAt !== null)
  const replacedIds = new Set(signed.map((verdict) => verdict.supersedesId))
  const replaced = signed
    .filter((verdict) => replacedIds.has(verdict.id))
    .toSorted((a, b) => (b.signedAt ?? '').localeCompare(a.signedAt ?? ''))
  return {
    current: signed.find((verdict) => !replacedIds.has(verdict.id)) ?? null,
    replaced,
    draft: verdicts.find((verdict) => verdict.signedAt === null) ?? null,
  }
}

/** How long a verdict stays in the worklist; a reaction may come later. */
export const REACTION_DAYS = 90

/** To members, when a verdict of their region is signed. */
export function reactionEmail({
  title,
  region,
  year,
}: {
  title: string
  region: string
  year: number
}): { subject: string; text: string } {
  return {
    subject: `Lees het oordeel over "${title}"`,
    text: `${region} heeft het oordeel over "${title}" in ${year} getekend.\n\nWat vindt uw geleding van dit oordeel? U kunt uw reactie zelf opschrijven. Die komt naast het oordeel te staan en verandert daarna niet meer.`,
  }
}

/** To the signer, when a member adds a reaction. */
export function addedEmail({ title, year }: { title: string; year: number }): {
  subject: string
  text: string
} {
  return {
    subject: `Een reactie op uw oordeel over "${title}"`,
    text: `Bij het oordeel over "${title}" in ${year} dat u tekende, staat een nieuwe reactie van een geleding.`,
  }
}

export const SIGN_NEEDS = ['expectation', 'observed', 'confidence', 'decision', 'reason'] as const
export type SignNeed = (typeof SIGN_NEEDS)[number]

/** What a verdict lacks before it can be signed. */
export function missingToSign(year: Pick<MeasureYear, 'expectation' | 'draft'>): SignNeed[] {
  const { expectation, draft } = year
  const there: Record<SignNeed, boolean> = {
    expectation: expectation?.signedAt != null,
    observed: (draft?.observed ?? '') !== '',
    confidence: draft?.confidence != null,
    decision: draft?.decision != null,
    reason: (draft?.reason ?? '') !== '',
  }
  return SIGN_NEEDS.filter((need) => !there[need])
}
