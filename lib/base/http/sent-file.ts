import 'server-only'
import { createHash } from 'node:crypto'
import { NextResponse } from 'next/server'
import { checkFile, MAX_FILE_BYTES, MEDIA_TYPES, type FileKind } from '@/lib/base/files/file-type'

export interface SentFile {
  kind: FileKind
  content: Uint8Array<ArrayBuffer>
}

export async function readSentFile(
  form: FormData,
  field: string,
): Promise<SentFile | { fault: string } | null> {
  const sent = form.get(field)
  // No choice arrives as an empty file, through React with a made-up name.
  if (!(sent instanceof File) || (sent.size === 0 && !/\.\w+$/.test(sent.name))) return null
  // Checked before the content is copied into memory.
  if (sent.size > MAX_FILE_BYTES) return { fault: 'fileTooLarge' }
  const content = new Uint8Array(await sent.arrayBuffer())
  const checked = checkFile(sent.name, content)
  return 'fault' in checked ? checked : { kind: checked.kind, content }
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
