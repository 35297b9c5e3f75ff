import type { Line } from './line-blocks.ts'

/** A piece of text on a page, as pdfjs gives it: the last two numbers are its place. */
export interface Piece {
  str: string
  transform: number[]
  width: number
  height: number
  fontName: string
}

interface Segment {
  text: string
  x: number
}

interface PageLine {
  page: number
  y: number
  size: number
  fonts: ReadonlySet<string>
  segments: Segment[]
}

const sizeOf = ({ transform, height }: Piece) =>
  height > 0 ? height : Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
const xOf = ({ transform }: Piece) => transform[4] ?? 0
const yOf = ({ transform }: Piece) => transform[5] ?? 0

/** More room than this many letters wide is the gap between two columns. */
const COLUMN_GAP = 1.6
const WORD_GAP = 0.15

function segmentsOf(pieces: readonly Piece[], size: number): Segment[] {
  const segments: Segment[] = []
  let end = -Infinity
  for (const piece of pieces.toSorted((a, b) => xOf(a) - xOf(b))) {
    const gap = xOf(piece) - end
    const last = segments.at(-1)
    if (last === undefined || gap > size * COLUMN_GAP)
      segments.push({ text: piece.str, x: xOf(piece) })
    else last.text += (gap > size * WORD_GAP ? ' ' : '') + piece.str
    end = xOf(piece) + piece.width
  }
  return segments
}

function linesOfPage(pieces: readonly Piece[], page: number): PageLine[] {
  const filled = pieces.filter(({ str }) => str.trim() !== '')
  const rows: Piece[][] = []
  for (const piece of filled.toSorted((a, b) => yOf(b) - yOf(a) || xOf(a) - xOf(b))) {
    const row = rows.at(-1)
    const [first] = row ?? []
    const isSameLine =
      first !== undefined && yOf(first) - yOf(piece) < Math.max(sizeOf(first), 1) * 0.5
    if (isSameLine) row?.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const size = Math.max(...row.map(sizeOf))
    return {
      page,
      y: Math.max(...row.map(yOf)),
      size,
      fonts: new Set(row.map(({ fontName }) => fontName)),
      segments: segmentsOf(row, size),
    }
  })
}

/** What most of the text has, counted by letters. */
function mostCommon<T>(lines: readonly PageLine[], of: (line: PageLine) => T): T | undefined {
  const counts = new Map<T, number>()
  for (const line of lines) counts.set(of(line), (counts.get(of(line)) ?? 0) + textOf(line).length)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

const textOf = ({ segments }: PageLine) => segments.map(({ text }) => text).join(' ')

interface Body {
  size: number
  font: string
  spacing: number
}

function bodyOf(lines: readonly PageLine[]): Body {
  const steps = lines
    .flatMap((line, at) => {
      const next = lines[at + 1]
      return next?.page === line.page ? [line.y - next.y] : []
    })
    .toSorted((a, b) => a - b)
  const size = mostCommon(lines, (line) => Math.round(line.size * 2) / 2) ?? 10
  return {
    size,
    font: mostCommon(lines, ({ fonts }) => [...fonts][0] ?? '') ?? '',
    // The lower third: paragraphs of one line have more room between them than lines.
    spacing: Math.max(size, steps[Math.floor(steps.length / 3)] ?? size),
  }
}

const MAX_HEADING = 90
const MAX_LABEL = 48

function headingLevel(line: PageLine, body: Body, isAfterGap: boolean): number | null {
  const text = textOf(line).trim()
  if (line.segments.length > 1 || text.length > MAX_HEADING || /[.,;]$/.test(text)) return null
  if (line.size > body.size * 1.5) return 1
  if (line.size > body.size * 1.1) return 2
  return isAfterGap && !line.fonts.has(body.font) && !text.endsWith(':') ? 3 : null
}

const withoutLevel = ({ text, isAfterGap, value, continuesValue }: Line): Line => ({
  text,
  isAfterGap,
  ...(value !== undefined && { value }),
  ...(continuesValue !== undefined && { continuesValue }),
})

/** The lines of all pages in the order of reading. Pages in columns are read across. */
export function pageLines(pages: readonly (readonly Piece[])[]): Line[] {
  const lines = pages.flatMap(linesOfPage)
  const body = bodyOf(lines)
  let column: number | null = null
  const read = lines.map((line, at): Line => {
    const before = lines[at - 1]
    const isNewPage = before?.page !== line.page
    const goesOn = isNewPage && before !== undefined && /^\p{Ll}/u.test(textOf(line))
    const isAfterGap = isNewPage ? !goesOn : before.y - line.y > body.spacing * 1.3
    const [first, second, ...more] = line.segments
    const isPair =
      first !== undefined &&
      second !== undefined &&
      more.length === 0 &&
      first.text.trim().length <= MAX_LABEL &&
      !/^[-–•·▪●○]$/.test(first.text.trim())
    if (isPair) {
      column = second.x
      return { text: first.text, value: second.text, isAfterGap, headingLevel: null }
    }
    const continuesValue =
      column !== null && first !== undefined && Math.abs(first.x - column) < 2 && !isNewPage
    if (!continuesValue) column = null
    return {
      text: textOf(line),
      isAfterGap,
      continuesValue,
      headingLevel: continuesValue ? null : headingLevel(line, body, isAfterGap),
    }
  })
  // All in one type: only the words tell.
  const isPlain = read.every((line) => (line.headingLevel ?? null) === null)
  return isPlain ? read.map(withoutLevel) : read
}

const PAGE_NUMBER = /^(?:pagina\s+)?\d{1,3}(?:\s*(?:\/|van)\s*\d{1,3})?$/i
/** A line of a table of contents. */
const DOTTED = /\. ?\. ?\. ?\. ?\.[ .]{0,200}\d{1,3}$/
const REPEATS = 3

/** Without page numbers, and what stands on nearly each page. */
export function withoutRepeats(lines: readonly Line[]): Line[] {
  const bare = ({ text, value = '' }: Line) => `${text} ${value}`.replace(/\d+/g, '#').trim()
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(bare(line), (counts.get(bare(line)) ?? 0) + 1)
  return lines.filter(
    (line) =>
      !PAGE_NUMBER.test(line.text.trim()) &&
      !DOTTED.test(line.text.trim()) &&
      (counts.get(bare(line)) ?? 0) < REPEATS,
  )
}
