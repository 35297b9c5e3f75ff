import { z } from 'zod'
import { criterionSummarySchema } from '@/lib/assessments/schema'
import type { CriterionProfile } from '@/lib/assessments/types'
import { groupSize } from '@/lib/evidence/rules'
import { evidenceSchema } from '@/lib/evidence/schema'
import type { InitiativeIndicatorView } from '@/lib/indicators/types'
import { initiativeSchema } from '@/lib/initiatives/schema'
import { LIFECYCLE_WORDS } from '@/lib/initiatives/types'
import type { InitiativeView, TermTag } from '@/lib/initiatives/types'
import { origin } from '@/lib/platform/env'
import { openMonitorSchema } from '@/lib/policies/schema'
import type { Chain, MonitorView, Signal, StationKind, StationState, TermRef } from '@/lib/policies/types'

/** Answer of GET /api/v1/initiatieven/{slug}. */
export const initiativeAnswerSchema = z.strictObject({
  ...initiativeSchema.shape, beoordelingen: z.array(criterionSummarySchema), bewijs: evidenceSchema.nullable(), monitor: openMonitorSchema.nullable(),
})

const openTerm = ({ slug, labelNl }: TermRef | TermTag) => ({ slug, label: labelNl })

/** The text of an initiative in the words of the open data. */
export function openInitiative(view: InitiativeView) {
  const terms = (vocabulary: keyof InitiativeView['terms']) => (view.terms[vocabulary] ?? []).map(openTerm)
  const items = (kind: keyof InitiativeView['items']) => view.items[kind] ?? []
  return {
    slug: view.slug, titel: view.title, samenvatting: view.summary, aanleiding: view.problem, url: `${origin}/initiatieven/${view.slug}`, versie: view.number,
    gepubliceerdOp: view.publishedAt, bevestigdOp: view.confirmedAt, fase: LIFECYCLE_WORDS[view.lifecycle], redenGestopt: view.stopReason, begin: view.startsOn,
    eind: view.endsOn, beheerder: view.organisationName, eigenaar: view.ownerName, partners: view.partners,
    contact: view.contact && { naam: view.contact.name, functie: view.contact.role },
    regios: view.regions.map(({ code, slug, name }) => ({ code, slug, naam: name })),
    doelgroepen: terms('target_group'), sectoren: terms('sector'), instrumenten: terms('instrument'), opgaven: terms('societal_challenge'),
    drijfveren: terms('driver'), stijl: terms('approach_style'),
    stappen: view.steps.map(({ name, description }) => ({ naam: name, beschrijving: description })),
    resultaten: view.results.map(({ kind, label, value, unit, qualifier, measured, note }) => ({
      soort: kind, label, waarde: value, eenheid: unit, kwalificatie: qualifier, gemeten: measured, toelichting: note,
    })),
    werkzameElementen: items('working_element'), impact: items('impact'), succesfactoren: items('success_factor'), lessen: items('lesson'),
    aanbevelingen: items('recommendation'), knelpunten: items('obstacle'), kennisgaten: items('knowledge_gap'),
    bronnen: view.sources.map(({ title, url }) => ({ titel: title, url })), paragraafRapport: view.reportSection, isVoorbeeld: view.isExample,
  }
}

/** The judgement per criterion: what the profile shows, without reasons. */
export const openProfile = (profile: readonly CriterionProfile[]) =>
  profile.map(({ slug, scores, median, n, cannotJudge, provisional, divided, selfScore }) => ({
    criterium: slug, scores, mediaan: median, aantalBeoordelaars: n, kanNietBeoordelen: cannotJudge, voorlopig: provisional, verdeeld: divided, eigenScore: selfScore,
  }))

const LINKS: Record<StationKind, string> = { goal: 'doel', measure: 'maatregel', funding: 'financiering', initiative: 'initiatief', indicator: 'indicator' }
const STATES: Record<StationState, string> = { present: 'aanwezig', missing: 'ontbreekt', ending: 'loopt-af' }

function openIndicator({ label, unit, baseline, target, measurements }: InitiativeIndicatorView) {
  return {
    label, eenheid: unit, nulmeting: baseline.value, doelwaarde: target.value, doelOp: target.on,
    metingen: measurements.map(({ measuredOn, periodEnd, value, numerator, n, sourceTitle }) => {
      // A group in which someone could be recognised stays out of the open data too.
      const hidden = n !== null && groupSize(n) === 'hidden'
      return { gemetenOp: measuredOn ?? periodEnd, waarde: hidden ? null : value, teller: hidden ? null : numerator, n: hidden ? null : n, bron: sourceTitle }
    }),
  }
}

/** The policy half of an initiative in the words of the open data. */
export function openMonitor(monitor: MonitorView, chain: Chain, signals: readonly Signal[]) {
  return {
    doelen: monitor.goals.map(({ slug, title, region, owner, source }) => ({ slug, titel: title, regio: region.slug, eigenaar: owner, bron: source.title })),
    maatregelen: monitor.measures.map(({ slug, title, goalTitle, instrumentType, responsible }) => ({
      slug, titel: title, doel: goalTitle, instrument: instrumentType && openTerm(instrumentType), verantwoordelijke: responsible,
    })),
    financiering: monitor.fundings.map(({ type, provider, amountEuro, startsOn, endsOn, alignment, alignmentNote }) => ({
      soort: openTerm(type), verstrekker: provider, bedragEuro: amountEuro, begin: startsOn, eind: endsOn, aansluiting: openTerm(alignment), toelichting: alignmentNote,
    })),
    verandertheorie: monitor.theoryOfChange,
    bereik: { uitgenodigd: monitor.reach.invited, begonnen: monitor.reach.started, afgerond: monitor.reach.finished },
    kostenPerDeelnemerEuro: monitor.costPerParticipantEuro, kostenPerPlaatsingEuro: monitor.costPerPlacementEuro, verdringing: openTerm(monitor.displacement),
    afruil: monitor.tradeOffs.map(({ domain, effect, hoursPerWeek }) => ({ domein: domain, effect, urenPerWeek: hoursPerWeek })),
    indicatoren: monitor.indicators.map(openIndicator),
    keten: chain.stations.map(({ kind, state }) => ({ schakel: LINKS[kind], stand: STATES[state] })),
    signalen: signals.map(({ slug }) => slug),
  }
}
