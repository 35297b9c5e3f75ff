/** Writes text as a PDF, with the fonts that every reader has. */
export interface PdfLine {
  text: string
  /** The second column of a table. */
  value?: string
  size?: number
  isBold?: boolean
  isTight?: boolean
}

const PAGE = { width: 595, height: 842, margin: 72 }
const COLUMN = 230
const BODY = 11
const WIN_ANSI = new Map([
  ['€', 0x80],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
])

const encoded = (text: string) =>
  Array.from(text)
    .map((sign) => {
      const code = WIN_ANSI.get(sign) ?? sign.charCodeAt(0)
      return code < 0x80 && !'()\\'.includes(sign) ? sign : `\\${code.toString(8).padStart(3, '0')}`
    })
    .join('')

function wrap(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

interface Placed {
  text: string
  x: number
  y: number
  size: number
  font: 'F1' | 'F2'
}

class Pages {
  readonly pages: Placed[][] = [[]]
  #y = PAGE.height - PAGE.margin

  #nextLine(size: number): void {
    if (this.#y < PAGE.margin + size) {
      this.pages.push([])
      this.#y = PAGE.height - PAGE.margin
    }
    this.#y -= size * 1.25
  }

  #put(text: string | undefined, x: number, size: number, font: Placed['font']): void {
    if (text !== undefined) this.pages.at(-1)?.push({ text, x, y: this.#y, size, font })
  }

  add({ text, value, size = BODY, isBold = false, isTight = false }: PdfLine): void {
    this.#y -= size * (isTight || value !== undefined ? 0.25 : 0.9)
    const room = (PAGE.width - 2 * PAGE.margin) / (size * 0.5)
    const left = wrap(text, Math.floor(value === undefined ? room : 26))
    const right = value === undefined ? [] : wrap(value, 48)
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
      this.#nextLine(size)
      this.#put(left[at], PAGE.margin, size, isBold ? 'F2' : 'F1')
      this.#put(right[at], COLUMN, size, 'F1')
    }
  }
}

/** Rows of pages; a new page when the room is used up. */
function place(lines: readonly PdfLine[]): Placed[][] {
  const pages = new Pages()
  for (const line of lines) pages.add(line)
  return pages.pages
}

const drawn = (placed: readonly Placed[]) =>
  placed
    .map(
      ({ text, x, y, size, font }) =>
        `BT /${font} ${String(size)} Tf 1 0 0 1 ${String(x)} ${y.toFixed(1)} Tm (${encoded(text)}) Tj ET`,
    )
    .join('\n')

/** A PDF of numbered objects; `trailer` may name more than the root. */
export function pdfOfObjects(objects: readonly string[], trailer = ''): Buffer {
  let body = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const from = body.length
    body += `${String(at + 1)} 0 obj\n${object}\nendobj\n`
    return from
  })
  const rows = places.map((from) => `${String(from).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${String(body.length)}\n%%EOF\n`,
    'latin1',
  )
}

const font = (name: string) =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`

export function pdfOf(lines: readonly PdfLine[], trailer = ''): Buffer {
  const pages = place(lines)
  const first = 5
  const kids = pages.map((_page, at) => `${String(first + at * 2)} 0 R`).join(' ')
  return pdfOfObjects(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`,
      font('Helvetica'),
      font('Helvetica-Bold'),
      ...pages.flatMap((page, at) => {
        const content = drawn(page)
        return [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(PAGE.width)} ${String(PAGE.height)}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${String(first + at * 2 + 1)} 0 R >>`,
          `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
        ]
      }),
    ],
    trailer,
  )
}
