import { useLocale } from 'next-intl'

export function TermWord({ term }: { term: { labelNl: string; labelEn: string } }) {
  return useLocale() === 'en' ? term.labelEn : term.labelNl
}
