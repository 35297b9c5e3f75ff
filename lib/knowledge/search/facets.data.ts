import 'server-only'
import { db } from '@/lib/base/db/db'
import { listRegionChoices } from '@/lib/base/regions/data'
import { memoizeContentFor } from '@/lib/base/cache/memoize'
import { DIRECTIONS, LIFECYCLES, YEARS } from './rules'
import type { Facet, FacetValue } from './types'

const VOCABULARY = {
  targetGroup: 'target_group',
  sector: 'sector',
  instrument: 'instrument',
  challenge: 'societal_challenge',
  driver: 'driver',
  style: 'approach_style',
  evidence: 'evidence_level',
} as const

async function readFacetValues(): Promise<Record<Facet, FacetValue[]>> {
  const [terms, regions] = await Promise.all([
    db.term.findMany({
      where: { vocabulary: { in: Object.values(VOCABULARY) }, replacedById: null },
      select: {
        vocabulary: true,
        slug: true,
        labelNl: true,
        labelEn: true,
        retiredOn: true,
        parent: { select: { slug: true } },
        replaces: { select: { slug: true }, orderBy: { slug: 'asc' }, take: 100 },
      },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      take: 1_000,
    }),
    listRegionChoices([{ type: 'asc' }, { name: 'asc' }, { code: 'asc' }]),
  ])
  const ofTerms = (facet: keyof typeof VOCABULARY): FacetValue[] =>
    terms
      .filter((term) => term.vocabulary === VOCABULARY[facet])
      .map(({ slug, labelNl, labelEn, parent, replaces, retiredOn }) => ({
        slug,
        code: null,
        labelNl,
        labelEn,
        parent: parent?.slug ?? null,
        former: replaces.map((one) => one.slug),
        retired: retiredOn !== null,
      }))
  return {
    targetGroup: ofTerms('targetGroup'),
    sector: ofTerms('sector'),
    instrument: ofTerms('instrument'),
    challenge: ofTerms('challenge'),
    driver: ofTerms('driver'),
    style: ofTerms('style'),
    evidence: ofTerms('evidence'),
    direction: DIRECTIONS,
    phase: LIFECYCLES,
    period: YEARS,
    region: regions.map(({ slug, code, name, type, province, retired }) => ({
      slug,
      code,
      labelNl: name,
      labelEn: name,
      parent: type === 'labour_market' ? province : null,
      retired,
    })),
  }
}

/** At most a minute old where changes cannot be heard. */
export const listFacetValues = memoizeContentFor(60_000, readFacetValues)
