import { classesOf, findAll, isElement, linesOf, type Element } from './figure-html'
import { parseDutchNumber, parsePointNumber } from '@/lib/base/text/number'
import type { Table } from './workbook'

const wordsOf = (cell: Element) => linesOf(cell).join(' ')

function readNumber(
  text: string,
  language: string,
): { value: number; unit: '€' | '%' | '' } | null {
  const unit = text.includes('€') ? '€' : text.includes('%') ? '%' : ''
  const bare = (language === 'en' ? parsePointNumber : parseDutchNumber)(
    text.replace(/[€%]/g, '').trim(),
  )
  return bare === null ? null : { value: Number(bare), unit }
}

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
      const text = wordsOf(cell)
      return { text, number: numeric[column] === true ? readNumber(text, language) : null }
    }),
  )
  const header = head.map((cell, column) => {
    const units = new Set(cells.flatMap((row) => row[column]?.number?.unit ?? []))
    const [unit] = [...units].filter((one) => one !== '')
    const text = wordsOf(cell)
    return unit === undefined || text.includes(unit) ? text : `${text} (${unit})`
  })
  return {
    name,
    header,
    rows: cells.map((row) =>
      row.map(({ text, number }) => number?.value ?? (text === '' ? null : text)),
    ),
  }
}
