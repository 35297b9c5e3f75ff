/**
 * Context figures move for a hundred reasons and are never the result of an initiative. CBS and UWV
 * count partly different people, so their numbers are never added up.
 * Source: docs/domain.md, 2.1 and 10.
 */
import type { ContextFigure } from './types'

/** Qualifiers as stored, the most exact first. */
export const QUALIFIERS = [
  'exact',
  'afgerond op duizend',
  'circa',
  'ruim',
  'bijna',
  'meer-dan',
  'maximaal',
  'schatting',
] as const

/** Indicators about the overlap of CBS and UWV. */
export const OVERLAP_INDICATORS = [
  'overlap-oap-gwu',
  'overlap-aandeel-in-oap',
  'overlap-aandeel-in-gwu',
] as const

/** Breakdown of table 4 of the report: people without work by cause, as number and share. */
export const UNEMPLOYMENT_ROWS = [
  ['werklozen-personen', 'werklozen-aandeel'],
  ['semi-beschikbaar-niet-gezocht-personen', 'semi-beschikbaar-niet-gezocht-aandeel'],
  ['semi-ontmoediging-personen', 'semi-ontmoediging-aandeel'],
  ['semi-andere-reden-personen', 'semi-andere-reden-aandeel'],
  ['semi-gezocht-niet-beschikbaar-personen', 'semi-gezocht-niet-beschikbaar-aandeel'],
] as const

/** Rows of table 4 that are part of the row above them. */
export const UNEMPLOYMENT_PARTS: readonly string[] = [
  'semi-ontmoediging-personen',
  'semi-andere-reden-personen',
]

/** The figures of a region by group, in this order. */
export const REGION_FIGURES = {
  survey: ['oap-personen', 'oap-aandeel'],
  unemployment: UNEMPLOYMENT_ROWS.flat(),
  registered: ['gwu-personen'],
  unpaid: [
    'vrijwilligers-18plus',
    'mantelzorgers',
    'mantelzorgers-zwaar-belast',
    'mantelzorg-uren',
  ],
  working: [
    'internationals-werkzaam',
    'internationals-werkzaam-kenniswerkers',
    'internationals-werkzaam-arbeidsmigranten',
    'internationals-werkzaam-promovendi',
  ],
  living: [
    'internationals-woonachtig',
    'internationals-woonachtig-kenniswerkers',
    'internationals-woonachtig-arbeidsmigranten',
    'internationals-woonachtig-studenten',
    'internationals-woonachtig-statushouders',
    'internationals-woonachtig-partners',
    'internationals-woonachtig-kinderen',
    'internationals-woonachtig-ontheemden-oekraine',
  ],
} as const
export type RegionFigureGroup = keyof typeof REGION_FIGURES

/** The first ones are its size. Groups missing here have no source in the report. */
export const TARGET_GROUP_INDICATORS: Readonly<Record<string, readonly string[]>> = {
  'cbs-onbenut-arbeidspotentieel': [
    'oap-personen',
    'oap-aandeel',
    'oap-aandeel-deeltijders',
    'oap-aandeel-werklozen',
    'oap-aandeel-semiwerklozen',
  ],
  werklozen: [
    'werklozen-personen',
    'werklozen-aandeel',
    'oap-aandeel-werklozen',
    'oap-15-65-werklozen',
  ],
  semiwerklozen: [
    'semiwerklozen-personen',
    'oap-aandeel-semiwerklozen',
    'semi-beschikbaar-niet-gezocht-personen',
    'semi-gezocht-niet-beschikbaar-personen',
  ],
  'beschikbaar-niet-gezocht': [
    'semi-beschikbaar-niet-gezocht-personen',
    'semi-beschikbaar-niet-gezocht-aandeel',
  ],
  ontmoedigden: ['semi-ontmoediging-personen', 'semi-ontmoediging-aandeel'],
  'niet-gezocht-andere-reden': ['semi-andere-reden-personen', 'semi-andere-reden-aandeel'],
  'gezocht-niet-beschikbaar': [
    'semi-gezocht-niet-beschikbaar-personen',
    'semi-gezocht-niet-beschikbaar-aandeel',
  ],
  deeltijders: ['deeltijd-aandeel', 'arbeidsduur'],
  'onderbenutte-deeltijders': [
    'deeltijders-onderbenut-personen',
    'oap-aandeel-deeltijders',
    'deeltijders-kwartaal-later-niet-meer',
    'deeltijders-studerend',
    'oap-15-65-deeltijders',
  ],
  'scholieren-en-studenten': ['deeltijders-studerend'],
  'kwalitatief-onderbenutten': ['skills-niet-benut'],
  gwu: ['gwu-personen'],
  nieuwkomers: [
    'internationals-woonachtig-statushouders',
    'internationals-woonachtig-ontheemden-oekraine',
  ],
  statushouders: ['internationals-woonachtig-statushouders'],
  'ontheemden-oekraine': ['internationals-woonachtig-ontheemden-oekraine'],
  'internationale-werknemers': [
    'internationals-werkzaam',
    'internationals-woonachtig',
    'groei-internationals',
  ],
  arbeidsmigranten: [
    'internationals-werkzaam-arbeidsmigranten',
    'internationals-woonachtig-arbeidsmigranten',
    'arbeidsmigranten-schatting',
    'arbeidsmigranten-instroom-eu',
    'vertrek-binnen-5-jaar-arbeidsmigranten',
    'na-drie-jaar-actief-arbeidsmigranten',
    'langer-dan-jaar-arbeidsmigranten',
    'korter-dan-twee-jaar-arbeidsmigranten',
    'arbeidsmigranten-via-uitzendbureau',
    'herkomst-arbeidsmigranten-polen',
    'groei-arbeidsmigranten',
  ],
  kenniswerkers: [
    'internationals-werkzaam-kenniswerkers',
    'internationals-woonachtig-kenniswerkers',
    'na-drie-jaar-actief-kenniswerkers',
    'langer-dan-jaar-kenniswerkers',
    'herkomst-kenniswerkers-duitsland',
    'groei-kenniswerkers',
  ],
  kennismigranten: ['kennismigranten-instroom', 'vertrek-binnen-5-jaar-kennismigranten'],
  promovendi: ['internationals-werkzaam-promovendi'],
  'internationale-studenten': ['internationals-woonachtig-studenten', 'max-uren-student-buiten-eu'],
  'studenten-buiten-eu': ['max-uren-student-buiten-eu'],
  'inkomensafhankelijke-partners': ['internationals-woonachtig-partners'],
  vrouwen: [
    'netto-participatie',
    'arbeidsduur',
    'deeltijd-aandeel',
    'arbeidsduur-verschil',
    'arbeidsduur-verandering',
    'oap-15-65-niet-studerend',
    'oap-15-65-deeltijders',
    'deeltijders-wil-uitbreiden',
    'vrouwen-zonder-werk-wil-werken',
    'niet-zoekend-niet-beschikbaar',
    'inkomen-na-kind',
  ],
  'vrouwen-met-zorgtaken': [
    'inkomen-na-kind',
    'deeltijders-wil-uitbreiden',
    'vrouwen-zonder-werk-wil-werken',
  ],
  'vroeg-gepensioneerden': ['pensioenleeftijd', 'pensioenleeftijd-verandering', 'aow-leeftijd'],
  'doorwerkende-gepensioneerden': ['doorwerkplan-gelukt', 'werkt-65-75'],
  vrijwilligers: ['vrijwilligers-18plus', 'vrijwilligers-15plus'],
  mantelzorgers: ['mantelzorgers', 'mantelzorgers-zwaar-belast', 'mantelzorg-uren'],
  'zwaar-belaste-mantelzorgers': ['mantelzorgers-zwaar-belast', 'mantelzorg-uren'],
}

/**
 * The indicators of a target group and of the groups that were merged into it. Each keeps its own
 * label, so a reader sees of whom the figure is.
 */
export function groupIndicators(
  group: string,
  merged: readonly { vocabulary: string; slug: string; successor: string }[],
): string[] {
  const former = merged.filter(
    ({ vocabulary, successor }) => vocabulary === 'target_group' && successor === group,
  )
  const groups = [group, ...former.map(({ slug }) => slug)]
  return [...new Set(groups.flatMap((slug) => TARGET_GROUP_INDICATORS[slug] ?? []))]
}

/** First match wins. A merged group lends no size: it was counted as a part of the other. */
export const GROUP_SIZE_INDICATORS: readonly (readonly [group: string, indicator: string])[] =
  Object.entries(TARGET_GROUP_INDICATORS).flatMap(([group, [indicator]]) =>
    indicator === undefined ? [] : [[group, indicator] as const],
  )

/** Counted by CBS in its survey or by UWV in its register: both need the warning about overlap. */
export function needsCountWarning(indicatorSlugs: readonly string[]): boolean {
  return indicatorSlugs.some((slug) => slug.startsWith('oap-') || slug === 'gwu-personen')
}

const qualifierRank = (qualifier: string) => {
  const rank = QUALIFIERS.findIndex((known) => known === qualifier)
  return rank === -1 ? QUALIFIERS.length : rank
}

const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length

/** Orders two values for one figure; negative when `a` is better. */
export function comparePreference(a: ContextFigure, b: ContextFigure): number {
  const inTable = (figure: ContextFigure) => (figure.reportRef?.startsWith('tabel') ? 0 : 1)
  return (
    (b.periodStart ?? '').localeCompare(a.periodStart ?? '') ||
    qualifierRank(a.qualifier) - qualifierRank(b.qualifier) ||
    inTable(a) - inTable(b) ||
    Number(b.isMainSource) - Number(a.isMainSource) ||
    Number(a.note !== null) - Number(b.note !== null) ||
    decimalsOf(b.value) - decimalsOf(a.value) ||
    a.sourceKey.localeCompare(b.sourceKey)
  )
}

const breakdownKey = (figure: ContextFigure) =>
  Object.entries(figure.breakdown ?? {})
    .sort(([a], [b]) => a.localeCompare(b))
    .map((pair) => pair.join('='))
    .join('&')

/** One figure per indicator, region and breakdown: the latest, then the most exact. */
export function pickFigures(figures: readonly ContextFigure[]): ContextFigure[] {
  const best = new Map<string, ContextFigure>()
  for (const figure of figures) {
    const key = [figure.indicator.slug, figure.region.code, breakdownKey(figure)].join('|')
    const current = best.get(key)
    if (!current || comparePreference(figure, current) < 0) best.set(key, figure)
  }
  return [...best.values()].sort(
    (a, b) =>
      a.indicator.position - b.indicator.position ||
      a.region.code.localeCompare(b.region.code) ||
      a.sourceKey.localeCompare(b.sourceKey),
  )
}

/** The unit for a rough number (1.2 million, 116 thousand); exact numbers stay whole. */
export function roughScale(
  value: number,
  qualifier: string,
): { value: number; scale: 'one' | 'thousand' | 'million' } {
  if (qualifier === 'exact' || qualifier === 'afgerond op duizend') return { value, scale: 'one' }
  if (Math.abs(value) >= 1_000_000 && value % 100_000 === 0)
    return { value: value / 1_000_000, scale: 'million' }
  if (Math.abs(value) >= 10_000 && value % 1_000 === 0)
    return { value: value / 1_000, scale: 'thousand' }
  return { value, scale: 'one' }
}

/** Each caveat of the shown figures once, in order of appearance; its index is its note number. */
export function noteNumbers(
  figures: readonly Pick<ContextFigure, 'caveats'>[],
): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const figure of figures) {
    for (const caveat of figure.caveats)
      if (!numbers.has(caveat.slug)) numbers.set(caveat.slug, numbers.size + 1)
  }
  return numbers
}
