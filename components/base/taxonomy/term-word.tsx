import { useLocale } from 'next-intl'

/** A word of a vocabulary in the reader's language. */
export function TermWord({ term }: { term: { labelNl: string; labelEn: string } }) {
  return useLocale() === 'en' ? term.labelEn : term.labelNl
}
