import { NextResponse, type NextRequest } from 'next/server'
import { getPathname } from '@/i18n/navigation'
import { fileResponse } from '@/lib/base/http/file-response'
import { problemResponse } from '@/lib/base/http/headers'
import { isSameOrigin } from '@/lib/base/http/network'
import { origin } from '@/lib/base/runtime/env'
import { currentActor } from '@/lib/people/accounts/session'
import { exportOwnData } from '@/lib/site/own-data/mutations'

/** No server action, because a file comes back. Without a session the page asks to sign in. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  if (!isSameOrigin(request.headers))
    return problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')
  const locale = request.nextUrl.searchParams.get('taal') === 'en' ? 'en' : 'nl'
  const back = (query: Record<string, string> = {}) =>
    NextResponse.redirect(
      `${origin}${getPathname({ href: { pathname: '/workspace/account', query }, locale })}#gegevens`,
      { status: 303, headers: { 'cache-control': 'no-store' } },
    )
  const actor = await currentActor()
  if (!actor) return back()
  const zip = await exportOwnData(actor.userId)
  return zip ? fileResponse(zip, 'zip', 'mijn-gegevens') : back({ gegevens: 'later' })
}
