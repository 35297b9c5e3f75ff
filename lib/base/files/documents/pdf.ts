import type * as PdfModule from 'pdfjs-dist/legacy/build/pdf.mjs'
import { LineBlocks } from './line-blocks.ts'
import { pageLines, type Piece, withoutRepeats } from './page-lines.ts'
import { type Block, DocumentError, MAX_CHARACTERS, MAX_PAGES } from './types.ts'

/** Fonts, character maps and forms come from the file itself, or are not read. */
const CLOSED = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  useWorkerFetch: false,
  disableAutoFetch: true,
  stopAtErrors: false,
  verbosity: 0,
} as const

const FEW_CHARACTERS = 20

function namedError(error: unknown): unknown {
  if (error instanceof DocumentError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new DocumentError('password')
  return new DocumentError('broken')
}

type GetDocument = (typeof PdfModule)['getDocument']

async function readPages(getDocument: GetDocument, file: Buffer): Promise<Piece[][]> {
  const task = getDocument({ data: new Uint8Array(file), ...CLOSED })
  try {
    const document = await task.promise
    if (document.numPages > MAX_PAGES) throw new DocumentError('tooManyPages')
    const pages: Piece[][] = []
    let characters = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item): Piece[] => ('str' in item ? [item] : []))
      characters += pieces.reduce((sum, { str }) => sum + str.length, 0)
      if (characters > MAX_CHARACTERS) throw new DocumentError('tooMuchText')
      pages.push(pieces)
      page.cleanup()
    }
    if (characters < FEW_CHARACTERS) throw new DocumentError('picture')
    return pages
  } finally {
    await task.destroy()
  }
}

/** Drawing alone needs these, and Node has none; pdfjs asks for the first while it loads. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D']

async function loadPdf(): Promise<GetDocument> {
  for (const name of DRAWING)
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return getDocument
}

/** The text of a PDF; what is only a picture of text is refused. */
export async function pdfBlocks(file: Buffer): Promise<Block[]> {
  const getDocument = await loadPdf()
  try {
    const pages = await readPages(getDocument, file)
    const blocks = new LineBlocks()
    blocks.add(withoutRepeats(pageLines(pages)))
    return blocks.blocks
  } catch (error) {
    throw namedError(error)
  }
}

/** Opens a PDF as a reader would. Throws DocumentError when it needs a password or is broken. */
export async function openPdf(file: Buffer): Promise<void> {
  const getDocument = await loadPdf()
  try {
    const task = getDocument({ data: new Uint8Array(file), ...CLOSED })
    try {
      const document = await task.promise
      await document.getPage(1)
    } finally {
      await task.destroy()
    }
  } catch (error) {
    throw namedError(error)
  }
}
