import 'server-only'
import { randomUUID } from 'node:crypto'
import { createTranslator } from 'use-intl/core'
import { formats } from '@/i18n/formats'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { AuditAction } from '@/lib/base/audit/types'
import { db, type Transaction } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'
import { createLimit } from '@/lib/base/http/rate-limit'
import { isUniqueViolation } from '@/lib/base/runtime/errors'
import { lockAdministrators } from '@/lib/people/accounts/mutations'
import { createSession } from '@/lib/people/accounts/sessions.mutations'
import { queueMail } from '@/lib/people/messages/mutations'
import { messages } from '@/messages'
import {
  findRights,
  type FoundRights,
  isLastAdministrator,
  saveGroupRights,
} from './groups.mutations'
import { groupRights } from './provider.data'
import { decide, hasSecondFactor, rightsOf } from './rules'
import type { GroupRight, ProviderPerson, Refusal, SignedOn } from './types'

const t = createTranslator({
  locale: 'nl',
  messages: messages.nl,
  namespace: 'identities.mail',
  formats,
  timeZone: 'Europe/Amsterdam',
})

type Outcome = SignedOn | { status: 'refused'; reason: Refusal }
const refused = (reason: Refusal): Outcome => ({ status: 'refused', reason })

/** Anyone can begin and come back with nonsense; that must not fill the audit record. */
const noteLimit = createLimit({ name: 'sign-on-note', points: 20, windowSeconds: 15 * 60 })

/** Records that the provider did not let someone in, by a code, and not for ever from one network. */
export async function saveSignOnRefusal(
  reason: Refusal,
  userId: string | null,
  network: string,
): Promise<void> {
  if (!(await noteLimit.consume(network)).allowed) return
  await db.$transaction((tx) => saveRefusal(tx, reason, userId))
}

const saveRefusal = (tx: Transaction, reason: string, userId: string | null) =>
  saveAuditEvent(tx, {
    actorId: null,
    action: 'session.create',
    objectType: 'user',
    objectId: userId,
    result: 'refused',
    detail: { by: 'provider', reason },
  })

/**
 * Signs someone in whom the provider named. Finds, links or makes the account, gives and takes what
 * their groups say, and starts a session, all in one transaction. A second factor at the provider
 * counts as ours.
 */
export async function signOn(person: ProviderPerson, device: string): Promise<Outcome> {
  const rights = person.groups === null ? null : rightsOf(person.groups, groupRights())
  try {
    return await db.$transaction((tx) => signOnIn(tx, person, rights, device))
  } catch (error) {
    // Twice at once for the first time: the other one made the account or the link.
    if (!isUniqueViolation(error)) throw error
    return db.$transaction((tx) => signOnIn(tx, person, rights, device))
  }
}

async function signOnIn(
  tx: Transaction,
  person: ProviderPerson,
  rights: readonly GroupRight[] | null,
  device: string,
): Promise<Outcome> {
  const found = await findRights(tx, rights ?? [])
  const account = await findAccount(tx, person, found)
  if (typeof account === 'string') {
    await saveRefusal(tx, account, null)
    return refused(account)
  }
  const { userId } = account
  const followsGroups = env.OIDC_GROUP_CLAIM !== undefined && rights !== null
  const keepsAdministrator = followsGroups && (await isLastAdministrator(tx, userId, found))
  // Locks the account, to wait for and see a concurrent change.
  const { count } = await tx.user.updateMany({
    where: { id: userId, disabledAt: null },
    data: { disabledAt: null },
  })
  if (count !== 1) {
    await saveRefusal(tx, 'disabled', userId)
    return refused('disabled')
  }
  await tx.userIdentity.update({
    where: { issuer_subject: { issuer: person.issuer, subject: person.subject } },
    data: { lastUsedAt: new Date() },
    select: { userId: true },
  })
  if (followsGroups) await saveGroupRights(tx, userId, found, keepsAdministrator)
  return startSession(tx, userId, person, device)
}

async function startSession(
  tx: Transaction,
  userId: string,
  { amr }: ProviderPerson,
  device: string,
): Promise<SignedOn> {
  const now = new Date()
  const isDone = hasSecondFactor(amr, env.OIDC_MFA_AMR)
  const session = await createSession(tx, userId, device, now, isDone ? 'complete' : undefined)
  await saveAuditEvent(tx, {
    actorId: userId,
    action: 'session.create',
    objectType: 'session',
    objectId: session.sessionId,
    detail: { by: 'provider', secondFactor: isDone },
  })
  return { status: 'ok', ...session }
}

async function findAccount(
  tx: Transaction,
  person: ProviderPerson,
  { places, roles }: FoundRights,
): Promise<{ userId: string } | Refusal> {
  const { issuer, subject, email } = person
  const [linked, same] = [
    await tx.userIdentity.findUnique({
      where: { issuer_subject: { issuer, subject } },
      select: { userId: true },
    }),
    email === null
      ? null
      : await tx.user.findUnique({ where: { email }, select: { id: true, isExample: true } }),
  ]
  const decision = decide(person, {
    linkedTo: linked?.userId ?? null,
    sameEmail: same?.id ?? null,
    linkDomains: same?.isExample ? [] : env.OIDC_LINK_DOMAINS,
    hasRights: env.OIDC_GROUP_CLAIM !== undefined && places.length + roles.length > 0,
  })
  if (decision.how === 'known') return { userId: decision.userId }
  if (decision.how === 'link')
    return (await storeLink(tx, decision.userId, person)) ? { userId: decision.userId } : 'taken'
  if (decision.how !== 'create') return decision.how
  const name =
    person.name === '' ? decision.email.slice(0, decision.email.lastIndexOf('@')) : person.name
  const { id } = await tx.user.create({
    data: { email: decision.email, name, identities: { create: { issuer, subject } } },
    select: { id: true },
  })
  await saveAuditEvent(tx, {
    actorId: null,
    action: 'user.create',
    objectType: 'user',
    objectId: id,
    detail: { by: 'provider' },
  })
  return { userId: id }
}

/** False when either side is linked to another. The owner is told. */
async function storeLink(
  tx: Transaction,
  userId: string,
  { issuer, subject }: ProviderPerson,
): Promise<boolean> {
  const { count } = await tx.userIdentity.createMany({
    data: [{ issuer, subject, userId }],
    skipDuplicates: true,
  })
  if (count === 1) {
    await tellOwner(tx, userId, 'linked')
    await saveLink(tx, userId, 'identity.link')
    return true
  }
  const row = await tx.userIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { userId: true },
  })
  return row?.userId === userId
}

const saveLink = (tx: Transaction, userId: string, action: AuditAction) =>
  saveAuditEvent(tx, { actorId: userId, action, objectType: 'user', objectId: userId })

const tellOwner = (tx: Transaction, userId: string, about: 'linked' | 'unlinked') =>
  queueMail(tx, {
    recipientId: userId,
    kind: 'account-security',
    key: randomUUID(),
    subject: t(`${about}.subject`),
    text: t(`${about}.text`, { name: env.OIDC_NAME }),
    path: pagePath('/workspace/account'),
  })

/** Links an account to who its owner is at the provider, at their own request. */
export async function linkIdentity(
  userId: string,
  person: ProviderPerson,
): Promise<'ok' | 'taken'> {
  return db.$transaction(async (tx) => ((await storeLink(tx, userId, person)) ? 'ok' : 'taken'))
}

/** What groups gave goes with the link, save from the last administrator. */
async function dropGroupRights(
  tx: Transaction,
  userId: string,
  administrators: readonly string[],
): Promise<void> {
  const isLast = administrators.length === 1 && administrators[0] === userId
  await tx.membership.deleteMany({ where: { userId, fromProvider: true } })
  await tx.platformRole.deleteMany({
    where: { userId, fromProvider: true, ...(isLast && { role: { not: 'administrator' } }) },
  })
}

/** Takes the link away with what its groups gave. False when there is none, or when it is the only way in. */
export async function unlinkIdentity(userId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const { count } = await tx.userIdentity.deleteMany({
      where: { userId, issuer: env.OIDC_ISSUER ?? '', user: { passwordHash: { not: null } } },
    })
    if (count !== 1) return false
    await dropGroupRights(tx, userId, administrators)
    await tellOwner(tx, userId, 'unlinked')
    await saveLink(tx, userId, 'identity.unlink')
    return true
  })
}
