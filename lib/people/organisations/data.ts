import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { likeText } from '@/lib/base/text/text'
import type { OrganisationDetail, OrganisationKind, OrganisationRow } from './types'

const fields = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  endsOn: true,
  region: { select: { name: true } },
  _count: { select: { initiatives: true } },
} satisfies Prisma.OrganisationSelect

type Row = Prisma.OrganisationGetPayload<{ select: typeof fields }>

const toRow = ({ region, _count, endsOn, ...row }: Row, people: number): OrganisationRow => ({
  ...row,
  regionName: region?.name ?? null,
  people,
  initiatives: _count.initiatives,
  endsOn: endsOn && toCalendarDate(endsOn),
})

/** Organisations by name, those that ended last; null for all. */
export async function listOrganisations(
  query: { text: string; kind: OrganisationKind | null },
  managed: readonly string[] | null,
): Promise<OrganisationRow[]> {
  const rows = await db.organisation.findMany({
    where: {
      ...(managed !== null && { id: { in: [...managed] } }),
      ...(query.kind !== null && { kind: query.kind }),
      ...(query.text !== '' && { name: { contains: likeText(query.text), mode: 'insensitive' } }),
    },
    select: fields,
    orderBy: [{ endsOn: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const members = await db.membership.findMany({
    where: { organisationId: { in: rows.map(({ id }) => id) }, user: { disabledAt: null } },
    select: { organisationId: true },
    distinct: ['organisationId', 'userId'],
    orderBy: { organisationId: 'asc' },
    take: 20_000,
  })
  const counts = new Map<string, number>()
  for (const { organisationId } of members)
    counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1)
  return rows.map((row) => toRow(row, counts.get(row.id) ?? 0))
}

/** One organisation with what it holds and who belongs to it; null when it does not exist. */
export async function getOrganisation(slug: string): Promise<OrganisationDetail | null> {
  const row = await db.organisation.findUnique({
    where: { slug },
    select: {
      ...fields,
      regionId: true,
      instantCorrections: true,
      successor: { select: { slug: true, name: true } },
      alsoRegions: { select: { regionId: true }, orderBy: { regionId: 'asc' }, take: 50 },
      _count: { select: { initiatives: true, policyGoals: true, adoptions: true, calls: true } },
      memberships: {
        where: { user: { disabledAt: null } },
        select: { role: true, user: { select: { id: true, name: true } } },
        orderBy: [{ user: { name: 'asc' } }, { role: 'asc' }],
        take: 500,
      },
    },
  })
  if (!row) return null
  const { alsoRegions, memberships, regionId, successor, instantCorrections, ...rest } = row
  const { initiatives, policyGoals, adoptions, calls } = row._count
  return {
    ...toRow(rest, new Set(memberships.map(({ user }) => user.id)).size),
    regionId,
    instantCorrections,
    successor,
    alsoRegionIds: alsoRegions.map((one) => one.regionId),
    holds: { initiatives, goals: policyGoals, adoptions, calls },
    members: memberships.map(({ role, user }) => ({ ...user, role })),
  }
}

/** The address part of an organisation; null when it does not exist. */
export async function getOrganisationSlug(id: string): Promise<string | null> {
  const row = await db.organisation.findUnique({ where: { id }, select: { slug: true } })
  return row?.slug ?? null
}

/** Organisations that go on and could take over, without this one; by name. */
export async function listSuccessors(id: string): Promise<{ id: string; name: string }[]> {
  return db.organisation.findMany({
    where: { endsOn: null, id: { not: id } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
}

/** Organisations that go on, by name. */
export async function listOpenOrganisations(): Promise<{ id: string; name: string }[]> {
  return db.organisation.findMany({
    where: { endsOn: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
}
