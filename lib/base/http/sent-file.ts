import 'server-only'
import { createHash } from 'node:crypto'
import { NextResponse } from 'next/server'
import { checkFile, MAX_FILE_BYTES, MEDIA_TYPES, type FileKind } from '@/lib/base/files/file-type'

export interface SentFile {
  kind: FileKind
  content: Uint8Array<ArrayBuffer>
}

/** The file of a field of a form, checked; or null when none was chosen; or what is wrong with it, as a key in the `errors` namespace. */
export async function readSentFile(
  form: FormData,
  field: string,
): Promise<SentFile | { fault: string } | null> {
  const sent = form.get(field)
  // No choice arrives as an empty file: without a name from the browser itself, under a made-up one through React.
  if (!(sent instanceof File) || (sent.size === 0 && !/\.\w+$/.test(sent.name))) return null
  // The size is known before the content is read into memory a second time.
  if (sent.size > MAX_FILE_BYTES) return { fault: 'fileTooLarge' }
  const content = new Uint8Array(await sent.arrayBuffer())
  const checked = checkFile(sent.name, content)
  return 'fault' in checked ? checked : { kind: checked.kind, content }
}

/** A sent file as it is stored: under a name of ours, with its hash. */
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

/** A file that came from a person: only ever saved and never shown inside this site, as an attachment with a policy under which nothing in it can run. */
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
