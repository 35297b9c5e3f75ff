import 'server-only'
import type { NextRequest } from 'next/server'
import { collectBytes, MAX_FILE_BYTES, SheetError } from '@/lib/base/files/sheets'
import { cleanText } from '@/lib/base/text/text'

const ROOM_FOR_FIELDS = 64 * 1_024

export interface Upload {
  field: (name: string) => string
  file: { name: string; content: Buffer<ArrayBuffer> }
}

/** Refuses a large file while it arrives. Callers have checked the sender. Throws SheetError. */
export async function readUpload(request: NextRequest): Promise<Upload> {
  if (request.body === null) throw new SheetError('empty')
  const body = await collectBytes(request.body, MAX_FILE_BYTES + ROOM_FOR_FIELDS)
  const form = await parseForm(body, request.headers.get('content-type') ?? '')
  const file = form.get('bestand')
  if (!(file instanceof File) || file.size === 0) throw new SheetError('empty')
  const field = (name: string) => {
    const text = form.get(name)
    return typeof text === 'string' ? cleanText(text) : ''
  }
  return {
    field,
    file: { name: cleanText(file.name), content: Buffer.from(await file.arrayBuffer()) },
  }
}

async function parseForm(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
  } catch (error) {
    if (error instanceof TypeError) throw new SheetError('broken')
    throw error
  }
}
