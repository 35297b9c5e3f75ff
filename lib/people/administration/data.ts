import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { MembershipRole } from '@/generated/prisma/enums'
import { saveReading } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { likeText } from '@/lib/base/text/text'
import { PEOPLE_PAGE } from './rules'
import type { OwnedWork, PeopleFilter, PeopleQuery, Person, PersonRow } from './types'

const fields = {
  id: true,
  name: true,
  email: true,
  disabledAt: true,
  isExample: true,
  memberships: {
    select: {
      organisationId: true,
      role: true,
      organisation: { select: { name: true, slug: true } },
    },
    orderBy: [{ organisation: { name: 'asc' } }, { role: 'asc' }],
    take: 100,
  },
  platformRoles: { select: { role: true }, orderBy: { role: 'asc' }, take: 10 },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
  totpSecret: { select: { secret: true } },
  _count: { select: { passkeys: true } },
} satisfies Prisma.UserSelect

type Row = Prisma.UserGetPayload<{ select: typeof fields }>

/** Roles in organisations that the reader does not manage are not the reader's business. */
function toPerson(row: Row, managed: readonly string[] | null): PersonRow {
  const { memberships, platformRoles, sessions, totpSecret, _count, ...person } = row
  return {
    ...person,
    roles: memberships
      .filter(({ organisationId }) => managed === null || managed.includes(organisationId))
      .map(({ organisation, ...one }) => ({
        ...one,
        organisationName: organisation.name,
        organisationSlug: organisation.slug,
      })),
    platformRoles: platformRoles.map(({ role }) => role),
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    hasFactor: Boolean(totpSecret?.secret) || _count.passkeys > 0,
  }
}

/** Accounts that are deleted keep a row without a name when they judged. */
const NOT_DELETED: Prisma.UserWhereInput = {
  NOT: { email: { endsWith: '@verwijderd.invalid' } },
}

/** An app that is being set up does not count yet. */
const WITH_FACTOR: Prisma.UserWhereInput = {
  OR: [{ totpSecret: { secret: { not: null } } }, { passkeys: { some: {} } }],
}

function roleWhere(
  role: PeopleQuery['role'],
  managed: readonly string[] | null,
): Prisma.UserWhereInput {
  if (role === null) return {}
  const inOrganisation = Object.values(MembershipRole).find((one) => one === role)
  return inOrganisation
    ? {
        memberships: {
          some: {
            role: inOrganisation,
            ...(managed !== null && { organisationId: { in: [...managed] } }),
          },
        },
      }
    : { platformRoles: { some: { role: role === 'moderator' ? 'moderator' : 'administrator' } } }
}

const SHOWN: Readonly<Record<PeopleFilter, Prisma.UserWhereInput>> = {
  active: { disabledAt: null },
  disabled: { disabledAt: { not: null } },
  never: { sessions: { none: {} } },
  withFactor: WITH_FACTOR,
  withoutFactor: { NOT: WITH_FACTOR },
}

function peopleWhere(
  { text, organisationId, role, filter }: PeopleQuery,
  managed: readonly string[] | null,
): Prisma.UserWhereInput {
  const contains = { contains: likeText(text), mode: 'insensitive' as const }
  return {
    AND: [
      NOT_DELETED,
      managed === null ? {} : { memberships: { some: { organisationId: { in: [...managed] } } } },
      text === '' ? {} : { OR: [{ name: contains }, { email: contains }] },
      organisationId === null || managed?.includes(organisationId) === false
        ? {}
        : { memberships: { some: { organisationId } } },
      roleWhere(role, managed),
      filter === null ? {} : SHOWN[filter],
    ],
  }
}

/** One page of people by name, with the total; only those of `managed` unless that is null. */
export async function listPeople(
  query: PeopleQuery,
  managed: readonly string[] | null,
): Promise<{ people: PersonRow[]; total: number }> {
  const where = peopleWhere(query, managed)
  const [rows, total] = await Promise.all([
    db.user.findMany({
      where,
      select: fields,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (query.page - 1) * PEOPLE_PAGE,
      take: PEOPLE_PAGE,
    }),
    db.user.count({ where }),
  ])
  return { people: rows.map((row) => toPerson(row, managed)), total }
}

async function countOwned(userId: string, managed: readonly string[] | null): Promise<OwnedWork> {
  const own = managed === null ? {} : { organisationId: { in: [...managed] } }
  const [adoptions, calls, meetings, collections] = await Promise.all([
    db.adoption.count({ where: { holderId: userId, ...own } }),
    db.call.count({ where: { authorId: userId, ...own } }),
    db.meeting.count({ where: { authorId: userId, ...own } }),
    db.collection.count({ where: { createdById: userId, ...own } }),
  ])
  return { adoptions, calls, meetings, collections }
}

/** A person whom the reader manages; null for anyone else. */
export async function getPerson(
  id: string,
  managed: readonly string[] | null,
  now: Date,
): Promise<Person | null> {
  const row = await db.user.findFirst({
    where: {
      id,
      AND: [
        NOT_DELETED,
        managed === null ? {} : { memberships: { some: { organisationId: { in: [...managed] } } } },
      ],
    },
    select: { ...fields, constituency: true, createdAt: true },
  })
  if (!row) return null
  const [sessions, owned] = await Promise.all([
    db.userSession.count({ where: { userId: id, revokedAt: null, expiresAt: { gt: now } } }),
    countOwned(id, managed),
  ])
  const { constituency, createdAt, ...person } = row
  return { ...toPerson(person, managed), constituency, createdAt, sessions, owned }
}

/** The same for a page; looking at the details of someone else is noted in the record. */
export async function readPerson(
  id: string,
  managed: readonly string[] | null,
  { readerId, now }: { readerId: string; now: Date },
): Promise<Person | null> {
  const person = await getPerson(id, managed, now)
  if (person && readerId !== id)
    await saveReading({
      actorId: readerId,
      action: 'user.read',
      objectType: 'user',
      objectId: id,
    })
  return person
}

/**
 * Whether taking this role away would make the own region disappear for someone who judges or
 * publishes: it is the last role here, and there is one elsewhere or on the platform.
 */
export async function losesOwnSide(
  userId: string,
  { organisationId, role }: { organisationId: string; role: MembershipRole },
): Promise<boolean> {
  const [others, judges] = await Promise.all([
    db.membership.count({ where: { userId, organisationId, role: { not: role } } }),
    db.user.count({
      where: {
        id: userId,
        OR: [
          { platformRoles: { some: { role: 'moderator' } } },
          { memberships: { some: { role: 'assessor', organisationId: { not: organisationId } } } },
        ],
      },
    }),
  ])
  return others === 0 && judges > 0
}

/** The other people of an organisation, who can take over; by name. */
export async function listColleagues(
  userId: string,
  organisationIds: readonly string[],
): Promise<{ id: string; name: string; organisationId: string }[]> {
  const rows = await db.membership.findMany({
    where: {
      organisationId: { in: [...organisationIds] },
      role: { in: ['editor', 'manager'] },
      userId: { not: userId },
      user: { disabledAt: null },
    },
    select: { organisationId: true, user: { select: { id: true, name: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    distinct: ['userId', 'organisationId'],
    take: 500,
  })
  return rows.map(({ organisationId, user }) => ({ ...user, organisationId }))
}
