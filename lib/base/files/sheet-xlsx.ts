import 'server-only'
import { shapeOfBuiltIn, shapeOfCode, type NumberShape } from './sheet-number'
import { readWholeXml } from './xml-reader'

export class WorkbookError extends Error {}

export interface Book {
  sheet: Buffer
  strings: readonly string[]
  shapes: readonly NumberShape[]
  from1904: boolean
}

interface Workbook {
  sheets: readonly string[]
  open: (name: string) => Book
}

interface Outline {
  sheets: { name: string; state: string; link: string }[]
  from1904: boolean
}

function readOutline(workbook: Buffer): Outline {
  const outline: Outline = { sheets: [], from1904: false }
  readWholeXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') outline.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const [, link = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? []
      outline.sheets.push({ name: attributes.name ?? '', state: attributes.state ?? '', link })
    },
  })
  return outline
}

function readLinks(part: Buffer | undefined) {
  const links = new Map<string, { type: string; target: string }>()
  if (part)
    readWholeXml(part, {
      open: (name, { Id = '', Type = '/worksheet', Target = '' }) => {
        if (name === 'Relationship') links.set(Id, { type: Type, target: Target })
      },
    })
  return links
}

function visibleSheets({ sheets }: Outline, links: ReturnType<typeof readLinks>) {
  const parts = new Map<string, string>()
  for (const { name, state, link } of sheets) {
    const { type, target } = links.get(link) ?? { type: '/worksheet', target: '' }
    if (!type.endsWith('/worksheet') || !/^(visible)?$/.test(state)) continue
    parts.set(name, /^\/?(?:xl\/)?(.+)$/.exec(target)?.[1] ?? 'worksheets/sheet1.xml')
  }
  return parts
}

function readStrings(part: Buffer | undefined): string[] {
  const strings: string[] = []
  let current = ''
  let spoken = 0
  if (part)
    readWholeXml(part, {
      open: (name) => {
        if (name === 'si') current = ''
        if (name === 'rPh') spoken += 1
      },
      close: (name, text) => {
        if (name === 't' && spoken === 0) current += text
        if (name === 'rPh') spoken -= 1
        if (name === 'si') strings.push(current)
      },
    })
  return strings
}

function readShapes(part: Buffer | undefined): NumberShape[] {
  const own = new Map<string, NumberShape>()
  const ids: string[] = []
  if (part)
    readWholeXml(part, {
      open: (name, { numFmtId = '0', formatCode = '' }, parent) => {
        if (name === 'numFmt') own.set(numFmtId, shapeOfCode(formatCode))
        if (name === 'xf' && parent === 'cellXfs') ids.push(numFmtId)
      },
    })
  return ids.map((id) => own.get(id) ?? shapeOfBuiltIn(Number(id)))
}

export function openWorkbook(parts: ReadonlyMap<string, Buffer>): Workbook {
  const workbook = parts.get('xl/workbook.xml')
  if (workbook === undefined) throw new WorkbookError('no workbook')
  const outline = readOutline(workbook)
  const sheets = visibleSheets(outline, readLinks(parts.get('xl/_rels/workbook.xml.rels')))
  return {
    sheets: [...sheets.keys()],
    open: (name) => {
      const sheet = parts.get(`xl/${sheets.get(name) ?? ''}`)
      if (sheet === undefined) throw new WorkbookError('no sheet')
      return {
        sheet,
        strings: readStrings(parts.get('xl/sharedStrings.xml')),
        shapes: readShapes(parts.get('xl/styles.xml')),
        from1904: outline.from1904,
      }
    },
  }
}
