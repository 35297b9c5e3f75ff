/** Source: docs/api.md. Without what the screen hides because it is about too few people. */
import { levelOf } from '@/lib/knowledge/evidence/direction.rules'
import { openDirection } from '@/lib/knowledge/evidence/open-data.rules'
import { ownEvidence } from './level.rules'
import type {
  InitiativeIndicatorView,
  MeasurementPage,
  MeasurementView,
  OutcomeView,
} from './types'
import { isBaselineShown, openFigures } from '@/lib/judgement/measurements/rules'

export const OPEN_HORIZONS = {
  short: 'kort',
  twelve_months: '12-maanden',
  longer: 'langer',
} as const
const UNITS = { people: 'mensen', hours: 'uren', score: 'punten' } as const
const CLOSED = {
  archived: 'gearchiveerd',
  merged: 'samengevoegd',
  withdrawn: 'ingetrokken',
} as const
const DESIGNS = {
  after_only: 'achteraf',
  before_after: 'vooraf-en-achteraf',
  comparison: 'vergelijking',
  quasi_experiment: 'bijna-experiment',
  experiment: 'experiment',
} as const
const WITHHELD = {
  hidden: 'minder-dan-10-mensen',
  fewer: 'minder-dan-5',
  allBut: 'minder-dan-5-zonder',
  fewCount: 'minder-dan-5',
} as const
const DIRECTIONS = {
  better: 'beter',
  same: 'gelijk',
  worse: 'slechter',
  unclear: 'onduidelijk',
} as const

export function openMeasurement(
  measurement: MeasurementView,
  unit: string,
  lowerIsBetter: boolean,
  origin: string,
) {
  const {
    measuredOn,
    periodStart,
    periodEnd,
    population,
    horizon,
    design,
    comparisonDescription,
    independent,
    sourceTitle,
    sourceUrl,
    file,
    id,
    reply,
  } = measurement
  const { value, numerator, n, withheld, interval, comparison, effect } = openFigures(
    measurement,
    unit,
    lowerIsBetter,
  )
  return {
    id,
    gemetenOp: measuredOn ?? periodEnd,
    periodeBegin: periodStart,
    periodeEind: periodEnd,
    waarde: value,
    teller: numerator,
    n,
    afgeschermd: withheld && WITHHELD[withheld],
    interval95: interval && { laag: interval.low, hoog: interval.high },
    populatie: population,
    termijn: horizon && OPEN_HORIZONS[horizon],
    opzet: DESIGNS[design],
    onafhankelijk: independent,
    vergelijking: {
      teller: comparison.numerator,
      n: comparison.n,
      omschrijving: comparisonDescription,
    },
    effect: effect && {
      richting: DIRECTIONS[effect.direction],
      verschil: effect.difference?.share ?? null,
      laag: effect.difference?.low ?? null,
      hoog: effect.difference?.high ?? null,
    },
    bron: sourceTitle,
    bronUrl: sourceUrl,
    bestandUrl: file && `${origin}/api/metingen/${id}/bestand`,
    reactie: reply && { organisatie: reply.organisationName, op: reply.at, tekst: reply.text },
  }
}

export const openOutcome = (outcome: OutcomeView | null) =>
  outcome && {
    slug: outcome.slug,
    label: outcome.labelNl,
    labelEn: outcome.labelEn,
    telt: UNITS[outcome.unit],
    termijn: outcome.horizon && OPEN_HORIZONS[outcome.horizon],
    lagerIsBeter: outcome.lowerIsBetter,
  }

/** A measurement at its own address; `citation` says how to refer to it. */
export function openMeasurementPage(page: MeasurementPage, origin: string, citation: string) {
  const { slug, title, organisationName, indicator, measurement, earlier, replacedBy, closure } =
    page
  const address = (id: string) => `${origin}/initiatieven/${slug}/metingen/${id}`
  const evidence = ownEvidence(indicator, measurement)
  return {
    ...openMeasurement(measurement, indicator.unit, indicator.lowerIsBetter, origin),
    url: address(measurement.id),
    initiatief: {
      slug,
      titel: title,
      organisatie: organisationName,
      status: closure === null ? ('open' as const) : CLOSED[closure.kind],
    },
    indicator: indicator.label,
    eenheid: indicator.unit,
    lagerIsBeter: indicator.lowerIsBetter,
    uitkomst: openOutcome(indicator.outcome),
    bewijs: evidence && {
      niveau: levelOf(evidence.rank),
      trede: evidence.rank,
      ...openDirection(evidence),
    },
    ingevoerdOp: measurement.createdAt,
    vervangenDoor: replacedBy && {
      url: address(replacedBy.id),
      op: replacedBy.at,
      reden: replacedBy.reason,
    },
    vervangt: earlier.map(({ id }) => address(id)),
    citaat: citation,
  }
}

/** `origin` is the address of this site. */
export function openIndicator(indicator: InitiativeIndicatorView, origin: string) {
  const { label, unit, lowerIsBetter, baseline, target, measurements } = indicator
  return {
    label,
    eenheid: unit,
    lagerIsBeter: lowerIsBetter,
    uitkomst: openOutcome(indicator.outcome),
    nulmeting: isBaselineShown(baseline, unit) ? baseline.value : null,
    doelwaarde: target.value,
    doelOp: target.on,
    metingen: measurements.map((measurement) =>
      openMeasurement(measurement, unit, lowerIsBetter, origin),
    ),
  }
}
