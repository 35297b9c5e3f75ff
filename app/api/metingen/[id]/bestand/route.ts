import type { NextRequest, NextResponse } from 'next/server'
import { currentActor } from '@/lib/people/accounts/session'
import { getSourceFile } from '@/lib/judgement/measurements/data'
import { canReadSourceFile } from '@/lib/judgement/measurements/policy'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { problemResponse } from '@/lib/base/http/headers'
import { attachment } from '@/lib/base/http/sent-file'

const notFound = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<NextResponse> {
  try {
    const file = await getSourceFile((await params).id)
    if (!file || !canReadSourceFile(file.isPublished ? null : await currentActor(), file))
      return notFound()
    return attachment(file)
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    return problemResponse(
      503,
      'Nu niet bereikbaar',
      'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
    )
  }
}
