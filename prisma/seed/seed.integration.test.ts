import { afterAll, describe, expect, it } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { SerialPg } from '@/lib/base/db/serial-adapter'
import { createTestDatabase } from '@/lib/base/testing/database'
import { referenceFigureRows } from './reference-figures'
import { readIndicators } from './indicator-file'
import { readInitiatives } from './initiative-file'
import { readRegions } from './regions'
import { readTaxonomy, termIds, vocabularyNames } from './taxonomy'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { seed } = await import('./seed')
const client = new PrismaClient({
  adapter: new SerialPg({ connectionString: database.url, max: 2 }),
})

afterAll(async () => {
  await client.$disconnect()
  await database.drop()
})

const run = async (examples: boolean) => {
  const lines: string[] = []
  await seed(client, { examples, report: (line) => lines.push(line) })
  return lines
}

async function fingerprints(): Promise<Record<string, string>> {
  const tables = await client.$queryRaw<Array<{ name: string }>>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`
  const prints: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await client.$queryRaw<Array<{ print: string }>>`
      SELECT
        coalesce(
          md5(
            (
              xpath(
                '//print/text()',
                query_to_xml(
                  format(
                    'SELECT string_agg(t::text, %L ORDER BY t::text) AS print FROM %I t',
                    chr(10),
                    ${name}::text
                  ),
                  false,
                  true,
                  ''
                )
              )
            ) [1]::text
          ),
          'empty'
        ) AS print
    `
    prints[name] = row?.print ?? ''
  }
  return prints
}

describe('the seed', () => {
  it('loads reference data only, without examples', async () => {
    await run(false)
    const [users, initiatives, goals] = [
      await client.user.count(),
      await client.initiative.count(),
      await client.policyGoal.count(),
    ]
    expect([users, initiatives, goals]).toEqual([0, 0, 0])
    expect(await client.organisation.count({ where: { isExample: true } })).toBe(0)
    expect(await client.organisation.count({ where: { kind: 'ser_secretariat' } })).toBe(4)
  })

  it('holds as many regions, terms and figures as the files say', async () => {
    const regions = readRegions().meta.counts
    const perType = await client.region.groupBy({ by: ['type'], _count: { _all: true } })
    expect(Object.fromEntries(perType.map((row) => [row.type, row._count._all]))).toEqual({
      country: 1,
      landsdeel: regions.landsdelen,
      province: regions.provinces,
      labour_market: regions.arbeidsmarktregios,
      ser: regions.serRegions,
      ggd: regions.ggdRegions,
      municipality: regions.municipalities,
    })
    const { counts } = readTaxonomy().dutch.meta
    expect(await client.term.count()).toBe(
      vocabularyNames.reduce((sum, name) => sum + (counts[name] ?? 0), 0),
    )
    expect(await client.criterion.count()).toBe(counts.criteria)
    const figures = readIndicators()
    const { sources, indicators, observations, inconsistencies } = figures.dutch.meta.counts
    expect([
      await client.statisticalSource.count(),
      await client.statIndicator.count(),
      await client.observation.count(),
      await client.caveat.count(),
      await client.referenceFigure.count(),
    ]).toEqual([
      sources,
      indicators,
      observations,
      inconsistencies,
      referenceFigureRows(figures).length,
    ])
  })

  it('holds each observation as the file has it', async () => {
    const stored = await client.observation.findMany({
      orderBy: { sourceKey: 'asc' },
      select: {
        sourceKey: true,
        label: true,
        unit: true,
        value: true,
        qualifier: true,
        breakdown: true,
        reportRef: true,
        note: true,
        periodCode: true,
        periodLabel: true,
        periodStart: true,
        periodEnd: true,
        status: true,
        indicator: { select: { slug: true } },
        region: { select: { code: true } },
        source: { select: { slug: true } },
      },
    })
    const date = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null
    expect(
      stored.map((row) => ({
        id: row.sourceKey,
        indicator: row.indicator.slug,
        label: row.label,
        unit: row.unit,
        regionCode: row.region.code,
        period: {
          label: row.periodLabel,
          cbs: row.periodCode,
          start: date(row.periodStart),
          end: date(row.periodEnd),
        },
        value: Number(row.value),
        qualifier: row.qualifier,
        breakdown: row.breakdown,
        source: row.source.slug,
        reportRef: row.reportRef,
        note: row.note,
      })),
    ).toEqual(readIndicators().dutch.observations)
    expect(stored.filter((row) => row.status === 'withheld').map((row) => row.sourceKey)).toEqual([
      'obs-085',
    ])
  })

  it('keeps the hierarchy of the vocabularies', async () => {
    const term = await client.term.findUnique({
      where: { vocabulary_slug: { vocabulary: 'target_group', slug: 'wajong' } },
      select: { parent: { select: { slug: true, parent: { select: { slug: true } } } } },
    })
    expect([term?.parent?.slug, term?.parent?.parent?.slug]).toEqual([
      'arbeidsongeschikten',
      'uitkeringsgerechtigden',
    ])
  })

  it('adds the six examples, published and findable, and the demo accounts', async () => {
    await run(true)
    const published = await client.initiativeSearch.findMany({
      select: { slug: true },
      orderBy: { publishedAt: 'desc' },
    })
    expect(published.map((row) => row.slug)).toEqual(readInitiatives().map((entry) => entry.slug))
    const found = await client.$queryRaw<Array<{ slug: string }>>`
      SELECT slug
      FROM initiative_search
      WHERE document @@ websearch_to_tsquery('praktijk', 'vergunninghouders')
      ORDER BY slug
    `
    expect(found.map((row) => row.slug)).toEqual([
      'snellere-start-sterkere-toekomst',
      'switch-naar-techniek',
    ])
    expect(
      await client.initiative.count({
        where: { reportSection: { not: null }, isExample: false, monitor: { isNot: null } },
      }),
    ).toBe(6)
    expect(await client.tradeOff.count({ where: { effect: 'not_examined' } })).toBe(8 * 4)
    expect(await client.user.count({ where: { isExample: false } })).toBe(0)
    expect(await client.assessment.count({ where: { isExample: false } })).toBe(0)
  })

  it('finds Assen under Drenthe and under labour-market region Groningen, and not under the province of Groningen', async () => {
    const row = await client.initiativeSearch.findFirst({
      where: { slug: 'snellere-start-sterkere-toekomst' },
      select: { regions: true },
    })
    expect(row?.regions).toEqual(
      expect.arrayContaining([
        'gemeente-assen',
        'groningen',
        'provincie-drenthe',
        'ser-noord-nederland',
      ]),
    )
    expect(row?.regions).not.toContain('provincie-groningen')
  })

  it('changes nothing at a second run', async () => {
    const before = await fingerprints()
    expect(before.region).not.toBe('empty')
    const lines = await run(true)
    expect(lines.filter((line) => !line.endsWith(': al aanwezig'))).toEqual([])
    expect(await fingerprints()).toEqual(before)
  })

  it('leaves alone what people changed since', async () => {
    await client.policyGoal.update({
      where: { slug: 'noord-meer-arbeidsaanbod' },
      data: { title: 'Aangepast' },
      select: { id: true },
    })
    await client.observation.update({
      where: { sourceKey: 'obs-085' },
      data: { status: 'final' },
      select: { id: true },
    })
    const before = await fingerprints()
    await run(true)
    expect(await fingerprints()).toEqual(before)
  })

  it('repairs a reference row that was changed by hand', async () => {
    await client.region.update({
      where: { code: 'AM05' },
      data: { name: 'Iets anders' },
      select: { id: true },
    })
    await run(true)
    expect(
      await client.region.findUnique({ where: { code: 'AM05' }, select: { name: true } }),
    ).toEqual({ name: 'Twente' })
  })

  it('leaves a term as an administrator changed it, and takes a merged one for its successor', async () => {
    const where = (slug: string) => ({
      vocabulary_slug: { vocabulary: 'target_group' as const, slug },
    })
    const changedAt = new Date()
    const into = await client.term.update({
      where: where('jongeren'),
      data: { labelNl: 'Jonge mensen', parentId: null, changedAt },
    })
    await client.term.update({
      where: where('wajong'),
      data: { replacedById: into.id, parentId: null, changedAt },
    })
    await run(true)
    const after = await client.term.findMany({
      where: { vocabulary: 'target_group', slug: { in: ['jongeren', 'wajong'] } },
      select: { slug: true, labelNl: true, parentId: true, replacedById: true },
      orderBy: { slug: 'asc' },
    })
    expect(after).toEqual([
      { slug: 'jongeren', labelNl: 'Jonge mensen', parentId: null, replacedById: null },
      expect.objectContaining({ slug: 'wajong', parentId: null, replacedById: into.id }),
    ])
    const ids = await client.$transaction((tx) => termIds(tx))
    expect(ids.get('target_group wajong')).toBe(into.id)
  })
})
