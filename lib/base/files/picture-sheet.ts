import { findAll, isElement, linesOf, type Element } from './figure-html'
import { readRow } from './picture-rows'
import { placed, round, viewBox, type Colours } from './picture-shapes'
import { escapeMarkup } from '@/lib/base/text/text'

export interface PictureText {
  title: string
  origin: string
  language: string
}

const WIDTH = 1_000
const EDGE = 40
export const INNER = WIDTH - 2 * EDGE
const FONT = "'Source Sans 3', 'Source Sans 3 Variable', 'Segoe UI', Helvetica, Arial, sans-serif"
/** Mean width of a letter by its size; a little wide, so that lines never run into each other. */
const SIGN = 0.5
const MAX_DRAWING_HEIGHT = 820

export function wrapWords(text: string, width: number, size: number): string[] {
  const most = Math.max(4, Math.floor(width / (size * SIGN)))
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export class Sheet {
  private readonly parts: string[] = []
  y = EDGE
  private readonly colours: Colours

  constructor(colours: Colours) {
    this.colours = colours
  }

  private colour = (name: string) => this.colours.get(name) ?? '#000000'

  add(part: string): void {
    this.parts.push(part)
  }

  text(
    text: string,
    at: { x: number; y: number; size: number; colour?: string; bold?: boolean; anchor?: string },
  ): void {
    const { x, y, size, colour = 'ink', bold = false, anchor = 'start' } = at
    this.add(
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${this.colour(colour)}"${bold ? ' font-weight="600"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapeMarkup(text)}</text>`,
    )
  }

  rule(): void {
    this.add(
      `<line x1="${EDGE}" x2="${WIDTH - EDGE}" y1="${round(this.y)}" y2="${round(this.y)}" stroke="${this.colour('hairline')}" stroke-width="1"/>`,
    )
  }

  paragraph(
    lines: readonly string[],
    size: number,
    look: { colour?: string; bold?: boolean; x?: number; width?: number } = {},
  ): void {
    const { x = EDGE, width = INNER, ...rest } = look
    for (const line of lines.flatMap((one) => wrapWords(one, width, size))) {
      this.y += size * 1.35
      this.text(line, { x, y: this.y, size, ...rest })
    }
  }

  drawing(svg: Element): void {
    const box = viewBox(svg)
    const scale = Math.min(INNER / box.width, MAX_DRAWING_HEIGHT / box.height, 1.9)
    this.y += 16
    this.add(placed(svg, this.colours, EDGE + (INNER - box.width * scale) / 2, this.y, scale))
    this.y += box.height * scale + 8
  }

  key(list: Element): void {
    const size = 14
    let x = EDGE
    this.y += 24
    for (const item of list.children.filter(isElement)) {
      const mark = findAll(item, ({ tag }) => tag === 'svg')[0]
      const words = linesOf(item).join(' ')
      const box = mark ? viewBox(mark) : { width: 0, height: 1 }
      const scale = 14 / box.height
      const markWidth = box.width * scale
      const width = markWidth + 8 + words.length * size * SIGN + 24
      if (x > EDGE && x + width > WIDTH - EDGE) {
        x = EDGE
        this.y += 22
      }
      if (mark) this.add(placed(mark, this.colours, x, this.y - 12, scale))
      this.text(words, { x: x + markWidth + 8, y: this.y, size, colour: 'muted' })
      x += width
    }
    this.y += 8
  }

  columns(header: Element): void {
    const words = header.children.filter(isElement).map((child) => linesOf(child).join(' '))
    this.y += 24
    words.forEach((text, index) => {
      const share = words.length === 1 ? 0 : index / (words.length - 1)
      this.text(text, {
        x: EDGE + share * INNER,
        y: this.y,
        size: 14,
        bold: true,
        colour: 'muted',
        anchor: share === 0 ? 'start' : share === 1 ? 'end' : 'middle',
      })
    })
  }

  words(block: Element): void {
    this.y += 8
    for (const part of findAll(block, ({ tag }) => tag === 'li' || /^h[1-6]$/.test(tag)))
      this.paragraph([linesOf(part).join(' · ')], 14, { colour: 'muted', bold: part.tag !== 'li' })
  }

  rows(list: Element): void {
    const rows = list.children.filter(isElement).flatMap((item) => readRow(item) ?? [])
    const hasWords = rows.some(({ after }) => after.length > 0)
    const [nameWidth, drawingWidth] = hasWords ? [270, 360] : [400, 480]
    this.y += 16
    for (const { before, svg, after } of rows) {
      this.rule()
      const top = this.y + 6
      const box = viewBox(svg)
      const scaleX =
        box.width >= 300 ? drawingWidth / box.width : Math.min(drawingWidth / box.width, 1.5)
      const scaleY = svg.attributes.preserveAspectRatio === 'none' ? 1 : scaleX
      this.y = top
      this.paragraph(before.slice(0, 1), 16, { bold: true, width: nameWidth })
      this.paragraph(before.slice(1), 14, { colour: 'muted', width: nameWidth })
      const afterName = this.y
      this.y = top
      this.paragraph(after.slice(0, 1), 15, {
        bold: true,
        x: EDGE + nameWidth + drawingWidth + 50,
        width: INNER - nameWidth - drawingWidth - 50,
      })
      this.paragraph(after.slice(1), 14, {
        colour: 'muted',
        x: EDGE + nameWidth + drawingWidth + 50,
        width: INNER - nameWidth - drawingWidth - 50,
      })
      const words = Math.max(afterName, this.y) - top
      const height = Math.max(words + 4, box.height * scaleY)
      this.add(
        placed(
          svg,
          this.colours,
          EDGE + nameWidth + 20,
          top + Math.max(4, (height - box.height * scaleY) / 2),
          scaleX,
          scaleY,
        ),
      )
      this.y = top + height + 10
    }
    this.rule()
    this.y += 8
  }

  finish({ title, language }: PictureText, description: string): string {
    const height = Math.ceil(this.y + EDGE)
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escapeMarkup(language)}" role="img" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="${escapeMarkup(FONT)}">` +
      `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(description)}</desc><rect width="${WIDTH}" height="${height}" fill="${this.colour('paper')}"/>${this.parts.join('')}</svg>`
    )
  }
}
