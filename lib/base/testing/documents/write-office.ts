import { strToU8, zipSync } from 'fflate'
import { ATTACHMENT_TYPES } from '@/lib/base/files/attachments/types'

type Parts = Readonly<Record<string, string | Uint8Array>>

export const archiveOf = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          typeof part === 'string' ? strToU8(part) : part,
        ]),
      ),
    ),
  )

const MAIN = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
} as const

/** The least that counts as a file of Word, Excel or PowerPoint; its type can be told otherwise. */
export const officeOf = (
  kind: keyof typeof MAIN,
  { more = {}, type = `${ATTACHMENT_TYPES[kind]}.main+xml` }: { more?: Parts; type?: string } = {},
): Buffer =>
  archiveOf({
    '[Content_Types].xml': `<Types><Override PartName="/${MAIN[kind]}" ContentType="${type}"/></Types>`,
    [MAIN[kind]]: '<main/>',
    ...more,
  })

/** The least that counts as a text or sheet of LibreOffice. */
export const openDocumentOf = (kind: 'odt' | 'ods', more: Parts = {}): Buffer =>
  archiveOf({ mimetype: ATTACHMENT_TYPES[kind], 'content.xml': '<content/>', ...more })
