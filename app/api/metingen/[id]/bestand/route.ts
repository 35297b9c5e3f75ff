import { NextResponse, type NextRequest } from 'next/server'
import { currentActor } from '@/lib/accounts/session'
import { getSourceFile } from '@/lib/indicators/data'
import { canReadSourceFile } from '@/lib/indicators/policy'
import { isDatabaseUnavailable } from '@/lib/platform/errors'
import { problemResponse } from '@/lib/platform/headers'

const notFound = () => problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/**
 * The source file of a measurement. It came from a person, so it is only ever saved and never shown inside this site: as an
 * attachment, with a policy under which nothing in it can run.
 */
export async function GET(_request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<NextResponse> {
  try {
    const file = await getSourceFile((await params).id)
    if (!file || !canReadSourceFile(file.isPublished ? null : await currentActor(), file)) return notFound()
    return new NextResponse(Buffer.from(file.content), {
      headers: {
        'content-type': file.mediaType, 'content-length': String(file.content.length), 'content-disposition': `attachment; filename="${file.name}"`,
        'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin', 'x-robots-tag': 'noindex',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    return problemResponse(503, 'Nu niet bereikbaar', 'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.')
  }
}
