import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { hashPassword, isWeakHash, verifyPassword } from '@/lib/base/security/password-hash'
import { createDelay, createLimit, type Delay } from '@/lib/base/http/rate-limit'
import {
  contextText,
  passwordProblem,
  SESSION_KEPT_MS,
  sessionEnd,
  SIGN_IN_DELAYS,
  type KnownDevice,
  type PasswordProblem,
} from './rules'
import type { Client } from './types'

const QUARTER_SECONDS = 15 * 60
const deviceDelay = createDelay(SIGN_IN_DELAYS.device)
const pairDelay = createDelay(SIGN_IN_DELAYS.pair)
const accountDelay = createDelay(SIGN_IN_DELAYS.account)
const networkDelay = createDelay(SIGN_IN_DELAYS.network)
/** Someone who keeps trying must not fill the record: being slowed down is written in it once. */
const noteLimit = createLimit({ name: 'sign-in-note', points: 1, windowSeconds: QUARTER_SECONDS })
const passwordLimit = createLimit({
  name: 'password-change',
  points: 10,
  windowSeconds: QUARTER_SECONDS,
})

export interface NewSession {
  userId: string
  sessionId: string
  expiresAt: Date
  /** Of the account at this moment; what is given out with it ends when it is raised. */
  sessionVersion: number
}

export type SignInOutcome =
  | ({ status: 'ok' } & NewSession)
  | { status: 'refused' }
  | { status: 'limited'; retryAfterSeconds: number }

interface Attempt extends Client {
  /** In lower case. */
  email: string
  password: string
  /** What the browser shows of earlier sign-ins, of any account. */
  knownDevices?: readonly KnownDevice[]
}

/**
 * Signs someone in on a device: the one way in, for the form and for next-auth's own route. Unknown account, wrong
 * password and disabled account give the same answer after the same work; a weaker hash is replaced on success.
 */
export async function authenticate({
  email,
  password,
  network,
  device,
  knownDevices = [],
}: Attempt): Promise<SignInOutcome> {
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true, sessionVersion: true },
  })
  const known = knownDevices.find(
    ({ userId, version }) => userId === user?.id && version === user.sessionVersion,
  )
  const counters = countersFor(email, network, known)
  const refusal = await countAttempt(counters)
  if (refusal) return refusal
  const matches = await verifyPassword(user?.passwordHash, password)
  const reason = !user ? 'unknown' : !matches ? 'password' : user.disabledAt ? 'disabled' : null
  const session =
    user?.passwordHash && !reason
      ? await saveSession({ userId: user.id, passwordHash: user.passwordHash, password, device })
      : null
  if (!session) {
    await saveRefusal(user?.id ?? null, reason ?? 'changed')
    return { status: 'refused' }
  }
  await Promise.all(
    counters.map(({ delay, key, name }) =>
      name === 'account' || name === 'network' ? delay.giveBack(key) : delay.forget(key),
    ),
  )
  return { status: 'ok', ...session }
}

interface Counter {
  name: 'device' | 'pair' | 'account' | 'network'
  delay: Delay
  key: string
}

/** What an attempt is counted under: on a known device for that device alone, so that nobody else's attempts delay it. */
function countersFor(email: string, network: string, known: KnownDevice | undefined): Counter[] {
  if (known)
    return [{ name: 'device', delay: deviceDelay, key: `${known.userId} ${known.deviceId}` }]
  return [
    { name: 'pair', delay: pairDelay, key: `${email} ${network}` },
    { name: 'account', delay: accountDelay, key: email },
    { name: 'network', delay: networkDelay, key: network },
  ]
}

type Limited = Extract<SignInOutcome, { status: 'limited' }>

async function countAttempt(counters: readonly Counter[]): Promise<Limited | null> {
  for (const [index, { name, delay, key }] of counters.entries()) {
    const result = await delay.consume(key)
    if (result.allowed) continue
    // It does not count where it was let through before it was stopped here.
    await Promise.all(
      counters.slice(0, index).map((counter) => counter.delay.giveBack(counter.key)),
    )
    if ((await noteLimit.consume(`${name} ${key}`)).allowed)
      await saveRefusal(null, `limit-${name}`)
    else log.warn({ limit: name }, 'sign-in limited')
    return { status: 'limited', retryAfterSeconds: result.retryAfterSeconds }
  }
  return null
}

async function saveRefusal(userId: string | null, reason: string): Promise<void> {
  await db.$transaction((tx) =>
    saveAuditEvent(tx, {
      actorId: null,
      action: 'session.create',
      objectType: 'user',
      objectId: userId,
      result: 'refused',
      detail: { reason },
    }),
  )
}

/** Null when the password was changed or the account disabled while we were checking. */
async function saveSession(input: {
  userId: string
  passwordHash: string
  password: string
  device: string
}): Promise<NewSession | null> {
  const { userId, passwordHash, password, device } = input
  const upgraded = isWeakHash(passwordHash) ? await hashPassword(password) : undefined
  return db.$transaction(async (tx) => {
    // Locks the account row: a disabling or password change that is going on is waited for, then seen.
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash, disabledAt: null },
      data: { passwordHash: upgraded ?? passwordHash },
    })
    if (count !== 1) return null
    const now = new Date()
    await tx.userSession.deleteMany({
      where: { userId, expiresAt: { lt: new Date(now.getTime() - SESSION_KEPT_MS) } },
    })
    const { sessionVersion } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { sessionVersion: true },
    })
    const session = { ...(await createSession(tx, userId, device, now)), sessionVersion }
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'session.create',
      objectType: 'session',
      objectId: session.sessionId,
      detail: { hashUpgraded: upgraded !== undefined },
    })
    return session
  })
}

async function createSession(
  tx: Transaction,
  userId: string,
  device: string,
  now: Date,
): Promise<Omit<NewSession, 'sessionVersion'>> {
  const expiresAt = sessionEnd(now)
  const { id } = await tx.userSession.create({
    data: { userId, device, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  })
  return { userId, sessionId: id, expiresAt }
}

/** Notes that a session was used. Only forward, so that two requests at once do no harm. */
export async function saveSessionSeen(sessionId: string, now: Date): Promise<void> {
  await db.userSession.updateMany({
    where: { id: sessionId, revokedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  })
}

/**
 * Ends one session of this person; signing out and ending another device are the same act. False when it is not
 * theirs or has ended already.
 */
export async function revokeSession(actorId: string, sessionId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.userSession.updateMany({
      where: { id: sessionId, userId: actorId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count !== 1) return false
    await saveAuditEvent(tx, {
      actorId,
      action: 'session.revoke',
      objectType: 'session',
      objectId: sessionId,
    })
    return true
  })
}

/** Ends all sessions of this person, the one that asks included, and forgets on which devices they signed in. Returns how many ended. */
export async function revokeAllSessions(actorId: string): Promise<number> {
  return db.$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id: actorId }, data: { sessionVersion: { increment: 1 } } })
    const ended = await endSessions(tx, actorId)
    await saveAuditEvent(tx, {
      actorId,
      action: 'session.revokeAll',
      objectType: 'user',
      objectId: actorId,
      detail: { ended },
    })
    return ended
  })
}

async function endSessions(tx: Transaction, userId: string): Promise<number> {
  const { count } = await tx.userSession.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count
}

type PasswordRefusal =
  { status: 'wrongPassword' } | { status: 'limited'; retryAfterSeconds: number }

/** Asks someone who is signed in for the password once more, for an act that weighs: why not, or null when it is right. */
async function refusePassword(
  actorId: string,
  { passwordHash, typed, action }: { passwordHash: string | null; typed: string; action: string },
): Promise<PasswordRefusal | null> {
  const allowance = await passwordLimit.consume(actorId)
  if (!allowance.allowed)
    return { status: 'limited', retryAfterSeconds: allowance.retryAfterSeconds }
  if (await verifyPassword(passwordHash, typed)) {
    await passwordLimit.forget(actorId)
    return null
  }
  await db.$transaction((tx) =>
    saveAuditEvent(tx, {
      actorId,
      action,
      objectType: 'user',
      objectId: actorId,
      result: 'refused',
    }),
  )
  return { status: 'wrongPassword' }
}

export type PasswordOutcome =
  ({ status: 'ok' } & NewSession) | { status: 'weak'; problem: PasswordProblem } | PasswordRefusal

/**
 * Gives the account another password, ends all its sessions and starts a new one for the device that asked.
 * @throws AppError NOT_FOUND when the account is gone or disabled
 */
export async function savePassword(
  actorId: string,
  input: { currentPassword: string; newPassword: string; device: string },
): Promise<PasswordOutcome> {
  const user = await db.user.findUnique({
    where: { id: actorId, disabledAt: null },
    select: {
      email: true,
      name: true,
      passwordHash: true,
      memberships: { select: { organisation: { select: { name: true } } }, take: 100 },
    },
  })
  if (!user) throw new AppError('NOT_FOUND')
  const refusal = await refusePassword(actorId, {
    passwordHash: user.passwordHash,
    typed: input.currentPassword,
    action: 'user.changePassword',
  })
  if (refusal) return refusal
  const words = contextText([
    user.name,
    user.email,
    ...user.memberships.map(({ organisation }) => organisation.name),
  ])
  const problem = await findPasswordProblem(input.newPassword, words)
  if (problem) return { status: 'weak', problem }
  const passwordHash = await hashPassword(input.newPassword)
  return db.$transaction(async (tx) => {
    const [changed] = await tx.user.updateManyAndReturn({
      where: { id: actorId, disabledAt: null, passwordHash: user.passwordHash },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    })
    if (!changed) throw new AppError('CONFLICT')
    const ended = await endSessions(tx, actorId)
    const session = { ...(await createSession(tx, actorId, input.device, new Date())), ...changed }
    await saveAuditEvent(tx, {
      actorId,
      action: 'user.changePassword',
      objectType: 'user',
      objectId: actorId,
      detail: { ended },
    })
    return { status: 'ok', ...session }
  })
}

export type LeaveOutcome =
  { status: 'ok' } | { status: 'lastAdministrator' } | { status: 'example' } | PasswordRefusal

/**
 * Takes an account away for good, with everything that is only about this person. What they wrote stays under the name of
 * their organisation; a judgement that was handed in stays, by nobody who can be named. Example accounts and the last
 * administrator stay.
 * @throws AppError NOT_FOUND when the account is gone or disabled
 */
export async function deleteAccount(actorId: string, password: string): Promise<LeaveOutcome> {
  const user = await db.user.findUnique({
    where: { id: actorId, disabledAt: null },
    select: { passwordHash: true, isExample: true },
  })
  if (!user) throw new AppError('NOT_FOUND')
  const refusal = await refusePassword(actorId, {
    passwordHash: user.passwordHash,
    typed: password,
    action: 'user.delete',
  })
  if (refusal) return refusal
  if (user.isExample) return { status: 'example' }
  return db.$transaction(async (tx): Promise<LeaveOutcome> => {
    // All administrators wait for each other here: of the last two that leave at once, one stays.
    const administrators = await tx.$queryRaw<{ id: string }[]>`
      SELECT u.id FROM platform_role r JOIN app_user u ON u.id = r.user_id WHERE r.role = 'administrator' AND u.disabled_at IS NULL ORDER BY u.id FOR UPDATE OF u`
    if (administrators.length === 1 && administrators[0]?.id === actorId)
      return { status: 'lastAdministrator' }
    await tx.$executeRaw`SELECT forget_account(${actorId}::uuid)`
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'user.delete',
      objectType: 'user',
      objectId: actorId,
    })
    return { status: 'ok' }
  })
}

/** The word lists are large; only someone who chooses a password waits for them. */
async function findPasswordProblem(
  password: string,
  words: readonly string[],
): Promise<PasswordProblem | null> {
  const { guessesLog10 } = await import('@/lib/base/security/password-strength')
  return passwordProblem(password, words, guessesLog10)
}

/**
 * Makes the first administrator of an installation, from the command line.
 * @throws AppError CONFLICT when the address already has an account
 */
export async function saveAdministrator(input: {
  email: string
  name: string
  password: string
}): Promise<{ userId: string } | { problem: PasswordProblem }> {
  const problem = await findPasswordProblem(input.password, contextText([input.name, input.email]))
  if (problem) return { problem }
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.createMany({
      data: { email: input.email, name: input.name, passwordHash },
      skipDuplicates: true,
    })
    if (count !== 1) throw new AppError('CONFLICT')
    const { id } = await tx.user.findUniqueOrThrow({
      where: { email: input.email },
      select: { id: true },
    })
    await tx.platformRole.create({
      data: { userId: id, role: 'administrator' },
      select: { userId: true },
    })
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'user.createAdministrator',
      objectType: 'user',
      objectId: id,
    })
    return { userId: id }
  })
}

/** Replaces what someone says they know about. Returns false, and changes nothing, when a word does not exist. */
export async function saveExpertise(
  userId: string,
  { groups, sectors }: { groups: readonly string[]; sectors: readonly string[] },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const terms = await tx.term.findMany({
      where: {
        replacedById: null,
        OR: [
          { vocabulary: 'target_group', slug: { in: [...groups] } },
          { vocabulary: 'sector', slug: { in: [...sectors] } },
        ],
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: 200,
    })
    if (terms.length !== new Set(groups).size + new Set(sectors).size) return false
    await tx.userExpertise.deleteMany({ where: { userId } })
    await tx.userExpertise.createMany({ data: terms.map(({ id }) => ({ userId, termId: id })) })
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'user.expertise',
      objectType: 'user',
      objectId: userId,
      detail: { words: terms.length },
    })
    return true
  })
}
