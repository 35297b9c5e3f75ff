import type { Instrumentation } from 'next'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { noteThrown, REQUEST_ID } from '@/lib/base/http/request-outcomes'

/** Recurring work runs inside the application (docs/adr/0013-recurring-work-and-mail.md). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkProviderSettings } = await import('@/lib/people/identities/provider.data')
  checkProviderSettings()
  const { startJobs } = await import('@/lib/site/jobs/mutations')
  await startJobs()
}

/** The proxy in front learns of the error before the answer is sent. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const unavailable = isDatabaseUnavailable(error)
  const id = [request.headers[REQUEST_ID] ?? ''].flat()[0]
  noteThrown(id, unavailable)
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/base/runtime/log')
  const path = request.path.split('?', 1)[0]
  const { routeType } = context
  if (unavailable) log.warn({ err: error, path, routeType, requestId: id }, 'database unavailable')
  else log.error({ err: error, path, routeType, requestId: id }, 'request failed')
}
