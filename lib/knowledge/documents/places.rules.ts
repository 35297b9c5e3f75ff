/**
 * Names of regions and municipalities. A municipality stands for its labour-market region. A name
 * that is both a province and a region is the labour-market region, unless "provincie" is before it.
 * Behind a label ("Regio", "Gemeenten") a name is sure; elsewhere it is not, and an address is none.
 * Source: docs/model.md, "Names of regions are no keys"; docs/document-reading.md.
 */
import type { Block } from '@/lib/base/files/documents/types'
import { entriesAbout, textOf, type Entry } from './entries.rules'
import type { KnownPlace, Proposal } from './types'
import { plain } from '@/lib/base/words/rules'
import { sentenceAround } from './words.rules'

const CHOSEN = ['labour_market', 'province', 'ser'] as const
/** Names that are also ordinary words at the start of a sentence. */
const ORDINARY = new Set(['best', 'buren', 'beek', 'ede', 'midden', 'losser', 'hof', 'velsen'])

interface Name {
  text: string
  places: KnownPlace[]
}

function namesOf(places: readonly KnownPlace[]): Map<string, Name> {
  const names = new Map<string, Name>()
  for (const place of places)
    for (const name of [place.name, ...place.variants]) {
      const key = plain(name)
      const known = names.get(key) ?? { text: name, places: [] }
      names.set(key, { ...known, places: [...known.places, place] })
    }
  return names
}

const WORD = /\p{Lu}[\p{L}'’-]*/gu
const MAX_WORDS = 5
const PREFIX = /(provincie|provincies|gemeente|gemeenten|arbeidsmarktregio|regio|ser)\s+(?:de\s)?$/i
const ADDRESS = /\b\d{4}\s?[A-Z]{2}\b|\bpostbus\b/i

function choose({ places }: Name, prefix: string): KnownPlace | undefined {
  const of = (type: KnownPlace['type']) => places.find((place) => place.type === type)
  if (prefix.startsWith('provincie')) return of('province')
  if (prefix === 'ser') return of('ser')
  if (prefix.startsWith('gemeente')) return of('municipality')
  return of('labour_market') ?? of('municipality') ?? of('province') ?? of('ser')
}

interface Mention {
  place: KnownPlace
  from: number
  to: number
  isPrefixed: boolean
}

function mentionsIn(text: string, names: ReadonlyMap<string, Name>): Mention[] {
  if (ADDRESS.test(text)) return []
  const mentions: Mention[] = []
  let free = 0
  for (const { index } of text.matchAll(WORD)) {
    if (index < free) continue
    const words = text.slice(index, index + 60).split(/(?=[\s,.;:()/]|$)/)
    for (let count = Math.min(MAX_WORDS, words.length); count > 0; count -= 1) {
      const said = words.slice(0, count).join('')
      const name = names.get(plain(said))
      if (!name) continue
      const prefix =
        PREFIX.exec(text.slice(Math.max(0, index - 30), index))?.[1]?.toLowerCase() ?? ''
      const place = choose(name, prefix)
      const isOrdinary = ORDINARY.has(plain(said)) && prefix === ''
      if (place && !isOrdinary)
        mentions.push({ place, from: index, to: index + said.length, isPrefixed: prefix !== '' })
      free = index + said.length
      break
    }
  }
  return mentions
}

const isChosen = ({ type }: KnownPlace) => CHOSEN.some((chosen) => chosen === type)

const proposal = (
  { place, from, to }: Mention,
  shown: { text: string; label: string },
  strength: Proposal['strength'],
): Proposal => ({
  field: 'regions',
  value: place.slug,
  passage: sentenceAround(
    `${shown.label}${shown.text}`,
    from + shown.label.length,
    to + shown.label.length,
  ),
  rule: isChosen(place) ? 'place' : 'municipality',
  because: place.name,
  strength,
})

function inEntries(entries: readonly Entry[], names: ReadonlyMap<string, Name>): Proposal[] {
  return entriesAbout(entries, 'regions').flatMap((entry) =>
    entry.content.flatMap((block) => {
      const text = textOf(block)
      const label = entry.from === 'heading' ? '' : `${entry.because}: `
      // The label itself says what kind of place it is: "Provincie: Groningen".
      const kind = /^(?:provincie|gemeente)/i.exec(entry.because)?.[0] ?? ''
      const shift = kind === '' ? 0 : kind.length + 1
      return mentionsIn(kind === '' ? text : `${kind} ${text}`, names).map((mention) =>
        proposal(
          { ...mention, from: mention.from - shift, to: mention.to - shift },
          { text, label },
          entry.isSure ? 'strong' : 'weak',
        ),
      )
    }),
  )
}

const MIN_MENTIONS = 2
const MAX_PLACES = 8

function inText(
  blocks: readonly Block[],
  names: ReadonlyMap<string, Name>,
  title: string,
): Proposal[] {
  const texts = [title, ...blocks.map((block) => textOf(block))]
  const found = new Map<string, { proposal: Proposal; points: number }>()
  for (const [at, text] of texts.entries())
    for (const mention of mentionsIn(text, names)) {
      const points =
        (isChosen(mention.place) ? 2 : 1) + Number(mention.isPrefixed) + (at === 0 ? 2 : 0)
      const before = found.get(mention.place.slug)
      found.set(mention.place.slug, {
        proposal: before?.proposal ?? proposal(mention, { text, label: '' }, 'weak'),
        points: (before?.points ?? 0) + points,
      })
    }
  return [...found.values()]
    .filter(({ points }) => points >= MIN_MENTIONS)
    .toSorted((a, b) => b.points - a.points)
    .map((one) => one.proposal)
}

const MAX_WEAK = 3

/** Regions that a document names; from running text only when no label names one. */
export function placeProposals(
  blocks: readonly Block[],
  entries: readonly Entry[],
  places: readonly KnownPlace[],
  title: string,
): Proposal[] {
  const names = namesOf(places)
  const labelled = inEntries(entries, names)
  const all = labelled.length > 0 ? labelled : inText(blocks, names, title).slice(0, MAX_WEAK)
  const seen = new Map<string, Proposal>()
  for (const one of all) if (!seen.has(one.value)) seen.set(one.value, one)
  return [...seen.values()].slice(0, MAX_PLACES)
}
