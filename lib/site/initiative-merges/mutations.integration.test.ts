import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPlace } = await import('@/lib/knowledge/closures/data')
const { getEvidence } = await import('@/lib/knowledge/evidence/data')
const { saveFollow } = await import('@/lib/people/follows/mutations')
const { planMerge } = await import('./moves.data')
const { mergeInitiatives } = await import('./mutations')

const FROM = 'rangeerterrein'
const INTO = 'voorschakeltraject-zorg'
const JUDGED_NOW = 'switch-naar-techniek'
let fromId: string
let intoId: string
let editor: string
let follower: string
let both: string

const one = async (slug: string) =>
  db.initiative.findUniqueOrThrow({
    where: { slug },
    select: { id: true, organisationId: true },
  })
const userId = async (email: string) =>
  (await db.user.findFirstOrThrow({ where: { email }, select: { id: true } })).id
const merge = (changes: { fromId?: string; intoId?: string } = {}) =>
  mergeInitiatives({
    ...{ fromId, intoId, reason: 'Twee pagina’s over hetzelfde.', organisationId: null },
    ...changes,
    actorId: editor,
  })
const moved = async () =>
  Object.fromEntries(
    (await planMerge({ fromId, intoId })).moves.map(({ what, moves, stays }) => [
      what,
      [moves, stays],
    ]),
  )
const counts = async (id: string) => ({
  fundings: await db.funding.count({ where: { initiativeId: id } }),
  collections: await db.collectionItem.count({ where: { initiativeId: id } }),
  goals: await db.initiativeGoal.count({ where: { initiativeId: id } }),
  measures: await db.initiativeMeasure.count({ where: { initiativeId: id } }),
  adoptions: await db.adoption.count({ where: { initiativeId: id } }),
  followers: await db.follow.count({ where: { subjectType: 'initiative', subjectId: id } }),
  measurements: await db.measurement.count({ where: { indicator: { initiativeId: id } } }),
  judgements: await db.assessment.count({ where: { initiativeId: id } }),
  posts: await db.post.count({ where: { initiativeId: id } }),
})

async function addFunding(initiativeId: string, provider: string): Promise<void> {
  const [type, alignment] = await Promise.all(
    (['funding_type', 'subsidy_alignment'] as const).map((vocabulary) =>
      db.term.findFirstOrThrow({ where: { vocabulary }, orderBy: { slug: 'asc' } }),
    ),
  )
  await db.funding.create({
    data: {
      ...{ initiativeId, provider, amountEuro: 5_000, endsOn: new Date('2027-12-31') },
      ...{ typeId: type!.id, alignmentId: alignment!.id },
    },
  })
}

beforeAll(async () => {
  fromId = (await one(FROM)).id
  const into = await one(INTO)
  intoId = into.id
  editor = await userId('redacteur.brabant@voorbeeld.nl')
  follower = await userId('moderator@voorbeeld.nl')
  both = await userId('beoordelaar.overijssel@voorbeeld.nl')
  await saveFollow(follower, { type: 'initiative', id: fromId })
  for (const id of [fromId, intoId]) await saveFollow(both, { type: 'initiative', id })
  await addFunding(fromId, 'Provincie X')
  await addFunding(fromId, 'Fonds Dubbel')
  await addFunding(intoId, 'fonds dubbel')
  for (const [title, ids] of [
    ['Alleen de ene', [fromId]],
    ['Allebei', [fromId, intoId]],
  ] as const)
    await db.collection.create({
      data: {
        ...{ slug: title.toLowerCase().replaceAll(' ', '-'), title, lead: 'Waarom.' },
        organisationId: into.organisationId,
        publishedAt: new Date(),
        items: {
          create: ids.map((initiativeId, index) => ({ initiativeId, position: index + 1 })),
        },
      },
    })
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a merge', () => {
  it('is refused while something about it is open, and then changes nothing', async () => {
    const before = await counts(intoId)
    expect(await merge({ fromId: (await one(JUDGED_NOW)).id })).toBe('round')
    expect(await counts(intoId)).toEqual(before)
    await expect(merge({ intoId: fromId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('moves what it said it would, doubles nothing, and leaves what was said of the text', async () => {
    const [from, into, evidence, plan] = await Promise.all([
      counts(fromId),
      counts(intoId),
      getEvidence(fromId),
      moved(),
    ])
    expect(plan.fundings?.[1]).toBe(1)
    expect(plan.collections?.[1]).toBeGreaterThanOrEqual(1)
    expect(plan.followers?.[1]).toBe(1)
    expect(await merge()).toBe('merged')
    const [after, kept] = await Promise.all([counts(fromId), counts(intoId)])
    for (const what of ['fundings', 'collections', 'goals', 'measures', 'adoptions'] as const) {
      const [moves = 0, stays = 0] = plan[what] ?? []
      expect([what, kept[what]]).toEqual([what, into[what] + moves])
      expect([what, after[what]]).toEqual([what, stays])
    }
    expect(kept.followers).toBe(into.followers + (plan.followers?.[0] ?? 0))
    expect(after.followers).toBe(0)
    for (const what of ['measurements', 'judgements', 'posts'] as const) {
      expect([what, after[what]]).toEqual([what, from[what]])
      expect([what, kept[what]]).toEqual([what, into[what]])
    }
    expect((await getEvidence(fromId))?.rank).toBe(evidence?.rank)
    expect(from.judgements + from.measurements).toBeGreaterThan(0)
  })

  it('leads the old address on, and counts the adoptions of the one that stays anew', async () => {
    expect(await getPlace(FROM)).toEqual({ kind: 'moved', slug: INTO })
    expect(await getPlace(INTO)).toMatchObject({ merged: [{ slug: FROM }] })
    const { adoptions } = await db.initiativeSearch.findUniqueOrThrow({
      where: { initiativeId: intoId },
      select: { adoptions: true },
    })
    expect(adoptions).toBe(
      await db.adoption.count({ where: { initiativeId: intoId, startsOn: { not: null } } }),
    )
  })

  it('tells the followers of the one and the editors of the other, and is in the record', async () => {
    const told = await db.notification.findMany({
      where: { kind: { in: ['initiative-closed', 'initiative-merged-in'] } },
      select: { userId: true, kind: true },
    })
    expect(told).toContainEqual({ userId: follower, kind: 'initiative-closed' })
    expect(
      await db.auditEvent.findFirst({
        where: { action: 'initiative.merge', objectId: fromId },
        select: { detail: true, actorId: true },
      }),
    ).toEqual({ detail: { intoId }, actorId: editor })
  })

  it('happens once', async () => {
    await expect(merge()).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(merge({ fromId: intoId, intoId: fromId })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
  })
})
