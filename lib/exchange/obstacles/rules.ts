/**
 * Open, raised, then solved; an obstacle may be solved at once and reopened. Only the latest merge
 * can be undone, without links removed or notes changed since. Titles are compared by trigrams, so
 * that an ending does not matter ("vergunning", "vergunningen").
 * Source: docs/model.md, "Exchange".
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

/** In addresses and the open data. */
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
/** Per advice. */
export const MAX_ADVICE = 50

const STEPS: Readonly<Record<ObstacleStatus, readonly ObstacleStatus[]>> = {
  open: ['raised', 'solved'],
  raised: ['solved'],
  solved: ['open'],
}

/** The legal next statuses. */
export function nextSteps(status: ObstacleStatus): readonly ObstacleStatus[] {
  return STEPS[status]
}

/** What a step does to the dates and the answer. 'tooEarly' when solved before raised. */
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

/** Say nothing about which obstacle it is. */
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

/** The likeness of two titles, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const [first, second] = [pieces(a), pieces(b)]
  if (first.size === 0 || second.size === 0) return 0
  const shared = [...first].filter((piece) => second.has(piece)).length
  // Against the shorter one: half a title is telling already while someone types.
  return (
    (shared / Math.min(first.size, second.size)) *
    (0.5 + 0.5 * (Math.min(first.size, second.size) / Math.max(first.size, second.size)))
  )
}

/** Likely duplicates of this title, likeliest first. */
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

/** Parses the filter in an address; unknown values are left out. */
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

/** The page in an address; 1 for anything unusable. */
export function readPage(raw: Raw): number {
  const page = one(raw, 'pagina') ?? ''
  return /^\d{1,4}$/.test(page) ? Math.max(1, Number(page)) : 1
}

/** The stored obstacle as its form holds it. */
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

/** The obstacles in an address: one arrives as text, several as a list. */
export function chosenSlugs(value: string | string[] | undefined): string[] {
  return [...new Set([value ?? []].flat())].filter(isSlug).slice(0, MAX_ADVICE)
}
