import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { FormValues } from './action-result'
import { db, type Transaction } from '@/lib/base/db/db'
import { SUBMISSION_FIELD } from './submission-key'

/** Typed values are part of the digest: a restored page with changed values counts as new. */
export type Submission = string | null

export interface Sender {
  actorId: string
  submission?: Submission
}

interface OnceOptions {
  /** Answers after which nothing was written; they are not stored, so sending again tries again. */
  refusals?: readonly string[]
  timeout?: number
}

const MAX_KEY = 100

export function submissionOf(key: unknown, values: FormValues): Submission {
  if (typeof key !== 'string' || key === '' || key.length > MAX_KEY) return null
  const typed = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([key, typed]))
    .digest('base64url')
}

/** Removes the key from the values, so that schemas and answers never see it. */
export function takeSubmission(values: FormValues): Submission {
  const key = values[SUBMISSION_FIELD]
  Reflect.deleteProperty(values, SUBMISSION_FIELD)
  return submissionOf(key, values)
}

export function withFile(submission: Submission, file: Uint8Array | null): Submission {
  if (submission === null || file === null) return submission
  return createHash('sha256').update(submission).update(file).digest('base64url')
}

/** A repeat waits for the first commit and gets its answer, which must survive JSON. */
export async function once<T>(
  { actorId, submission = null }: Sender,
  body: (tx: Transaction) => Promise<T>,
  { refusals = [], timeout }: OnceOptions = {},
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      if (submission === null) return body(tx)
      const where = { actorId_digest: { actorId, digest: submission } }
      const fresh = await tx.$executeRaw`
      INSERT INTO form_submission (actor_id, digest) VALUES (${actorId}::uuid, ${submission})
      ON CONFLICT DO NOTHING`
      if (fresh === 0) {
        const row = await tx.formSubmission.findUniqueOrThrow({ where, select: { answer: true } })
        return (row.answer as { value?: T }).value as T
      }
      const value = await body(tx)
      const select = { digest: true }
      if (typeof value === 'string' && refusals.includes(value)) {
        await tx.formSubmission.delete({ where, select })
      } else {
        const answer = value === undefined ? {} : { value: value as Prisma.InputJsonValue }
        await tx.formSubmission.update({ where, data: { answer }, select })
      }
      return value
    },
    timeout === undefined ? undefined : { timeout },
  )
}

/** True when this was written already; checks before a write must not stop a second press. */
export async function isRepeat({ actorId, submission = null }: Sender): Promise<boolean> {
  if (submission === null) return false
  return (await db.formSubmission.count({ where: { actorId, digest: submission } })) > 0
}

/** Deletes submissions of more than `days` ago, so without an open page. Returns how many. */
export async function deleteOldSubmissions(now: Date, days: number): Promise<number> {
  return (
    await db.formSubmission.deleteMany({ where: { createdAt: { lt: daysBefore(now, days) } } })
  ).count
}
