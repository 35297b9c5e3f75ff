import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { freeSlug } from '@/lib/base/db/free-slug'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { slugOf } from '@/lib/base/text/text'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { getKnown } from './data'
import { placesOf, readDivision } from './rules'
import type { DivisionPlan, DivisionRegion } from './types'

const TIMEOUT = 120_000
const LOCK = 917_040

type Ids = ReadonlyMap<string, string>

const idOf = (ids: Ids, code: string): string => {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`unknown region ${code}`)
  return id
}

async function regionIds(tx: Transaction): Promise<Ids> {
  const rows = await tx.region.findMany({
    select: { id: true, code: true },
    orderBy: { code: 'asc' },
    take: 5_000,
  })
  return new Map(rows.map(({ id, code }) => [code, id]))
}

async function writeRegions(tx: Transaction, plan: DivisionPlan): Promise<void> {
  const validFrom = fromCalendarDate(plan.validFrom)
  for (const { code, name } of plan.begins) {
    const slug = await freeSlug(slugOf(name, code.toLowerCase()), (query) =>
      tx.region.findMany(query),
    )
    await tx.region.create({
      data: { code, name, slug, type: 'labour_market', validFrom },
      select: { id: true },
    })
  }
  for (const { code, name, oldName } of plan.changes)
    if (oldName !== null)
      await tx.region.update({
        where: { code },
        data: { name, nameVariants: { push: oldName } },
        select: { id: true },
      })
  await tx.region.updateMany({
    where: { code: { in: plan.ends.map(({ code }) => code) } },
    data: { endsOn: validFrom },
  })
}

/** Ends the links that go up from these regions to regions of these kinds, from a year on. */
async function endLinks(
  tx: Transaction,
  childIds: readonly string[],
  types: readonly string[],
  year: number,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE region_link l
    SET valid_to_year = ${year - 1}::int
    FROM region p
    WHERE p.id = l.parent_id
      AND p.type = ANY (${[...types]}::region_type[])
      AND l.child_id = ANY (${[...childIds]}::uuid[])
      AND l.valid_to_year IS NULL`
}

/** Municipalities go to their new region; those that stay keep the link they had. */
async function moveMunicipalities(
  tx: Transaction,
  regions: readonly DivisionRegion[],
  { ids, year }: { ids: Ids; year: number },
): Promise<Set<string>> {
  const wanted = new Map(
    regions.flatMap(({ code, municipalities }) =>
      municipalities.map((one) => [idOf(ids, one), idOf(ids, code)] as const),
    ),
  )
  const now = await tx.regionLink.findMany({
    where: {
      childId: { in: [...wanted.keys()] },
      validToYear: null,
      parent: { type: 'labour_market' },
    },
    select: { childId: true, parentId: true },
    orderBy: { childId: 'asc' },
    take: 5_000,
  })
  const before = new Map(now.map(({ childId, parentId }) => [childId, parentId]))
  const moved = [...wanted].filter(([childId, parentId]) => before.get(childId) !== parentId)
  await endLinks(
    tx,
    moved.map(([childId]) => childId),
    ['labour_market'],
    year,
  )
  await tx.regionLink.createMany({
    data: moved.map(([childId, parentId]) => ({ childId, parentId, validFromYear: year })),
  })
  return new Set(
    moved.flatMap(([childId, parentId]) => [parentId, before.get(childId) ?? parentId]),
  )
}

/** The province and SER region of each of these municipalities or provinces, by the id of it. */
async function parentsOf(tx: Transaction, childIds: readonly string[], type: 'province' | 'ser') {
  const rows = await tx.regionLink.findMany({
    where: { childId: { in: [...childIds] }, validToYear: null, isPrimary: true, parent: { type } },
    select: { childId: true, parent: { select: { code: true } } },
    orderBy: [{ childId: 'asc' }, { parentId: 'asc' }],
    take: 5_000,
  })
  return new Map(rows.map(({ childId, parent }) => [childId, parent.code]))
}

/** Places the regions that changed in the provinces and SER regions of their municipalities. */
async function placeRegions(
  tx: Transaction,
  regions: readonly DivisionRegion[],
  { ids, year }: { ids: Ids; year: number },
): Promise<void> {
  await endLinks(
    tx,
    regions.map(({ code }) => idOf(ids, code)),
    ['province', 'ser'],
    year,
  )
  for (const { code, municipalities } of regions) {
    const members = municipalities.map((one) => idOf(ids, one))
    const provinces = await parentsOf(tx, members, 'province')
    const ofProvinces = await parentsOf(
      tx,
      [...new Set(provinces.values())].map((one) => idOf(ids, one)),
      'ser',
    )
    const inProvince = [...provinces.values()]
    const inSer = inProvince.flatMap((one) => ofProvinces.get(idOf(ids, one)) ?? [])
    await tx.regionLink.createMany({
      data: [...placesOf(inProvince), ...placesOf(inSer)].map(
        ({ code: above, municipalities: count, isPrimary }) => ({
          childId: idOf(ids, code),
          parentId: idOf(ids, above),
          validFromYear: year,
          isPrimary,
          municipalities: inProvince.includes(above) ? count : null,
        }),
      ),
    })
  }
}

/** What ended lies in what came of it: everything that climbs finds it there. */
async function leadOn(
  tx: Transaction,
  plan: DivisionPlan,
  { ids, year }: { ids: Ids; year: number },
): Promise<void> {
  const gone = plan.ends.map(({ code }) => idOf(ids, code))
  await endLinks(tx, gone, ['province', 'ser', 'landsdeel', 'country', 'labour_market'], year)
  await tx.regionLink.createMany({
    data: plan.ends.flatMap(({ code }) =>
      plan.regions
        .filter(({ predecessors }) => predecessors.includes(code))
        .map((region) => ({
          childId: idOf(ids, code),
          parentId: idOf(ids, region.code),
          validFromYear: year,
        })),
    ),
  })
}

/** Search rows of what is about these regions, their municipalities or what came of them. */
async function refreshRegions(tx: Transaction, regionIdList: readonly string[]): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT i.id::text
    FROM initiative i
    JOIN revision_region rr ON rr.revision_id = i.published_revision_id
    LEFT JOIN region_link l ON l.child_id = rr.region_id
    WHERE rr.region_id = ANY (${[...regionIdList]}::uuid[])
      OR l.parent_id = ANY (${[...regionIdList]}::uuid[])`
  await refreshSearch(
    tx,
    rows.map(({ id }) => id),
  )
}

/**
 * Takes in a division as its lines say. The lines are read again against what is there now. False,
 * without changes, when they no longer fit.
 */
export async function saveDivision(sender: Sender, text: string, now: Date): Promise<boolean> {
  return once(
    sender,
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int)`
      const outcome = readDivision(text, await getKnown(now, tx))
      if ('faults' in outcome) return false
      const { plan } = outcome
      const year = Number(plan.validFrom.slice(0, 4))
      await writeRegions(tx, plan)
      const ids = await regionIds(tx)
      const touched = await moveMunicipalities(tx, plan.regions, { ids, year })
      const changed = plan.regions.filter(({ code }) => touched.has(idOf(ids, code)))
      await placeRegions(tx, changed, { ids, year })
      await leadOn(tx, plan, { ids, year })
      const { id } = await tx.regionDivision.create({
        data: { validFrom: fromCalendarDate(plan.validFrom), createdById: sender.actorId },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId: sender.actorId,
        action: 'division.import',
        objectType: 'division',
        objectId: id,
        detail: { ended: plan.ends.length, year },
      })
      const named = plan.changes.map(({ code }) => idOf(ids, code))
      const gone = plan.ends.map(({ code }) => idOf(ids, code))
      await refreshRegions(tx, [...touched, ...named, ...gone])
      return true
    },
    { timeout: TIMEOUT },
  )
}

/**
 * Lets an organisation act for what came of its region. It keeps working for the old one too, so
 * that its policy of then stays its own. False when this is not so any more.
 */
export async function moveOrganisation(
  actorId: string,
  input: { organisationId: string; regionId: string; successorId: string },
): Promise<boolean> {
  const { organisationId, regionId, successorId } = input
  return db.$transaction(async (tx) => {
    const leads = await tx.regionLink.count({
      where: {
        childId: regionId,
        parentId: successorId,
        validToYear: null,
        child: { endsOn: { not: null } },
        parent: { type: 'labour_market' },
      },
    })
    if (leads === 0) return false
    const { count } = await tx.organisation.updateMany({
      where: { id: organisationId, regionId, endsOn: null },
      data: { regionId: successorId },
    })
    if (count === 0) return false
    await tx.organisationRegion.deleteMany({ where: { organisationId, regionId: successorId } })
    await tx.organisationRegion.createMany({
      data: [{ organisationId, regionId }],
      skipDuplicates: true,
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'organisation.region',
      objectType: 'organisation',
      objectId: organisationId,
      detail: { regionId: successorId },
    })
    return true
  })
}
