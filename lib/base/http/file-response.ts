import 'server-only'
import { NextResponse } from 'next/server'

export const FILE_TYPES = {
  bib: 'application/x-bibtex; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ris: 'application/x-research-info-systems; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const
export type FileType = keyof typeof FILE_TYPES

/** An SVG that is opened by itself runs nothing and loads nothing. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/** A PDF opens in the browser. Not cached unless `headers` say so. */
export function fileResponse(
  body: string | Uint8Array | ReadableStream<Uint8Array>,
  type: FileType,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): NextResponse {
  return new NextResponse(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      'content-type': FILE_TYPES[type],
      'content-disposition': `${type === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${type}"`,
      'cache-control': 'no-store',
      ...(type === 'svg' && { 'content-security-policy': SVG_POLICY }),
      ...headers,
    },
  })
}
