import { NextResponse } from 'next/server'
import { API_VERSION } from './api-version'

/** RFC 9457; `title` and `detail` are Dutch. */
export function problemResponse(
  status: number,
  title: string,
  detail: string,
  extra?: Record<string, unknown>,
): NextResponse {
  return new NextResponse(
    JSON.stringify({ type: 'about:blank', status, title, detail, ...extra }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        'api-version': API_VERSION,
        'access-control-allow-origin': '*',
      },
    },
  )
}
