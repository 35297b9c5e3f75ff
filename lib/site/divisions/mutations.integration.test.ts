import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getRegion, getRegionGraph, listRegions } = await import('@/lib/base/regions/data')
const { regionFamily, regionLineage, sharesRegion } = await import('@/lib/base/regions/rules')
const { getKnown, listDivisions, listMovingOrganisations } = await import('./data')
const { moveOrganisation, saveDivision } = await import('./mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const now = new Date('2026-11-30T12:00:00Z')
let actorId: string
let tagged: { id: string; regionId: string; code: string; slug: string }

/** The division of now as a file, in which two regions become one. */
async function mergedText(codes: readonly string[]) {
  const known = await getKnown(now)
  const gone = known.regions.filter(({ code }) => codes.includes(code))
  const line = (code: string, name: string, members: readonly string[], was = '') =>
    [code, name, members.join(' '), '1-1-2026', was].join('\t')
  return [
    'code\tnaam\tgemeenten\tgeldig vanaf\tvoorgangers',
    ...known.regions
      .filter(({ code, ended }) => !codes.includes(code) && !ended)
      .map(({ code, name, municipalities }) => line(code, name, municipalities)),
    line(
      'AM90',
      'Nieuwland',
      gone.flatMap(({ municipalities }) => municipalities),
      codes.join(','),
    ),
  ].join('\n')
}

beforeAll(async () => {
  actorId = (
    await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Beheerder' },
      select: { id: true },
    })
  ).id
  const [row] = await db.$queryRaw<(typeof tagged)[]>`
    SELECT i.id::text, r.id::text AS "regionId", r.code, r.slug
    FROM initiative i
    JOIN revision_region rr ON rr.revision_id = i.published_revision_id
    JOIN region r ON r.id = rr.region_id AND r.type = 'labour_market'
    ORDER BY r.code
    LIMIT 1`
  tagged = row!
})

describe('a new division', () => {
  it('is refused as a whole when something does not fit', async () => {
    const before = await db.regionLink.count()
    expect(await saveDivision({ actorId }, 'AM90\tNieuwland\tGM9999\t1-1-2026', now)).toBe(false)
    expect(await db.regionLink.count()).toBe(before)
    expect(await listDivisions()).toEqual([])
  })

  it('ends regions, begins new ones, and leads what was said of the old on to the new, once', async () => {
    const other = (await getKnown(now)).regions.find(({ code }) => code !== tagged.code)!
    const figures = await db.statSeries.count({ where: { regionId: tagged.regionId } })
    const observations = await db.observation.count({ where: { regionId: tagged.regionId } })
    const text = await mergedText([tagged.code, other.code])
    const sender = { actorId, submission: randomUUID() }
    expect(
      await Promise.all([saveDivision(sender, text, now), saveDivision(sender, text, now)]),
    ).toEqual([true, true])
    expect(await saveDivision({ actorId }, text, now)).toBe(false)

    expect(await listDivisions()).toMatchObject([
      { validFrom: '2026-01-01', createdBy: 'Beheerder' },
    ])
    const old = (await getRegion(tagged.slug))!
    expect(old).toMatchObject({ endsOn: '2026-01-01', successors: [{ code: 'AM90' }], parents: [] })
    expect(old.children).toEqual([])
    const fresh = (await getRegion('nieuwland'))!
    expect(fresh).toMatchObject({ code: 'AM90', validFrom: '2026-01-01', endsOn: null })
    expect(fresh.predecessors.map(({ code }) => code).toSorted()).toEqual(
      [tagged.code, other.code].toSorted(),
    )
    expect(fresh.parents.some(({ type }) => type === 'province')).toBe(true)
    expect(fresh.parents.some(({ type }) => type === 'ser')).toBe(true)
    expect(fresh.children.every(({ type }) => type === 'municipality')).toBe(true)
    const current = (await listRegions(['labour_market'])).map(({ code }) => code)
    expect(current).toContain('AM90')
    expect(current).not.toContain(tagged.code)

    expect(await db.statSeries.count({ where: { regionId: tagged.regionId } })).toBe(figures)
    expect(await db.observation.count({ where: { regionId: tagged.regionId } })).toBe(observations)
    const search = await db.initiativeSearch.findUniqueOrThrow({
      where: { initiativeId: tagged.id },
      select: { regions: true },
    })
    expect(search.regions).toEqual(expect.arrayContaining([tagged.slug, 'nieuwland']))
    expect(search.regions.some((slug) => slug.startsWith('provincie-'))).toBe(true)
    expect(await db.auditEvent.count({ where: { action: 'division.import' } })).toBe(1)
  })

  it('keeps the municipalities of then for figures of then', async () => {
    const links = await db.regionLink.findMany({
      where: { parentId: tagged.regionId, child: { type: 'municipality' } },
      select: { validToYear: true },
    })
    expect(links.length).toBeGreaterThan(0)
    expect(links.every(({ validToYear }) => validToYear === 2025)).toBe(true)
  })

  it('counts the old region as the own one of whoever acts for the new, and the other way', async () => {
    const graph = await getRegionGraph()
    const fresh = (await getRegion('nieuwland'))!.id
    const family = (id: string) => regionFamily(graph, [id])
    expect(sharesRegion(family(fresh), family(tagged.regionId))).toBe(true)
    expect(regionLineage(graph, [tagged.regionId]).has(fresh)).toBe(true)
  })
})

describe('an organisation of a region that ended', () => {
  it('moves when an administrator confirms, and keeps working for what was', async () => {
    const organisation = await db.organisation.create({
      data: {
        slug: randomUUID(),
        name: 'Beraad',
        kind: 'regional_board',
        regionId: tagged.regionId,
      },
      select: { id: true },
    })
    const listed = (await listMovingOrganisations()).find(({ id }) => id === organisation.id)!
    expect(listed.successors.map(({ name }) => name)).toEqual(['Nieuwland'])
    const move = (successorId: string) =>
      moveOrganisation(actorId, {
        organisationId: organisation.id,
        regionId: tagged.regionId,
        successorId,
      })
    const [wrong] = await listRegions(['province'])
    expect(await move(wrong!.id)).toBe(false)
    const to = listed.successors[0]!.id
    expect((await Promise.all([move(to), move(to)])).toSorted()).toEqual([false, true])
    const after = await db.organisation.findUniqueOrThrow({
      where: { id: organisation.id },
      select: { regionId: true, alsoRegions: { select: { regionId: true } } },
    })
    expect(after).toEqual({ regionId: to, alsoRegions: [{ regionId: tagged.regionId }] })
    expect((await listMovingOrganisations()).some(({ id }) => id === organisation.id)).toBe(false)
  })
})
