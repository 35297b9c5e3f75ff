import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { createDelay, createLimit } from '@/lib/base/http/rate-limit'
import { log } from '@/lib/base/runtime/log'
import { decryptText } from '@/lib/base/security/encryption'
import { completeSession } from '@/lib/people/accounts/sessions.mutations'
import { SECRET_PURPOSE } from './data'
import { tellOwner } from './mails.mutations'
import { takePasskey } from './passkeys.mutations'
import { takeRecoveryCode } from './recovery.mutations'
import { SECOND_STEP_DELAY, stepOf } from './rules'

const stepDelay = createDelay(SECOND_STEP_DELAY)
/** Passkeys do not wait, and must not fill the audit record either. */
const noteLimit = createLimit({ name: 'second-step-note', points: 20, windowSeconds: 15 * 60 })

export type StepProof =
  | { how: 'code' | 'recovery'; code: string }
  /** What the browser made of the challenge. */
  | { how: 'passkey'; answer: unknown }

export type StepOutcome =
  | { status: 'ok'; expiresAt: Date }
  | { status: 'wrong' }
  /** The sign-in took too long, or was ended. */
  | { status: 'ended' }
  | { status: 'limited'; retryAfterSeconds: number }

interface Pending {
  userId: string
  sessionId: string
}

/**
 * The second step of a sign-in. Wrong, used and unknown codes give the same answer; a passkey
 * cannot be guessed and is not slowed down. A second press of the same form gets the first answer.
 */
export async function passSecondStep(pending: Pending, proof: StepProof): Promise<StepOutcome> {
  const { userId, sessionId } = pending
  if (proof.how !== 'passkey') {
    const wait = await stepDelay.consume(userId)
    if (!wait.allowed) {
      log.warn({ limit: 'second-step' }, 'sign-in limited')
      return { status: 'limited', retryAfterSeconds: wait.retryAfterSeconds }
    }
  }
  const isNoted = proof.how !== 'passkey' || (await noteLimit.consume(userId)).allowed
  const outcome = await db.$transaction(async (tx): Promise<StepOutcome> => {
    const stage = await lockStage(tx, pending)
    if (stage === null || stage === 'enrol') return { status: 'ended' }
    const now = new Date()
    const matches = stage === 'complete' || (await takeProof(tx, pending, proof, now))
    if (!matches) {
      if (isNoted) await saveStep(tx, pending, proof.how, 'refused')
      return { status: 'wrong' }
    }
    const expiresAt = await completeSession(tx, sessionId, now)
    if (!expiresAt) return { status: 'ended' }
    if (stage !== 'complete') await saveStep(tx, pending, proof.how, 'ok')
    return { status: 'ok', expiresAt }
  })
  if (outcome.status === 'ok') await stepDelay.reset(userId)
  return outcome
}

/** Whatever changes the factors of an account waits for its turn here, first of all. */
export const lockAccount = (tx: Transaction, userId: string) =>
  tx.$executeRaw`SELECT 1 FROM app_user WHERE id = ${userId}::uuid FOR NO KEY UPDATE`

const saveStep = (tx: Transaction, pending: Pending, how: string, result: 'ok' | 'refused') =>
  saveAuditEvent(tx, {
    actorId: result === 'ok' ? pending.userId : null,
    action: 'session.secondStep',
    objectType: 'session',
    objectId: pending.sessionId,
    result,
    detail: { how },
  })

/** The stage of a session, locked so that presses at once queue; null when it has ended. */
export async function lockStage(tx: Transaction, { userId, sessionId }: Pending) {
  await lockAccount(tx, userId)
  await tx.$executeRaw`SELECT 1 FROM user_session WHERE id = ${sessionId}::uuid FOR UPDATE`
  const row = await tx.userSession.findUnique({
    where: {
      id: sessionId,
      userId,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      user: { disabledAt: null },
    },
    select: { stage: true },
  })
  return row?.stage ?? null
}

async function takeProof(
  tx: Transaction,
  pending: Pending,
  proof: StepProof,
  now: Date,
): Promise<boolean> {
  const { userId } = pending
  if (proof.how === 'passkey') return takePasskey(tx, pending, proof.answer, now)
  if (proof.how === 'code') return takeCode(tx, userId, proof.code, now)
  const left = await takeRecoveryCode(tx, userId, proof.code)
  if (left !== null) await tellOwner(tx, userId, { about: 'codeUsed', left })
  return left !== null
}

/** Of two sessions with the same code at once, one wins. */
async function takeCode(
  tx: Transaction,
  userId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await tx.totpSecret.findUnique({
    where: { userId },
    select: { secret: true, lastStep: true },
  })
  if (!row?.secret) return false
  const secret = decryptText(SECRET_PURPOSE, userId, row.secret)
  if (secret === null) {
    log.error('a secret of an app does not open: was NEXTAUTH_SECRET replaced?')
    return false
  }
  const step = stepOf(secret, code, now, row.lastStep)
  if (step === null) return false
  const { count } = await tx.totpSecret.updateMany({
    where: { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step, lastUsedAt: now },
  })
  return count === 1
}
