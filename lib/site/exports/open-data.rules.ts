/** The list of initiatives as JSON, named as in the open data. Source: docs/api.md. */
import { LIFECYCLE_SLUGS } from '@/lib/base/taxonomy/types'
import { openEvidence } from '@/lib/knowledge/evidence/open-data.rules'
import { readableContent } from '@/lib/knowledge/revisions/differences.rules'
import type { ExportedInitiative } from './types'

/** `origin` is the address of this site, without a trailing slash. */
export function openListed(one: ExportedInitiative, origin: string) {
  const content = readableContent(one.content)
  return {
    slug: one.slug,
    url: `${origin}/initiatieven/${one.slug}`,
    titel: content.title,
    samenvatting: content.summary,
    aanleiding: content.problem,
    verhaal: content.story,
    beheerder: one.organisation,
    eigenaar: content.ownerName,
    partners: content.partners,
    versie: one.version,
    gepubliceerdOp: one.publishedAt,
    voorbeeld: one.isExample,
    fase: LIFECYCLE_SLUGS[content.lifecycle],
    redenGestopt: content.stopReason,
    begin: content.startsOn,
    eind: content.endsOn,
    regios: content.regions,
    doelgroepen: content.targetGroups,
    sectoren: content.sectors,
    instrumenten: content.instruments,
    opgaven: content.challenges,
    drijfveren: content.drivers,
    stijl: content.style,
    stappen: content.steps.map(({ name, description }) => ({
      naam: name,
      beschrijving: description,
    })),
    resultaten: content.results.map(({ kind, label, value, unit, note }) => ({
      soort: kind,
      label,
      waarde: value === null ? null : Number(value),
      eenheid: unit,
      toelichting: note,
    })),
    watHetOpleverde: content.impact,
    lessen: content.lessons,
    knelpunten: content.obstacles,
    succesfactoren: content.successFactors,
    bronnen: content.sources,
    bewijs: one.evidence && openEvidence(one.evidence),
    scores: one.profile.map(({ slug, median, provisional }) => ({
      criterium: slug,
      mediaan: provisional ? null : median,
    })),
  }
}
