import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { toCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import type { DivisionRow, Known, MovingOrganisation, RegionRow } from './types'

const MAX_REGIONS = 500

/** The labour-market regions with their municipalities, as they are now. */
export async function getKnown(now: Date, tx: Transaction = db): Promise<Known> {
  const regions = await tx.region.findMany({
    where: { type: 'labour_market' },
    select: {
      code: true,
      name: true,
      endsOn: true,
      children: {
        where: { validToYear: null, child: { type: 'municipality' } },
        select: { child: { select: { code: true } } },
        orderBy: { childId: 'asc' },
        take: MAX_REGIONS,
      },
    },
    orderBy: { code: 'asc' },
    take: MAX_REGIONS,
  })
  const municipalities = await tx.region.findMany({
    where: { type: 'municipality', endsOn: null },
    select: { code: true, name: true },
    orderBy: { code: 'asc' },
    take: MAX_REGIONS,
  })
  const last = await tx.regionLink.aggregate({
    where: { child: { type: 'municipality' }, parent: { type: 'labour_market' } },
    _max: { validFromYear: true },
  })
  return {
    regions: regions.map(({ endsOn, children, ...region }) => ({
      ...region,
      ended: endsOn !== null,
      municipalities: children.map(({ child }) => child.code),
    })),
    municipalities: new Map(municipalities.map(({ code, name }) => [code, name])),
    today: todayInNetherlands(now),
    firstYear: (last._max.validFromYear ?? 0) + 1,
  }
}

/** The divisions that were taken in, newest first. */
export async function listDivisions(): Promise<DivisionRow[]> {
  const rows = await db.regionDivision.findMany({
    select: {
      id: true,
      validFrom: true,
      createdAt: true,
      createdBy: { select: { name: true } },
    },
    orderBy: { validFrom: 'desc' },
    take: 100,
  })
  return rows.map(({ validFrom, createdBy, ...row }) => ({
    ...row,
    validFrom: toCalendarDate(validFrom),
    createdBy: createdBy?.name ?? null,
  }))
}

/** Every labour-market region with its municipalities; those that ended last, with successors. */
export async function listDivisionRegions(): Promise<RegionRow[]> {
  const rows = await db.region.findMany({
    where: { type: 'labour_market' },
    select: {
      id: true,
      slug: true,
      code: true,
      name: true,
      validFrom: true,
      endsOn: true,
      parents: {
        where: { validToYear: null, parent: { type: 'labour_market' } },
        select: { parent: { select: { slug: true, name: true } } },
        orderBy: { parent: { name: 'asc' } },
        take: 20,
      },
      children: {
        where: { validToYear: null, child: { type: 'municipality' } },
        select: { child: { select: { name: true } } },
        orderBy: { child: { name: 'asc' } },
        take: MAX_REGIONS,
      },
    },
    orderBy: [{ endsOn: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    take: MAX_REGIONS,
  })
  return rows.map(({ validFrom, endsOn, parents, children, ...row }) => ({
    ...row,
    validFrom: toCalendarDate(validFrom),
    endsOn: toCalendarDate(endsOn),
    successors: parents.map(({ parent }) => parent),
    municipalities: children.map(({ child }) => child.name),
  }))
}

const ended = {
  id: true,
  name: true,
  parents: {
    where: { validToYear: null, parent: { type: 'labour_market' as const } },
    select: { parent: { select: { id: true, name: true } } },
    orderBy: { parent: { name: 'asc' as const } },
    take: 20,
  },
}

/** Organisations that go on and whose own region ended, by name. */
export async function listMovingOrganisations(): Promise<MovingOrganisation[]> {
  const rows = await db.organisation.findMany({
    where: { endsOn: null, region: { endsOn: { not: null } } },
    select: { id: true, slug: true, name: true, region: { select: ended } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1_000,
  })
  return rows.flatMap(({ region, ...organisation }) =>
    region
      ? [
          {
            ...organisation,
            regionId: region.id,
            regionName: region.name,
            successors: region.parents.map(({ parent }) => parent),
          },
        ]
      : [],
  )
}
