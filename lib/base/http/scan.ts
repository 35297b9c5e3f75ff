import 'server-only'
import { createHash } from 'node:crypto'
import { db } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'
import { log } from '@/lib/base/runtime/log'
import { askClamd } from '@/lib/base/security/clamd'

const CONNECT_MS = 2_000

/**
 * What is wrong with a sent file according to clamd, as a key in the `errors` namespace; null when
 * nothing is, or when this installation has no clamd. A file that could not be looked at is refused.
 * An infected one leaves a row in the record, without the file.
 */
export async function scanFile(
  content: Uint8Array,
  actorId: string,
): Promise<'fileInfected' | 'fileUnscanned' | null> {
  const { CLAMAV_HOST: host, CLAMAV_PORT: port, CLAMAV_SECONDS: seconds } = env
  if (host === undefined) return null
  const verdict = await askClamd(content, {
    host,
    port,
    connectMs: CONNECT_MS,
    answerMs: seconds * 1_000,
  })
  if (verdict.kind === 'clean') return null
  if (verdict.kind === 'away') {
    log.error({ host, port }, 'clamd does not answer; a file was refused')
    return 'fileUnscanned'
  }
  const sha256 = createHash('sha256').update(content).digest('hex')
  // Nothing else is written with it, so it needs no transaction of a change.
  await db.auditEvent.create({
    data: {
      actorId,
      action: 'file.refuse',
      objectType: 'file',
      result: 'refused',
      detail: { found: verdict.name, sha256 },
    },
    select: { id: true },
  })
  return 'fileInfected'
}
