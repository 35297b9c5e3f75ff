/**
 * Amounts of money and numbers of people. What a sentence hopes for is kept apart from what was
 * reached: words such as "willen" and "verwacht", a section about goals, or a plan.
 * Source: docs/document-reading.md; docs/model.md, "The policy monitor".
 */
import type { Block } from '@/lib/base/files/documents/types'
import { entriesAbout, textOf, type Entry } from './entries.rules'
import type { Proposal, ResultOf } from './types'
import { passageOf, sentenceAround, sentencesOf } from './words.rules'

const AMOUNT =
  /(?:€|\beuro|\bEUR)\s?(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}|-))?(?:\s?(miljoen|mln|duizend))?|(?<!\d)(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?\s?(miljoen\s|mln\.?\s|duizend\s)?euro\b/giu

const FACTOR = { miljoen: 1_000_000, mln: 1_000_000, duizend: 1_000 } as const
type Factor = keyof typeof FACTOR
const isFactor = (word: string): word is Factor => Object.hasOwn(FACTOR, word)

interface FoundAmount {
  euro: number
  from: number
  to: number
}

export function amountsIn(text: string): FoundAmount[] {
  return [...text.matchAll(AMOUNT)].map((match) => {
    const [, before, cents = '', factor, after, centsAfter = '', factorAfter] = match
    const whole = (before ?? after ?? '0').replaceAll('.', '')
    const part = (before === undefined ? centsAfter : cents).replace('-', '')
    const word = (factor ?? factorAfter ?? '').trim().replace('.', '').toLowerCase()
    const times = isFactor(word) ? FACTOR[word] : 1
    const euro = Math.round(Number(`${whole}.${part === '' ? '0' : part}`) * times * 100) / 100
    return { euro, from: match.index, to: match.index + match[0].trimEnd().length }
  })
}

const MONEY_WORDS: readonly [RegExp, string][] = [
  [/eigen bijdrage|cofinanciering/i, 'Eigen bijdrage'],
  [/subsidi|verleen|verleend|toegekend|bijdrage van/i, 'Subsidie'],
  [/kosten|begroting|budget|begroot/i, 'Kosten'],
]
const MIN_EURO = 500
const MAX_AMOUNTS = 3

function moneyResult(words: string): ResultOf | null {
  const label = MONEY_WORDS.find(([pattern]) => pattern.test(words))?.[1]
  return label === undefined ? null : { kind: 'arrangement', label, unit: 'euro' }
}

function moneyIn(
  text: string,
  words: string,
  found: Pick<Proposal, 'rule' | 'because' | 'strength'>,
): Proposal[] {
  return amountsIn(text).flatMap(({ euro, from, to }) => {
    const near = `${words} ${text.slice(Math.max(0, from - 80), from)}`
    const result = moneyResult(near) ?? moneyResult(text)
    if (euro < MIN_EURO || !result) return []
    return [
      {
        ...found,
        field: 'results',
        value: String(euro),
        passage: sentenceAround(text, from, to),
        result,
      },
    ]
  })
}

const isPer = (sentence: string) => /\bper (?:deelnemer|persoon|uur|maand|jaar)\b/i.test(sentence)

function moneyProposals(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  const labelled = entriesAbout(entries, 'money').flatMap((entry) =>
    entry.content.flatMap((block) => {
      const text = entry.from === 'heading' ? textOf(block) : `${entry.because}: ${textOf(block)}`
      return moneyIn(text, entry.from === 'heading' ? '' : entry.because, {
        rule: entry.from,
        because: entry.because,
        strength: entry.isSure && entry.from !== 'heading' ? 'strong' : 'weak',
      })
    }),
  )
  const running = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap((block) => sentencesOf(textOf(block)))
    .filter((sentence) => !isPer(sentence))
    .flatMap((sentence) => {
      const isGrant = /subsidie|kosten|begroting|budget/i.test(sentence)
      const found = { rule: 'amount', because: '', strength: isGrant ? 'strong' : 'weak' } as const
      return moneyIn(sentence, '', found)
    })
  return firstOfEach(
    [...labelled, ...running],
    ({ result, value }) => `${result?.label ?? ''} ${value}`,
  ).slice(0, MAX_AMOUNTS)
}

function firstOfEach(
  proposals: readonly Proposal[],
  key: (proposal: Proposal) => string,
): Proposal[] {
  const seen = new Map<string, Proposal>()
  for (const proposal of proposals) if (!seen.has(key(proposal))) seen.set(key(proposal), proposal)
  return [...seen.values()]
}

const NUMBERS = [
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
]
const PEOPLE =
  'deelnemers|deelneemsters|mensen|personen|jongeren|kandidaten|werkzoekenden|statushouders|vrouwen|inwoners|medewerkers|bijstandsgerechtigden|studenten|nieuwkomers|mantelzorgers|zij-instromers|cursisten|asielzoekers|werklozen|uitkeringsgerechtigden|overstappers|gepensioneerden|ouderen|mannen|werknemers|leerlingen|moeders|ouders|wajongers|arbeidsmigranten|vluchtelingen|vrijwilligers|nuggers|herintreders'
const COUNT = new RegExp(
  `(?<![\\d.,€-]|op de )(\\d{1,3}(?:\\.\\d{3})+|\\d{1,5}|${NUMBERS.slice(1).join('|')})(?:\\svan\\sde\\s\\d+)?\\s(?:\\p{Ll}+\\s){0,2}?(${PEOPLE})\\b`,
  'giu',
)
const HOPED =
  /\b(?:willen|wil|wilden|doel|beogen|beoogd|verwacht|verwachten|minimaal|minstens|streven|zullen|zal|gaan|moeten|worden|kunnen|voorzien|ten minste|ten hoogste)\b/i
const REACHED =
  /\b(?:deden|namen|deed|bereikt|bereikten|meegedaan|deelgenomen|gestart|startten|begonnen|aangemeld|meldden|geholpen|begeleid|deelname|volgden|rondden)\b/i
const WORK =
  /\b(?:betaald werk|betaalde baan|aan het werk|een baan|baan gevonden|vonden werk|werk gevonden|aan de slag|uitgestroomd|uitstroom|arbeidscontract|contract)\b/i
const DIPLOMA = /\b(?:diploma|certificaat|mbo-certificaat|praktijkverklaring)\b/i
const MAX_COUNTS = 4

const countOf = (word: string) => {
  const at = NUMBERS.indexOf(word.toLowerCase())
  return at === -1 ? Number(word.replaceAll('.', '')) : at + 1
}

export const isPlan = (blocks: readonly Block[]) =>
  blocks
    .slice(0, 6)
    .some((block) =>
      /\b(?:projectplan|plan van aanpak|projectvoorstel|aanvraag)\b/i.test(textOf(block)),
    )

function peopleResult(sentence: string, isHoped: boolean): ResultOf {
  if (isHoped || (HOPED.test(sentence) && !REACHED.test(sentence)))
    return { kind: 'intention', label: 'Deelnemers, als doel', unit: 'mensen' }
  if (WORK.test(sentence)) return { kind: 'outcome', label: 'Aan het werk', unit: 'mensen' }
  if (DIPLOMA.test(sentence))
    return { kind: 'outcome', label: 'Diploma of certificaat', unit: 'mensen' }
  return { kind: 'reach', label: 'Deelnemers', unit: 'mensen' }
}

/** "Daarvan zijn er 28 aan het werk" names nobody again. */
const AT_WORK = /\b(\d{1,5})\s(?:\p{Ll}+\s)?(?:aan het werk|aan de slag|betaald werk)\b/iu

function atWork(sentence: string): Proposal[] {
  const match = AT_WORK.exec(sentence)
  const [words = '', count] = match ?? []
  if (!match || count === undefined) return []
  return [
    {
      field: 'results',
      value: count,
      passage: passageOf(sentence, [[match.index, match.index + words.length]]),
      rule: 'people',
      because: '',
      strength: 'strong',
      result: peopleResult(sentence, false),
    },
  ]
}

function peopleInSentence(sentence: string, isHoped: boolean): Proposal[] {
  return [...sentence.matchAll(COUNT)].slice(0, 2).map((match) => {
    const [words, count = ''] = match
    const result = peopleResult(sentence, isHoped)
    const isTold =
      REACHED.test(sentence) ||
      WORK.test(sentence) ||
      DIPLOMA.test(sentence) ||
      result.kind === 'intention'
    return {
      field: 'results',
      value: String(countOf(count)),
      passage: passageOf(sentence, [[match.index, match.index + words.length]]),
      rule: 'people',
      because: '',
      strength: isTold ? 'strong' : 'weak',
      result,
    }
  })
}

function peopleInEntry(entry: Entry, isHoped: boolean): Proposal[] {
  const text = entry.content.map((block) => textOf(block)).join(' ')
  const match =
    /^(?:circa |ongeveer |ca\. |minimaal |maximaal )?(\d{1,3}(?:\.\d{3})+|\d{1,5})(?=\s|$)/i.exec(
      text,
    )
  const count = match?.[1]
  if (count === undefined || entry.from === 'heading') return []
  const planned = isHoped || /gepland|doel|beoogd/i.test(entry.because)
  const shown = `${entry.because}: ${text}`
  const from = entry.because.length + 2
  return [
    {
      field: 'results',
      value: String(countOf(count)),
      passage: passageOf(shown, [[from, from + (match?.[0].length ?? 0)]]),
      rule: entry.from,
      because: entry.because,
      strength: 'strong',
      result: peopleResult('', planned),
    },
  ]
}

function peopleProposals(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  const isHoped = isPlan(blocks)
  const labelled = entriesAbout(entries, 'reach').flatMap((entry) => peopleInEntry(entry, isHoped))
  const goals = new Set(
    entriesAbout(entries, 'goals', 'expectedImpact').flatMap(({ content }) => content),
  )
  const problems = new Set(entriesAbout(entries, 'problem').flatMap(({ content }) => content))
  const running = blocks
    .filter(
      (block) => (block.kind === 'paragraph' || block.kind === 'item') && !problems.has(block),
    )
    .flatMap((block) =>
      sentencesOf(textOf(block)).flatMap((sentence) => [
        ...peopleInSentence(sentence, isHoped || goals.has(block)),
        ...(isHoped || goals.has(block) ? [] : atWork(sentence)),
      ]),
    )
    .toSorted((a, b) => Number(b.strength === 'strong') - Number(a.strength === 'strong'))
  return firstOfEach(
    [...labelled, ...running],
    ({ result, value }) => `${result?.kind ?? ''} ${value}`,
  ).slice(0, MAX_COUNTS)
}

/** Results with a number: people first, then money. */
export function numberProposals(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  return [...peopleProposals(blocks, entries), ...moneyProposals(blocks, entries)]
}
