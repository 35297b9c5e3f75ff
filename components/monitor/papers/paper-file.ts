import type { Locale } from '@/i18n/routing'

/** Where a form of today's paper is made. */
export const paperFile = (
  slug: string,
  kind: 'pdf' | 'docx' | 'pptx' | 'css',
  { year, locale }: { year: number; locale: Locale },
): string => `/api/monitor/${slug}/bestuursstuk.${kind}?jaar=${String(year)}&taal=${locale}`

/** Where a file of a settled paper stands, for good. */
export const frozenFile = (id: string, kind: 'pdf' | 'docx' | 'pptx'): string =>
  `/api/bestuursstukken/${id}/bestuursstuk.${kind}`
