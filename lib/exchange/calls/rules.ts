/**
 * A call is open for at most a year; an outcome may still follow after it expired. For the fit a
 * target group weighs most, then sector and instrument, then words; evidence breaks ties.
 * Source: docs/model.md, "Exchange".
 */
import { byEvidence } from '@/lib/knowledge/evidence/direction.rules'
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import { plain } from '@/lib/base/words/rules'
import type { CallMatch, CallStatus, CallVocabulary, MatchCandidate } from './types'

export const MAX_MATCHES = 6
/** Owners beyond this number of fitting initiatives are not notified. */
export const MAX_NOTIFIED = 10
export const MAX_REGIONS = 5
const MAX_MONTHS = 12

const STEPS: Readonly<Record<CallStatus, readonly CallStatus[]>> = {
  open: ['answered', 'closed', 'expired'],
  expired: ['answered', 'closed'],
  answered: [],
  closed: [],
}

export function isAllowedStep(from: CallStatus, to: CallStatus): boolean {
  return STEPS[from].includes(to)
}

/** What is wrong with a last day, or null. */
export function untilProblem(
  openUntil: CalendarDate,
  today: CalendarDate,
): 'callPast' | 'callTooFar' | null {
  return openUntil < today
    ? 'callPast'
    : openUntil > addMonths(today, MAX_MONTHS)
      ? 'callTooFar'
      : null
}

export function isExpired(
  call: { status: CallStatus; openUntil: CalendarDate },
  today: CalendarDate,
): boolean {
  return call.status === 'open' && call.openUntil < today
}

/** In every question, so they do not tell questions apart. */
const STOP_WORDS = new Set(
  'aanpak andere anderen bedrijf bedrijven beste bereiken binnen doelgroep ervaren ervaring ervaringen goede gemeente gemeenten graag hebben hebt heeft helpen iemand initiatief initiatieven kennen kunnen mensen moeten onder ondersteunen onze organisatie organisaties praktijk project projecten regio regios samen succes tegen tussen vinden voorbeeld voorbeelden vragen waarbij waarom waren weten welke werkgever werkgevers werken werkt wordt worden zoeken zonder zouden zijn'.split(
    ' ',
  ),
)
const MIN_WORD = 5
const MAX_QUERY_WORDS = 8

/** The distinctive words of a question as an OR search; empty without any. */
export function callText(title: string): string {
  const words = plain(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= MIN_WORD && !STOP_WORDS.has(word))
  return [...new Set(words)].slice(0, MAX_QUERY_WORDS).join(' of ')
}

const WEIGHT: Readonly<Record<CallVocabulary | 'words', number>> = {
  target_group: 3,
  sector: 2,
  instrument: 2,
  words: 1,
}

export interface MatchInput {
  candidates: readonly MatchCandidate[]
  terms: Readonly<Record<CallVocabulary, readonly string[]>>
  byWords: ReadonlySet<string>
}

/** The candidates that share something with the call, best first, with what they share. */
export function rankMatches({ candidates, terms, byWords }: MatchInput): CallMatch[] {
  const shared = (wanted: readonly string[], has: readonly string[]) =>
    wanted.filter((slug) => has.includes(slug))
  return [...new Map(candidates.map((one) => [one.initiativeId, one])).values()]
    .map((one) => {
      const reasons: CallMatch['reasons'] = [
        { kind: 'target_group' as const, slugs: shared(terms.target_group, one.targetGroups) },
        { kind: 'sector' as const, slugs: shared(terms.sector, one.sectors) },
        { kind: 'instrument' as const, slugs: shared(terms.instrument, one.instruments) },
      ].filter(({ slugs }) => slugs.length > 0)
      if (byWords.has(one.initiativeId)) reasons.push({ kind: 'words', slugs: [] })
      return { one, reasons, score: reasons.reduce((sum, { kind }) => sum + WEIGHT[kind], 0) }
    })
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || byEvidence(a.one, b.one) || a.one.slug.localeCompare(b.one.slug),
    )
    .map(({ one: { initiativeId, slug, title, summary }, reasons }) => ({
      initiativeId,
      slug,
      title,
      summary,
      reasons,
    }))
}

/** Fitting initiatives per region, most first, without the regions in `except`. */
export function countRegions(
  candidates: readonly Pick<MatchCandidate, 'regions'>[],
  names: ReadonlyMap<string, string>,
  except: ReadonlySet<string>,
): { slug: string; name: string; count: number }[] {
  return [...names]
    .filter(([slug]) => !except.has(slug))
    .map(([slug, name]) => ({
      slug,
      name,
      count: candidates.filter(({ regions }) => regions.includes(slug)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'nl'))
    .slice(0, MAX_REGIONS)
}

/** To the poster, when someone answered. */
export function replyEmail(
  title: string,
  organisation: string,
  text: string,
): { subject: string; text: string } {
  return {
    subject: `Antwoord op uw oproep "${title}"`,
    text: `${organisation} heeft uw oproep "${title}" beantwoord.\n\n${text === '' ? 'Het antwoord noemt een initiatief.' : text}`,
  }
}
