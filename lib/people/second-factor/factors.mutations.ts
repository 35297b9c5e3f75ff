import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { decryptText, encryptText } from '@/lib/base/security/encryption'
import { type OwnerRefusal, refuseOwner } from '@/lib/people/accounts/mutations'
import { completeSession } from '@/lib/people/accounts/sessions.mutations'
import { getFactorFacts, rolesWithSecondFactor } from '@/lib/people/accounts/stage.data'
import { mustHaveFactor } from '@/lib/people/accounts/stage.rules'
import type { FactorOwner } from '@/lib/people/accounts/types'
import { pendingOwner, SECRET_PURPOSE } from './data'
import { factorName, tellOwner } from './mails.mutations'
import { lockAccount, lockStage } from './mutations'
import { storePasskey } from './passkeys.mutations'
import { firstCodes } from './recovery.mutations'
import { isRemovable, newSecret, SET_UP_MS, stepOf } from './rules'
import type { FactorAdded, FactorKind } from './types'

/** Asks the owner for the password before a factor changes; right after the password not again. */
export async function refuseFactorOwner(
  { stage, ...owner }: FactorOwner,
  typed: string,
): Promise<OwnerRefusal | null> {
  return stage === 'enrol' ? null : refuseOwner(owner, typed, 'factor.change')
}

/** Makes a secret for an app; nothing changes until a code of it is right. */
export async function startTotp({ userId, sessionId }: FactorOwner): Promise<void> {
  const pending = {
    pendingSecret: encryptText(SECRET_PURPOSE, pendingOwner(userId, sessionId), newSecret()),
    pendingAt: new Date(),
  }
  await db.totpSecret.upsert({
    where: { userId },
    create: { userId, ...pending },
    update: pending,
    select: { userId: true },
  })
}

export type AddOutcome =
  | ({ status: 'ok' } & FactorAdded)
  /** The code or passkey is not right. */
  | { status: 'wrong' }
  /** The sign-in or the set-up has ended. */
  | { status: 'ended' }

/** Turns the app on when the code is right. An app of before stops counting. */
export async function confirmTotp(owner: FactorOwner, code: string): Promise<AddOutcome> {
  const { userId } = owner
  return addFactor(owner, async (tx) => {
    const now = new Date()
    const row = await tx.totpSecret.findUnique({
      where: { userId, pendingAt: { gt: new Date(now.getTime() - SET_UP_MS) } },
      select: { secret: true, pendingSecret: true },
    })
    if (!row?.pendingSecret) return 'ended'
    const waiting = pendingOwner(userId, owner.sessionId)
    const secret = decryptText(SECRET_PURPOSE, waiting, row.pendingSecret)
    if (secret === null) return 'ended'
    const step = stepOf(secret, code, now, null)
    if (step === null) return 'wrong'
    await tx.totpSecret.update({
      where: { userId },
      data: {
        secret: encryptText(SECRET_PURPOSE, userId, secret),
        addedAt: now,
        lastStep: step,
        lastUsedAt: null,
        pendingSecret: null,
        pendingAt: null,
      },
      select: { userId: true },
    })
    return { kind: 'totp', factor: factorName(), isReplaced: row.secret !== null }
  })
}

/** Adds a passkey that was made for the challenge of this session. */
export async function savePasskey(
  owner: FactorOwner,
  passkey: { name: string; answer: unknown },
): Promise<AddOutcome> {
  return addFactor(owner, async (tx) =>
    (await storePasskey(tx, owner, passkey))
      ? { kind: 'passkey', factor: factorName(passkey.name), isReplaced: false }
      : 'wrong',
  )
}

interface Added {
  kind: FactorKind
  factor: string
  isReplaced: boolean
}

/**
 * Adds a factor in one transaction with the codes, the mail and the audit row. Other sign-ins that
 * wait for a first factor end: whoever began them may only know the password.
 */
async function addFactor(
  owner: FactorOwner,
  add: (tx: Transaction) => Promise<Added | 'wrong' | 'ended'>,
): Promise<AddOutcome> {
  const { userId, sessionId, stage } = owner
  return db.$transaction(async (tx): Promise<AddOutcome> => {
    if ((await lockStage(tx, owner)) !== stage) return { status: 'ended' }
    const added = await add(tx)
    if (typeof added === 'string') return { status: added }
    await tx.userSession.updateMany({
      where: { userId, stage: 'enrol', revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: new Date() },
    })
    const codes = await firstCodes(tx, userId)
    const { kind, factor, isReplaced } = added
    await tellOwner(tx, userId, { about: isReplaced ? 'replaced' : 'added', factor })
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'factor.add',
      objectType: 'user',
      objectId: userId,
      detail: { kind, isReplaced },
    })
    return { status: 'ok', codes }
  })
}

/** Completes the sign-in in which a first factor was set up. Null when it ended or has none. */
export async function finishEnrolment(owner: FactorOwner): Promise<Date | null> {
  return db.$transaction(async (tx) => {
    const stage = await lockStage(tx, owner)
    if (stage === null || stage === 'second_factor') return null
    if (!(await getFactorFacts(tx, owner.userId)).hasFactor) return null
    const expiresAt = await completeSession(tx, owner.sessionId, new Date())
    if (stage === 'enrol')
      await saveAuditEvent(tx, {
        actorId: owner.userId,
        action: 'session.secondStep',
        objectType: 'session',
        objectId: owner.sessionId,
        detail: { how: 'enrol' },
      })
    return expiresAt
  })
}

export type RemoveOutcome = 'ok' | 'gone' | 'needed'

/** Removes a factor. The last one stays while a role asks for it; codes go with the last one. */
export async function removeFactor(
  userId: string,
  { kind, id }: { kind: FactorKind; id: string },
): Promise<RemoveOutcome> {
  return db.$transaction(async (tx): Promise<RemoveOutcome> => {
    await lockAccount(tx, userId)
    const [app, passkeys, { roles }, required] = await Promise.all([
      tx.totpSecret.count({ where: { userId, secret: { not: null } } }),
      tx.passkey.count({ where: { userId } }),
      getFactorFacts(tx, userId),
      rolesWithSecondFactor(),
    ])
    const name = kind === 'totp' ? factorName() : await passkeyName(tx, userId, id)
    if (name === null || (kind === 'totp' && app === 0)) return 'gone'
    if (!isRemovable(app + passkeys, mustHaveFactor(roles, required))) return 'needed'
    if (kind === 'totp') await tx.totpSecret.deleteMany({ where: { userId } })
    else await tx.passkey.deleteMany({ where: { userId, id } })
    if (app + passkeys === 1) await tx.recoveryCode.deleteMany({ where: { userId } })
    await tellOwner(tx, userId, { about: 'removed', factor: name })
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'factor.remove',
      objectType: 'user',
      objectId: userId,
      detail: { kind },
    })
    return 'ok'
  })
}

async function passkeyName(tx: Transaction, userId: string, id: string): Promise<string | null> {
  if (id === '') return null
  const row = await tx.passkey.findUnique({ where: { id, userId }, select: { name: true } })
  return row && factorName(row.name)
}

/** Gives a passkey another name. False when it is not theirs. */
export async function renamePasskey(userId: string, id: string, name: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({ where: { id, userId }, data: { name } })
    if (count !== 1) return false
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'factor.rename',
      objectType: 'user',
      objectId: userId,
    })
    return true
  })
}
