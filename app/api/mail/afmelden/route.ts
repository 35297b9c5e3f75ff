import { NextResponse, type NextRequest } from 'next/server'
import { readUnsubscribeToken } from '@/lib/people/messages/data'
import { stopMail } from '@/lib/people/messages/wishes.mutations'
import { origin } from '@/lib/base/runtime/env'
import { problemResponse } from '@/lib/base/http/headers'

const MAX_BODY = 1_000
const tokenOf = (request: NextRequest) => request.nextUrl.searchParams.get('token') ?? ''

/** Asks first, because mail scanners open links too. */
export function GET(request: NextRequest): NextResponse {
  return NextResponse.redirect(
    `${origin}/afmelden?token=${encodeURIComponent(tokenOf(request).slice(0, MAX_BODY))}`,
    { status: 303, headers: { 'cache-control': 'no-store' } },
  )
}

/** One click (RFC 8058) without cookie, session or origin: the signed token authorizes. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const body = (await request.text()).slice(0, MAX_BODY)
  const multipart = /name="List-Unsubscribe"\s+One-Click/.test(body)
  if (!multipart && new URLSearchParams(body).get('List-Unsubscribe') !== 'One-Click')
    return problemResponse(
      400,
      'Ongeldige aanvraag',
      'Dit adres verwacht List-Unsubscribe=One-Click.',
    )
  const about = readUnsubscribeToken(tokenOf(request))
  if (!about || !(await stopMail(about.userId, about.kind)))
    return problemResponse(404, 'Niet gevonden', 'Deze link klopt niet.')
  return new NextResponse('U krijgt hierover geen e-mail meer.\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
