import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeLookalike, NOTHING } from '@/lib/base/testing/overlap'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { saveNewInitiative, startRevision } = await import('@/lib/knowledge/revisions/mutations')
const { getOther } = await import('./data')
const { listLookalikes } = await import('./lookalikes.data')

const { actorId, source, named } = await arrangeLookalike(db, {
  saveNewInitiative,
  listLookalikes,
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('what looks like a draft', () => {
  it('is found by the words of its title alone, and is not near without a region', async () => {
    expect(await named()).toMatchObject({
      near: false,
      decided: null,
      organisation: 'SER Brabant',
      titleTerms: ['rangeerterrein', 'midden', 'brabant'],
    })
  })

  it('is found by tags, nearby once the draft names a region', async () => {
    const published = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: {
        publishedRevision: {
          select: {
            terms: { select: { termId: true, position: true } },
            regions: { select: { regionId: true, position: true } },
          },
        },
      },
    })
    const { terms, regions } = published.publishedRevision!
    await db.revisionTerm.createMany({
      data: terms.map((row) => ({ ...row, revisionId: source.revisionId })),
    })
    await db.revisionRegion.createMany({
      data: regions.map((row) => ({ ...row, revisionId: source.revisionId })),
    })
    const found = await named()
    expect(found?.similarity).toBeCloseTo(1)
    expect(found?.near).toBe(true)
    expect(found?.likeness.shared.length).toBeGreaterThan(0)
  })

  it('never names drafts of anyone, nor the initiative itself', async () => {
    const slugs = (await listLookalikes({ ...source, text: source.title }, NOTHING)).map(
      ({ slug }) => slug,
    )
    const open = await db.initiativeSearch.findMany({
      where: { slug: { in: slugs } },
      select: { slug: true },
      orderBy: { slug: 'asc' },
    })
    expect(open.map(({ slug }) => slug).toSorted()).toEqual(slugs.toSorted())
    const { id } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    const own = await startRevision({ initiativeId: id, actorId })
    expect(
      (
        await listLookalikes(
          {
            revisionId: own.revisionId,
            initiativeId: id,
            title: 'Rangeerterrein Midden-Brabant',
            text: '',
          },
          NOTHING,
        )
      ).map(({ slug }) => slug),
    ).not.toContain('rangeerterrein')
    expect(await getOther(source.initiativeId)).toMatchObject({ draft: { status: 'draft' } })
  })
})

describe('the words of a text', () => {
  it('find what shares no word of the title and no tag, also in another form and in a compound', async () => {
    const { body } = await db.initiativeSearch.findFirstOrThrow({
      where: { slug: 'voorschakeltraject-zorg' },
      select: { body: true },
    })
    const { initiativeId, revisionId } = await saveNewInitiative({
      title: 'Iets heel anders',
      organisationId: source.organisationId,
      actorId,
    })
    const found = await listLookalikes(
      { revisionId, initiativeId, title: 'Iets heel anders', text: body },
      NOTHING,
    )
    const one = found.find(({ slug }) => slug === 'voorschakeltraject-zorg')
    expect(one?.titleTerms).toEqual([])
    expect(one?.similarity).toBe(0)
    expect(one?.text).toBeGreaterThan(0.5)
    expect(one?.textTerms.length).toBeGreaterThanOrEqual(5)
    expect(
      await listLookalikes(
        {
          revisionId,
          initiativeId,
          title: 'Iets',
          text: 'Een tekst zonder bijzondere woorden over mensen en werk.',
        },
        NOTHING,
      ),
    ).toEqual([])
    await db.initiative.delete({ where: { id: initiativeId } })
  })
})

describe('a draft', () => {
  it('is named to its own organisation, handed in to a moderator, and to nobody else', async () => {
    const text =
      'Lasrobots bedienen met orthopedische werkplekken in scheepsbouw, lasmeesters begeleiden jongeren'
    const { initiativeId, revisionId } = await saveNewInitiative({
      title: 'Lasrobots in de scheepsbouw',
      organisationId: source.organisationId,
      actorId,
    })
    await db.initiativeRevision.update({ where: { id: revisionId }, data: { summary: text } })
    const other = await saveNewInitiative({
      title: 'Jongeren leren lassen',
      organisationId: source.organisationId,
      actorId,
    })
    const look = async (scope: { organisationIds: readonly string[]; seesSubmitted: boolean }) =>
      (await listLookalikes({ ...other, title: 'Jongeren leren lassen', text }, scope)).find(
        (one) => one.initiativeId === initiativeId,
      )
    const own = { organisationIds: [source.organisationId], seesSubmitted: false }
    const elsewhere = {
      organisationIds: [
        (
          await db.organisation.findFirstOrThrow({
            where: { id: { not: source.organisationId } },
            select: { id: true },
          })
        ).id,
      ],
      seesSubmitted: false,
    }
    const moderator = { organisationIds: [], seesSubmitted: true }
    expect(await look(own)).toMatchObject({ draft: { revisionId, status: 'draft' } })
    expect((await look(own))?.textTerms).toContain('scheepsbouw')
    for (const scope of [NOTHING, elsewhere, moderator]) expect(await look(scope)).toBeUndefined()
    await db.initiativeRevision.update({
      where: { id: revisionId },
      data: { status: 'submitted', submittedAt: new Date() },
    })
    expect(await look(moderator)).toMatchObject({ draft: { status: 'submitted' } })
    for (const scope of [NOTHING, elsewhere]) expect(await look(scope)).toBeUndefined()
    await db.initiative.deleteMany({ where: { id: { in: [initiativeId, other.initiativeId] } } })
  })
})
