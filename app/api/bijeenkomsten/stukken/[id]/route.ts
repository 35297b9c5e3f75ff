import type { NextRequest, NextResponse } from 'next/server'
import { getMaterialFile } from '@/lib/exchange/meetings/data'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { problemResponse } from '@/lib/base/http/headers'
import { attachment } from '@/lib/base/http/sent-file'

export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<NextResponse> {
  try {
    const file = await getMaterialFile((await params).id)
    return file
      ? attachment(file)
      : problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    return problemResponse(
      503,
      'Nu niet bereikbaar',
      'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
    )
  }
}
