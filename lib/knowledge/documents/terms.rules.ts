/**
 * Terms of the vocabularies by their name and by the search words of the product. Behind a label of
 * the question ("Doelgroep") a word is sure; in the title or summary its own name is; elsewhere it
 * has to come back. Where words overlap the longest counts, and a word of several terms is not sure.
 * Source: docs/document-reading.md; docs/adr/0007-search-knows-its-words.md.
 */
import type { Block } from '@/lib/base/files/documents/types'
import { entriesAbout, textOf, type Entry } from './entries.rules'
import type { Meaning } from './headings.rules'
import type { KnownTerm, Proposal } from './types'
import { sentenceAround, stemOf, tokensOf } from './words.rules'

type Field = KnownTerm['field']

interface Name {
  term: KnownTerm
  stems: string[]
  isLabel: boolean
  /** Also a word of another term. */
  isShared: boolean
}

/** So common in these documents that they say nothing by themselves. */
const VAGUE = new Set(
  'groep|informatie|advies|test|gesprekken|app|telefoon|training|subsidie|werving|beperking|vergoeding|digitaal|uitleg|hulp|ondersteuning|begeleiding|ontmoeting|bijeenkomst|media|keuken|sport|kunst|overheid|gemeenten|breed|flex|ziekte|vrouw|studie|competenties|vaardigheden|koppelen|verbinding|innovatie|vernieuwing|krimp|klimaat|productie|infra|stroom|administratie|kantoor|vacatures|meedoen|ontwikkelen|coach|stage|campagne|premie|voorlichting|welzijn|werkzoekenden|starters|werkloos|uitkering|participatiewet|sociale dienst|deeltijd|krapte|opleiding|cursus|intake|gemeenschap|inclusie|inclusief|scholen|contract'
    .split('|')
    .map((word) => word.split(' ').map(stemOf).join(' ')),
)

const MIN_NAME = 3

/** "Niet-uitkeringsgerechtigden (nuggers)" has two names. */
const asideOf = (label: string) => /\(([^()]{1,60})\)/.exec(label)?.[1] ?? ''
const withoutAside = (label: string) => label.replace(/ ?\([^()]{1,60}\)/, '')

function namesOf(terms: readonly KnownTerm[]): Name[] {
  const names = terms.flatMap((term) => {
    const label = withoutAside(term.label)
    const inside = [asideOf(term.label)]
    return [label, ...inside, ...term.alternatives]
      .filter((name) => name.length >= MIN_NAME)
      .map((name) => ({
        term,
        stems: tokensOf(name).map(({ stem }) => stem),
        isLabel: name === label,
      }))
  })
  const owners = new Map<string, Set<string>>()
  for (const { stems, term } of names) {
    const key = stems.join(' ')
    owners.set(key, (owners.get(key) ?? new Set()).add(term.slug))
  }
  return names.map((name) => ({
    ...name,
    isShared: (owners.get(name.stems.join(' '))?.size ?? 0) > 1 && !name.isLabel,
  }))
}

interface Mention {
  name: Name
  from: number
  to: number
  text: string
}

/** The names in a text; a longer name hides the shorter ones inside it. */
function mentionsIn(text: string, byFirst: ReadonlyMap<string, readonly Name[]>): Mention[] {
  const tokens = tokensOf(text)
  const mentions: Mention[] = []
  let at = 0
  while (at < tokens.length) {
    const here = (byFirst.get(tokens[at]?.stem ?? '') ?? []).filter(({ stems }) =>
      stems.every((stem, place) => tokens[at + place]?.stem === stem),
    )
    const longest = Math.max(0, ...here.map(({ stems }) => stems.length))
    for (const name of here.filter(({ stems }) => stems.length === longest)) {
      const [from, to] = [tokens[at]?.from ?? 0, tokens[at + longest - 1]?.to ?? 0]
      mentions.push({ name, from, to, text })
    }
    at += Math.max(1, longest)
  }
  return mentions
}

function byFirstStem(names: readonly Name[]): Map<string, Name[]> {
  const byFirst = new Map<string, Name[]>()
  for (const name of names) {
    const [first = ''] = name.stems
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  return byFirst
}

/** Where the question of a field is answered, and where its words are worth reading at all. */
const OWN: Record<Field, readonly Meaning[]> = {
  targetGroups: ['targetGroups'],
  instruments: ['instruments'],
  sectors: ['sectors'],
  challenges: ['challenges'],
}
const NEAR: Record<Field, readonly Meaning[]> = {
  targetGroups: ['goals'],
  instruments: ['steps'],
  sectors: [],
  challenges: ['problem', 'goals'],
}

interface Place {
  text: string
  entry: Entry | null
  weight: 'own' | 'near' | 'title' | 'elsewhere'
}

interface Seen {
  place: Place
  mention: Mention
}

interface Score {
  isProposed: boolean
  isStrong: boolean
}

const isVague = ({ stems }: Name) => VAGUE.has(stems.join(' '))

/** Whether a term is proposed, and how sure, by all places that name it. */
function scoreOf(seen: readonly Seen[], hasOwn: boolean): Score {
  const own = seen.filter(({ place }) => place.weight === 'own')
  if (own.length > 0) {
    const isSure = own.some(
      ({ mention: { name }, place }) =>
        !name.isShared && (name.isLabel || !isVague(name)) && place.entry?.isSure === true,
    )
    return {
      isProposed: isSure || own.some(({ mention }) => mention.name.isLabel),
      isStrong: isSure,
    }
  }
  const telling = seen.filter(
    ({ place, mention: { name } }) =>
      !name.isShared && (!isVague(name) || (name.isLabel && place.weight === 'near')),
  )
  const named = telling.filter(({ mention }) => mention.name.isLabel)
  const count = (weight: Place['weight']) =>
    telling.filter(({ place }) => place.weight === weight).length
  const isAhead = named.some(({ place }) => place.weight === 'title')
  const points = named.length + telling.length + 2 * count('title') + count('near')
  if (hasOwn) return { isProposed: isAhead || points >= 7, isStrong: false }
  const isNear = count('near') > 0
  return {
    isProposed: isNear || points >= 3,
    isStrong: isAhead || (named.length > 1 && points >= 6),
  }
}

const shownIn = ({ place: { text, entry, weight }, mention }: Seen) => {
  const label = weight === 'own' && entry && entry.from !== 'heading' ? `${entry.because}: ` : ''
  return sentenceAround(`${label}${text}`, mention.from + label.length, mention.to + label.length)
}

const ORDER = { own: 0, title: 1, near: 2, elsewhere: 3 }

function termProposal(
  field: Field,
  slug: string,
  seen: readonly Seen[],
  hasOwn: boolean,
): Proposal[] {
  const score = scoreOf(seen, hasOwn)
  const [best] = seen.toSorted(
    (a, b) =>
      ORDER[a.place.weight] - ORDER[b.place.weight] ||
      Number(b.mention.name.isLabel) - Number(a.mention.name.isLabel),
  )
  if (!score.isProposed || !best) return []
  const { mention } = best
  return [
    {
      field,
      value: slug,
      passage: shownIn(best),
      rule: mention.name.isLabel ? 'term' : 'alternative',
      because: mention.text.slice(mention.from, mention.to),
      strength: score.isStrong ? 'strong' : 'weak',
    },
  ]
}

function placesOf(
  field: Field,
  blocks: readonly Block[],
  entries: readonly Entry[],
  title: string,
): Place[] {
  const places = new Map<Block, Place>()
  const put = (weight: Place['weight'], meanings: readonly Meaning[]) => {
    for (const entry of entriesAbout(entries, ...meanings))
      for (const block of entry.content)
        if (!places.has(block)) places.set(block, { text: textOf(block), entry, weight })
  }
  put('own', OWN[field])
  put('title', ['summary'])
  put('near', NEAR[field])
  const inLines = new Set([...places.values()].map(({ text }) => text))
  const rest = blocks
    .filter((block) => block.kind !== 'heading' && !places.has(block))
    .map((block): Place => ({ text: textOf(block), entry: null, weight: 'elsewhere' }))
    // "Doelgroep: jongeren" is also a paragraph, whose value was read as an entry already.
    .filter(({ text }) => ![...inLines].some((line) => text.endsWith(`: ${line}`)))
  return [{ text: title, entry: null, weight: 'title' }, ...places.values(), ...rest]
}

const MAX_TERMS = 8

function fieldProposals(
  field: Field,
  names: readonly Name[],
  places: readonly Place[],
): Proposal[] {
  const byFirst = byFirstStem(names)
  const seen = new Map<string, Seen[]>()
  for (const place of places)
    for (const mention of mentionsIn(place.text, byFirst)) {
      const { slug } = mention.name.term
      const earlier = seen.get(slug)
      if (earlier) earlier.push({ place, mention })
      else seen.set(slug, [{ place, mention }])
    }
  const hasOwn = [...seen.values()].flat().some(({ place }) => place.weight === 'own')
  const found = [...seen].flatMap(([slug, all]) => termProposal(field, slug, all, hasOwn))
  const parents = new Set(
    found
      .filter(({ strength }) => strength === 'strong')
      .map(({ value }) => seen.get(value)?.[0]?.mention.name.term.parent),
  )
  // Who is named more precisely is not also meant in general.
  return found
    .map((one) => (parents.has(one.value) ? { ...one, strength: 'weak' as const } : one))
    .toSorted((a, b) => Number(b.strength === 'strong') - Number(a.strength === 'strong'))
    .slice(0, MAX_TERMS)
}

/** Terms that a document names, per question. */
export function termProposals(
  blocks: readonly Block[],
  entries: readonly Entry[],
  terms: readonly KnownTerm[],
  title: string,
): Proposal[] {
  return (Object.keys(OWN) as Field[]).flatMap((field) => {
    const names = namesOf(terms.filter((term) => term.field === field))
    return fieldProposals(field, names, placesOf(field, blocks, entries, title))
  })
}
