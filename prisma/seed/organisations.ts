import type { Transaction } from '@/lib/base/db/db'
import { known, planLoad, planned, type LoadResult } from './plan'
import { readRegions } from './regions'

export const secretariatSlug = (serSlug: string) => `secretariaat-${serSlug}`

export async function loadOrganisations(
  tx: Transaction,
  regions: ReadonlyMap<string, string>,
): Promise<LoadResult> {
  const wanted = readRegions().serRegions.map((ser) => ({
    slug: secretariatSlug(ser.slug),
    name: ser.name,
    kind: 'ser_secretariat' as const,
    regionId: known(regions, ser.code, 'region'),
    isExample: false,
  }))
  const stored = await tx.organisation.findMany({
    where: { slug: { in: wanted.map((row) => row.slug) } },
    select: { slug: true, name: true, kind: true, regionId: true, isExample: true },
  })
  // An organisation may have been renamed in the application; only missing ones are added.
  const plan = { ...planLoad(wanted, stored, ['slug']), update: [] }
  await tx.organisation.createMany({ data: plan.create })
  return planned(plan)
}

export async function organisationIds(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.organisation.findMany({ select: { id: true, slug: true } })
  return new Map(rows.map((row) => [row.slug, row.id]))
}
