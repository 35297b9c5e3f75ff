import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface StructNode {
  role?: string
  children?: StructNode[]
}

const rolesOf = (node: StructNode): string[] => [
  ...(node.role === undefined ? [] : [node.role]),
  ...(node.children ?? []).flatMap(rolesOf),
]

export interface PrintedPage {
  text: string
  roles: string[]
  /** Height of each text in points, without empty ones. */
  sizes: number[]
  /** How far down the ink of the text goes between the margins, as a share of the page. */
  filled: number
}

interface Canvas {
  canvas: HTMLCanvasElement
  context: CanvasRenderingContext2D
}

/** The share of the height above the lowest dark row, without header and footer. */
function filledShare({ context }: Canvas, width: number, height: number): number {
  const [top, bottom] = [Math.round(height * 0.06), Math.round(height * 0.94)]
  for (let y = bottom; y > top; y--) {
    const row = context.getImageData(0, y, width, 1).data
    for (let at = 0; at < row.length; at += 4)
      if ((row[at] ?? 255) + (row[at + 1] ?? 255) + (row[at + 2] ?? 255) < 600)
        return (y - top) / (bottom - top)
  }
  return 0
}

/** A PDF as it is drawn and as it is read aloud, page by page. */
export async function readPrinted(
  content: Buffer,
): Promise<{ isTagged: boolean; pages: PrintedPage[] }> {
  const file = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise
  const pages: PrintedPage[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
    const tree = (await page.getStructTree()) as StructNode | null
    const viewport = page.getViewport({ scale: 1 })
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
    const drawing = (
      file.canvasFactory as { create: (width: number, height: number) => Canvas }
    ).create(width, height)
    await page.render({ canvas: drawing.canvas, canvasContext: drawing.context, viewport }).promise
    pages.push({
      text: texts
        .map(({ str }) => str)
        .join(' ')
        .replace(/\s+/g, ' '),
      roles: tree === null ? [] : rolesOf(tree),
      sizes: texts.map(({ height: size }) => size),
      filled: filledShare(drawing, width, height),
    })
  }
  const isTagged = (await file.getMarkInfo())?.Marked === true
  await file.destroy()
  return { isTagged, pages }
}
