import { defineRouting } from 'next-intl/routing'

/** Dutch is the language of the product and has no prefix; English lives under /en. */
export const routing = defineRouting({
  locales: ['nl', 'en'],
  defaultLocale: 'nl',
  localePrefix: 'as-needed',
  // Anonymous readers get no cookie, so the address alone decides the language.
  localeCookie: false,
  localeDetection: false,
  pathnames: {
    '/': '/',
    '/initiatives': { nl: '/initiatieven', en: '/initiatives' },
    '/initiatives/[slug]': { nl: '/initiatieven/[slug]', en: '/initiatives/[slug]' },
    '/compare': { nl: '/vergelijken', en: '/compare' },
    '/compare/file': { nl: '/vergelijken/bestand', en: '/compare/file' },
    '/regions': { nl: '/regios', en: '/regions' },
    '/regions/[slug]': { nl: '/regios/[slug]', en: '/regions/[slug]' },
    '/target-groups': { nl: '/doelgroepen', en: '/target-groups' },
    '/target-groups/[slug]': { nl: '/doelgroepen/[slug]', en: '/target-groups/[slug]' },
    '/sectors': { nl: '/sectoren', en: '/sectors' },
    '/sectors/[slug]': { nl: '/sectoren/[slug]', en: '/sectors/[slug]' },
    '/challenges': { nl: '/opgaven', en: '/challenges' },
    '/challenges/[slug]': { nl: '/opgaven/[slug]', en: '/challenges/[slug]' },
    '/instruments': { nl: '/instrumenten', en: '/instruments' },
    '/instruments/[slug]': { nl: '/instrumenten/[slug]', en: '/instruments/[slug]' },
    '/method': { nl: '/methode', en: '/method' },
    '/accessibility': { nl: '/toegankelijkheid', en: '/accessibility' },
    '/privacy': { nl: '/privacy', en: '/privacy' },
    '/sign-in': { nl: '/inloggen', en: '/sign-in' },
    '/workspace': { nl: '/werkplek', en: '/workspace' },
    '/workspace/searches': { nl: '/werkplek/zoekvragen', en: '/workspace/searches' },
    '/workspace/account': { nl: '/werkplek/account', en: '/workspace/account' },
    '/workspace/initiatives/new': { nl: '/werkplek/initiatieven/nieuw', en: '/workspace/initiatives/new' },
    '/workspace/initiatives/[id]': { nl: '/werkplek/initiatieven/[id]', en: '/workspace/initiatives/[id]' },
    '/workspace/initiatives/[id]/preview': {
      nl: '/werkplek/initiatieven/[id]/voorbeeld',
      en: '/workspace/initiatives/[id]/preview',
    },
    '/workspace/initiatives/[id]/policy': {
      nl: '/werkplek/initiatieven/[id]/beleid',
      en: '/workspace/initiatives/[id]/policy',
    },
    '/workspace/initiatives/[id]/measurements': {
      nl: '/werkplek/initiatieven/[id]/metingen',
      en: '/workspace/initiatives/[id]/measurements',
    },
    '/workspace/assessments/[slug]': { nl: '/werkplek/beoordelen/[slug]', en: '/workspace/assess/[slug]' },
    '/workspace/reviews/[id]': { nl: '/werkplek/redactie/[id]', en: '/workspace/review/[id]' },
  },
})

export type Locale = (typeof routing.locales)[number]
