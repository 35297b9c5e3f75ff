/** Names and browser types are only claims, so content decides. Macros are refused. */

export const MAX_FILE_BYTES = 5 * 1_024 * 1_024

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const
export type FileKind = keyof typeof MEDIA_TYPES

const EXTENSIONS: ReadonlyMap<string, FileKind> = new Map([
  ['pdf', 'pdf'],
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
  ['png', 'png'],
  ['jpg', 'jpg'],
  ['jpeg', 'jpg'],
])
export const ACCEPTED_FILES = [...EXTENSIONS.keys()].map((extension) => `.${extension}`).join(',')

/** `ole` is what old Excel and Word write. */
const SIGNATURES = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  zip: [0x50, 0x4b, 0x03, 0x04],
  ole: [0xd0, 0xcf, 0x11, 0xe0],
  gzip: [0x1f, 0x8b],
} as const satisfies Record<string, readonly number[]>
type Signature = keyof typeof SIGNATURES

export function signatureOf(bytes: Uint8Array): Signature | null {
  const names = Object.keys(SIGNATURES) as Signature[]
  return (
    names.find((name) => SIGNATURES[name].every((byte, place) => bytes[place] === byte)) ?? null
  )
}

const PROGRAMS = ['MZ', '\u007FELF', '#!', '\u00CA\u00FE\u00BA\u00BE', '\u00CF\u00FA\u00ED\u00FE']

const latin = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

/** A program or script, whatever its name says. */
export const isProgram = (bytes: Uint8Array) =>
  PROGRAMS.some((start) => latin(bytes, 0, start.length) === start)

/** An Office file with a password is a container of the old kind, with this name inside. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

/** Of a file whose signature is `ole`: whether a password keeps it shut. */
export const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED)

/** Set in each entry of an archive that needs a password. */
const ENCRYPTED_ENTRY = 0x1

/** Of a file whose signature is `zip`: its first entry says so itself, whatever its directory says. */
export const isEncryptedArchive = (file: Buffer): boolean =>
  file.length > 8 && (file.readUInt16LE(6) & ENCRYPTED_ENTRY) === ENCRYPTED_ENTRY

export const IMAGE_KINDS = ['jpeg', 'png', 'webp', 'avif'] as const
export type ImageKind = (typeof IMAGE_KINDS)[number]

/** What picture these bytes begin like; null for any other. An AVIF may hold more than one. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  const signature = signatureOf(bytes)
  if (signature === 'jpg') return 'jpeg'
  if (signature === 'png') return 'png'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp'
  return /^ftypavi[fs]$/.test(latin(bytes, 4, 12)) ? 'avif' : null
}

const contains = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1')

function isTable(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d))
    return false
  const start = Buffer.from(bytes.subarray(0, 4_096))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
  return !/^(<|#!|%!|MZ)/.test(start) && /[,;\t]/.test(start.split(/[\r\n]/, 1)[0] ?? '')
}

/** Null for anything that is not accepted. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const signature = signatureOf(bytes)
  switch (signature) {
    case 'zip':
      return contains(bytes, 'xl/workbook.xml') && !contains(bytes, 'vbaProject.bin')
        ? 'xlsx'
        : null
    case 'ole':
    case 'gzip':
      return null
    case null:
      return isTable(bytes) ? 'csv' : null
    default:
      return signature
  }
}

/** The kind of a sent file, or a key in the `errors` namespace. */
export function checkFile(
  name: string,
  bytes: Uint8Array,
): { kind: FileKind } | { fault: 'fileEmpty' | 'fileTooLarge' | 'fileUnknown' | 'fileMismatch' } {
  if (bytes.length === 0) return { fault: 'fileEmpty' }
  if (bytes.length > MAX_FILE_BYTES) return { fault: 'fileTooLarge' }
  const kind = fileKind(bytes)
  const claimed = EXTENSIONS.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '')
  if (claimed === undefined) return { fault: 'fileUnknown' }
  return kind === claimed ? { kind } : { fault: 'fileMismatch' }
}
