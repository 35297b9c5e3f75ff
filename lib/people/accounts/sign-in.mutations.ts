import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { log } from '@/lib/base/runtime/log'
import { hashPassword, isWeakHash, verifyPassword } from '@/lib/base/security/password-hash'
import { createDelay, createLimit, type Delay } from '@/lib/base/http/rate-limit'
import { type KnownDevice, SIGN_IN_DELAYS } from './rules'
import type { Client } from './types'
import { QUARTER_SECONDS } from './mutations'
import { createSession, type NewSession } from './sessions.mutations'

const deviceDelay = createDelay(SIGN_IN_DELAYS.device)
const pairDelay = createDelay(SIGN_IN_DELAYS.pair)
const accountDelay = createDelay(SIGN_IN_DELAYS.account)
const networkDelay = createDelay(SIGN_IN_DELAYS.network)
/** Being slowed down is audited once, so that repeated attempts do not fill the log. */
const noteLimit = createLimit({ name: 'sign-in-note', points: 1, windowSeconds: QUARTER_SECONDS })

export type SignInOutcome =
  | ({ status: 'ok' } & NewSession)
  | { status: 'refused' }
  | { status: 'limited'; retryAfterSeconds: number }

interface Attempt extends Client {
  email: string
  password: string
  knownDevices?: readonly KnownDevice[]
}

/** Unknown account, wrong password and disabled account get the same answer after equal work. */
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
      name === 'account' || name === 'network' ? delay.giveBack(key) : delay.reset(key),
    ),
  )
  return { status: 'ok', ...session }
}

interface Counter {
  name: 'device' | 'pair' | 'account' | 'network'
  delay: Delay
  key: string
}

/** A known device is counted by itself, so that nobody else's attempts delay it. */
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
    // Attempts stopped by one counter do not count in the others.
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

async function saveSession(input: {
  userId: string
  passwordHash: string
  password: string
  device: string
}): Promise<NewSession | null> {
  const { userId, passwordHash, password, device } = input
  const upgraded = isWeakHash(passwordHash) ? await hashPassword(password) : undefined
  return db.$transaction(async (tx) => {
    // Locks the account row, to wait for and see a concurrent change.
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash, disabledAt: null },
      data: { passwordHash: upgraded ?? passwordHash },
    })
    if (count !== 1) return null
    const now = new Date()
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
