import 'server-only'
import { Readable } from 'node:stream'
import { parse, type Parser } from 'csv-parse'

export class CsvError extends Error {
  readonly problem: 'broken' | 'strayQuote'
  /** Row and column of the fault, in no language. */
  readonly detail: string

  constructor(problem: 'broken' | 'strayQuote', detail = '') {
    super(problem)
    this.name = 'CsvError'
    this.problem = problem
    this.detail = detail
  }
}

interface CsvRow {
  number: number
  cells: string[]
}

export function delimiterOf(text: string): string {
  const head = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, 20)
    .join('\n')
  const count = (sign: string) => head.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

function placeOf(text: string, at: number, delimiter: string): string {
  const before = text.slice(0, at)
  const lines = before.split('\n')
  const column = (lines.at(-1) ?? '').split(delimiter).length
  const head = text.slice(0, text.indexOf('\n')).split(delimiter)
  const name = head[column - 1]?.replaceAll('"', '').trim()
  return `${lines.length}, ${name === undefined || name === '' ? column : name}`
}

/** Refuses a stray quote as in `"s-Gravenhage;2024`, which swallows rows. Throws CsvError. */
function refuseStrayQuotes(text: string, delimiter: string): void {
  for (let open = text.indexOf('"'); open !== -1;) {
    const before = open === 0 ? '\n' : text[open - 1]
    if (before !== '\n' && before !== delimiter) {
      open = text.indexOf('"', open + 1)
      continue
    }
    const close = closingQuote(text, open)
    const lineEnd = text.indexOf('\n', open)
    const runsOn = close === -1 || (lineEnd !== -1 && lineEnd < close)
    const next = text[close + 1]
    const ends = close !== -1 && (next === undefined || next === '\n' || next === delimiter)
    if (runsOn && !ends) throw new CsvError('strayQuote', placeOf(text, open, delimiter))
    open = text.indexOf('"', close + 1)
  }
}

const TEXT_STEP = 1_024 * 1_024

function* textParts(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += TEXT_STEP) yield text.slice(at, at + TEXT_STEP)
}

interface CsvLimits {
  lines: number
  recordSize: number
}

/** CRLF, LF and CR each end a row, also mixed: programs append with their own. Throws CsvError. */
export async function* csvRows(content: string, limits: CsvLimits): AsyncGenerator<CsvRow> {
  const text = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(text)
  refuseStrayQuotes(text, delimiter)
  const parser: Parser = Readable.from(textParts(text)).pipe(
    parse({
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: limits.recordSize,
      to: limits.lines,
    }),
  )
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: string[]; info: { lines: number } }
      yield { number: info.lines, cells: record }
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw code.startsWith('CSV_') ? new CsvError('broken') : error
  }
}
