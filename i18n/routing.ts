import { defineRouting } from 'next-intl/routing'
import { ADMIN_PATHNAMES } from './admin-pathnames.ts'

/** A page of the workspace about one initiative. */
const ofInitiative = <Dutch extends string, English extends string>(nl: Dutch, en: English) =>
  ({ nl: `/werkplek/initiatieven/[id]/${nl}`, en: `/workspace/initiatives/[id]/${en}` }) as const

export const routing = defineRouting({
  locales: ['nl', 'en'],
  defaultLocale: 'nl',
  localePrefix: 'as-needed',
  // Readers get no cookie, so the address alone decides the language.
  localeCookie: false,
  localeDetection: false,
  pathnames: {
    '/': '/',
    '/initiatives': { nl: '/initiatieven', en: '/initiatives' },
    '/initiatives/[slug]/monitor': {
      nl: '/initiatieven/[slug]/monitor',
      en: '/initiatives/[slug]/monitor',
    },
    '/initiatives/[slug]/contact': {
      nl: '/initiatieven/[slug]/contact',
      en: '/initiatives/[slug]/contact',
    },
    '/initiatives/[slug]/measurements/[id]': {
      nl: '/initiatieven/[slug]/metingen/[id]',
      en: '/initiatives/[slug]/measurements/[id]',
    },
    '/initiatives/[slug]/versions/[number]': {
      nl: '/initiatieven/[slug]/versies/[number]',
      en: '/initiatives/[slug]/versions/[number]',
    },
    '/contact': '/contact',
    '/contact/confirm': { nl: '/contact/bevestigen', en: '/contact/confirm' },
    '/contact/thread': { nl: '/contact/gesprek', en: '/contact/thread' },
    '/not-found': { nl: '/niet-gevonden', en: '/not-found' },
    '/fault': { nl: '/storing', en: '/fault' },
    '/initiatives/[slug]': { nl: '/initiatieven/[slug]', en: '/initiatives/[slug]' },
    '/compare': { nl: '/vergelijken', en: '/compare' },
    '/compare/file': { nl: '/vergelijken/bestand', en: '/compare/file' },
    '/export': { nl: '/uitvoer', en: '/export' },
    '/portraits': { nl: '/portretten', en: '/portraits' },
    '/portraits/file': { nl: '/portretten/bestand', en: '/portraits/file' },
    '/regions': { nl: '/regios', en: '/regions' },
    '/regions/[slug]': { nl: '/regios/[slug]', en: '/regions/[slug]' },
    '/regions/[slug]/contact': { nl: '/regios/[slug]/contact', en: '/regions/[slug]/contact' },
    '/regions/[slug]/compare': { nl: '/regios/[slug]/vergelijken', en: '/regions/[slug]/compare' },
    '/regions/[slug]/compare/file': {
      nl: '/regios/[slug]/vergelijken/bestand',
      en: '/regions/[slug]/compare/file',
    },
    '/regions/[slug]/welfare/file': {
      nl: '/regios/[slug]/welvaart/bestand',
      en: '/regions/[slug]/welfare/file',
    },
    '/regions/[slug]/welfare': { nl: '/regios/[slug]/welvaart', en: '/regions/[slug]/welfare' },
    '/regions/[slug]/monitor': { nl: '/regios/[slug]/monitor', en: '/regions/[slug]/monitor' },
    '/regions/[slug]/monitor/round': {
      nl: '/regios/[slug]/monitor/jaarronde',
      en: '/regions/[slug]/monitor/round',
    },
    '/regions/[slug]/monitor/paper': {
      nl: '/regios/[slug]/monitor/bestuursstuk',
      en: '/regions/[slug]/monitor/paper',
    },
    '/monitor': '/monitor',
    '/monitor/file': { nl: '/monitor/bestand', en: '/monitor/file' },
    '/monitor/gaps': { nl: '/monitor/dekking', en: '/monitor/gaps' },
    '/monitor/gaps/file': { nl: '/monitor/dekking/bestand', en: '/monitor/gaps/file' },
    '/monitor/funding': { nl: '/monitor/financiering', en: '/monitor/funding' },
    '/monitor/funding/file': { nl: '/monitor/financiering/bestand', en: '/monitor/funding/file' },
    '/monitor/regions': { nl: '/monitor/regios', en: '/monitor/regions' },
    '/monitor/regions/file': { nl: '/monitor/regios/bestand', en: '/monitor/regions/file' },
    '/target-groups': { nl: '/doelgroepen', en: '/target-groups' },
    '/target-groups/[slug]': { nl: '/doelgroepen/[slug]', en: '/target-groups/[slug]' },
    '/sectors': { nl: '/sectoren', en: '/sectors' },
    '/sectors/[slug]': { nl: '/sectoren/[slug]', en: '/sectors/[slug]' },
    '/challenges': { nl: '/opgaven', en: '/challenges' },
    '/challenges/[slug]': { nl: '/opgaven/[slug]', en: '/challenges/[slug]' },
    '/instruments': { nl: '/instrumenten', en: '/instruments' },
    '/instruments/[slug]': { nl: '/instrumenten/[slug]', en: '/instruments/[slug]' },
    '/exchange': { nl: '/uitwisselen', en: '/exchange' },
    '/calls': { nl: '/oproepen', en: '/calls' },
    '/calls/[slug]': { nl: '/oproepen/[slug]', en: '/calls/[slug]' },
    '/what-helped': { nl: '/wat-hielp', en: '/what-helped' },
    '/what-did-not-work': { nl: '/wat-niet-werkte', en: '/what-did-not-work' },
    '/lessons': { nl: '/lessen', en: '/lessons' },
    '/lessons/file': { nl: '/lessen/bestand', en: '/lessons/file' },
    '/obstacles': { nl: '/knelpunten', en: '/obstacles' },
    '/obstacles/file': { nl: '/knelpunten/bestand', en: '/obstacles/file' },
    '/obstacles/[slug]': { nl: '/knelpunten/[slug]', en: '/obstacles/[slug]' },
    '/collections': { nl: '/verzamelingen', en: '/collections' },
    '/collections/[slug]': { nl: '/verzamelingen/[slug]', en: '/collections/[slug]' },
    '/workspace/collections': { nl: '/werkplek/verzamelingen', en: '/workspace/collections' },
    '/workspace/collections/[id]': {
      nl: '/werkplek/verzamelingen/[id]',
      en: '/workspace/collections/[id]',
    },
    '/workspace/regions/[slug]/contacts': {
      nl: '/werkplek/regios/[slug]/contactpersonen',
      en: '/workspace/regions/[slug]/contacts',
    },
    '/workspace/regions/[slug]/round': {
      nl: '/werkplek/regios/[slug]/jaarronde',
      en: '/workspace/regions/[slug]/round',
    },
    '/workspace/regions/[slug]/learning': {
      nl: '/werkplek/regios/[slug]/leeragenda',
      en: '/workspace/regions/[slug]/learning',
    },
    '/meetings': { nl: '/bijeenkomsten', en: '/meetings' },
    '/meetings/[slug]': { nl: '/bijeenkomsten/[slug]', en: '/meetings/[slug]' },
    '/meetings/[slug]/calendar': {
      nl: '/bijeenkomsten/[slug]/agenda',
      en: '/meetings/[slug]/calendar',
    },
    '/method': { nl: '/methode', en: '/method' },
    '/unchanged': { nl: '/onveranderd', en: '/unchanged' },
    '/unchanged/feed.xml': { nl: '/onveranderd/feed.xml', en: '/unchanged/feed.xml' },
    '/unchanged/feed.json': { nl: '/onveranderd/feed.json', en: '/unchanged/feed.json' },
    '/unchanged/[kind]/[id]': {
      nl: '/onveranderd/[kind]/[id]',
      en: '/unchanged/[kind]/[id]',
    },
    '/figures': { nl: '/cijfers', en: '/figures' },
    '/figures/report': { nl: '/cijfers/rapport', en: '/figures/report' },
    '/figures/[slug]': { nl: '/cijfers/[slug]', en: '/figures/[slug]' },
    ...ADMIN_PATHNAMES,
    '/accessibility': { nl: '/toegankelijkheid', en: '/accessibility' },
    '/privacy': { nl: '/privacy', en: '/privacy' },
    '/sign-in': { nl: '/inloggen', en: '/sign-in' },
    '/invitation': { nl: '/uitnodiging', en: '/invitation' },
    '/forgot-password': { nl: '/wachtwoord-vergeten', en: '/forgot-password' },
    '/new-password': { nl: '/nieuw-wachtwoord', en: '/new-password' },
    '/check-idea': { nl: '/toets-mijn-idee', en: '/check-idea' },
    '/ask-access': { nl: '/toegang-vragen', en: '/ask-access' },
    '/confirm-address': { nl: '/adres-bevestigen', en: '/confirm-address' },
    '/sign-in/second-step': { nl: '/inloggen/tweede-stap', en: '/sign-in/second-step' },
    '/sign-in/set-up': { nl: '/inloggen/instellen', en: '/sign-in/set-up' },
    '/workspace/account/second-step': {
      nl: '/werkplek/account/tweede-stap',
      en: '/workspace/account/second-step',
    },
    '/workspace': { nl: '/werkplek', en: '/workspace' },
    '/workspace/suggestions/new': {
      nl: '/werkplek/begrip-voorstellen',
      en: '/workspace/suggestions/new',
    },
    '/workspace/searches': { nl: '/werkplek/zoekvragen', en: '/workspace/searches' },
    '/workspace/adoptions': { nl: '/werkplek/overnames', en: '/workspace/adoptions' },
    '/workspace/adoptions/[id]': {
      nl: '/werkplek/overnames/[id]',
      en: '/workspace/adoptions/[id]',
    },
    '/workspace/reconsiderations/[id]': {
      nl: '/werkplek/opnieuw-kijken/[id]',
      en: '/workspace/reconsiderations/[id]',
    },
    '/workspace/contests/[id]': {
      nl: '/werkplek/betwist/[id]',
      en: '/workspace/contests/[id]',
    },
    '/workspace/joining/[id]': { nl: '/werkplek/aansluiten/[id]', en: '/workspace/joining/[id]' },
    '/workspace/calls/new': { nl: '/werkplek/oproepen/nieuw', en: '/workspace/calls/new' },
    '/workspace/calls/[slug]': { nl: '/werkplek/oproepen/[slug]', en: '/workspace/calls/[slug]' },
    '/workspace/obstacles/new': {
      nl: '/werkplek/knelpunten/nieuw',
      en: '/workspace/obstacles/new',
    },
    '/workspace/obstacles/advice': {
      nl: '/werkplek/knelpunten/advies',
      en: '/workspace/obstacles/advice',
    },
    '/workspace/obstacles/advice/file': {
      nl: '/werkplek/knelpunten/advies/bestand',
      en: '/workspace/obstacles/advice/file',
    },
    '/workspace/obstacles/advice/[id]': {
      nl: '/werkplek/knelpunten/advies/[id]',
      en: '/workspace/obstacles/advice/[id]',
    },
    '/workspace/obstacles/advice/[id]/file': {
      nl: '/werkplek/knelpunten/advies/[id]/bestand',
      en: '/workspace/obstacles/advice/[id]/file',
    },
    '/workspace/obstacles/[slug]/edit': {
      nl: '/werkplek/knelpunten/[slug]/bijwerken',
      en: '/workspace/obstacles/[slug]/edit',
    },
    '/workspace/meetings/new': {
      nl: '/werkplek/bijeenkomsten/nieuw',
      en: '/workspace/meetings/new',
    },
    '/workspace/meetings/[slug]': {
      nl: '/werkplek/bijeenkomsten/[slug]',
      en: '/workspace/meetings/[slug]',
    },
    '/workspace/enquiries': { nl: '/werkplek/van-buiten', en: '/workspace/enquiries' },
    '/workspace/enquiries/[id]': {
      nl: '/werkplek/van-buiten/[id]',
      en: '/workspace/enquiries/[id]',
    },
    '/workspace/questions': { nl: '/werkplek/vragen', en: '/workspace/questions' },
    '/workspace/account': { nl: '/werkplek/account', en: '/workspace/account' },
    '/unsubscribe': { nl: '/afmelden', en: '/unsubscribe' },
    '/workspace/messages': { nl: '/werkplek/berichten', en: '/workspace/messages' },
    '/workspace/initiatives/new': {
      nl: '/werkplek/initiatieven/nieuw',
      en: '/workspace/initiatives/new',
    },
    '/workspace/initiatives/import': {
      nl: '/werkplek/initiatieven/importeren',
      en: '/workspace/initiatives/import',
    },
    '/workspace/initiatives/import/[id]': {
      nl: '/werkplek/initiatieven/importeren/[id]',
      en: '/workspace/initiatives/import/[id]',
    },
    '/workspace/initiatives/new/document': {
      nl: '/werkplek/initiatieven/nieuw/document',
      en: '/workspace/initiatives/new/document',
    },
    '/workspace/initiatives/new/document/[id]': {
      nl: '/werkplek/initiatieven/nieuw/document/[id]',
      en: '/workspace/initiatives/new/document/[id]',
    },
    '/workspace/initiatives/[id]': {
      nl: '/werkplek/initiatieven/[id]',
      en: '/workspace/initiatives/[id]',
    },
    '/workspace/initiatives/[id]/deepen/[topic]': ofInitiative(
      'verdieping/[topic]',
      'deepen/[topic]',
    ),
    '/workspace/initiatives/[id]/preview': ofInitiative('voorbeeld', 'preview'),
    '/workspace/initiatives/[id]/submit': ofInitiative('indienen', 'submit'),
    '/workspace/initiatives/[id]/standing': ofInitiative('archief', 'standing'),
    '/workspace/initiatives/[id]/merge': ofInitiative('samenvoegen', 'merge'),
    '/workspace/initiatives/[id]/policy': ofInitiative('beleid', 'policy'),
    '/workspace/initiatives/[id]/measurements': ofInitiative('metingen', 'measurements'),
    '/workspace/initiatives/[id]/panel': ofInitiative('panel', 'panel'),
    '/workspace/handovers/[id]': {
      nl: '/werkplek/overdracht/[id]',
      en: '/workspace/handovers/[id]',
    },
    '/workspace/initiatives/[id]/media': ofInitiative(
      'beeld-en-bijlagen',
      'pictures-and-attachments',
    ),
    '/workspace/corrections/[id]': {
      nl: '/werkplek/achteraf/[id]',
      en: '/workspace/corrections/[id]',
    },
    '/workspace/regions/[slug]': { nl: '/werkplek/regios/[slug]', en: '/workspace/regions/[slug]' },
    '/workspace/measures/[id]/[year]': {
      nl: '/werkplek/maatregelen/[id]/[year]',
      en: '/workspace/measures/[id]/[year]',
    },
    '/workspace/measures/[id]/[year]/reaction': {
      nl: '/werkplek/maatregelen/[id]/[year]/reactie',
      en: '/workspace/measures/[id]/[year]/reaction',
    },
    '/workspace/assessments/[slug]': {
      nl: '/werkplek/beoordelen/[slug]',
      en: '/workspace/assess/[slug]',
    },
    '/workspace/reviews/[id]': { nl: '/werkplek/redactie/[id]', en: '/workspace/review/[id]' },
  },
})

export type Locale = (typeof routing.locales)[number]
