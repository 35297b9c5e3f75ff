import 'server-only'
import { unescapeMarkup } from '@/lib/base/text/text'

/** A workbook that says something no spreadsheet program writes. */
export class WorkbookError extends Error {}

interface RawRow {
  number: number
  cells: string[]
  /** Columns whose cell is a number. */
  numeric: Set<number>
}

type NumberShape = 'plain' | 'day' | 'percent'

interface Book {
  sheet: Buffer
  strings: readonly string[]
  /** By style of a cell: how its number is shown. */
  shapes: readonly NumberShape[]
  from1904: boolean
}

interface Merge {
  top: number
  bottom: number
  left: number
  right: number
  value: string
  numeric: boolean
}

const MS_PER_DAY = 86_400_000
/** Numbers of the formats that every spreadsheet program has for days and times. */
const DAY_FORMATS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const
/** XML as UTF-8, whatever it came in. */
function asUtf8(part: Buffer): Buffer {
  if (part[0] === 0xff && part[1] === 0xfe)
    return Buffer.from(new TextDecoder('utf-16le').decode(part))
  if (part[0] === 0xfe && part[1] === 0xff)
    return Buffer.from(new TextDecoder('utf-16be').decode(part))
  const said = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(part.toString('latin1', 0, 200))?.[1]
  return said !== undefined && /^(iso-8859-1|windows-1252)$/i.test(said)
    ? Buffer.from(new TextDecoder('windows-1252').decode(part))
    : part
}

const ATTRIBUTES = new Map<string, RegExp>()

/** An attribute of a tag. */
function attribute(tag: string, name: string): string | undefined {
  const known = ATTRIBUTES.get(name) ?? new RegExp(`\\s${name}="([^"]*)"`)
  ATTRIBUTES.set(name, known)
  return known.exec(tag)?.[1]
}

/**
 * The tags of this name with where they end, in one pass. Patterns over a whole document would start again at every
 * place where they fail, and someone could make a file on which that takes for ever.
 */
function* tags(xml: string, name: string): Generator<{ tag: string; end: number }> {
  const wanted = new RegExp(`^<(?:\\w{1,20}:)?${name}[\\s/>]`)
  for (let at = xml.indexOf('<'); at !== -1;) {
    const end = xml.indexOf('>', at)
    if (end === -1) return
    if (wanted.test(xml.slice(at, at + name.length + 23)))
      yield { tag: xml.slice(at, end + 1), end: end + 1 }
    at = xml.indexOf('<', end)
  }
}

function firstOf(xml: string, name: string): { tag: string; end: number } | null {
  for (const found of tags(xml, name)) return found
  return null
}

const firstTag = (xml: string, name: string) => firstOf(xml, name)?.tag ?? ''

/** How a word is spoken stands beside it and is no part of it. */
function withoutSpoken(xml: string): string {
  const [first = '', ...rest] = xml.split(/<(?:\w{1,20}:)?rPh\b/)
  return (
    first +
    rest
      .map((part) => {
        const end = part.indexOf('rPh>')
        return end === -1 ? '' : part.slice(end + 4)
      })
      .join('')
  )
}

function textOf(xml: string): string {
  const spoken = xml.includes('rPh') ? withoutSpoken(xml) : xml
  let text = ''
  for (const { tag, end } of tags(spoken, 't'))
    if (!tag.endsWith('/>'))
      text += spoken.slice(
        end,
        spoken.indexOf('<', end) === -1 ? undefined : spoken.indexOf('<', end),
      )
  return unescapeMarkup(text)
}

function* pieces(xml: Buffer, name: string): Generator<string> {
  const prefix = /<(\w+:)?(?:worksheet|sst)\b/.exec(xml.toString('utf8', 0, 4_096))?.[1] ?? ''
  const [opening, closing] = [`<${prefix}${name}`, `</${prefix}${name}>`]
  for (let at = xml.indexOf(opening); at !== -1; at = xml.indexOf(opening, at)) {
    const next = String.fromCharCode(xml[at + opening.length] ?? 0)
    if (!/[\s/>]/.test(next)) {
      at += opening.length
      continue
    }
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd === -1) throw new WorkbookError('cut off')
    if (xml[tagEnd - 1] === 0x2f) {
      yield xml.toString('utf8', at, tagEnd + 1)
      at = tagEnd + 1
      continue
    }
    const end = xml.indexOf(closing, tagEnd)
    if (end === -1) throw new WorkbookError('cut off')
    yield xml.toString('utf8', at, end)
    at = end + closing.length
  }
}

/** Numbers of the formats with a percent sign that every spreadsheet program has. */
const PERCENT_FORMATS = [9, 10]

/** How a format shows a number. What stands in quotes, brackets or behind a backslash are words beside it. */
function shapeOf(code: string): NumberShape {
  const signs = unescapeMarkup(code).replace(/"[^"]*"|\[[^[\]]*\]|\\.|_.|\*./g, '')
  if (signs.includes('%')) return 'percent'
  return /[ymdhs]/i.test(signs) ? 'day' : 'plain'
}

function shapesOf(styles: string): NumberShape[] {
  const own = new Map(
    Array.from(tags(styles, 'numFmt'), ({ tag }) => [
      attribute(tag, 'numFmtId') ?? '',
      attribute(tag, 'formatCode') ?? '',
    ]),
  )
  const shape = (id: string): NumberShape => {
    const code = own.get(id)
    if (code !== undefined) return shapeOf(code)
    if (PERCENT_FORMATS.includes(Number(id))) return 'percent'
    return DAY_FORMATS.some(([low, high]) => Number(id) >= low && Number(id) <= high)
      ? 'day'
      : 'plain'
  }
  const from = styles.indexOf('cellXfs')
  const end = styles.indexOf('cellXfs>', from + 7)
  const formats = from === -1 ? '' : styles.slice(from, end === -1 ? undefined : end)
  return Array.from(tags(formats, 'xf'), ({ tag }) => shape(attribute(tag, 'numFmtId') ?? '0'))
}

/** The sheets with cells that are not hidden, in their order, with the part that holds each. */
function visibleSheets(workbook: string, links: string): Map<string, string> {
  const targets = new Map(
    Array.from(tags(links, 'Relationship'), ({ tag }) => [attribute(tag, 'Id'), tag]),
  )
  const sheets = new Map<string, string>()
  for (const { tag } of tags(workbook, 'sheet')) {
    const link = targets.get(/\s\w{1,20}:id="([^"]*)"/.exec(tag)?.[1])
    const isChart =
      link !== undefined && !/\/worksheet$/.test(attribute(link, 'Type') ?? '/worksheet')
    if (isChart || !/^(visible)?$/.test(attribute(tag, 'state') ?? '')) continue
    const part =
      /^\/?(?:xl\/)?(.+)$/.exec(attribute(link ?? '', 'Target') ?? '')?.[1] ??
      'worksheets/sheet1.xml'
    sheets.set(unescapeMarkup(attribute(tag, 'name') ?? ''), part)
  }
  return sheets
}

interface Workbook {
  /** Names of the sheets that are not hidden. */
  sheets: readonly string[]
  /** A sheet with what its cells refer to. Throws WorkbookError. */
  open: (name: string) => Book
}

/** What a workbook holds for people to see. Throws WorkbookError. */
export function openWorkbook(parts: ReadonlyMap<string, Buffer>): Workbook {
  const text = (name: string) => {
    const part = parts.get(name)
    return part === undefined ? '' : asUtf8(part).toString('utf8')
  }
  const workbook = text('xl/workbook.xml')
  const sheets = visibleSheets(workbook, text('xl/_rels/workbook.xml.rels'))
  return {
    sheets: [...sheets.keys()],
    open: (name) => {
      const sheet = parts.get(`xl/${sheets.get(name) ?? ''}`)
      if (sheet === undefined) throw new WorkbookError('no sheet')
      const strings = parts.get('xl/sharedStrings.xml')
      return {
        sheet: asUtf8(sheet),
        strings: strings === undefined ? [] : Array.from(pieces(asUtf8(strings), 'si'), textOf),
        shapes: shapesOf(text('xl/styles.xml')),
        from1904: /^(1|true)$/.test(attribute(firstTag(workbook, 'workbookPr'), 'date1904') ?? ''),
      }
    },
  }
}

/** A day by its number. The first calendar has a 29 February 1900 that never was. */
function dayOf(serial: number, from1904: boolean): string | null {
  const days = from1904 ? serial + 1_462 : serial
  const moment = (days < 60 ? days + 1 : days) - 25_569
  return days < 1 || days > 2_958_465
    ? null
    : new Date(Math.floor(moment) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** What stands in the first tag of this name; null without one. */
function inside(xml: string, name: string): string | null {
  const found = firstOf(xml, name)
  if (found === null) return null
  const end = xml.indexOf('<', found.end)
  return found.tag.endsWith('/>') ? '' : xml.slice(found.end, end === -1 ? undefined : end)
}

/** More digits than a spreadsheet shows are noise of its sums: 0.07000000000000001 is 0.07, and 1.8e-15 is 0. */
const DIGITS = 15
const SMALLEST = 12

/** A number next to zero without an exponent, and zero without a sign. */
function plainText(value: number): string {
  const digits = value.toFixed(SMALLEST)
  return Number(digits) === 0 ? '0' : digits.slice(0, digits.search(/0{0,12}$/))
}

function numberText(value: number): string {
  const shown = Number(value.toPrecision(DIGITS))
  const text = Math.abs(shown) < 1e-6 ? plainText(shown) : String(shown)
  // A number of a spreadsheet has a point; as text with a comma it cannot be taken for thousands.
  return text.replace('.', ',')
}

interface Cell {
  text: string
  isNumber: boolean
}

const words = (text: string): Cell => ({ text, isNumber: false })

/** A number as its cell shows it: a day, a percentage with its sign, or the number. */
function numberCell(value: string, shape: NumberShape | undefined, from1904: boolean): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return words(value)
  const day = shape === 'day' ? dayOf(number, from1904) : null
  if (day !== null) return words(day)
  return {
    text: shape === 'percent' ? `${numberText(number * 100)}%` : numberText(number),
    isNumber: true,
  }
}

function readCell(attributes: string, inner: string, book: Book): Cell {
  const type = attribute(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return words(textOf(inner))
  const raw = inside(inner, 'v') ?? ''
  if (raw === '') {
    // A formula that nobody worked out is no figure, and is named as what it is.
    const formula = inside(inner, 'f')
    return words(formula === null ? '' : `=${unescapeMarkup(formula)}`)
  }
  const value = unescapeMarkup(raw)
  if (type === 's') return words(book.strings[Number(value)] ?? '')
  if (type === 'b') return words(value === '1' ? 'WAAR' : '')
  if (type === 'd') return words(value.slice(0, 10))
  return type === 'n'
    ? numberCell(value, book.shapes[Number(attribute(attributes, 's') ?? 0)], book.from1904)
    : words(value)
}

const columnOf = (letters: string) =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function mergesOf(sheet: Buffer, most: number): Merge[] {
  const merges: Merge[] = []
  const from = sheet.lastIndexOf('sheetData>')
  for (const { tag } of tags(sheet.toString('utf8', Math.max(0, from)), 'mergeCell')) {
    const [, left, top, right, bottom] =
      /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, 'ref') ?? '') ?? []
    if (left === undefined || right === undefined) continue
    merges.push({
      top: Number(top),
      bottom: Number(bottom),
      left: columnOf(left),
      right: columnOf(right),
      value: '',
      numeric: false,
    })
    if (merges.length > most) throw new WorkbookError('merged cells')
  }
  return merges.sort((a, b) => a.top - b.top)
}

/** Gives the value of a merged cell to every cell it covers, row by row, so that each row says what it is about. */
function merger(merges: readonly Merge[], columns: number): (row: RawRow) => void {
  let next = 0
  let active: Merge[] = []
  return ({ number, cells, numeric }) => {
    active = active.filter(({ bottom }) => bottom >= number)
    for (
      let merge = merges[next];
      merge !== undefined && merge.top <= number;
      merge = merges[next]
    ) {
      next += 1
      merge.value = merge.top === number ? (cells[merge.left] ?? '') : ''
      merge.numeric = merge.top === number && numeric.has(merge.left)
      if (merge.bottom >= number) active.push(merge)
    }
    if (active.length > columns) throw new WorkbookError('merged cells')
    for (const { left, right, value, numeric: isNumber } of active) {
      while (cells.length < left) cells.push('')
      for (let column = left; column <= Math.min(right, columns - 1); column += 1) {
        cells[column] = value
        if (isNumber) numeric.add(column)
      }
    }
  }
}

function* cellsOf(xml: string): Generator<[tag: string, inner: string]> {
  for (const { tag, end } of tags(xml, 'c')) {
    if (tag.endsWith('/>')) {
      yield [tag, '']
      continue
    }
    const prefix = /^<(\w+:)?/.exec(tag)?.[1] ?? ''
    const close = xml.indexOf(`</${prefix}c>`, end)
    if (close === -1) throw new WorkbookError('cut off')
    yield [tag, xml.slice(end, close)]
  }
}

function readRow(xml: string, number: number, book: Book, columns: number): RawRow {
  const cells: string[] = []
  const numeric = new Set<number>()
  for (const [tag, inner] of cellsOf(xml)) {
    const letters = /^[A-Z]{1,3}/.exec(attribute(tag, 'r') ?? '')?.[0]
    const column = letters === undefined ? cells.length : columnOf(letters)
    const { text, isNumber } = readCell(tag, inner, book)
    // A cell that only has a colour or a border is not there; without a place of its own it takes the next one.
    if (text === '' && letters !== undefined) continue
    // One beyond the last is enough to be refused; a place far to the right must not make room for all before it.
    while (cells.length < Math.min(column, columns)) cells.push('')
    cells[Math.min(column, columns)] = text
    if (isNumber) numeric.add(column)
  }
  return { number, cells, numeric }
}

/**
 * The rows of the sheet with their numbers, one after the other; rows that are not there are left out. A row with more
 * than `columns` cells has one cell too many, for the caller to refuse. Throws WorkbookError.
 */
export function* workbookRows(
  book: Book,
  limits: { columns: number; merges: number; lines: number },
): Generator<RawRow> {
  const fill = merger(mergesOf(book.sheet, limits.merges), limits.columns)
  let last = 0
  for (const xml of pieces(book.sheet, 'row')) {
    const number = Number(attribute(xml.slice(0, xml.indexOf('>') + 1), 'r') ?? last + 1)
    if (!Number.isInteger(number) || number <= last || number > limits.lines)
      throw new WorkbookError('order of rows')
    last = number
    const row = readRow(xml, number, book, limits.columns)
    fill(row)
    yield row
  }
}
