import 'server-only'
import { zipSync, strToU8 } from 'fflate'
import { escapeMarkup } from '@/lib/base/text/text'
import type { Table, TableRow } from './workbook'

/**
 * An OpenDocument spreadsheet: a sheet for each table. Cells hold values, never formulas, so
 * nothing in them can run. Source: OpenDocument 1.3, parts 2 (packages) and 3 (schema).
 */
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="header" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>`
const BODY = '</office:automatic-styles><office:body><office:spreadsheet>'
const END = '</office:spreadsheet></office:body></office:document-content>'

const CENTIMETRES_A_CHARACTER = 0.21
const USUAL_WIDTH = 24

/** More spaces than one, and tabs, would be lost in XML. */
const spaced = (line: string) =>
  escapeMarkup(line)
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${String(spaces.length - 1)}"/>`)
    .replaceAll('\t', '<text:tab/>')

const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => `<text:p>${spaced(line)}</text:p>`)
    .join('')

function cell(value: string | number | null, style: string): string {
  if (value === null || value === '') return '<table:table-cell/>'
  const look = `table:style-name="${style}"`
  return typeof value === 'number'
    ? `<table:table-cell ${look} office:value-type="float" office:value="${String(value)}"><text:p>${String(value)}</text:p></table:table-cell>`
    : `<table:table-cell ${look} office:value-type="string">${paragraphs(value)}</table:table-cell>`
}

const row = (cells: TableRow, style: string) =>
  `<table:table-row>${cells.map((one) => cell(one, style)).join('')}</table:table-row>`

const widthOf = (table: Table, column: number) =>
  ((table.widths?.[column] ?? USUAL_WIDTH) * CENTIMETRES_A_CHARACTER).toFixed(2)

const columnStyles = (table: Table, at: number) =>
  table.header
    .map(
      (_, column) =>
        `<style:style style:name="s${String(at)}c${String(column)}" style:family="table-column"><style:table-column-properties style:column-width="${widthOf(table, column)}cm"/></style:style>`,
    )
    .join('')

function sheet(table: Table, at: number): string {
  const columns = table.header
    .map((_, column) => `<table:table-column table:style-name="s${String(at)}c${String(column)}"/>`)
    .join('')
  const rows = table.rows.map((cells) => row(cells, 'cell')).join('')
  return `<table:table table:name="${escapeMarkup(table.name)}">${columns}<table:table-header-rows>${row(table.header, 'header')}</table:table-header-rows>${rows}</table:table>`
}

export function toOds(tables: readonly Table[]): Uint8Array {
  const content = `${HEAD}${tables.map(columnStyles).join('')}${BODY}${tables.map(sheet).join('')}${END}`
  return zipSync({
    // First and unpacked, so that programs know the kind by the first bytes.
    mimetype: [strToU8(MEDIA_TYPE), { level: 0 }],
    'META-INF/manifest.xml': strToU8(MANIFEST),
    'content.xml': strToU8(content),
  })
}
