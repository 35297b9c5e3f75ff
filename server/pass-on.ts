import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { RequestOutcome } from '../lib/platform/request-outcomes.ts'
import { withSecurityHeaders } from './answers.ts'
import { answerHeaders } from './forward-headers.ts'

/** A request on its way through, and what Next says became of it. */
export interface Trace {
  id: string
  outcome: RequestOutcome
}

/** Hands an answer of Next on as it is, or under another status. */
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
  if (incoming.method !== 'HEAD') return pipeline(response, outgoing)
  response.resume()
  outgoing.end()
}
