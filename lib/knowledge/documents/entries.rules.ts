/**
 * A document as entries: what stands under a heading, behind a label or in the second column of a
 * table. What is under a heading ends at the next heading of the same level or a higher one.
 * Source: docs/document-reading.md.
 */
import type { Block } from '@/lib/base/files/documents/types'
import { meaningOf, type Meaning, type Understood } from './headings.rules'

export interface Entry {
  meaning: Meaning
  isSure: boolean
  from: 'heading' | 'label' | 'table'
  /** The heading or label as it stands in the document. */
  because: string
  content: Block[]
}

const LABELLED = /^(\p{Lu}[^:.!?]{1,60}):\s+(\S.*)$/su
const LABEL_ALONE = /^(\p{Lu}[^:.!?]{1,60}):$/u

const MAX_LABEL_WORDS = 4

const textBlock = (text: string): Block => ({ kind: 'paragraph', text })

const valueBlocks = (value: string): Block[] =>
  value
    .split('\n')
    .map((line) => line.replace(/^[-–•*]\s+/, '').trim())
    .filter((line) => line !== '')
    .map((text, _at, all): Block => (all.length > 1 ? { kind: 'item', text } : textBlock(text)))

type Understandings = readonly (Understood | null)[]

function underHeading(
  blocks: readonly Block[],
  understood: Understandings,
  at: number,
  level: number,
): Block[] {
  const rest = blocks.slice(at + 1)
  const end = rest.findIndex(
    (block, place) =>
      block.kind === 'heading' &&
      (block.level <= level || understood[at + 1 + place]?.isSure === true),
  )
  return end === -1 ? rest : rest.slice(0, end)
}

function itemsAfter(blocks: readonly Block[], at: number): Block[] {
  const rest = blocks.slice(at + 1)
  const end = rest.findIndex(({ kind }) => kind !== 'item')
  return end === -1 ? rest : rest.slice(0, end)
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

function underHeadingAt(
  block: Of<'heading'>,
  blocks: readonly Block[],
  meanings: Understandings,
  at: number,
): Entry | null {
  const understood = meanings[at] ?? null
  // The name of the document: "Plan van aanpak: Sleutelen aan morgen"
  if (understood === null || (at === 0 && blocks.length > 1)) return null
  const content = underHeading(blocks, meanings, at, block.level)
  // A section called "Het project" tells about it; only a label gives its name.
  const meaning = understood.meaning === 'title' ? 'summary' : understood.meaning
  return { ...understood, meaning, from: 'heading', because: block.text, content }
}

function inTable({ label, value }: Of<'pair'>): Entry | null {
  const understood = meaningOf(label)
  return understood && { ...understood, from: 'table', because: label, content: valueBlocks(value) }
}

function behindLabel(text: string, blocks: readonly Block[], at: number): Entry | null {
  const [, label, value] = LABELLED.exec(text) ?? []
  const name = label ?? LABEL_ALONE.exec(text)?.[1]
  const understood = name === undefined ? null : meaningOf(name)
  if (name === undefined || understood === null) return null
  // Inside a long label a word says little: "Let op bij de keuze van de aanpak: …"
  if (!understood.isSure && name.split(' ').length > MAX_LABEL_WORDS) return null
  const content = value === undefined ? itemsAfter(blocks, at) : valueBlocks(value)
  return { ...understood, from: 'label', because: name, content }
}

function entryAt(blocks: readonly Block[], meanings: Understandings, at: number): Entry | null {
  const block = blocks[at]
  if (block === undefined || block.kind === 'row') return null
  if (block.kind === 'heading') return underHeadingAt(block, blocks, meanings, at)
  return block.kind === 'pair' ? inTable(block) : behindLabel(block.text, blocks, at)
}

/** In the order of the document. */
export function entriesOf(blocks: readonly Block[]): Entry[] {
  const understood = blocks.map((block) =>
    block.kind === 'heading' ? meaningOf(block.text) : null,
  )
  return blocks.flatMap((_block, at) => entryAt(blocks, understood, at) ?? [])
}

export const entriesAbout = (entries: readonly Entry[], ...meanings: Meaning[]): Entry[] =>
  entries.filter(({ meaning, content }) => meanings.includes(meaning) && content.length > 0)

/** The words of a block as one line. */
export function textOf(block: Block): string {
  if (block.kind === 'pair') return `${block.label}: ${block.value}`
  return block.kind === 'row' ? block.cells.join(' | ') : block.text
}
