import { z } from 'zod'
import { criterionSummarySchema } from '@/lib/judgement/assessments/schema'
import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import { protectedSteps } from '@/lib/knowledge/evidence/rules'
import { evidenceSchema } from '@/lib/knowledge/evidence/schema'
import type { InitiativeIndicatorView, MeasurementView } from '@/lib/figures/indicators/types'
import { initiativeSchema } from '@/lib/knowledge/initiatives/schema'
import { LIFECYCLE_WORDS } from '@/lib/base/taxonomy/types'
import type { InitiativeView, TermTag } from '@/lib/knowledge/initiatives/types'
import { isSmallCount } from '@/lib/knowledge/evidence/disclosure.rules'
import { isBaselineShown, openFigures } from '@/lib/judgement/measurements/rules'
import { origin } from '@/lib/base/runtime/env'
import { openMonitorSchema } from '@/lib/monitor/policies/schema'
import type {
  Chain,
  MonitorView,
  Signal,
  StepKind,
  StepState,
  TermRef,
} from '@/lib/monitor/policies/types'
import { qualifierOf } from '@/lib/base/amounts/rules'

/** Answer of GET /api/v1/initiatieven/{slug}. */
export const initiativeAnswerSchema = z.strictObject({
  ...initiativeSchema.shape,
  beoordelingen: z.array(criterionSummarySchema),
  bewijs: evidenceSchema.nullable(),
  monitor: openMonitorSchema.nullable(),
})

const openTerm = ({ slug, labelNl }: TermRef | TermTag) => ({ slug, label: labelNl })

/** The text of an initiative in the words of the open data. */
export function openInitiative(view: InitiativeView) {
  const terms = (vocabulary: keyof InitiativeView['terms']) =>
    (view.terms[vocabulary] ?? []).map(openTerm)
  const items = (kind: keyof InitiativeView['items']) => view.items[kind] ?? []
  return {
    slug: view.slug,
    titel: view.title,
    samenvatting: view.summary,
    aanleiding: view.problem,
    url: `${origin}/initiatieven/${view.slug}`,
    versie: view.number,
    gepubliceerdOp: view.publishedAt,
    bevestigdOp: view.confirmedAt,
    fase: LIFECYCLE_WORDS[view.lifecycle],
    redenGestopt: view.stopReason,
    begin: view.startsOn,
    eind: view.endsOn,
    beheerder: view.organisationName,
    eigenaar: view.ownerName,
    partners: view.partners,
    contact: view.contact && { naam: view.contact.name, functie: view.contact.role },
    regios: view.regions.map(({ code, slug, name }) => ({ code, slug, naam: name })),
    doelgroepen: terms('target_group'),
    sectoren: terms('sector'),
    instrumenten: terms('instrument'),
    opgaven: terms('societal_challenge'),
    drijfveren: terms('driver'),
    stijl: terms('approach_style'),
    stappen: view.steps.map(({ name, description }) => ({ naam: name, beschrijving: description })),
    resultaten: view.results.map(({ kind, label, value, unit, qualifier, measured, note }) => ({
      soort: kind,
      label,
      waarde: isSmallCount(value, unit) ? null : value,
      eenheid: unit,
      kwalificatie: qualifier,
      gemeten: measured,
      toelichting: note,
    })),
    werkzameElementen: items('working_element'),
    impact: items('impact'),
    succesfactoren: items('success_factor'),
    lessen: items('lesson'),
    aanbevelingen: items('recommendation'),
    knelpunten: items('obstacle'),
    kennisgaten: items('knowledge_gap'),
    watWijAndersZoudenDoen: items('would_do_differently'),
    bronnen: view.sources.map(({ title, url }) => ({ titel: title, url })),
    paragraafRapport: view.reportSection,
    isVoorbeeld: view.isExample,
  }
}

/** The judgement per criterion: what the profile shows, without reasons. */
export const openProfile = (profile: readonly CriterionProfile[]) =>
  profile.map(({ slug, scores, median, n, cannotJudge, provisional, divided, selfScore }) => ({
    criterium: slug,
    scores,
    mediaan: median,
    aantalBeoordelaars: n,
    kanNietBeoordelen: cannotJudge,
    voorlopig: provisional,
    verdeeld: divided,
    eigenScore: selfScore,
  }))

const LINKS: Record<StepKind, string> = {
  goal: 'doel',
  measure: 'maatregel',
  funding: 'financiering',
  initiative: 'initiatief',
  indicator: 'indicator',
}
const STATES: Record<StepState, string> = {
  present: 'aanwezig',
  missing: 'ontbreekt',
  ending: 'loopt-af',
}

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

/** A measurement with the figures that may be told: what stays off the screen stays out of the open data too. */
function openMeasurement(measurement: MeasurementView, unit: string, lowerIsBetter: boolean) {
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

function openIndicator({
  label,
  unit,
  lowerIsBetter,
  baseline,
  target,
  measurements,
}: InitiativeIndicatorView) {
  return {
    label,
    eenheid: unit,
    lagerIsBeter: lowerIsBetter,
    nulmeting: isBaselineShown(baseline, unit) ? baseline.value : null,
    doelwaarde: target.value,
    doelOp: target.on,
    metingen: measurements.map((measurement) => openMeasurement(measurement, unit, lowerIsBetter)),
  }
}

/** The policy half of an initiative in the words of the open data. */
export function openMonitor(monitor: MonitorView, chain: Chain, signals: readonly Signal[]) {
  const [invited = null, started = null, finished = null] = protectedSteps([
    monitor.reach.invited,
    monitor.reach.started,
    monitor.reach.finished,
  ])
  return {
    doelen: monitor.goals.map(({ slug, title, region, owner, source }) => ({
      slug,
      titel: title,
      regio: region.slug,
      eigenaar: owner,
      bron: source.title,
    })),
    maatregelen: monitor.measures.map(
      ({ slug, title, goalTitle, instrumentType, responsible }) => ({
        slug,
        titel: title,
        doel: goalTitle,
        instrument: instrumentType && openTerm(instrumentType),
        verantwoordelijke: responsible,
      }),
    ),
    financiering: monitor.fundings.map(
      ({
        type,
        provider,
        amountEuro,
        amountQualifier,
        startsOn,
        endsOn,
        alignment,
        alignmentNote,
      }) => ({
        soort: openTerm(type),
        verstrekker: provider,
        bedragEuro: amountEuro,
        bedragKwalificatie: amountEuro === null ? null : qualifierOf(amountQualifier),
        begin: startsOn,
        eind: endsOn,
        aansluiting: openTerm(alignment),
        toelichting: alignmentNote,
      }),
    ),
    verandertheorie: monitor.theoryOfChange,
    bereik: { uitgenodigd: invited, begonnen: started, afgerond: finished },
    kostenPerDeelnemerEuro: monitor.costPerParticipantEuro,
    kostenPerPlaatsingEuro: monitor.costPerPlacementEuro,
    verdringing: openTerm(monitor.displacement),
    afruil: monitor.tradeOffs.map(({ domain, effect, hoursPerWeek }) => ({
      domein: domain,
      effect,
      urenPerWeek: hoursPerWeek,
    })),
    indicatoren: monitor.indicators.map(openIndicator),
    keten: chain.steps.map(({ kind, state }) => ({
      schakel: LINKS[kind],
      stand: STATES[state],
    })),
    signalen: signals.map(({ slug }) => slug),
  }
}
