import { z } from 'zod'
import {
  Constituency,
  MembershipRole,
  OrganisationKind,
  PlatformRoleName,
} from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { hashPassword } from '@/lib/base/security/password-hash'
import { organisationIds } from './organisations'
import { known, type LoadResult } from './plan'
import { readReference } from './reference'
import { regionIds } from './regions'
import { termIds } from './taxonomy'

const accountsFile = z.array(
  z.object({
    email: z.email().endsWith('@voorbeeld.nl').lowercase(),
    password: z.string().min(12),
    name: z.string().endsWith('(voorbeeld)'),
    roleLabelNl: z.string(),
    roleLabelEn: z.string(),
    platformRoles: z.array(z.enum(PlatformRoleName)),
    memberships: z.array(z.object({ organisation: z.string(), role: z.enum(MembershipRole) })),
    constituency: z.enum(Constituency).nullable(),
    expertise: z.array(z.string()).default([]),
  }),
)

const organisationsFile = z.array(
  z.object({
    slug: z.string(),
    name: z.string().endsWith('(voorbeeld)'),
    kind: z.enum(OrganisationKind),
    region: z.string(),
  }),
)

export const readDemoAccounts = () => readReference('demo/accounts.json', accountsFile)

export const readDemoOrganisations = () =>
  readReference('demo/organisations.json', organisationsFile)

async function loadDemoOrganisations(tx: Transaction): Promise<number> {
  const [regions, stored] = [await regionIds(tx), await organisationIds(tx)]
  const data = readDemoOrganisations()
    .filter((row) => !stored.has(row.slug))
    .map(({ region, ...row }) => ({
      ...row,
      regionId: known(regions, region, 'region'),
      isExample: true,
    }))
  await tx.organisation.createMany({ data })
  return data.length
}

/** An account that exists keeps its password and rights. */
export async function loadDemoAccounts(tx: Transaction): Promise<LoadResult> {
  const created = await loadDemoOrganisations(tx)
  const organisations = await organisationIds(tx)
  const terms = await termIds(tx)
  const accounts = readDemoAccounts()
  const stored = await tx.user.findMany({
    where: { email: { in: accounts.map((row) => row.email) } },
    select: { email: true },
  })
  const missing = accounts.filter((account) => !stored.some((row) => row.email === account.email))
  for (const account of missing) {
    await tx.user.create({
      data: {
        email: account.email,
        name: account.name,
        passwordHash: await hashPassword(account.password),
        constituency: account.constituency,
        isExample: true,
        platformRoles: { create: account.platformRoles.map((role) => ({ role })) },
        expertise: {
          create: account.expertise.map((key) => ({ termId: known(terms, key, 'term') })),
        },
        memberships: {
          create: account.memberships.map(({ organisation, role }) => ({
            organisationId: known(organisations, organisation, 'organisation'),
            role,
          })),
        },
      },
      select: { id: true },
    })
  }
  return { created: created + missing.length, updated: 0 }
}

export async function demoUserIds(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.user.findMany({
    where: { isExample: true },
    select: { id: true, email: true },
  })
  return new Map(rows.map((row) => [row.email, row.id]))
}

const contactsFile = z.array(
  z.object({
    region: z.string(),
    account: z.string(),
    role: z.string(),
    about: z.string().startsWith('Verzonnen voorbeeld. '),
  }),
)

export const readDemoContacts = () => readReference('demo/contacts.json', contactsFile)

export async function loadDemoContacts(tx: Transaction): Promise<LoadResult> {
  const [regions, users] = [await regionIds(tx), await demoUserIds(tx)]
  const filled = new Set(
    (await tx.regionContact.findMany({ select: { regionId: true } })).map(
      ({ regionId }) => regionId,
    ),
  )
  const missing = readDemoContacts().flatMap(({ region, account, ...words }) => {
    const [regionId, userId] = [known(regions, region, 'region'), users.get(account)]
    return userId === undefined || filled.has(regionId)
      ? []
      : [{ regionId, userId, position: 1, ...words }]
  })
  await tx.regionContact.createMany({ data: missing })
  return { created: missing.length, updated: 0 }
}
