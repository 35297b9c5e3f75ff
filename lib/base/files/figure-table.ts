/** The table twin of a figure as rows for a file: figures become numbers, with their unit in the header. */
import { classesOf, findAll, isElement, linesOf, type Element } from './figure-html'
import { parseDutchNumber, parsePointNumber } from '@/lib/base/text/number'
import type { Table } from './workbook'

const wordsOf = (cell: Element) => linesOf(cell).join(' ')

/** The number in the words of a cell with its unit; null when there is more than a number. */
function readNumber(
  words: string,
  language: string,
): { value: number; unit: '€' | '%' | '' } | null {
  const unit = words.includes('€') ? '€' : words.includes('%') ? '%' : ''
  const bare = (language === 'en' ? parsePointNumber : parseDutchNumber)(
    words.replace(/[€%]/g, '').trim(),
  )
  return bare === null ? null : { value: Number(bare), unit }
}

/** Null when the figure has no table. */
export function tableOf(figure: Element, name: string, language: string): Table | null {
  const [table] = findAll(figure, ({ tag }) => tag === 'table')
  if (!table) return null
  const rows = findAll(table, ({ tag }) => tag === 'tr').map((row) =>
    row.children.filter(isElement).filter(({ tag }) => tag === 'th' || tag === 'td'),
  )
  const [head = [], ...body] = rows
  const numeric = head.map((cell) => classesOf(cell).includes('text-right'))
  const cells = body.map((row) =>
    row.map((cell, column) => {
      const words = wordsOf(cell)
      return { words, number: numeric[column] === true ? readNumber(words, language) : null }
    }),
  )
  const header = head.map((cell, column) => {
    const units = new Set(cells.flatMap((row) => row[column]?.number?.unit ?? []))
    const [unit] = [...units].filter((one) => one !== '')
    const words = wordsOf(cell)
    return unit === undefined || words.includes(unit) ? words : `${words} (${unit})`
  })
  return {
    name,
    header,
    rows: cells.map((row) =>
      row.map(({ words, number }) => number?.value ?? (words === '' ? null : words)),
    ),
  }
}
