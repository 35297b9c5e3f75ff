import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionFamily } from '@/lib/base/regions/rules'
import { membershipRows, toMembership } from './memberships.data'
import { actingRegionsOf } from './regions.rules'
import { isSessionValid } from './rules'
import { chosenFor } from './working-for.rules'
import type { Actor, DemoAccount, DeviceSession } from './types'

export interface LoadedSession {
  actor: Actor
  lastSeenAt: Date
}

/**
 * The person behind a session; null when it ended, is not theirs, waits for its second step, or the
 * account is disabled.
 */
export async function getSession(
  sessionId: string,
  userId: string,
  now: Date,
): Promise<LoadedSession | null> {
  const row = await db.userSession.findUnique({
    where: {
      id: sessionId,
      userId,
      revokedAt: null,
      stage: 'complete',
      user: { disabledAt: null },
    },
    select: {
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      actingForId: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          isExample: true,
          constituency: true,
          memberships: membershipRows,
          platformRoles: { select: { role: true }, orderBy: { role: 'asc' }, take: 10 },
        },
      },
    },
  })
  if (!row || !isSessionValid(row, now)) return null
  const { memberships, platformRoles, id, ...person } = row.user
  const regionIds = memberships.flatMap((one) => actingRegionsOf(one.organisation))
  const held = memberships.map(toMembership)
  const actingFor = chosenFor({ memberships: held }, row.actingForId)
  return {
    lastSeenAt: row.lastSeenAt,
    actor: {
      userId: id,
      ...person,
      memberships: held,
      platformRoles: platformRoles.map(({ role }) => role),
      regionIds: regionIds.length > 0 ? [...regionFamily(await getRegionGraph(), regionIds)] : [],
      ...(actingFor !== undefined && { actingFor }),
    },
  }
}

/** Someone's signed-in devices, last used first. */
export async function listSessions(
  userId: string,
  currentSessionId: string,
  now: Date,
): Promise<DeviceSession[]> {
  const rows = await db.userSession.findMany({
    where: { userId, revokedAt: null, stage: 'complete', expiresAt: { gt: now } },
    select: {
      id: true,
      device: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
    },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
  return rows
    .filter((row) => isSessionValid(row, now))
    .map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt,
      lastSeenAt,
      isCurrent: id === currentSessionId,
    }))
}

const demoFile = z.array(
  z.object({
    email: z.string(),
    password: z.string(),
    name: z.string(),
    roleLabelNl: z.string(),
    roleLabelEn: z.string(),
  }),
)

/** The demo accounts that exist here and are enabled. */
export async function listDemoAccounts(locale: 'nl' | 'en'): Promise<DemoAccount[]> {
  const accounts = demoFile.parse(
    JSON.parse(await readFile(join(process.cwd(), 'prisma/seed/demo/accounts.json'), 'utf8')),
  )
  const rows = await db.user.findMany({
    where: { email: { in: accounts.map(({ email }) => email) }, isExample: true, disabledAt: null },
    select: { email: true },
    orderBy: { email: 'asc' },
    take: 50,
  })
  const present = new Set(rows.map(({ email }) => email))
  return accounts
    .filter(({ email }) => present.has(email))
    .map(({ email, password, name, roleLabelNl, roleLabelEn }) => ({
      email,
      password,
      name,
      roleLabel: locale === 'nl' ? roleLabelNl : roleLabelEn,
    }))
}

/** Someone's expertise, as slugs per vocabulary. */
export async function getExpertise(
  userId: string,
): Promise<{ groups: string[]; sectors: string[] }> {
  const rows = await db.userExpertise.findMany({
    where: { userId, term: { vocabulary: { in: ['target_group', 'sector'] } } },
    select: { term: { select: { slug: true, vocabulary: true } } },
    orderBy: { termId: 'asc' },
    take: 200,
  })
  const of = (vocabulary: string) =>
    rows.filter(({ term }) => term.vocabulary === vocabulary).map(({ term }) => term.slug)
  return { groups: of('target_group'), sectors: of('sector') }
}

/** Whether an account has a password here. */
export async function hasPassword(userId: string): Promise<boolean> {
  return (await db.user.count({ where: { id: userId, passwordHash: { not: null } } })) > 0
}
