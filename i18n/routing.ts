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
    '/initiatives/[slug]/monitor': { nl: '/initiatieven/[slug]/monitor', en: '/initiatives/[slug]/monitor' },
    '/initiatives/[slug]': { nl: '/initiatieven/[slug]', en: '/initiatives/[slug]' },
    '/regions': { nl: '/regios', en: '/regions' },
    '/regions/[slug]': { nl: '/regios/[slug]', en: '/regions/[slug]' },
    '/regions/[slug]/monitor': { nl: '/regios/[slug]/monitor', en: '/regions/[slug]/monitor' },
    '/target-groups': { nl: '/doelgroepen', en: '/target-groups' },
    '/target-groups/[slug]': { nl: '/doelgroepen/[slug]', en: '/target-groups/[slug]' },
    '/method': { nl: '/methode', en: '/method' },
    '/figures': { nl: '/cijfers', en: '/figures' },
    '/figures/report': { nl: '/cijfers/rapport', en: '/figures/report' },
    '/figures/[slug]': { nl: '/cijfers/[slug]', en: '/figures/[slug]' },
    '/workspace/admin/figures': { nl: '/werkplek/beheer/cijfers', en: '/workspace/admin/figures' },
    '/workspace/admin/figures/[id]': { nl: '/werkplek/beheer/cijfers/[id]', en: '/workspace/admin/figures/[id]' },
    '/accessibility': { nl: '/toegankelijkheid', en: '/accessibility' },
    '/privacy': { nl: '/privacy', en: '/privacy' },
    '/sign-in': { nl: '/inloggen', en: '/sign-in' },
    '/workspace': { nl: '/werkplek', en: '/workspace' },
    '/workspace/account': { nl: '/werkplek/account', en: '/workspace/account' },
    '/unsubscribe': { nl: '/afmelden', en: '/unsubscribe' },
    '/workspace/messages': { nl: '/werkplek/berichten', en: '/workspace/messages' },
    '/workspace/admin/mail': { nl: '/werkplek/beheer/post', en: '/workspace/admin/mail' },
    '/workspace/admin/jobs': { nl: '/werkplek/beheer/taken', en: '/workspace/admin/jobs' },
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
    '/workspace/initiatives/[id]/panel': { nl: '/werkplek/initiatieven/[id]/panel', en: '/workspace/initiatives/[id]/panel' },
    '/workspace/regions/[slug]': { nl: '/werkplek/regios/[slug]', en: '/workspace/regions/[slug]' },
    '/workspace/measures/[id]/[year]': { nl: '/werkplek/maatregelen/[id]/[year]', en: '/workspace/measures/[id]/[year]' },
    '/workspace/assessments/[slug]': { nl: '/werkplek/beoordelen/[slug]', en: '/workspace/assess/[slug]' },
    '/workspace/reviews/[id]': { nl: '/werkplek/redactie/[id]', en: '/workspace/review/[id]' },
  },
})

export type Locale = (typeof routing.locales)[number]
