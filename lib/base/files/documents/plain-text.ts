import { LineBlocks, type Line } from './line-blocks.ts'
import type { Block } from './types.ts'

const COLUMNS = /^(\S.{0,48}?)(?:\t| {3}|\|)(.*)$/

function toLine(raw: string, before: string | undefined): Line {
  const text = raw
    .trim()
    .replace(/^\||\|$/g, '')
    .trim()
  const isAfterGap = before === undefined || before.trim() === ''
  const [, label, rest = ''] = COLUMNS.exec(text) ?? []
  const value = rest.replace(/[\t|]/g, ' ').trim()
  const isRow = label !== undefined && value !== '' && !/[.!?]$/.test(label)
  return isRow ? { text: label.trim(), value, isAfterGap } : { text: text.trim(), isAfterGap }
}

/** Text as it was typed or pasted. */
export function textBlocks(text: string): Block[] {
  const raw = text.replace(/\r\n?|\f/g, '\n').split('\n')
  const lines = raw.flatMap((line, at) => (line.trim() === '' ? [] : [toLine(line, raw[at - 1])]))
  const blocks = new LineBlocks()
  blocks.add(lines)
  return blocks.blocks
}
