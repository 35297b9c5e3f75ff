import { NextResponse } from 'next/server'
import { isDatabaseAlive } from '@/lib/base/db/health'

export async function GET(): Promise<NextResponse> {
  const alive = await isDatabaseAlive()
  const body = alive
    ? { status: 'ok', database: 'ok' }
    : { status: 'error', database: 'unavailable' }
  return NextResponse.json(body, {
    status: alive ? 200 : 503,
    headers: { 'cache-control': 'no-store', ...(alive ? {} : { 'retry-after': '10' }) },
  })
}
