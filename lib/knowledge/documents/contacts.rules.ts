/**
 * Who to ask and who carries it. A name is proposed only behind a label: a document names many
 * people who never agreed to stand on a page.
 * Source: docs/adr/0043-reading-documents.md.
 */
import type { Block } from '@/lib/base/files/documents/types'
import { entriesAbout, textOf, type Entry } from './entries.rules'
import type { Proposal } from './types'
import { passageOf, sentenceAround } from './words.rules'

const EMAIL = /[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/i
const NAME =
  /^(?:(?:mw|mevr|dhr|de heer|mevrouw|drs|dr|ir|mr)\.?\s+)*((?:\p{Lu}[\p{L}.'’-]*)(?:\s(?:van|de|der|den|het|el|ten|ter|'t|\p{Lu}[\p{L}.'’-]*)(?=[\s,.;()]|$)){1,5})/u
const ORGANISATION =
  /^(?:gemeente|stichting|provincie|uwv|ser|regio|werkcentrum|afdeling|vereniging|coöperatie)\b/i
const MAX_OWNER = 200

const WITH = /\b(?:met|bij)\s+(?=\p{Lu})/u

/** At the start, or after "neem contact op met". */
function nameIn(text: string): string | undefined {
  const start = text.replace(/^(?:naam|contactpersoon)\s*:\s*/i, '')
  const after = WITH.exec(start)
  return (NAME.exec(start) ??
    NAME.exec(after ? start.slice(after.index + after[0].length) : ''))?.[1]
}

const textsOf = ({ content }: Entry) =>
  content.filter(({ kind }) => kind !== 'heading').map((block) => textOf(block))

const fromEntry = (entry: Entry, text: string, part: string) => {
  const label = entry.from === 'heading' ? '' : `${entry.because}: `
  const at = text.indexOf(part) + label.length
  return {
    passage: passageOf(`${label}${text}`, [[at, at + part.length]]),
    rule: entry.from,
    because: entry.because,
    strength: entry.isSure ? ('strong' as const) : ('weak' as const),
  }
}

function nameProposal(entries: readonly Entry[]): Proposal[] {
  for (const entry of entriesAbout(entries, 'contactName'))
    for (const text of textsOf(entry)) {
      const value = nameIn(text)
      if (value === undefined || ORGANISATION.test(value) || value.length > 120) continue
      return [{ field: 'contactName', value, ...fromEntry(entry, text, value) }]
    }
  return []
}

function emailProposal(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  for (const entry of entriesAbout(entries, 'contactEmail', 'contactName'))
    for (const text of textsOf(entry)) {
      const value = EMAIL.exec(text)?.[0]
      if (value !== undefined)
        return [
          { field: 'contactEmail', value: value.toLowerCase(), ...fromEntry(entry, text, value) },
        ]
    }
  const found = blocks.flatMap((block) => {
    const text = textOf(block)
    return [...text.matchAll(new RegExp(EMAIL, 'gi'))].map((match) => ({
      text,
      from: match.index,
      value: match[0],
    }))
  })
  const [only] = found
  if (!only || new Set(found.map(({ value }) => value.toLowerCase())).size > 1) return []
  return [
    {
      field: 'contactEmail',
      value: only.value.toLowerCase(),
      passage: sentenceAround(only.text, only.from, only.from + only.value.length),
      rule: 'address',
      because: only.value,
      strength: 'weak',
    },
  ]
}

function ownerProposal(entries: readonly Entry[]): Proposal[] {
  const about = entriesAbout(entries, 'ownerName')
  // Behind a label it is one name; a section called "Organisatie" tells more than that.
  const labelled = about.filter(({ from }) => from !== 'heading')
  const alone = about.filter(({ from, content }) => from === 'heading' && content.length === 1)
  for (const entry of [...labelled, ...alone]) {
    const [text] = textsOf(entry)
    const value = text
      ?.replace(/ ?\((?:KvK|hierna)[^)]*\)/i, '')
      .replace(/[.;]$/, '')
      .split(/,\s(?=gevestigd|te\s|statutair)/)[0]
      ?.trim()
    if (text === undefined || !value || value.length > MAX_OWNER || value.split(' ').length > 14)
      continue
    return [{ field: 'ownerName', value, ...fromEntry(entry, text, value) }]
  }
  return []
}

export function contactProposals(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  return [...ownerProposal(entries), ...nameProposal(entries), ...emailProposal(blocks, entries)]
}
