import { describe, expect, it } from 'vitest'
import { referenceFigureRows } from './reference-figures'
import { readIndicators, withheldKeys } from './indicator-file'
import { entryTerms } from './initiatives'
import { readInitiatives } from './initiative-file'
import { readMonitors } from './monitors'
import { readPolicies } from './policies'
import { readRegions, regionLinks, regionRows } from './regions'
import { criterionRows, readTaxonomy, termRows, vocabularyNames, VOCABULARIES } from './taxonomy'

const regions = readRegions()
const links = regionLinks(regions)
const taxonomy = readTaxonomy()
const indicators = readIndicators()
const initiatives = readInitiatives()
const regionCodes = new Set(regionRows(regions).map((row) => row.code))
const termKeys = new Set(
  vocabularyNames.flatMap((name) =>
    taxonomy.dutch[name].map((term) => `${VOCABULARIES[name]} ${term.slug}`),
  ),
)

const unknown = (wanted: readonly string[], all: ReadonlySet<string>) =>
  wanted.filter((key) => !all.has(key))
const duplicates = (keys: readonly string[]) =>
  keys.filter((key, index) => keys.indexOf(key) !== index)

describe('the regions', () => {
  it('are as many as the file says', () => {
    const { counts } = regions.meta
    const perType = (type: string) => regionRows(regions).filter((row) => row.type === type).length
    expect([
      perType('landsdeel'),
      perType('province'),
      perType('labour_market'),
      perType('ser'),
      perType('ggd'),
      perType('municipality'),
    ]).toEqual([
      counts.landsdelen,
      counts.provinces,
      counts.arbeidsmarktregios,
      counts.serRegions,
      counts.ggdRegions,
      counts.municipalities,
    ])
  })

  it('have a code, a slug and a link of their own', () => {
    expect(duplicates(regionRows(regions).map((row) => row.code))).toEqual([])
    expect(duplicates(regionRows(regions).map((row) => row.slug))).toEqual([])
    expect(duplicates(links.map((link) => `${link.child} ${link.parent}`))).toEqual([])
    expect(
      unknown(
        links.flatMap((link) => [link.child, link.parent]),
        regionCodes,
      ),
    ).toEqual([])
  })

  it('have at most one primary parent of a type, and every municipality has a region and a province', () => {
    const primary = links
      .filter((link) => link.isPrimary)
      .map((link) => `${link.child} ${link.parent.slice(0, 2)}`)
    expect(duplicates(primary)).toEqual([])
    for (const { code } of regions.municipalities) {
      const parents = links
        .filter((link) => link.child === code)
        .map((link) => link.parent.slice(0, 2))
      expect(parents.sort()).toEqual(['AM', 'PV'])
    }
  })

  it('count in each province the municipalities that lie there', () => {
    for (const region of regions.arbeidsmarktregios) {
      for (const part of region.provinces) {
        const inside = regions.municipalities.filter(
          (item) =>
            item.arbeidsmarktregioCode === region.cbsCode && item.provinceCode === part.code,
        )
        expect(`${region.name} ${part.code} ${inside.length}`).toBe(
          `${region.name} ${part.code} ${part.municipalities}`,
        )
      }
    }
    expect(regions.arbeidsmarktregios.filter((region) => region.provinces.length > 1)).toHaveLength(
      10,
    )
  })

  it('put Assen in the province of Drenthe and in labour-market region Groningen', () => {
    expect(links.filter((link) => link.child === 'GM0106').map((link) => link.parent)).toEqual([
      'AM01',
      'PV22',
    ])
  })
})

describe('the vocabularies', () => {
  it('are as many, and as long, as the file says', () => {
    expect(vocabularyNames).toHaveLength(18)
    for (const name of vocabularyNames)
      expect(`${name} ${taxonomy.dutch[name].length}`).toBe(
        `${name} ${taxonomy.dutch.meta.counts[name]}`,
      )
    expect(criterionRows(taxonomy)).toHaveLength(7)
  })

  it('give every term a definition in both languages, and nothing else', () => {
    for (const name of vocabularyNames) {
      const slugs = taxonomy.dutch[name].map((term) => term.slug)
      expect(Object.keys(taxonomy.english[name]).sort()).toEqual([...slugs].sort())
      for (const row of termRows(taxonomy, name)) {
        expect(
          [row.labelNl, row.labelEn, row.definitionNl, row.definitionEn].every(
            (text) => text.trim().length > 2,
          ),
        ).toBe(true)
        expect(row.definitionEn).not.toBe(row.definitionNl)
      }
    }
  })

  it('translate every note and every word of the criteria', () => {
    const noted = vocabularyNames.flatMap((name) =>
      taxonomy.dutch[name].filter((term) => term.note).map((term) => `${name}.${term.slug}`),
    )
    expect(Object.keys(taxonomy.english.notes).sort()).toEqual(noted.sort())
    for (const row of criterionRows(taxonomy)) {
      expect(row.guidingQuestionsEn).toHaveLength(row.guidingQuestionsNl.length)
      expect([row.anchorsNl.length, row.anchorsEn.length]).toEqual([5, 5])
      expect(row.noteEn === null).toBe(row.noteNl === null)
      expect(row.anchorsEn).not.toContain(row.anchorsNl[0])
    }
  })

  it('have parents that exist and no circles', () => {
    for (const name of vocabularyNames) {
      const parents = new Map(taxonomy.dutch[name].map((term) => [term.slug, term.parent ?? null]))
      for (const start of parents.keys()) {
        const seen: string[] = []
        for (let slug: string | null = start; slug !== null; slug = parents.get(slug) ?? null) {
          expect(parents.has(slug)).toBe(true)
          expect(seen).not.toContain(slug)
          seen.push(slug)
        }
      }
    }
  })

  it('know what people type for groups, sectors, instruments and challenges', () => {
    for (const name of ['targetGroups', 'sectors', 'instruments', 'societalChallenges'] as const) {
      const slugs = taxonomy.dutch[name].map((term) => term.slug)
      expect(Object.keys(taxonomy.alternatives[name] ?? {}).sort()).toEqual([...slugs].sort())
      for (const words of Object.values(taxonomy.alternatives[name] ?? {}))
        expect(duplicates(words)).toEqual([])
    }
    expect(taxonomy.alternatives.targetGroups?.nuggers).toContain('niet-uitkeringsgerechtigden')
  })
})

describe('the figures', () => {
  it('are as many as the file says, each with a key of its own', () => {
    const { counts } = indicators.dutch.meta
    const { sources, indicators: rows, observations, checks, inconsistencies } = indicators.dutch
    expect(
      [sources, rows, observations, checks, inconsistencies].map((list) => list.length),
    ).toEqual([
      counts.sources,
      counts.indicators,
      counts.observations,
      counts.checks,
      counts.inconsistencies,
    ])
    expect(duplicates(observations.map((row) => row.id))).toEqual([])
    expect(duplicates(referenceFigureRows(indicators).map((row) => row.slug))).toEqual([])
  })

  it('name only regions, sources and indicators that exist, in the unit of the indicator', () => {
    const units = new Map(indicators.dutch.indicators.map((row) => [row.slug, row.unit]))
    const sources = new Set(indicators.dutch.sources.map((row) => row.id))
    for (const row of indicators.dutch.observations)
      expect(`${row.id} ${row.unit}`).toBe(`${row.id} ${units.get(row.indicator)}`)
    expect(
      unknown(
        indicators.dutch.observations.map((row) => row.source),
        sources,
      ),
    ).toEqual([])
    expect(
      unknown(
        indicators.dutch.observations.map((row) => row.regionCode),
        regionCodes,
      ),
    ).toEqual([])
    const figures = referenceFigureRows(indicators)
    expect(
      unknown(
        figures.flatMap((row) => row.regionCode ?? []),
        regionCodes,
      ),
    ).toEqual([])
    expect(
      unknown(
        figures.flatMap((row) => row.indicator ?? []),
        new Set(units.keys()),
      ),
    ).toEqual([])
  })

  it('have English words for every indicator', () => {
    expect(Object.keys(indicators.english)).toEqual(
      indicators.dutch.indicators.map((row) => row.slug),
    )
    for (const row of indicators.dutch.indicators)
      expect(indicators.english[row.slug]?.label).not.toBe(row.labelNl)
  })

  it('carry every remark about the report at the figures it touches', () => {
    expect(Object.keys(indicators.caveatLinks)).toEqual(
      indicators.dutch.inconsistencies.map((row) => row.id),
    )
    const slugs = new Set(indicators.dutch.indicators.map((row) => row.slug))
    const keys = new Set(indicators.dutch.observations.map((row) => row.id))
    for (const link of Object.values(indicators.caveatLinks)) {
      expect(unknown(link.indicators, slugs)).toEqual([])
      expect(unknown(link.observations, keys)).toEqual([])
    }
  })

  it('hold back only the share of working people aged 65 to 75', () => {
    const held = indicators.dutch.observations.filter((row) => withheldKeys(indicators).has(row.id))
    expect(held.map((row) => row.indicator)).toEqual(['werkt-65-75'])
  })
})

describe('the examples of the report', () => {
  it('are six, and use only terms and regions that exist', () => {
    expect(initiatives).toHaveLength(6)
    for (const entry of initiatives) {
      expect(
        unknown(
          entryTerms(entry).map((term) => term.key),
          termKeys,
        ),
      ).toEqual([])
      expect(
        unknown(
          entry.regions.map((region) => region.code),
          regionCodes,
        ),
      ).toEqual([])
      expect(
        unknown(
          (entry.results ?? []).flatMap((row) =>
            row.resultType ? `result_type ${row.resultType}` : [],
          ),
          termKeys,
        ),
      ).toEqual([])
    }
  })

  it('have monitors, goals and links that exist', () => {
    const slugs = new Set(initiatives.map((entry) => entry.slug))
    const { goals, initiativeGoals, initiativeMeasures } = readPolicies()
    expect(unknown(Object.keys(readMonitors()), slugs)).toEqual([])
    expect(
      unknown(
        goals.map((goal) => goal.region),
        regionCodes,
      ),
    ).toEqual([])
    expect(
      unknown(
        initiativeGoals.map((link) => link.initiative),
        slugs,
      ),
    ).toEqual([])
    expect(
      unknown(
        initiativeGoals.map((link) => link.goal),
        new Set(goals.map((goal) => goal.slug)),
      ),
    ).toEqual([])
    const measures = new Set(goals.flatMap((goal) => goal.measures.map((measure) => measure.slug)))
    expect(
      unknown(
        initiativeMeasures.map((link) => link.measure),
        measures,
      ),
    ).toEqual([])
  })

  it('keep the one outcome of the report as it is told: sixty per cent, of an unknown number', () => {
    const [indicator] = readMonitors().rangeerterrein?.indicators ?? []
    expect(indicator?.measurements.map((row) => [row.value, row.periodStart])).toEqual([[60, null]])
  })
})
