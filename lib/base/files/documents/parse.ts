import { ArchiveError, unpackBounded } from '../archive.ts'
import { decodeText } from '../decode-text.ts'
import { isEncryptedArchive, isEncryptedOffice, isProgram, signatureOf } from '../file-type.ts'
import { XmlError } from '../xml-reader.ts'
import { docxBlocks } from './docx.ts'
import { odtBlocks } from './odt.ts'
import { pdfBlocks } from './pdf.ts'
import { textBlocks } from './plain-text.ts'
import {
  type Block,
  DocumentError,
  MAX_BLOCKS,
  MAX_CHARACTERS,
  MAX_DOCUMENT_BYTES,
  type Reading,
} from './types.ts'

/** Pictures, macros and embedded files stay packed. */
const TEXT_PART = /(?:\.xml|\.rels|^mimetype)$/i

async function archiveBlocks(file: Buffer): Promise<Block[]> {
  if (isEncryptedArchive(file)) throw new DocumentError('password')
  const parts = await unpackBounded(file, (name) => TEXT_PART.test(name))
  if (parts.has('word/document.xml')) return docxBlocks(parts)
  const type = parts.get('mimetype')?.toString('latin1', 0, 100) ?? ''
  if (parts.has('content.xml') && type.startsWith('application/vnd.oasis.opendocument.text'))
    return odtBlocks(parts)
  throw new DocumentError('wrongKind')
}

function plainBlocks(file: Buffer): Block[] {
  const text = decodeText(file)
  const start = text.trimStart().slice(0, 20).toLowerCase()
  if (text.includes('\0') || /^(?:<|%!|\{\\rtf)/.test(start)) throw new DocumentError('wrongKind')
  return textBlocks(text)
}

/** Content decides what a file is; its name is a claim. */
async function blocksOf(file: Buffer): Promise<Block[]> {
  if (isProgram(file)) throw new DocumentError('program')
  switch (signatureOf(file)) {
    case 'zip':
      return archiveBlocks(file)
    case 'pdf':
      return pdfBlocks(file)
    case 'ole':
      throw new DocumentError(isEncryptedOffice(file) ? 'password' : 'oldWord')
    case null:
      return plainBlocks(file)
    default:
      throw new DocumentError('wrongKind')
  }
}

const lengthOf = (block: Block) =>
  block.kind === 'row'
    ? block.cells.join('').length
    : block.kind === 'pair'
      ? block.label.length + block.value.length
      : block.text.length

const isTooMuch = (blocks: readonly Block[]) =>
  blocks.length > MAX_BLOCKS ||
  blocks.reduce((sum, block) => sum + lengthOf(block), 0) > MAX_CHARACTERS

function problemOf(error: unknown): Reading {
  if (error instanceof DocumentError) return { problem: error.problem }
  if (error instanceof ArchiveError) return { problem: error.problem }
  // mammoth throws plain errors for a file that is not what it says, and so does deep nesting.
  if (error instanceof XmlError || error instanceof Error) return { problem: 'broken' }
  throw error
}

/** The words of a document in their order, or what is wrong with it. Never throws for a file. */
export async function parseDocument(file: Buffer): Promise<Reading> {
  if (file.length === 0) return { problem: 'empty' }
  if (file.length > MAX_DOCUMENT_BYTES) return { problem: 'tooLarge' }
  try {
    const blocks = await blocksOf(file)
    if (isTooMuch(blocks)) return { problem: 'tooMuchText' }
    return blocks.length === 0 ? { problem: 'noText' } : { blocks }
  } catch (error) {
    return problemOf(error)
  }
}
