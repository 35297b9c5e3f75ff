import type { NextRequest, NextResponse } from 'next/server'
import { ATTACHMENT_TYPES } from '@/lib/base/files/attachments/types'
import { problemResponse } from '@/lib/base/http/headers'
import { attachment } from '@/lib/base/http/sent-file'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { slugOf } from '@/lib/base/text/text'
import { getDocument, getPublicTitle, listAttachmentUses } from '@/lib/knowledge/media/data'
import { canRead } from '@/lib/knowledge/revisions/policy'
import { currentActor } from '@/lib/people/accounts/session'

const notFound = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/** The title in a version that this person may read. */
async function titleFor(hash: string): Promise<string | null> {
  const actor = await currentActor()
  if (!actor) return null
  return (await listAttachmentUses(hash)).find((use) => canRead(actor, use))?.title ?? null
}

export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ hash: string }> },
): Promise<NextResponse> {
  try {
    const { hash } = await params
    const title = (await getPublicTitle(hash)) ?? (await titleFor(hash))
    const found = title === null ? null : await getDocument(hash)
    if (title === null || found === null) return notFound()
    const { kind, content } = found
    const name = `${slugOf(title, 'bijlage')}.${kind}`
    return attachment({ name, mediaType: ATTACHMENT_TYPES[kind], content })
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    return problemResponse(
      503,
      'Nu niet bereikbaar',
      'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
    )
  }
}
