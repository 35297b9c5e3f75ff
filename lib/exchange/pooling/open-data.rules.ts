/** Outcomes taken together, in the open data. Source: docs/api.md. */
import { MIN_STUDIES } from '@/lib/base/inference/meta-analysis.rules'
import { OPEN_HORIZONS, openOutcome } from '@/lib/judgement/measurements/open-data.rules'
import { DIRECTION_SLUGS } from '@/lib/knowledge/evidence/direction.rules'
import type { DesignKind, LeftOut, Line, OutcomePools, Pool, Study } from './types'

export const DESIGN_SLUGS = {
  drawn: 'loting',
  compared: 'vergelijking',
  alone: 'zonder-vergelijking',
} as const satisfies Record<DesignKind, string>

export const LEFT_OUT_SLUGS = {
  notPeople: 'telt-geen-mensen',
  otherDirection: 'telt-andersom',
  noHorizon: 'moment-onbekend',
  otherHorizon: 'ander-moment',
  noCounts: 'geen-aantallen',
  withheld: 'te-weinig-mensen',
  sameInitiative: 'zelfde-initiatief',
} as const satisfies Record<LeftOut, string>

const openStudy = ({ member, measurement }: Study, origin: string) => ({
  initiatief: { slug: member.slug, titel: member.title, regio: member.region },
  meting: `${origin}/initiatieven/${member.slug}/metingen/${measurement.id}`,
})

const openLine = ({ study, part, counts, ...line }: Line, origin: string) => ({
  ...openStudy(study, origin),
  teller: part.numerator,
  n: part.n,
  vergelijking: counts && { teller: counts.comparisonNumerator, n: counts.comparisonN },
  schatting: line.estimate,
  interval95: { laag: line.low, hoog: line.high },
  richting: DIRECTION_SLUGS[line.direction],
  gewicht: line.weight,
})

const openPool = ({ kind, horizon, direction, lines, result }: Pool, origin: string) => ({
  opzet: DESIGN_SLUGS[kind],
  termijn: OPEN_HORIZONS[horizon],
  maat: kind === 'alone' ? 'aandeel' : 'verschil',
  richting: DIRECTION_SLUGS[direction],
  onderzoeken: lines.map((line) => openLine(line, origin)),
  samen: result && {
    schatting: result.estimate,
    interval95: { laag: result.low, hoog: result.high },
    voorspelling95: { laag: result.prediction.low, hoog: result.prediction.high },
    i2: result.i2,
  },
  nodig: MIN_STUDIES,
})

/** `origin` is the address of this site. */
export const openPools = (all: readonly OutcomePools[], origin: string) =>
  all.map(({ outcome, pools, left }) => ({
    uitkomst: openOutcome(outcome),
    groepen: pools.map((pool) => openPool(pool, origin)),
    nietErbij: left.map(({ study, reason }) => ({
      ...openStudy(study, origin),
      reden: LEFT_OUT_SLUGS[reason],
    })),
  }))
