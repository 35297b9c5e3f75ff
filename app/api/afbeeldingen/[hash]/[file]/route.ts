import type { NextRequest, NextResponse } from 'next/server'
import { problemResponse } from '@/lib/base/http/headers'
import { inlineImage } from '@/lib/base/http/sent-file'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { getImageFile, isPublicImage, listImageUses } from '@/lib/knowledge/media/data'
import { readImageName } from '@/lib/knowledge/media/rules'
import { canRead } from '@/lib/knowledge/revisions/policy'
import { currentActor } from '@/lib/people/accounts/session'

const notFound = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/** Whoever may read a version that shows the picture. */
async function mayRead(hash: string): Promise<boolean> {
  const actor = await currentActor()
  return actor !== null && (await listImageUses(hash)).some((use) => canRead(actor, use))
}

export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ hash: string; file: string }> },
): Promise<NextResponse> {
  try {
    const { hash, file } = await params
    const wanted = readImageName(file)
    if (wanted === null) return notFound()
    const isPublic = await isPublicImage(hash)
    if (!isPublic && !(await mayRead(hash))) return notFound()
    const content = await getImageFile(hash, wanted.width, wanted.format)
    return content ? inlineImage(content, wanted.format, isPublic) : notFound()
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    return problemResponse(
      503,
      'Nu niet bereikbaar',
      'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
    )
  }
}
