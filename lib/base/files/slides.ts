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
  /** Two columns, read from left to right; without a second one the first is as wide as both. */
  columns: readonly [readonly SlidePart[], readonly SlidePart[]]
  source: { text: string; address: string }
}

export interface TableSlide extends Omit<Slide, 'columns'> {
  /** Shares of the width; together 1. */
  widths: readonly number[]
  header: readonly string[]
  rows: readonly (readonly (readonly string[])[])[]
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

/** Text over the whole width is read from a distance. */
const textOf = (parts: readonly SlidePart[], isWide: boolean): PptxGenJS.TextProps[] =>
  parts.flatMap(({ label, lines }) => [
    ...(label === ''
      ? []
      : [
          {
            text: xmlSafe(label),
            options: {
              bold: true,
              color: GREEN,
              fontSize: isWide ? 17 : 13,
              breakLine: true,
              paraSpaceBefore: 8,
            },
          },
        ]),
    ...lines.map((line) => ({
      text: xmlSafe(line),
      options: {
        color: INK,
        fontSize: isWide ? 17 : 14,
        breakLine: true,
        ...(isWide && { paraSpaceBefore: 5 }),
      },
    })),
  ])

const LINE = { type: 'solid', pt: 0.75, color: 'B9BDB8' } as const
const NONE = { type: 'none' } as const

/** The texts of a cell, each on a line of its own. */
function cellOf(
  texts: readonly string[],
  lang: string,
  { isHeader = false, isFirst = false }: { isHeader?: boolean; isFirst?: boolean } = {},
): PptxGenJS.TableCell {
  return {
    text: texts.map((text, at) => ({
      text: xmlSafe(text),
      options: {
        breakLine: at < texts.length - 1,
        lang,
        bold: isHeader || (isFirst && at === 0),
      },
    })),
    options: {
      fontFace: FONT,
      fontSize: 13,
      color: isHeader ? GREEN : INK,
      valign: 'top',
      align: 'left',
      margin: [0.05, 0.08, 0.05, 0.08],
      border: [NONE, NONE, LINE, NONE],
    },
  }
}

function addTable(
  slide: PptxGenJS.Slide,
  { header, rows, widths }: TableSlide,
  lang: string,
): void {
  const width = WIDTH - 2 * MARGIN
  slide.addTable(
    [
      header.map((title) => cellOf([title], lang, { isHeader: true })),
      ...rows.map((row) => row.map((texts, at) => cellOf(texts, lang, { isFirst: at === 0 }))),
    ],
    { x: MARGIN, y: 1.7, w: width, colW: widths.map((share) => share * width) },
  )
}

function addSlide(file: PptxGenJS, content: Slide | TableSlide, lang: string): void {
  const { title, kicker, source } = content
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
  if ('rows' in content) addTable(slide, content, lang)
  else
    content.columns.forEach((parts, index) => {
      if (parts.length === 0) return
      const isWide = content.columns[1].length === 0
      slide.addText(textOf(parts, isWide), {
        ...around,
        x: MARGIN + index * (COLUMN + MARGIN),
        y: 1.8,
        w: isWide ? WIDTH - 2 * MARGIN : COLUMN,
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
  slides: readonly (Slide | TableSlide)[],
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
