/** Source: docs/api.md. Without what the screen hides because it is about too few people. */
import type { InitiativeIndicatorView, MeasurementView } from './types'
import { isBaselineShown, openFigures } from '@/lib/judgement/measurements/rules'

const HORIZONS = { short: 'kort', twelve_months: '12-maanden', longer: 'langer' } as const
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

function openMeasurement(
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
  } = measurement
  const { value, numerator, n, withheld, interval, comparison, effect } = openFigures(
    measurement,
    unit,
    lowerIsBetter,
  )
  return {
    gemetenOp: measuredOn ?? periodEnd,
    periodeBegin: periodStart,
    periodeEind: periodEnd,
    waarde: value,
    teller: numerator,
    n,
    afgeschermd: withheld && WITHHELD[withheld],
    interval95: interval && { laag: interval.low, hoog: interval.high },
    populatie: population,
    termijn: horizon && HORIZONS[horizon],
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
  }
}

/** `origin` is the address of this site. */
export function openIndicator(indicator: InitiativeIndicatorView, origin: string) {
  const { label, unit, lowerIsBetter, baseline, target, measurements } = indicator
  return {
    label,
    eenheid: unit,
    lagerIsBeter: lowerIsBetter,
    nulmeting: isBaselineShown(baseline, unit) ? baseline.value : null,
    doelwaarde: target.value,
    doelOp: target.on,
    metingen: measurements.map((measurement) =>
      openMeasurement(measurement, unit, lowerIsBetter, origin),
    ),
  }
}
