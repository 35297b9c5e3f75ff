import { NextResponse } from 'next/server'

/** The policy of QUALITY.md: nothing inline without the nonce of this response, nothing from elsewhere. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const scripts = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`
  const styles = development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`
  return [
    "default-src 'self'",
    scripts,
    styles,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const SECURITY_HEADERS: ReadonlyArray<readonly [string, string]> = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

/** An error of the API as RFC 9457 asks; `title` and `detail` are Dutch. */
export function problemResponse(status: number, title: string, detail: string, extra?: Record<string, unknown>): NextResponse {
  return new NextResponse(JSON.stringify({ type: 'about:blank', status, title, detail, ...extra }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', 'api-version': API_VERSION, 'access-control-allow-origin': '*' },
  })
}

/** Semantic version of the open data API, on each of its answers. */
export const API_VERSION = '1.0.0'
