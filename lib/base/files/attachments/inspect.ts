// What a file is, by its bytes and by what is inside. Nothing in it is run or followed.
import { ArchiveError, inspectArchive } from '../archive.ts'
import { openPdf } from '../documents/pdf.ts'
import { DocumentError } from '../documents/types.ts'
import { isEncryptedArchive, isEncryptedOffice, isProgram, signatureOf } from '../file-type.ts'
import { readWholeXml, XmlError } from '../xml-reader.ts'
import {
  ATTACHMENT_TYPES,
  type AttachmentKind,
  type AttachmentProblem,
  type Inspection,
  MAX_ATTACHMENT_BYTES,
} from './types.ts'

class Refusal extends Error {
  readonly problem: AttachmentProblem

  constructor(problem: AttachmentProblem) {
    super(problem)
    this.problem = problem
  }
}

const OFFICE = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
} as const satisfies Partial<Record<AttachmentKind, string>>

const OPEN_DOCUMENT = ['odt', 'ods'] as const satisfies AttachmentKind[]

const TYPES = '[Content_Types].xml'
const MANIFEST = 'META-INF/manifest.xml'
const KEPT: ReadonlySet<string> = new Set([
  ...Object.values(OFFICE),
  TYPES,
  MANIFEST,
  'mimetype',
  'content.xml',
])

/** Word, Excel and PowerPoint; macro sheets of old; Basic and scripts of LibreOffice. */
const MACROS = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^(?:Basic|Scripts)\/./i

function checkMain(part: Buffer | undefined): void {
  if (part === undefined || part.includes('<!DOCTYPE') || part.includes('<!ENTITY'))
    throw new Refusal('attachmentBroken')
  readWholeXml(part, {})
}

async function archiveKind(file: Buffer): Promise<AttachmentKind> {
  if (isEncryptedArchive(file)) throw new Refusal('attachmentPassword')
  const { names, kept, isEncrypted } = await inspectArchive(file, (name) => KEPT.has(name))
  if (isEncrypted || kept.get(MANIFEST)?.includes('encryption-data') === true)
    throw new Refusal('attachmentPassword')
  const types = kept.get(TYPES)?.toString('utf8') ?? ''
  if (names.some((name) => MACROS.test(name)) || types.includes('macroEnabled'))
    throw new Refusal('attachmentMacros')
  const media = kept.get('mimetype')?.toString('latin1').trim()
  const open = OPEN_DOCUMENT.find((kind) => ATTACHMENT_TYPES[kind] === media)
  const office = (Object.keys(OFFICE) as (keyof typeof OFFICE)[]).find(
    (kind) => types.includes(`"${ATTACHMENT_TYPES[kind]}.main+xml"`) && kept.has(OFFICE[kind]),
  )
  const kind = open ?? office
  if (kind === undefined) throw new Refusal('attachmentUnknown')
  checkMain(kept.get(office === undefined ? 'content.xml' : OFFICE[office]))
  return kind
}

async function kindOf(file: Buffer): Promise<AttachmentKind> {
  if (isProgram(file)) throw new Refusal('attachmentProgram')
  switch (signatureOf(file)) {
    case 'zip':
      return archiveKind(file)
    case 'pdf':
      await openPdf(file)
      return 'pdf'
    case 'ole':
      throw new Refusal(isEncryptedOffice(file) ? 'attachmentPassword' : 'attachmentOld')
    default:
      throw new Refusal('attachmentUnknown')
  }
}

function problemOf(error: unknown): AttachmentProblem {
  if (error instanceof Refusal) return error.problem
  if (error instanceof ArchiveError && error.problem === 'tooLarge') return 'attachmentBomb'
  if (error instanceof DocumentError && error.problem === 'password') return 'attachmentPassword'
  const isOfFile = [ArchiveError, DocumentError, XmlError].some((kind) => error instanceof kind)
  if (isOfFile) return 'attachmentBroken'
  throw error
}

/** What kind of document it is, or what is wrong with it. Never throws for a file. */
export async function inspectAttachment(file: Buffer): Promise<Inspection> {
  if (file.length === 0) return { problem: 'fileEmpty' }
  if (file.length > MAX_ATTACHMENT_BYTES) return { problem: 'file20TooLarge' }
  try {
    return { kind: await kindOf(file) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}
