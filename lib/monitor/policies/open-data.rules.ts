/** Source: docs/api.md. Without numbers of people that are too small to show. */
import { protectedSteps } from '@/lib/knowledge/evidence/disclosure.rules'
import type { Chain, Signal, SignalKind, StepKind, StepState } from './chain.types'
import { qualifierOf } from '@/lib/base/amounts/rules'
import { openIndicator } from '@/lib/judgement/measurements/open-data.rules'
import type { MonitorView, TermRef } from './types'

const openTerm = ({ slug, labelNl }: TermRef) => ({ slug, label: labelNl })

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

const SIGNAL_SLUGS: Record<SignalKind, string> = {
  fundingEnding: 'financiering-loopt-af',
  noBaseline: 'geen-nulmeting',
  noRecentMeasurement: 'geen-recente-meting',
  fundingMisaligned: 'doel-en-subsidie-wijken-af',
  smallGroup: 'kleine-groep',
  tooSmallToShow: 'te-klein-om-te-tonen',
  displacementNotExamined: 'verdringing-niet-onderzocht',
  styleWithoutReason: 'stijl-niet-gemotiveerd',
  highScoreWithoutEvidence: 'bewijs-ontbreekt-bij-hoge-score',
}

const openGoal = ({ slug, title, region, owner, source }: MonitorView['goals'][number]) => ({
  slug,
  titel: title,
  regio: region.slug,
  eigenaar: owner,
  bron: source.title,
})

const openMeasure = ({
  slug,
  title,
  goalTitle,
  instrumentType,
  responsible,
}: MonitorView['measures'][number]) => ({
  slug,
  titel: title,
  doel: goalTitle,
  instrument: instrumentType && openTerm(instrumentType),
  verantwoordelijke: responsible,
})

const openFunding = (funding: MonitorView['fundings'][number]) => ({
  soort: openTerm(funding.type),
  verstrekker: funding.provider,
  bedragEuro: funding.amountEuro,
  bedragKwalificatie: funding.amountEuro === null ? null : qualifierOf(funding.amountQualifier),
  begin: funding.startsOn,
  eind: funding.endsOn,
  aansluiting: openTerm(funding.alignment),
  toelichting: funding.alignmentNote,
})

/** The policy half of an initiative in the open data. `origin` is the address of this site. */
export function openMonitor(
  monitor: MonitorView,
  chain: Chain,
  signals: readonly Signal[],
  origin: string,
) {
  const [invited = null, started = null, finished = null] = protectedSteps([
    monitor.reach.invited,
    monitor.reach.started,
    monitor.reach.finished,
  ])
  return {
    doelen: monitor.goals.map(openGoal),
    maatregelen: monitor.measures.map(openMeasure),
    financiering: monitor.fundings.map(openFunding),
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
    indicatoren: monitor.indicators.map((indicator) => openIndicator(indicator, origin)),
    keten: chain.steps.map(({ kind, state }) => ({
      schakel: LINKS[kind],
      stand: STATES[state],
    })),
    signalen: signals.map(({ kind }) => SIGNAL_SLUGS[kind]),
  }
}
