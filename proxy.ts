import createMiddleware from 'next-intl/middleware'
import { NextRequest, NextResponse } from 'next/server'
import { routing } from './i18n/routing'
import { problemResponse } from './lib/base/http/headers'
import { contentSecurityPolicy, SECURITY_HEADERS } from './lib/base/http/security-headers'

const localise = createMiddleware(routing)

/** Control characters drop out of a rewritten path, which would then lead to another page. */
const CONTROL = /%(?:[01][0-9a-f]|7f)/i
const NOWHERE = '/bestaat-niet'

const isDevelopment = () => process.env.NODE_ENV === 'development'

/** API paths end without a slash (API Design Rules); the same path with one does not exist. */
function apiResponse(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  if (pathname.endsWith('/'))
    return problemResponse(
      404,
      'Niet gevonden',
      'Dit adres bestaat niet. Laat de schuine streep aan het eind weg.',
    )
  return NextResponse.next()
}

/** Never decides who may see something: pages and actions do, so they stay closed without it. */
export function proxy(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname.startsWith('/api/'))
    return withSecurityHeaders(apiResponse(request), request)

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce, isDevelopment())
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = localise(
    CONTROL.test(request.nextUrl.pathname)
      ? new NextRequest(new URL(NOWHERE, request.url), { headers })
      : new NextRequest(request, { headers }),
  )
  response.headers.set('content-security-policy', policy)
  return withSecurityHeaders(response, request)
}

function withSecurityHeaders(response: NextResponse, request: NextRequest): NextResponse {
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value)
  if (
    request.nextUrl.protocol === 'https:' ||
    request.headers.get('x-forwarded-proto') === 'https'
  ) {
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  return response
}

export const config = {
  matcher: ['/((?!_next/|favicon\\.ico|icon\\.svg|robots\\.txt|\\.well-known/).*)'],
}
