import { labelIn } from '@/lib/base/text/label'
import { useLocale } from 'next-intl'

export function TermWord({ term }: { term: { labelNl: string; labelEn: string } }) {
  return labelIn(useLocale(), term)
}
