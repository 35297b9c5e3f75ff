/**
 * Texts and lists: what stands under a heading or behind a label goes to the question it answers.
 * Items of a list are lines; without a list each sentence is one, and a partner each name.
 * Source: docs/document-reading.md.
 */
import type { Block } from '@/lib/base/files/documents/types'
import { fittingWords } from '@/lib/base/text/text'
import { entriesAbout, textOf, type Entry } from './entries.rules'
import { meaningOf } from './headings.rules'
import { LINE_FIELDS, type LineField, type Proposal } from './types'
import { bareLabel, passageOf, sentencesOf } from './words.rules'

const LIMITS = { title: 140, summary: 1_500, problem: 4_000, line: 1_000, lines: 20 }
const MAX_NAME = 120

/** Ends at a sentence, so that nothing is cut in the middle. */
function fit(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const sentence of sentencesOf(text)) {
    if (kept.length + sentence.length + 1 > max) break
    kept = `${kept} ${sentence}`.trim()
  }
  return kept === '' ? fittingWords(text, max) : kept
}

/** A line that is itself labelled ("Periode: …") answers another question. */
const isLabelled = (text: string) => {
  const label = /^(\p{Lu}[^:.!?]{1,60}):\s/u.exec(text)?.[1]
  return label !== undefined && meaningOf(label)?.isSure === true
}

const isText = (block: Block) =>
  (block.kind === 'paragraph' || block.kind === 'item') && !isLabelled(block.text)

const proposal = (
  field: Proposal['field'],
  entry: Entry,
  value: string,
  isStrong = entry.isSure,
): Proposal => {
  const first = entry.content.find((block) => isText(block)) ?? entry.content[0]
  return {
    field,
    value,
    passage: passageOf(
      entry.from === 'heading'
        ? textOf(first ?? { kind: 'paragraph', text: value })
        : `${entry.because}: ${value}`,
      entry.from === 'heading' ? [] : [[0, entry.because.length]],
    ),
    rule: entry.from,
    because: entry.because,
    strength: isStrong ? 'strong' : 'weak',
  }
}

const paragraphsOf = ({ content }: Entry) =>
  content.filter((block) => isText(block)).map((block) => textOf(block))

/** The sure ones first: a section called "Samenvatting" before one that only mentions it. */
function best(entries: readonly Entry[]): Entry | undefined {
  const filled = entries.filter((entry) => paragraphsOf(entry).length > 0)
  return filled.find(({ isSure }) => isSure) ?? filled[0]
}

function textProposal(
  entries: readonly Entry[],
  field: 'summary' | 'problem' | 'stopReason',
  max: number,
): Proposal[] {
  const entry = best(entriesAbout(entries, field))
  if (!entry) return []
  const text = fit(paragraphsOf(entry).join(field === 'problem' ? '\n\n' : ' '), max)
  return [proposal(field, entry, text)]
}

/** A heading of its own names a step; what follows says what happens. */
function stepsUnderHeadings(content: readonly Block[]): string[] {
  const steps: { name: string; text: string[] }[] = []
  for (const block of content) {
    if (block.kind === 'heading') steps.push({ name: block.text, text: [] })
    else if (isText(block)) steps.at(-1)?.text.push(textOf(block))
  }
  return steps.map(({ name, text }) =>
    text.length === 0 ? name : `${name.slice(0, MAX_NAME)}: ${fit(text.join(' '), 800)}`,
  )
}

const withoutDot = (line: string) => line.replace(/;$/, '').trim()

/** "Fase | Wat" above rows that say more. */
function isHeadRow(content: readonly Block[], at: number): boolean {
  const [block, next] = [content[at], content[at + 1]]
  const isFirst = content[at - 1]?.kind !== 'pair'
  if (block?.kind !== 'pair' || next?.kind !== 'pair' || !isFirst) return false
  return block.value.split(' ').length <= 2 && next.value.split(' ').length > 2
}

function tableLines(content: readonly Block[]): string[] {
  return content.flatMap((block, at) => {
    if (block.kind === 'pair')
      return isHeadRow(content, at) ? [] : [`${block.label}: ${block.value.replaceAll('\n', ' ')}`]
    return block.kind === 'row' && at > 0 ? [block.cells.filter(Boolean).join(', ')] : []
  })
}

function linesOf(entry: Entry, field: LineField): string[] {
  const { content } = entry
  if (field === 'steps' && content.some(({ kind }) => kind === 'heading'))
    return stepsUnderHeadings(content)
  // Also "Plaatsen: bij een bedrijf", which in a list is no label.
  const items = content.filter(({ kind }) => kind === 'item')
  if (items.length > 0) return items.map(textOf)
  const sentences = paragraphsOf(entry).flatMap(sentencesOf)
  return sentences.length > 0 ? sentences : tableLines(content)
}

const PARTNER_BREAK = /[,;•]|\sen\s(?=\p{Lu}|de\s|het\s)/u
const AND_THE = /^(?:(?:en|met|de|het|samen met)\s)+/

/** "Gemeente Zwolle, UWV en Deltion College" are three names. */
function partnersOf(entry: Entry): string[] {
  const lines = linesOf(entry, 'partners')
  const isList = entry.content.some(({ kind }) => kind === 'item')
  const names = isList
    ? lines
    : paragraphsOf(entry).flatMap((text) =>
        sentencesOf(text).length === 1 ? text.replace(/\.$/, '').split(PARTNER_BREAK) : [],
      )
  return names
    .map((name) => name.trim().replace(AND_THE, '').replace(/\.$/, '').trim())
    .filter((name) => name.length > 1 && name.length <= 120 && name.split(' ').length <= 9)
}

const isRisk = ({ because }: Entry) => /\brisico/i.test(because)

function lineProposal(entries: readonly Entry[], field: LineField): Proposal[] {
  const filled = entriesAbout(entries, field).filter((entry) => linesOf(entry, field).length > 0)
  const entry = filled.find(({ isSure }) => isSure) ?? filled[0]
  if (!entry) return []
  const lines = field === 'partners' ? partnersOf(entry) : linesOf(entry, field)
  const value = [...new Set(lines.map((line) => fit(withoutDot(line), LIMITS.line)))]
    .slice(0, LIMITS.lines)
    .join('\n')
  // What may go wrong is not yet what went wrong.
  return value === '' ? [] : [proposal(field, entry, value, entry.isSure && !isRisk(entry))]
}

const KIND_OF_DOCUMENT =
  /^(?:concept\s+)?(?:project(?:plan|voorstel|opdracht)|plan van aanpak|(?:eind|tussen)?evaluatie(?:rapport|verslag)?|eind(?:rapport(?:age)?|verslag)|voortgangsrapportage|subsidie(?:besluit|beschikking|verlening|vaststelling)?|(?:verlenings|vaststellings)?beschikking|besluit|verlening|toekenning|aanvraag)(?=\s|:|$)/i
const AFTER_KIND =
  /^(?:[\s:–—-]+|(?:tot\s)?(?:verlening|vaststelling)\s|(?:van\s)?(?:een\s|de\s)?subsidie\s|van\s|voor\s|over\s|het\s|de\s|aan\s|project\s|pilot\s(?=['"‘“„]))+/
const PROJECT = /^(?:het\s)?(?:project|pilot)\s+(?=[\p{Lu}'"‘“„])/iu
const QUOTED = /['"‘“„«]([^'"‘’“”„»]{3,120})['"’”»]/u
const NO_TITLE =
  /^(?:inhoud(?:sopgave)?|voorwoord|colofon|bijlagen?|concept|inleiding|versie.*|datum.*|besluit|beschikking|provincie .*|gemeente .*)$/i

/** "Projectplan: Taal op de vloer" is called "Taal op de vloer". */
export function nameIn(heading: string): string {
  if (!KIND_OF_DOCUMENT.test(heading)) {
    const after = PROJECT.exec(heading)
    return after ? heading.slice(after[0].length).trim() : heading.trim()
  }
  const quoted = QUOTED.exec(heading)?.[1]
  if (quoted !== undefined) return quoted.trim()
  return heading.replace(KIND_OF_DOCUMENT, '').replace(AFTER_KIND, '').trim()
}

const strip = (name: string) => {
  const quoted = /^['"‘“„«](.+)['"’”»]$/u.exec(name)?.[1]
  return (quoted ?? name).replace(/\.$/, '').trim()
}

function titleFromEntry(entries: readonly Entry[]): Proposal[] {
  const entry = entriesAbout(entries, 'title').find(
    ({ isSure, from }) => isSure && from !== 'heading',
  )
  const value = entry && paragraphsOf(entry)[0]
  if (!entry || value === undefined) return []
  const name = strip(nameIn(value))
  return name === '' || name.length > LIMITS.title ? [] : [proposal('title', entry, name)]
}

const FIRST_BLOCKS = 8

function titleFromHeading(blocks: readonly Block[]): Proposal[] {
  const headings = blocks
    .slice(0, FIRST_BLOCKS)
    .flatMap((block) => (block.kind === 'heading' ? [block] : []))
  for (const { text } of headings) {
    const name = strip(nameIn(text))
    const isUseful =
      name.length >= 3 &&
      name.length <= LIMITS.title &&
      !NO_TITLE.test(name) &&
      meaningOf(name) === null
    if (!isUseful) continue
    const from = Math.max(0, text.indexOf(name))
    return [
      {
        field: 'title',
        value: name.charAt(0).toUpperCase() + name.slice(1),
        passage: passageOf(text, [[from, from + name.length]]),
        rule: 'firstHeading',
        because: text,
        strength:
          headings[0]?.text === text || KIND_OF_DOCUMENT.test(headings[0]?.text ?? '')
            ? 'strong'
            : 'weak',
      },
    ]
  }
  return []
}

function titleProposal(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  const named = titleFromEntry(entries)
  return named.length > 0 ? named : titleFromHeading(blocks)
}

const MIN_OPENING_WORDS = 12

/** Without a summary the first real paragraph tells most. */
function openingProposal(blocks: readonly Block[]): Proposal[] {
  // Under a heading that is about something else it would be that.
  const end = blocks.findIndex(
    (block, at) => at > 0 && block.kind === 'heading' && meaningOf(block.text) !== null,
  )
  const opening = blocks
    .slice(0, end === -1 ? FIRST_BLOCKS * 2 : end)
    .find(
      (block) =>
        block.kind === 'paragraph' &&
        block.text.split(' ').length >= MIN_OPENING_WORDS &&
        !isLabelled(block.text) &&
        !/^(?:geachte|beste)\b/.test(bareLabel(block.text)),
    )
  if (!opening) return []
  const text = textOf(opening)
  const value = fit(text, LIMITS.summary)
  return [
    {
      field: 'summary',
      value,
      passage: passageOf(text),
      rule: 'opening',
      because: '',
      strength: 'weak',
    },
  ]
}

/** Proposals for title, texts and lists. */
export function textProposals(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  const summary = textProposal(entries, 'summary', LIMITS.summary)
  return [
    ...titleProposal(blocks, entries),
    ...(summary.length > 0 ? summary : openingProposal(blocks)),
    ...textProposal(entries, 'problem', LIMITS.problem),
    ...textProposal(entries, 'stopReason', 2_000),
    ...LINE_FIELDS.flatMap((field) => lineProposal(entries, field)),
  ]
}
