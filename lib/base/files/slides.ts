import 'server-only'
import PptxGenJS from 'pptxgenjs'
import { xmlSafe } from '@/lib/base/text/text'

export interface SlidePart {
  label: string
  lines: readonly string[]
}

export interface Slide {
  title: string
  kicker: string
  /** Two columns, read from left to right. */
  columns: readonly [readonly SlidePart[], readonly SlidePart[]]
  source: { text: string; address: string }
}

/** The colours of the light theme; slides are shown on a screen or printed. */
const INK = '1B2420'
const MUTED = '55605A'
const GREEN = '1F5F4A'
const FONT = 'Calibri'
const MASTER = 'Initiatief'

const WIDTH = 13.33
const MARGIN = 0.6
const COLUMN = (WIDTH - 3 * MARGIN) / 2

function defineMaster(file: PptxGenJS): void {
  file.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    slideNumber: { x: WIDTH - 1, y: 7, fontFace: FONT, fontSize: 11, color: MUTED },
    objects: [
      // A real title: screen readers and the outline of PowerPoint use it.
      {
        placeholder: {
          options: {
            name: 'titel',
            type: 'title',
            x: MARGIN,
            y: 0.75,
            w: WIDTH - 2 * MARGIN,
            h: 0.9,
            fontFace: FONT,
            fontSize: 30,
            bold: true,
            color: INK,
            align: 'left',
            valign: 'top',
            margin: 0,
          },
          text: '',
        },
      },
    ],
  })
}

const textOf = (parts: readonly SlidePart[]): PptxGenJS.TextProps[] =>
  parts.flatMap(({ label, lines }) => [
    {
      text: xmlSafe(label),
      options: { bold: true, color: GREEN, fontSize: 13, breakLine: true, paraSpaceBefore: 8 },
    },
    ...lines.map((line) => ({
      text: xmlSafe(line),
      options: { color: INK, fontSize: 14, breakLine: true },
    })),
  ])

function addSlide(file: PptxGenJS, { title, kicker, columns, source }: Slide, lang: string): void {
  const slide = file.addSlide({ masterName: MASTER })
  const around = { lang, fontFace: FONT, margin: 0, align: 'left', valign: 'top' } as const
  slide.addText(xmlSafe(title), { placeholder: 'titel', lang })
  slide.addText(xmlSafe(kicker), {
    ...around,
    x: MARGIN,
    y: 0.4,
    w: WIDTH - 2 * MARGIN,
    h: 0.3,
    fontSize: 13,
    color: MUTED,
  })
  columns.forEach((parts, index) => {
    slide.addText(textOf(parts), {
      ...around,
      x: MARGIN + index * (COLUMN + MARGIN),
      y: 1.8,
      w: COLUMN,
      h: 5,
      fit: 'shrink',
    })
  })
  slide.addText([{ text: xmlSafe(source.text), options: { hyperlink: { url: source.address } } }], {
    ...around,
    x: MARGIN,
    y: 7,
    w: WIDTH - 2.5,
    h: 0.3,
    fontSize: 11,
    color: MUTED,
  })
}

/** A PowerPoint file with one slide for each item. */
export async function toPptx(
  slides: readonly Slide[],
  { title, author, language }: { title: string; author: string; language: 'nl' | 'en' },
): Promise<Buffer> {
  const file = new PptxGenJS()
  file.layout = 'LAYOUT_WIDE'
  file.title = xmlSafe(title)
  file.author = xmlSafe(author)
  file.company = xmlSafe(author)
  file.theme = { headFontFace: FONT, bodyFontFace: FONT }
  defineMaster(file)
  const lang = language === 'en' ? 'en-GB' : 'nl-NL'
  for (const slide of slides) addSlide(file, slide, lang)
  return Buffer.from((await file.write({ outputType: 'nodebuffer' })) as Uint8Array)
}
