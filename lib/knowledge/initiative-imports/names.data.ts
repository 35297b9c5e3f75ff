import 'server-only'
import { db } from '@/lib/base/db/db'
import { knownOf } from './known.rules'
import type { Known, KnownOrganisation, RegionRow, TermRow } from './types'

/** The names of all organisations, also of those that ended. */
export async function listOrganisations(): Promise<KnownOrganisation[]> {
  const rows = await db.organisation.findMany({
    select: { id: true, name: true, slug: true, endsOn: true },
    orderBy: { name: 'asc' },
    take: 2_000,
  })
  return rows.map(({ endsOn, ...row }) => ({ ...row, ended: endsOn !== null }))
}

/** Terms in the vocabularies of an initiative, also those that are no longer offered. */
async function listTermRows(): Promise<TermRow[]> {
  return db.term.findMany({
    where: {
      vocabulary: {
        in: [
          'target_group',
          'sector',
          'instrument',
          'societal_challenge',
          'driver',
          'approach_style',
        ],
      },
      replacedById: null,
    },
    select: {
      vocabulary: true,
      slug: true,
      labelNl: true,
      labelEn: true,
      altLabels: true,
      definitionNl: true,
      retiredOn: true,
    },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: 2_000,
  })
}

/** Regions that can be chosen and municipalities, which lead to theirs. */
async function listRegionRows(): Promise<RegionRow[]> {
  return db.region.findMany({
    where: { type: { in: ['province', 'labour_market', 'ser', 'municipality'] } },
    select: {
      slug: true,
      code: true,
      name: true,
      nameVariants: true,
      type: true,
      endsOn: true,
      parents: {
        where: { validToYear: null, parent: { type: 'labour_market' } },
        select: { parent: { select: { name: true } } },
        take: 1,
      },
    },
    orderBy: { name: 'asc' },
    take: 2_000,
  })
}

/** The names that cells may hold, as they are now. */
export async function getKnown(): Promise<Known> {
  const [terms, regions, organisations] = await Promise.all([
    listTermRows(),
    listRegionRows(),
    listOrganisations(),
  ])
  return knownOf(terms, regions, organisations)
}
