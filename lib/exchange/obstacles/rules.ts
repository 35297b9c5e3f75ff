/**
 * Obstacles. What stands in the way of more than one initiative is one entry: a rule, a delay or a habit, with who can take it away.
 * It is open until someone raises it with that authority, and solved when there is an answer; an answer can also come by itself. What
 * comes back after it was solved is open again. Each step has a day and a note, and is kept. Two entries for the same are merged: one
 * is kept with all links, the address of the other leads there. The latest merge into an obstacle can be undone: what moved goes back, a link or
 * a follower that was taken back since stays away, and a note that was changed since stays with the kept one.
 *
 * Two titles are likely the same when they share much of their words, judged by runs of three letters, so that an ending more or
 * less does not matter ("vergunning", "vergunningen").
 *
 * Source: PRODUCT.md, Exchange ("an obstacle register").
 */
import type { CalendarDate } from '@/lib/base/text/calendar'
import { firstValue } from '@/lib/base/http/parameters'
import { cleanText, isSlug } from '@/lib/base/text/text'
import type { ObstacleAuthority, ObstacleEntry, ObstacleFilter, ObstacleStatus } from './types'

export const STATUSES = ['open', 'raised', 'solved'] as const satisfies readonly ObstacleStatus[]
export const AUTHORITIES = [
  'national',
  'uwv',
  'coa',
  'municipality',
  'region',
  'education',
  'employers',
  'other',
] as const satisfies readonly ObstacleAuthority[]

/** As they stand in addresses and in the open data. */
export const STATUS_PARAMETERS = {
  open: 'open',
  raised: 'aangekaart',
  solved: 'opgelost',
} as const satisfies Record<ObstacleStatus, string>
export const AUTHORITY_PARAMETERS = {
  national: 'rijk',
  uwv: 'uwv',
  coa: 'coa',
  municipality: 'gemeente',
  region: 'regio',
  education: 'onderwijs',
  employers: 'werkgevers',
  other: 'anders',
} as const satisfies Record<ObstacleAuthority, string>

export const PAGE_SIZE = 25
/** As many obstacles as one advice can hold. */
export const MAX_ADVICE = 50

const STEPS: Readonly<Record<ObstacleStatus, readonly ObstacleStatus[]>> = {
  open: ['raised', 'solved'],
  raised: ['solved'],
  solved: ['open'],
}

/** Where an obstacle can go from here. */
export function nextSteps(status: ObstacleStatus): readonly ObstacleStatus[] {
  return STEPS[status]
}

/** What a step does to the dates and the answer. 'tooEarly' when it would be solved before it was raised. */
export function takeStep(
  now: { status: ObstacleStatus; raisedOn: CalendarDate | null },
  step: { to: ObstacleStatus; on: CalendarDate; note: string },
):
  | { raisedOn: CalendarDate | null; solvedOn: CalendarDate | null; answer: string | null }
  | 'notAllowed'
  | 'tooEarly' {
  if (!nextSteps(now.status).includes(step.to)) return 'notAllowed'
  if (step.to === 'open') return { raisedOn: null, solvedOn: null, answer: null }
  if (step.to === 'raised') return { raisedOn: step.on, solvedOn: null, answer: null }
  if (now.raisedOn !== null && step.on < now.raisedOn) return 'tooEarly'
  return { raisedOn: now.raisedOn, solvedOn: step.on, answer: step.note }
}

/** Words that say nothing about which obstacle it is. */
const STOP_WORDS = new Set(
  'een het de van voor bij met zonder door aan op in uit naar om te en of is zijn wordt worden kan kunnen niet geen veel lang lange duurt moet moeten mag mensen'.split(
    ' ',
  ),
)
const LIKELY = 0.38

function pieces(text: string): Set<string> {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word))
  return new Set(
    words.flatMap((word) => {
      const padded = ` ${word} `
      return Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3))
    }),
  )
}

/** From 0 for nothing in common to 1 for the same words. */
export function likeness(a: string, b: string): number {
  const [first, second] = [pieces(a), pieces(b)]
  if (first.size === 0 || second.size === 0) return 0
  const shared = [...first].filter((piece) => second.has(piece)).length
  // Against the shorter one: half a title is already telling while someone types.
  return (
    (shared / Math.min(first.size, second.size)) *
    (0.5 + 0.5 * (Math.min(first.size, second.size) / Math.max(first.size, second.size)))
  )
}

/** Those that may be the same as this title, the likeliest first. */
export function likelyDuplicates<Entry extends { slug: string; title: string }>(
  title: string,
  entries: readonly Entry[],
  limit: number,
): Entry[] {
  return entries
    .map((entry) => ({ entry, rank: likeness(title, entry.title) }))
    .filter(({ rank }) => rank >= LIKELY)
    .sort((a, b) => b.rank - a.rank || a.entry.slug.localeCompare(b.entry.slug))
    .slice(0, limit)
    .map(({ entry }) => entry)
}

type Raw = Readonly<Record<string, string | string[] | undefined>>
const one = (raw: Raw, key: string) => {
  const value = cleanText(firstValue(raw[key]))
  return value === '' ? null : value
}

function keyOf<Key extends string>(
  parameters: Readonly<Record<Key, string>>,
  parameter: string | null,
): Key | null {
  const found = Object.entries(parameters).find(([, value]) => value === parameter)
  return found === undefined ? null : (found[0] as Key)
}

/** The filter an address asks for; what does not exist is left out. */
export function readFilter(raw: Raw): ObstacleFilter {
  return {
    group: one(raw, 'doelgroep')?.slice(0, 120) ?? null,
    region: one(raw, 'regio')?.slice(0, 120) ?? null,
    authority: keyOf(AUTHORITY_PARAMETERS, one(raw, 'instantie')),
    status: keyOf(STATUS_PARAMETERS, one(raw, 'stand')),
    query: one(raw, 'q')?.slice(0, 200) ?? '',
  }
}

/** The filter as an address holds it. */
export function filterQuery({
  group,
  region,
  authority,
  status,
  query,
}: ObstacleFilter): Record<string, string> {
  return {
    ...(query !== '' && { q: query }),
    ...(group !== null && { doelgroep: group }),
    ...(region !== null && { regio: region }),
    ...(authority !== null && { instantie: AUTHORITY_PARAMETERS[authority] }),
    ...(status !== null && { stand: STATUS_PARAMETERS[status] }),
  }
}

/** The page an address asks for; anything that is no page is the first. */
export function readPage(raw: Raw): number {
  const page = one(raw, 'pagina') ?? ''
  return /^\d{1,4}$/.test(page) ? Math.max(1, Number(page)) : 1
}

/** The form of an obstacle as it is stored. */
export function obstacleValues({
  title,
  description,
  law,
  authority,
  authorityName,
  groups,
  regions,
}: Pick<
  ObstacleEntry,
  'title' | 'description' | 'law' | 'authority' | 'authorityName' | 'groups' | 'regions'
>): Record<string, string | string[]> {
  return {
    title,
    description,
    law,
    authority,
    authorityName,
    groups: groups.map(({ slug }) => slug),
    regions: regions.map(({ slug }) => slug),
  }
}

/** The obstacles an address chooses: one key a text, several a list. */
export function chosenSlugs(value: string | string[] | undefined): string[] {
  return [...new Set([value ?? []].flat())].filter(isSlug).slice(0, MAX_ADVICE)
}
