import 'server-only'
import { unescapeMarkup } from './text'

/** A workbook that says something no spreadsheet program writes. */
export class WorkbookError extends Error {}

interface RawRow {
  number: number
  cells: string[]
}

interface Book {
  sheet: Buffer
  strings: readonly string[]
  /** By style of a cell: whether its number is a day. */
  isDay: readonly boolean[]
  from1904: boolean
}

interface Merge { top: number; bottom: number; left: number; right: number; value: string }

const MS_PER_DAY = 86_400_000
/** Numbers of the formats that every spreadsheet program has for days and times. */
const DAY_FORMATS = [[14, 22], [27, 36], [45, 47], [50, 58]] as const
/** XML as UTF-8, whatever it came in. */
function asUtf8(part: Buffer): Buffer {
  if (part[0] === 0xff && part[1] === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(part))
  if (part[0] === 0xfe && part[1] === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(part))
  const said = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(part.toString('latin1', 0, 200))?.[1]
  return said !== undefined && /^(iso-8859-1|windows-1252)$/i.test(said) ? Buffer.from(new TextDecoder('windows-1252').decode(part)) : part
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
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const end = xml.indexOf('>', at)
    if (end === -1) return
    if (wanted.test(xml.slice(at, at + name.length + 23))) yield { tag: xml.slice(at, end + 1), end: end + 1 }
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
  return first + rest.map((part) => { const end = part.indexOf('rPh>'); return end === -1 ? '' : part.slice(end + 4) }).join('')
}

function textOf(xml: string): string {
  const spoken = xml.includes('rPh') ? withoutSpoken(xml) : xml
  let text = ''
  for (const { tag, end } of tags(spoken, 't')) if (!tag.endsWith('/>')) text += spoken.slice(end, spoken.indexOf('<', end) === -1 ? undefined : spoken.indexOf('<', end))
  return unescapeMarkup(text)
}

function* pieces(xml: Buffer, name: string): Generator<string> {
  const prefix = /<(\w+:)?(?:worksheet|sst)\b/.exec(xml.toString('utf8', 0, 4_096))?.[1] ?? ''
  const [opening, closing] = [`<${prefix}${name}`, `</${prefix}${name}>`]
  for (let at = xml.indexOf(opening); at !== -1; at = xml.indexOf(opening, at)) {
    const next = String.fromCharCode(xml[at + opening.length] ?? 0)
    if (!/[\s/>]/.test(next)) { at += opening.length; continue }
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd === -1) throw new WorkbookError('cut off')
    if (xml[tagEnd - 1] === 0x2f) { yield xml.toString('utf8', at, tagEnd + 1); at = tagEnd + 1; continue }
    const end = xml.indexOf(closing, tagEnd)
    if (end === -1) throw new WorkbookError('cut off')
    yield xml.toString('utf8', at, end)
    at = end + closing.length
  }
}

function daysOf(styles: string): boolean[] {
  const own = new Map(Array.from(tags(styles, 'numFmt'), ({ tag }) => [attribute(tag, 'numFmtId') ?? '', attribute(tag, 'formatCode') ?? '']))
  const isDay = (id: string) => {
    const code = own.get(id)
    if (code !== undefined) return /[ymdhs]/i.test(unescapeMarkup(code).replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
    return DAY_FORMATS.some(([low, high]) => Number(id) >= low && Number(id) <= high)
  }
  const from = styles.indexOf('cellXfs')
  const formats = from === -1 ? '' : styles.slice(from, styles.indexOf('cellXfs>', from + 7) === -1 ? undefined : styles.indexOf('cellXfs>', from + 7))
  return Array.from(tags(formats, 'xf'), ({ tag }) => isDay(attribute(tag, 'numFmtId') ?? '0'))
}

function sheetName(workbook: string, links: string): string {
  const id = attribute(firstTag(workbook, 'sheet'), 'r:id') ?? ''
  const link = Array.from(tags(links, 'Relationship'), ({ tag }) => tag).find((tag) => attribute(tag, 'Id') === id)
  return /^\/?(?:xl\/)?(.+)$/.exec(attribute(link ?? '', 'Target') ?? '')?.[1] ?? 'worksheets/sheet1.xml'
}

/** The first sheet with what its cells refer to. Throws WorkbookError. */
export function openWorkbook(parts: ReadonlyMap<string, Buffer>): Book {
  const text = (name: string) => { const part = parts.get(name); return part === undefined ? '' : asUtf8(part).toString('utf8') }
  const workbook = text('xl/workbook.xml')
  const sheet = parts.get(`xl/${sheetName(workbook, text('xl/_rels/workbook.xml.rels'))}`)
  if (sheet === undefined) throw new WorkbookError('no sheet')
  const strings = parts.get('xl/sharedStrings.xml')
  return {
    sheet: asUtf8(sheet), strings: strings === undefined ? [] : Array.from(pieces(asUtf8(strings), 'si'), textOf),
    isDay: daysOf(text('xl/styles.xml')), from1904: /^(1|true)$/.test(attribute(firstTag(workbook, 'workbookPr'), 'date1904') ?? ''),
  }
}

/** A day by its number. The first calendar has a 29 February 1900 that never was. */
function dayOf(serial: number, from1904: boolean): string | null {
  const days = from1904 ? serial + 1_462 : serial
  const moment = (days < 60 ? days + 1 : days) - 25_569
  return days < 1 || days > 2_958_465 ? null : new Date(Math.floor(moment) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** What stands in the first tag of this name; null without one. */
function inside(xml: string, name: string): string | null {
  const found = firstOf(xml, name)
  if (found === null) return null
  const end = xml.indexOf('<', found.end)
  return found.tag.endsWith('/>') ? '' : xml.slice(found.end, end === -1 ? undefined : end)
}

function cellText(attributes: string, inner: string, book: Book): string {
  const type = attribute(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return textOf(inner)
  const raw = inside(inner, 'v') ?? ''
  if (raw === '') {
    // A formula that nobody worked out is no figure, and is named as what it is.
    const formula = inside(inner, 'f')
    return formula === null ? '' : `=${unescapeMarkup(formula)}`
  }
  const value = unescapeMarkup(raw)
  if (type === 's') return book.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'WAAR' : ''
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const day = book.isDay[Number(attribute(attributes, 's') ?? 0)] === true ? dayOf(number, book.from1904) : null
  // A number of a spreadsheet has a point; as text with a comma it cannot be taken for thousands.
  return day ?? String(number).replace('.', ',')
}

const columnOf = (letters: string) => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function mergesOf(sheet: Buffer, most: number): Merge[] {
  const merges: Merge[] = []
  const from = sheet.lastIndexOf('sheetData>')
  for (const { tag } of tags(sheet.toString('utf8', Math.max(0, from)), 'mergeCell')) {
    const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, 'ref') ?? '') ?? []
    if (left === undefined || right === undefined) continue
    merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right), value: '' })
    if (merges.length > most) throw new WorkbookError('merged cells')
  }
  return merges.sort((a, b) => a.top - b.top)
}

/** Gives the value of a merged cell to every cell it covers, row by row, so that each row says what it is about. */
function merger(merges: readonly Merge[], columns: number): (row: RawRow) => void {
  let next = 0
  let active: Merge[] = []
  return ({ number, cells }) => {
    active = active.filter(({ bottom }) => bottom >= number)
    for (let merge = merges[next]; merge !== undefined && merge.top <= number; merge = merges[next]) {
      next += 1
      merge.value = merge.top === number ? (cells[merge.left] ?? '') : ''
      if (merge.bottom >= number) active.push(merge)
    }
    if (active.length > columns) throw new WorkbookError('merged cells')
    for (const { left, right, value } of active) {
      while (cells.length < left) cells.push('')
      for (let column = left; column <= Math.min(right, columns - 1); column += 1) cells[column] = value
    }
  }
}

function* cellsOf(xml: string): Generator<[tag: string, inner: string]> {
  for (const { tag, end } of tags(xml, 'c')) {
    if (tag.endsWith('/>')) { yield [tag, '']; continue }
    const prefix = /^<(\w+:)?/.exec(tag)?.[1] ?? ''
    const close = xml.indexOf(`</${prefix}c>`, end)
    if (close === -1) throw new WorkbookError('cut off')
    yield [tag, xml.slice(end, close)]
  }
}

function readRow(xml: string, number: number, book: Book, columns: number): RawRow {
  const cells: string[] = []
  for (const [tag, inner] of cellsOf(xml)) {
    const letters = /^[A-Z]{1,3}/.exec(attribute(tag, 'r') ?? '')?.[0]
    const column = letters === undefined ? cells.length : columnOf(letters)
    // One beyond the last is enough to be refused; a place far to the right must not make room for all before it.
    while (cells.length < Math.min(column, columns)) cells.push('')
    cells[Math.min(column, columns)] = cellText(tag, inner, book)
  }
  return { number, cells }
}

/**
 * The rows of the sheet with their numbers, one after the other; rows that are not there are left out. A row with more
 * than `columns` cells has one cell too many, for the caller to refuse. Throws WorkbookError.
 */
export function* workbookRows(book: Book, limits: { columns: number; merges: number }): Generator<RawRow> {
  const fill = merger(mergesOf(book.sheet, limits.merges), limits.columns)
  let last = 0
  for (const xml of pieces(book.sheet, 'row')) {
    const number = Number(attribute(xml.slice(0, xml.indexOf('>') + 1), 'r') ?? last + 1)
    if (!Number.isInteger(number) || number <= last) throw new WorkbookError('order of rows')
    last = number
    const row = readRow(xml, number, book, limits.columns)
    fill(row)
    yield row
  }
}
