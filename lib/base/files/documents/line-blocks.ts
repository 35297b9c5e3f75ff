import type { Block } from './types.ts'
import { tidy } from './block-writer.ts'

/** A line of plain text, or of a page. */
export interface Line {
  text: string
  /** An empty line, or clearly more room than between the lines of a paragraph. */
  isAfterGap: boolean
  /** Known from the type of a page, null for no heading; absent where only the words tell. */
  headingLevel?: number | null
  /** The second column, when the line has two. */
  value?: string
  /** Belongs to the second column of the line above. */
  continuesValue?: boolean
}

const BULLET = /^(?:[-–•*·▪●○o]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)/
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\p{Lu})/u
const LABEL = /^\p{Lu}[^:.!?]{1,45}:(?:\s|$)/u
const UNDERLINE = /^(?:={3,}|-{3,}|_{3,}|\*{3,})$/
const MAX_HEADING = 80

const isCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()

function isMarked(lines: readonly Line[], at: number): boolean {
  const { text = '' } = lines[at] ?? {}
  return (
    isCapitals(text) ||
    /^#{1,4}\s/.test(text) ||
    NUMBERED.test(text) ||
    UNDERLINE.test(lines[at + 1]?.text ?? '')
  )
}

const isHeadless = ({ text, value }: Line) =>
  text.length > MAX_HEADING || /[.,;:!?]$/.test(text) || LABEL.test(text) || value !== undefined

/** On a line of its own, with a capital and few words. */
function isAlone({ text }: Line, next: Line | undefined): boolean {
  return next?.isAfterGap === true && /^\p{Lu}/u.test(text) && text.split(' ').length <= 10
}

/** "1. Aanleiding" above a text, and not the first of a list. */
function isNumbered({ text }: Line, next: Line | undefined): boolean {
  if (next === undefined || !NUMBERED.test(text)) return false
  return next.isAfterGap || (next.text.length > MAX_HEADING / 2 && !BULLET.test(next.text))
}

/** Plain text has no styles: a short line on its own, in capitals, numbered or underlined. */
function looksLikeHeading(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (line === undefined) return false
  if (next !== undefined && UNDERLINE.test(next.text) && line.text.length <= MAX_HEADING)
    return true
  if (isHeadless(line) || (at > 0 && !line.isAfterGap)) return false
  if (isCapitals(line.text) || /^#{1,4}\s/.test(line.text)) return true
  return NUMBERED.test(line.text) ? isNumbered(line, next) : isAlone(line, next)
}

const joined = (before: string, after: string) =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)
    ? before.slice(0, -1) + after
    : `${before} ${after}`

const bareHeading = (text: string) => text.replace(/^#{1,4}\s+/, '')

/** Lines put together to headings, paragraphs, items and rows of two columns. */
export class LineBlocks {
  readonly blocks: Block[] = []

  #push(block: Block): void {
    this.blocks.push(block)
  }

  add(lines: readonly Line[]): void {
    lines.forEach((line, at) => this.#line(line, lines, at))
  }

  /** A short line under a heading is its text, unless the heading is the title. */
  #guessLevel(lines: readonly Line[], at: number): number | null {
    if (!looksLikeHeading(lines, at)) return null
    const isUnderHeading = this.blocks.length > 1 && this.blocks.at(-1)?.kind === 'heading'
    return isUnderHeading && !isMarked(lines, at) ? null : 2
  }

  #line(line: Line, lines: readonly Line[], at: number): void {
    const text = tidy(line.text)
    if (line.value !== undefined)
      return this.#push({ kind: 'pair', label: text, value: tidy(line.value) })
    if (text === '' || UNDERLINE.test(text)) return
    const last = this.blocks.at(-1)
    if (line.continuesValue === true && last?.kind === 'pair') {
      last.value = joined(last.value, text)
      return
    }
    const level = line.headingLevel === undefined ? this.#guessLevel(lines, at) : line.headingLevel
    if (level === null) this.#text(text, line)
    else this.#push({ kind: 'heading', level, text: bareHeading(text) })
  }

  #text(text: string, { isAfterGap }: Line): void {
    const last = this.blocks.at(-1)
    if (BULLET.test(text)) return this.#push({ kind: 'item', text: text.replace(BULLET, '') })
    const goesOn = !isAfterGap && !LABEL.test(text)
    if (goesOn && (last?.kind === 'paragraph' || last?.kind === 'item'))
      last.text = joined(last.text, text)
    else this.#push({ kind: 'paragraph', text })
  }
}
