import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { amountsOf, joinAmounts, NO_AMOUNTS, together } = await import('@/lib/base/amounts/rules')
const { endsWithoutFollowUp, isOver, fundingExpiry } = await import('@/lib/monitor/policies/rules')
const { listEndingStreams, listEndingSums } = await import('./data')

const TODAY = '2026-11-24'
const ALL = { from: '2026-10-01', regionIds: null, type: null }

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

/** With and without plan, amount and end; for a measure, for running and ended initiatives. */
async function spreadMoney(): Promise<void> {
  const types = await db.term.findMany({
    where: { vocabulary: 'funding_type' },
    orderBy: { position: 'asc' },
  })
  const alignment = await db.term.findFirstOrThrow({ where: { vocabulary: 'subsidy_alignment' } })
  const measures = await db.policyMeasure.findMany({ orderBy: { id: 'asc' }, take: 3 })
  const initiatives = await db.initiativeSearch.findMany({
    select: { initiativeId: true },
    orderBy: { slug: 'asc' },
  })
  const ends = [
    null,
    '2024-12-31',
    '2025-10-01',
    '2026-10-01',
    '2026-12-31',
    '2027-03-31',
    '2027-12-31',
    '2028-09-30',
    '2028-10-01',
    '2030-01-01',
  ]
  const lifecycles = ['running', 'completed', 'stopped', 'planned'] as const
  for (const [index, { initiativeId }] of initiatives.entries())
    await db.initiativeSearch.update({
      where: { initiativeId },
      data: { lifecycle: lifecycles[index % 4]! },
      select: { slug: true },
    })
  for (let at = 0; at < 120; at += 1) {
    const day = ends[(at * 7) % ends.length]
    await db.funding.create({
      data: {
        provider: `Geldgever ${at}`,
        typeId: types[(at % initiatives.length) % 2 === 1 ? 0 : at % types.length]!.id,
        alignmentId: alignment.id,
        amountEuro: at % 4 === 0 ? null : at * 1_000,
        amountQualifier:
          at % 4 === 0 ? null : ((['exact', 'circa', 'maximaal', null] as const)[at % 5] ?? null),
        endsOn: day ? new Date(`${day}T00:00:00Z`) : null,
        afterFundingPlan: at % 11 === 0 ? 'Er is een plan.' : null,
        ...(at % 3 === 0
          ? { measureId: measures[at % measures.length]!.id }
          : { initiativeId: initiatives[at % initiatives.length]!.initiativeId }),
      },
    })
  }
}

describe('expiring funding', () => {
  beforeAll(spreadMoney)

  it('agrees with the rule for money that ends without a follow-up, stream by stream', async () => {
    const streams = await listEndingStreams(ALL, null)
    const rows = await db.funding.findMany({
      include: {
        type: true,
        alignment: true,
        initiative: { select: { search: { select: { lifecycle: true } } } },
      },
    })
    const holder = (row: (typeof rows)[number]) => row.measureId ?? row.initiativeId
    for (const stream of streams) {
      const row = rows.find(({ id }) => id === stream.id)!
      const facts = rows
        .filter((other) => holder(other) === holder(row))
        .map((other) => ({
          typeSlug: other.type.slug,
          provider: other.provider,
          alignmentSlug: other.alignment.slug,
          endsOn: toCalendarDate(other.endsOn),
          hasPlan: other.afterFundingPlan !== null,
        }))
      const lifecycle = row.measureId === null ? row.initiative!.search!.lifecycle : 'running'
      const expiringFunding = fundingExpiry(facts, TODAY)
      const last = expiringFunding.kind === 'ends' && expiringFunding.on === stream.endsOn
      expect(stream.follow === 'none', stream.provider).toBe(
        stream.endsOn !== null && last && !expiringFunding.planned && !isOver(lifecycle),
      )
      if (last && stream.endsOn! <= '2027-11-24')
        expect(stream.follow === 'none').toBe(endsWithoutFollowUp(facts, lifecycle, TODAY))
    }
    expect(new Set(streams.map(({ follow }) => follow))).toEqual(
      new Set(['planned', 'continues', 'over', 'none']),
    )
  })

  it('adds up to the streams themselves, per quarter and source, and never guesses an amount', async () => {
    const [sums, streams] = await Promise.all([listEndingSums(ALL), listEndingStreams(ALL, null)])
    const total = (kind: 'when' | 'type', key: string) => {
      const found = sums.filter((sum) => sum.kind === kind && sum.key === key)
      return {
        streams: found.reduce((all, { streams: count }) => all + count, 0),
        amounts: found.reduce((all, { amounts }) => joinAmounts(all, amounts), NO_AMOUNTS),
      }
    }
    const carried = new Map(
      (await db.initiativeMeasure.findMany({ orderBy: { measureId: 'desc' } })).map(
        ({ initiativeId, measureId }) => [initiativeId, measureId],
      ),
    )
    const held = new Map(
      (await db.funding.findMany()).map(({ id, measureId, initiativeId }) => [
        id,
        measureId ?? carried.get(initiativeId!) ?? initiativeId!,
      ]),
    )
    const examples = new Set(
      (
        await db.funding.findMany({
          where: {
            OR: [
              { measure: { goal: { isExample: true } } },
              { measureId: null, initiative: { isExample: true } },
            ],
          },
        })
      ).map(({ id }) => id),
    )
    const brute = (list: typeof streams) => ({
      streams: list.length,
      amounts: amountsOf(
        list.map(({ id, amountEuro, amountQualifier }) => ({
          euro: amountEuro,
          qualifier: amountQualifier,
          paysFor: held.get(id)!,
          isExample: examples.has(id),
        })),
      ),
    })
    const inside = streams.filter(
      ({ endsOn }) => endsOn !== null && endsOn >= '2026-10-01' && endsOn < '2028-10-01',
    )
    expect(total('when', '2026-4')).toEqual(
      brute(inside.filter(({ endsOn }) => endsOn! < '2027-01-01')),
    )
    expect(total('when', '2028-3')).toEqual(
      brute(inside.filter(({ endsOn }) => endsOn! >= '2028-07-01')),
    )
    expect(total('when', 'later')).toEqual(
      brute(streams.filter(({ endsOn }) => endsOn !== null && endsOn >= '2028-10-01')),
    )
    expect(total('when', 'ended')).toEqual(
      brute(streams.filter(({ endsOn }) => endsOn !== null && endsOn < '2026-10-01')),
    )
    expect(streams.some(({ endsOn }) => endsOn === '2025-10-01')).toBe(true)
    expect(streams.some(({ endsOn }) => endsOn === '2024-12-31')).toBe(false)
    for (const slug of new Set(inside.map(({ type }) => type.slug)))
      expect(total('type', slug)).toEqual(brute(inside.filter(({ type }) => type.slug === slug)))
    expect((await listEndingStreams(ALL, '2026-4')).map(({ id }) => id).toSorted()).toEqual(
      inside
        .filter(({ endsOn }) => endsOn! < '2027-01-01')
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('shows no sum of amounts that are approximate or pay for the same, of whoever they come', async () => {
    const sums = await listEndingSums(ALL)
    const shown = new Set(sums.map(({ amounts }) => together(amounts).kind))
    expect(shown).toContain('apart')
    await db.funding.deleteMany({ where: { provider: { startsWith: 'Geldgever' } } })
    const own = (await listEndingSums(ALL)).filter(
      ({ kind, amounts }) => kind === 'region' && amounts.known > 1,
    )
    expect(own.map(({ amounts }) => together(amounts))).toContainEqual({
      kind: 'apart',
      count: 2,
      low: 350_000,
      high: 750_000,
      why: 'both',
    })
  })

  it('narrows down to a region and what lies in it, without changing what follows', async () => {
    const region = await db.region.findUniqueOrThrow({ where: { slug: 'midden-brabant' } })
    const [all, own] = await Promise.all([
      listEndingStreams(ALL, null),
      listEndingStreams({ ...ALL, regionIds: [region.id] }, null),
    ])
    expect(own.length).toBeGreaterThan(0)
    expect(own.length).toBeLessThan(all.length)
    for (const stream of own) expect(all).toContainEqual(stream)
  })

  it('shows nothing of what is not published', async () => {
    const hidden = await db.initiative.findFirstOrThrow({ where: { search: null } })
    const { typeId, alignmentId } = await db.funding.findFirstOrThrow()
    await db.funding.create({
      data: { initiativeId: hidden.id, typeId, alignmentId, provider: 'Geheim fonds' },
    })
    expect(
      (await listEndingStreams(ALL, null)).some(({ provider }) => provider === 'Geheim fonds'),
    ).toBe(false)
  })
})
