/** Source: docs/api.md. Without figures too small to publish. */
import { isSmallCount } from '@/lib/knowledge/evidence/disclosure.rules'
import { openAttachments, openImages } from '@/lib/knowledge/media/rules'
import { LIFECYCLE_SLUGS } from '@/lib/base/taxonomy/types'
import type { InitiativeView, TermTag } from './types'

const openTerm = ({ slug, labelNl }: Pick<TermTag, 'slug' | 'labelNl'>) => ({
  slug,
  label: labelNl,
})

/** `origin` is the address of this site, without a trailing slash. */
export function openInitiative(view: InitiativeView, origin: string) {
  const terms = (vocabulary: keyof InitiativeView['terms']) =>
    (view.terms[vocabulary] ?? []).map(openTerm)
  const otherInstruments = (wanted: InitiativeView['otherInstruments'][number]['state']) =>
    view.otherInstruments.filter(({ state }) => state === wanted).map(openTerm)
  const items = (kind: keyof InitiativeView['items']) => view.items[kind] ?? []
  return {
    slug: view.slug,
    titel: view.title,
    samenvatting: view.summary,
    aanleiding: view.problem,
    verhaal: view.story,
    url: `${origin}/initiatieven/${view.slug}`,
    versie: view.number,
    gepubliceerdOp: view.publishedAt,
    bevestigdOp: view.confirmedAt,
    fase: LIFECYCLE_SLUGS[view.lifecycle],
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
    instrumentenGepland: otherInstruments('planned'),
    instrumentenNietMogelijk: otherInstruments('not_possible'),
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
    afbeeldingen: openImages(view.images, origin),
    bijlagen: openAttachments(view.attachments, origin),
    paragraafRapport: view.reportSection,
    isVoorbeeld: view.isExample,
  }
}
