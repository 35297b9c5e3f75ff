import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { tellOwner } from './mails.mutations'
import { RECOVERY_BYTES, RECOVERY_CODES, recoveryKey, recoveryText } from './rules'

const digestOf = (userId: string, code: string) =>
  createHash('sha256')
    .update(`${userId} ${recoveryKey(code)}`)
    .digest('base64url')

async function replaceCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    recoveryText(randomBytes(RECOVERY_BYTES)),
  )
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, digest: digestOf(userId, code) })),
  })
  return codes
}

/** The codes that come with a first factor; null when there are some left. */
export async function firstCodes(tx: Transaction, userId: string): Promise<string[] | null> {
  const left = await tx.recoveryCode.count({ where: { userId } })
  return left > 0 ? null : replaceCodes(tx, userId)
}

/** Takes a recovery code away. How many are left; null for one that is wrong or was used. */
export async function takeRecoveryCode(
  tx: Transaction,
  userId: string,
  code: string,
): Promise<number | null> {
  const { count } = await tx.recoveryCode.deleteMany({
    where: { userId, digest: digestOf(userId, code) },
  })
  return count === 1 ? tx.recoveryCode.count({ where: { userId } }) : null
}

/** Ten new codes; those of before end. The person is told. */
export async function renewCodes(userId: string): Promise<string[]> {
  return db.$transaction(async (tx) => {
    // Of two presses at once the codes of the last one count, whole.
    await tx.$executeRaw`SELECT 1 FROM app_user WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
    const codes = await replaceCodes(tx, userId)
    await tellOwner(tx, userId, { about: 'codesRenewed' })
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'factor.renewCodes',
      objectType: 'user',
      objectId: userId,
    })
    return codes
  })
}
