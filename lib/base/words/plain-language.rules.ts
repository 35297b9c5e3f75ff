/**
 * Hints for whoever writes Dutch at level B1: a sentence that is long, a word that few people use,
 * a sentence in which nobody acts. They are hints; no text is refused for them.
 * Source: docs/look.md (Dutch at B1); the Dutch government checklist "Direct Duidelijk".
 */

/** Longer sentences are read twice. In words. */
export const LONG_SENTENCE = 25
export const MAX_HINTS = 6
const MAX_TEXT = 20_000
const SHOWN_WORDS = 6
/** A passive verb stands this near to "worden", in words. */
const NEAR = 8

/** Words from plans and reports, each with what people say. */
export const PLAINER: Readonly<Record<string, string>> = {
  arbeidsparticipatie: 'meedoen met werk',
  borgen: 'zorgen dat het blijft',
  competenties: 'wat iemand kan',
  conform: 'volgens',
  continueren: 'doorgaan met',
  derhalve: 'daarom',
  draagvlak: 'steun',
  effectueren: 'uitvoeren',
  evalueren: 'terugkijken op',
  expertise: 'kennis',
  faciliteren: 'mogelijk maken',
  implementatie: 'invoering',
  implementeren: 'invoeren',
  initiëren: 'beginnen',
  inzake: 'over',
  integraal: 'in samenhang',
  interventie: 'aanpak',
  intensiveren: 'meer doen',
  knelpunt: 'probleem',
  middels: 'met',
  monitoren: 'volgen',
  multidisciplinair: 'met mensen uit verschillende vakken',
  optimaliseren: 'verbeteren',
  participatie: 'meedoen',
  participeren: 'meedoen',
  preventief: 'om te voorkomen',
  realiseren: 'maken of halen',
  signaleren: 'zien',
  stakeholders: 'betrokkenen',
  stimuleren: 'aanmoedigen',
  structureel: 'blijvend',
  teneinde: 'om',
  tevens: 'ook',
  toeleiden: 'begeleiden naar',
  toeleiding: 'begeleiding naar werk',
  trajectbegeleiding: 'hulp onderweg',
  uitstroom: 'mensen die werk vonden',
  vigerend: 'geldend',
  vroegtijdig: 'op tijd',
  zelfredzaamheid: 'zelf kunnen',
}

export type ReadingHint =
  | { kind: 'long'; start: string; words: number }
  | { kind: 'jargon'; word: string; plainer: string }
  | { kind: 'passive'; start: string }

const AUXILIARIES = new Set(['word', 'wordt', 'worden', 'werd', 'werden'])
const PREFIXES = ['ge', 'be', 'ver', 'ont', 'her']

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? []

const isParticiple = (word: string): boolean =>
  word.length > 5 &&
  PREFIXES.some((prefix) => word.startsWith(prefix)) &&
  (word.endsWith('d') || word.endsWith('t') || word.endsWith('en'))

function isPassive(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      AUXILIARIES.has(word) &&
      [
        ...words.slice(Math.max(0, index - NEAR), index),
        ...words.slice(index + 1, index + NEAR),
      ].some(isParticiple),
  )
}

/** Sentences end with a sign, or with the line: each line of a list stands alone. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/).filter(Boolean)

const startOf = (sentence: string): string => {
  const words = sentence.trim().split(/\s+/)
  const start = words.slice(0, SHOWN_WORDS).join(' ')
  return words.length > SHOWN_WORDS ? `${start} …` : start
}

function hintsOf(sentence: string): ReadingHint[] {
  const words = wordsOf(sentence)
  const lower = words.map((word) => word.toLowerCase())
  const hints: ReadingHint[] = []
  if (words.length > LONG_SENTENCE)
    hints.push({ kind: 'long', start: startOf(sentence), words: words.length })
  for (const word of new Set(lower)) {
    const plainer = Object.hasOwn(PLAINER, word) ? PLAINER[word] : undefined
    if (plainer !== undefined) hints.push({ kind: 'jargon', word, plainer })
  }
  if (isPassive(lower)) hints.push({ kind: 'passive', start: startOf(sentence) })
  return hints
}

/** At most MAX_HINTS, in the order of the text, each word once. */
export function readingHints(text: string): ReadingHint[] {
  const hints = sentencesOf(text.slice(0, MAX_TEXT)).flatMap(hintsOf)
  const seen = new Set<string>()
  return hints
    .filter((hint) => {
      if (hint.kind !== 'jargon') return true
      if (seen.has(hint.word)) return false
      seen.add(hint.word)
      return true
    })
    .slice(0, MAX_HINTS)
}
