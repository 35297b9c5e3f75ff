import 'server-only'
import { createHash } from 'node:crypto'
import { NextResponse } from 'next/server'
import type { ImageFormat } from '@/lib/base/files/images/types'
import { scanFile } from './scan'
import { checkFile, MAX_FILE_BYTES, MEDIA_TYPES, type FileKind } from '@/lib/base/files/file-type'

export interface SentFile {
  kind: FileKind
  content: Uint8Array<ArrayBuffer>
}

/** The file that someone chose in this field; null for no choice. Its bytes are not read yet. */
export function chosenFile(form: FormData, field: string): File | null {
  const sent = form.get(field)
  // No choice arrives as an empty file, through React with a made-up name.
  return sent instanceof File && (sent.size > 0 || /\.\w+$/.test(sent.name)) ? sent : null
}

/** The bytes of the file that someone chose, or a key in the `errors` namespace. */
export async function readChosenFile(
  form: FormData,
  field: string,
  maxBytes: number,
): Promise<{ name: string; content: Buffer<ArrayBuffer> } | { fault: string }> {
  const sent = chosenFile(form, field)
  if (sent === null) return { fault: 'fileMissing' }
  if (sent.size === 0) return { fault: 'fileEmpty' }
  if (sent.size > maxBytes) return { fault: 'file20TooLarge' }
  return { name: sent.name, content: Buffer.from(await sent.arrayBuffer()) }
}

/** Null for no choice; a fault when it may not be kept. `actorId` is who sends it. */
export async function readSentFile(
  form: FormData,
  field: string,
  actorId: string,
): Promise<SentFile | { fault: string } | null> {
  const sent = chosenFile(form, field)
  if (sent === null) return null
  // Checked before the content is copied into memory.
  if (sent.size > MAX_FILE_BYTES) return { fault: 'fileTooLarge' }
  const content = new Uint8Array(await sent.arrayBuffer())
  const checked = checkFile(sent.name, content)
  if ('fault' in checked) return checked
  const fault = await scanFile(content, actorId)
  return fault === null ? { kind: checked.kind, content } : { fault }
}

export function toStoredFile({ kind, content }: SentFile, prefix: string) {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return {
    name: `${prefix}-${sha256.slice(0, 12)}.${kind}`,
    mediaType: MEDIA_TYPES[kind],
    sizeBytes: content.length,
    sha256,
    content,
  }
}

/** A file from a person is only offered as a download, under a policy in which nothing can run. */
export function attachment(file: {
  name: string
  mediaType: string
  content: Uint8Array
}): NextResponse {
  return new NextResponse(Buffer.from(file.content), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.content.length),
      'content-disposition': `attachment; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
      'cache-control': 'private, no-store',
    },
  })
}

/**
 * A picture that we made ourselves. What stands at its address never changes, so that everyone may
 * keep a public one; one of a draft is kept by nobody.
 */
export function inlineImage(
  content: Uint8Array,
  format: ImageFormat,
  isPublic: boolean,
): NextResponse {
  return new NextResponse(Buffer.from(content), {
    headers: {
      'content-type': `image/${format}`,
      'content-length': String(content.length),
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      // Open data may be shown by other sites.
      'cross-origin-resource-policy': isPublic ? 'cross-origin' : 'same-origin',
      'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
    },
  })
}
