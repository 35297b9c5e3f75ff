import type { Locale } from '@/i18n/routing'

interface Labelled {
  labelNl: string
  labelEn: string
}
interface Defined {
  definitionNl: string
  definitionEn: string
}

export function labelIn(locale: Locale, term: Labelled): string
export function labelIn(locale: Locale, term: Labelled | undefined): string | undefined
export function labelIn(locale: Locale, term: Labelled | undefined): string | undefined {
  return locale === 'en' ? term?.labelEn : term?.labelNl
}

export function definitionIn(locale: Locale, term: Defined): string
export function definitionIn(locale: Locale, term: Defined | undefined): string | undefined
export function definitionIn(locale: Locale, term: Defined | undefined): string | undefined {
  return locale === 'en' ? term?.definitionEn : term?.definitionNl
}
