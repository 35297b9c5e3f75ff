/**
 * What a heading, a label or the first column of a table is about. A list of the words that project
 * plans, evaluations and subsidy decisions use, compared as a whole, then as the start, then inside.
 * Source: docs/document-reading.md; docs/adr/0043-reading-documents.md.
 */
import { bareLabel } from './words.rules'
import type { ProposalField } from './types'

export type Meaning =
  | Exclude<ProposalField, 'results' | 'startsOn' | 'endsOn'>
  | 'period'
  | 'start'
  | 'end'
  | 'reach'
  | 'money'

const WORDS: Record<Meaning, string> = {
  title:
    'titel|projecttitel|titel project|titel van het project|naam|projectnaam|naam project|naam van het project|naam initiatief|naam van het initiatief|project|programma|betreft|onderwerp|activiteit',
  summary:
    'samenvatting|managementsamenvatting|management samenvatting|samenvatting van het project|publiekssamenvatting|in het kort|kort samengevat|het project in het kort|project in het kort|korte omschrijving|korte beschrijving|omschrijving|omschrijving project|omschrijving van het project|projectomschrijving|projectbeschrijving|beschrijving|beschrijving van het project|over het project|over dit project|waar gaat het over|waar gaat het project over|in een oogopslag|wat is het|gesubsidieerde activiteit|gesubsidieerde activiteiten',
  problem:
    'aanleiding|probleem|probleemstelling|probleemschets|probleemanalyse|achtergrond|context|waarom|waarom dit project|waarom doen we dit|waarom was dit nodig|waarom is dit nodig|vraagstuk|urgentie|noodzaak|uitgangssituatie|aanleiding en achtergrond|aanleiding en context|aanleiding en probleemstelling|het probleem|wat was het probleem|wat is het probleem',
  goals:
    'doel|doelen|doelstelling|doelstellingen|ambitie|ambities|doel van het project|doel en ambitie|doel van de subsidie|wat willen we bereiken|wat wilden we bereiken|projectdoel|projectdoelen|doelen van het project',
  steps:
    'aanpak|werkwijze|activiteiten|projectactiviteiten|plan van aanpak|stappen|stappenplan|fasering|uitvoering|methode|methodiek|opzet|opzet van het project|aanpak en activiteiten|aanpak en werkwijze|wat gaan we doen|wat doen we|wat hebben we gedaan|wat is er gedaan|wat deden we|hoe werkt het|hoe pakken we het aan|zo werkt het|beschrijving van de aanpak',
  impact:
    'resultaten|resultaat|opbrengst|opbrengsten|effect|effecten|uitkomsten|uitkomst|bevindingen|behaalde resultaten|resultaten en effecten|impact|wat heeft het opgeleverd|wat leverde het op|wat levert het op|bereikte resultaten|belangrijkste resultaten',
  expectedImpact:
    'verwachte resultaten|verwacht resultaat|verwachte effecten|beoogde effecten|beoogde resultaten|beoogd resultaat|beoogde opbrengst|wat verwachten we|verwachte opbrengsten',
  obstacles:
    'knelpunten|knelpunt|belemmeringen|obstakels|hindernissen|moeilijkheden|tegenvallers|wat ging moeilijk|wat was moeilijk|wat zat tegen|wat tegenzat|wat ging minder goed|wat kon beter|waar liepen we tegenaan|faalfactoren|risico s|risicos|risico s en beheersing|risico s en maatregelen',
  successFactors:
    'succesfactoren|wat ging goed|wat werkte|wat werkt|wat werkte goed|wat maakt het succesvol|werkzame elementen|sterke punten',
  lessons:
    'lessen|geleerde lessen|lessons learned|geleerd|wat hebben we geleerd|wat leerden we|leerpunten|leerervaringen|lessen voor de toekomst',
  recommendations: 'aanbevelingen|aanbeveling|adviezen|advies voor anderen|tips voor anderen',
  stopReason:
    'reden van stoppen|reden van beeindiging|reden stopzetting|waarom gestopt|waarom we stopten|waarom het project stopte|waarom is het project gestopt|reden van stopzetting|reden voor beeindiging',
  ownerName:
    'aanvrager|penvoerder|opdrachtgever|trekker|eigenaar|projecteigenaar|uitvoerder|uitvoerende organisatie|subsidieontvanger|ontvanger|begunstigde|organisatie|initiatiefnemer|ingediend door|naam aanvrager|projectorganisatie',
  partners:
    'partners|partner|samenwerkingspartners|projectpartners|partijen|betrokken partijen|samenwerkende partijen|samenwerkende organisaties|deelnemende organisaties|betrokken organisaties|samenwerking|consortium|met wie|wie werken mee|mede aanvragers',
  contactName:
    'contactpersoon|contact|contactgegevens|projectleider|naam contactpersoon|projectmanager|contactpersoon project|aanspreekpunt|meer weten|meer informatie|inlichtingen',
  contactEmail: 'e mail|email|e mailadres|emailadres|mailadres|e mail contactpersoon|mail',
  lifecycle: 'status|fase|stand van zaken|projectstatus|status project',
  targetGroups:
    'doelgroep|doelgroepen|voor wie|voor wie is het|wie doen mee|wie deden mee|beschrijving doelgroep|doelgroep van het project|doelgroep en bereik',
  regions:
    'regio|regio s|regios|gebied|werkgebied|projectgebied|waar|locatie|locaties|arbeidsmarktregio|arbeidsmarktregio s|gemeente|gemeenten|deelnemende gemeenten|provincie|plaats|plaatsen|regio en gemeenten|waar speelt het|gebied van uitvoering',
  instruments:
    'instrument|instrumenten|inzet van instrumenten|ingezette instrumenten|middelen en instrumenten|soort ondersteuning',
  sectors: 'sector|sectoren|branche|branches|sector branche|bedrijfstak|bedrijfstakken',
  challenges:
    'maatschappelijke opgave|maatschappelijke opgaven|opgave|opgaven|thema|thema s|beleidsthema|bijdrage aan opgaven|maatschappelijk vraagstuk',
  period:
    'periode|looptijd|duur|projectperiode|subsidieperiode|doorlooptijd|tijdvak|subsidietijdvak|uitvoeringsperiode|looptijd project|looptijd van het project|planning|wanneer|onderzoeksperiode',
  start:
    'start|startdatum|begindatum|begin|aanvang|aanvangsdatum|start project|startdatum project|gestart op|ingangsdatum',
  end: 'eind|einde|einddatum|afronding|eind project|einddatum project|uiterste datum van uitvoering|afgerond op',
  reach:
    'aantal deelnemers|deelnemers|bereik|aantal personen|aantal mensen|bereikte deelnemers|omvang doelgroep|aantal kandidaten|aantal deelnemers gepland',
  money:
    'budget|begroting|kosten|totale kosten|projectkosten|totale projectkosten|subsidie|subsidiebedrag|verleende subsidie|verleend bedrag|toegekend bedrag|gevraagde subsidie|aangevraagde subsidie|maximale subsidie|financiering|bedrag|subsidiabele kosten|eigen bijdrage|cofinanciering|kosten en financiering|begroting en financiering|hoogte van de subsidie',
}

const MEANINGS = new Map<string, Meaning>(
  (Object.entries(WORDS) as [Meaning, string][]).flatMap(([meaning, words]) =>
    words.split('|').map((word) => [word, meaning] as const),
  ),
)

/** Most words first, so that the most precise one counts. */
const LONGEST_FIRST = [...MEANINGS.keys()].toSorted((a, b) => b.length - a.length)
const ARTICLE = /^(?:de|het|een|onze|ons|uw)\s/
const MIN_INSIDE = 6
const MAX_WORDS = 7
const MAX_MORE = 3

export interface Understood {
  meaning: Meaning
  /** False when the words stand somewhere inside a longer heading. */
  isSure: boolean
}

/** What a heading or label is about; null when no known word is in it. */
export function meaningOf(text: string): Understood | null {
  const bare = bareLabel(text).replace(ARTICLE, '')
  const whole = MEANINGS.get(bare)
  if (whole !== undefined) return { meaning: whole, isSure: true }
  if (bare.split(' ').length > MAX_WORDS) return null
  const start = LONGEST_FIRST.find((word) => bare.startsWith(`${word} `))
  if (start !== undefined && start.length >= MIN_INSIDE)
    return {
      meaning: MEANINGS.get(start) ?? 'summary',
      isSure: bare.split(' ').length - start.split(' ').length <= MAX_MORE,
    }
  const inside = LONGEST_FIRST.find(
    (word) => word.length >= MIN_INSIDE && ` ${bare} `.includes(` ${word} `),
  )
  if (inside === undefined) return null
  return { meaning: MEANINGS.get(inside) ?? 'summary', isSure: false }
}
