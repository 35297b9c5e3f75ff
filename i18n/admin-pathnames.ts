/** Addresses of the pages of the administration, in both languages. */
export const ADMIN_PATHNAMES = {
  '/workspace/admin/figures': { nl: '/werkplek/beheer/cijfers', en: '/workspace/admin/figures' },
  '/workspace/admin/figures/new': {
    nl: '/werkplek/beheer/cijfers/nieuw',
    en: '/workspace/admin/figures/new',
  },
  '/workspace/admin/figures/new/[id]': {
    nl: '/werkplek/beheer/cijfers/nieuw/[id]',
    en: '/workspace/admin/figures/new/[id]',
  },
  '/workspace/admin/figures/sources/[slug]': {
    nl: '/werkplek/beheer/cijfers/bronnen/[slug]',
    en: '/workspace/admin/figures/sources/[slug]',
  },
  '/workspace/admin/figures/[id]': {
    nl: '/werkplek/beheer/cijfers/[id]',
    en: '/workspace/admin/figures/[id]',
  },
  '/workspace/admin': { nl: '/werkplek/beheer', en: '/workspace/admin' },
  '/workspace/admin/people': { nl: '/werkplek/beheer/mensen', en: '/workspace/admin/people' },
  '/workspace/admin/people/[id]': {
    nl: '/werkplek/beheer/mensen/[id]',
    en: '/workspace/admin/people/[id]',
  },
  '/workspace/admin/invite': {
    nl: '/werkplek/beheer/uitnodigen',
    en: '/workspace/admin/invite',
  },
  '/workspace/admin/requests': {
    nl: '/werkplek/beheer/aanvragen',
    en: '/workspace/admin/requests',
  },
  '/workspace/admin/terms': { nl: '/werkplek/beheer/begrippen', en: '/workspace/admin/terms' },
  '/workspace/admin/terms/[vocabulary]': {
    nl: '/werkplek/beheer/begrippen/[vocabulary]',
    en: '/workspace/admin/terms/[vocabulary]',
  },
  '/workspace/admin/terms/[vocabulary]/[slug]': {
    nl: '/werkplek/beheer/begrippen/[vocabulary]/[slug]',
    en: '/workspace/admin/terms/[vocabulary]/[slug]',
  },
  '/workspace/admin/regions': { nl: '/werkplek/beheer/regios', en: '/workspace/admin/regions' },
  '/workspace/admin/suggestions/[id]': {
    nl: '/werkplek/beheer/voorstellen/[id]',
    en: '/workspace/admin/suggestions/[id]',
  },
  '/workspace/admin/record': { nl: '/werkplek/beheer/logboek', en: '/workspace/admin/record' },
  '/workspace/admin/record/file': {
    nl: '/werkplek/beheer/logboek/bestand',
    en: '/workspace/admin/record/file',
  },
  '/workspace/admin/settings': {
    nl: '/werkplek/beheer/instellingen',
    en: '/workspace/admin/settings',
  },
  '/workspace/admin/usage': { nl: '/werkplek/beheer/gebruik', en: '/workspace/admin/usage' },
  '/workspace/admin/usage/file': {
    nl: '/werkplek/beheer/gebruik/bestand',
    en: '/workspace/admin/usage/file',
  },
  '/workspace/admin/organisations': {
    nl: '/werkplek/beheer/organisaties',
    en: '/workspace/admin/organisations',
  },
  '/workspace/admin/organisations/[slug]': {
    nl: '/werkplek/beheer/organisaties/[slug]',
    en: '/workspace/admin/organisations/[slug]',
  },
  '/workspace/admin/second-step': {
    nl: '/werkplek/beheer/tweede-stap',
    en: '/workspace/admin/second-step',
  },
  '/workspace/admin/mail': { nl: '/werkplek/beheer/post', en: '/workspace/admin/mail' },
  '/workspace/admin/jobs': { nl: '/werkplek/beheer/taken', en: '/workspace/admin/jobs' },
} as const
