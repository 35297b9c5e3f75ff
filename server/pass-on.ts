import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { RequestOutcome } from '../lib/base/http/request-outcomes.ts'
import { withSecurityHeaders } from './answers.ts'
import { answerHeaders } from './forward-headers.ts'

export interface Trace {
  id: string
  outcome: RequestOutcome
}

export async function passOn(
  response: IncomingMessage,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  {
    status = response.statusCode ?? 500,
    extra = {},
  }: { status?: number; extra?: OutgoingHttpHeaders } = {},
): Promise<void> {
  outgoing.writeHead(status, { ...withSecurityHeaders(answerHeaders(response.headers)), ...extra })
  if (incoming.method !== 'HEAD') return send(response, outgoing)
  response.resume()
  outgoing.end()
}

/** Node aborts a complete but unread response without an event, so a pipeline would hang. */
async function send(response: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { promise: left, reject } = Promise.withResolvers<never>()
  outgoing.once('close', () => {
    response.destroy()
    if (!outgoing.writableFinished) reject(new Error('the visitor left'))
  })
  await Promise.race([pipeline(response, outgoing), left])
}
